//! The book as files again, in the manner of `config/calendar`.

use std::fmt::Write;

use chrono::Weekday;

use crate::calendar::{
    book::{CalendarBook, HoursEntry, OFFICE_HOURS, YearEntries},
    days::DayOffKind,
    kept::Sheet,
};

impl CalendarBook {
    /// Every file, by name: reading them gives this book again.
    pub fn files(&self) -> Vec<(String, String)> {
        let years = self.years.values().map(|year| (format!("{}.toml", year.year), written(year)));
        years.chain([(OFFICE_HOURS.to_owned(), self.hours_file(&self.hours))]).collect()
    }

    /// What one agency, or everybody, has in a year.
    pub(super) fn year_sheet(&self, agency: Option<&str>, number: i32) -> Option<Sheet> {
        let year = self.years.get(&number)?;
        let mut part = year.clone();
        part.off.retain(|entry| entry.agency.as_deref() == agency);
        part.work.retain(|entry| entry.agency.as_deref() == agency);
        Some(Sheet { agency: agency.map(str::to_owned), name: format!("{number}.toml"), text: written(&part) })
    }

    /// The office hours of one agency, or of everybody.
    pub(super) fn hours_sheet(&self, agency: Option<&str>) -> Sheet {
        let own: Vec<HoursEntry> = self.hours.iter().filter(|entry| entry.agency.as_deref() == agency).cloned().collect();
        Sheet { agency: agency.map(str::to_owned), name: OFFICE_HOURS.to_owned(), text: self.hours_file(&own) }
    }

    fn hours_file(&self, hours: &[HoursEntry]) -> String {
        let mut text = format!("same_day_until = {}\n", quoted(&self.same_day_until));
        if hours.is_empty() {
            text += "hours = []\n";
        }
        for entry in hours {
            text += "\n[[hours]]\n";
            line(&mut text, "agency", entry.agency.as_deref());
            line(&mut text, "season", entry.season.as_deref());
            let days: Vec<String> = entry.days.iter().map(|day| quoted(word(*day))).collect();
            let open: Vec<String> = entry.open.iter().map(|range| quoted(range)).collect();
            let _infallible = writeln!(text, "days = [{}]\nopen = [{}]", days.join(", "), open.join(", "));
        }
        text
    }
}

fn written(year: &YearEntries) -> String {
    let mut text = format!("year = {}\nsource = {}\n", year.year, quoted(&year.source));
    if year.provisional {
        text += "provisional = true\n";
    }
    for entry in &year.off {
        text += "\n[[off]]\n";
        line(&mut text, "date", Some(&entry.date.to_string()));
        line(&mut text, "to", entry.to.map(|to| to.to_string()).as_deref());
        line(&mut text, "name", Some(&entry.name));
        line(&mut text, "en", Some(&entry.en));
        line(&mut text, "kind", kind(entry.kind));
        line(&mut text, "agency", entry.agency.as_deref());
        if let Some(provisional) = entry.provisional {
            let _infallible = writeln!(text, "provisional = {provisional}");
        }
    }
    for entry in &year.work {
        text += "\n[[work]]\n";
        line(&mut text, "date", Some(&entry.date.to_string()));
        line(&mut text, "for", Some(&entry.instead_of.to_string()));
        line(&mut text, "agency", entry.agency.as_deref());
    }
    text
}

fn line(text: &mut String, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        let _infallible = writeln!(text, "{key} = {}", quoted(value));
    }
}

fn quoted(value: &str) -> String {
    toml::Value::String(value.to_owned()).to_string()
}

/// A holiday needs no word.
const fn kind(kind: DayOffKind) -> Option<&'static str> {
    match kind {
        DayOffKind::Holiday => None,
        DayOffKind::Compensatory => Some("compensatory"),
        DayOffKind::SwappedOff => Some("swapped_off"),
        DayOffKind::Local => Some("local"),
    }
}

const fn word(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "mon",
        Weekday::Tue => "tue",
        Weekday::Wed => "wed",
        Weekday::Thu => "thu",
        Weekday::Fri => "fri",
        Weekday::Sat => "sat",
        Weekday::Sun => "sun",
    }
}
