//! From the entries of the book to calendars that can count.

use std::collections::HashMap;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::{
    book::{CalendarBook, HoursEntry, OFFICE_HOURS},
    days::{Calendar, DayOff, DayOffKind, HoursRule, OpenRange, Season, days_from},
};

/// A calendar file that cannot be used, with what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {problem}")]
pub struct CalendarError {
    pub file: String,
    pub problem: String,
}

pub(super) fn refuse(file: &str, problem: impl Into<String>) -> CalendarError {
    CalendarError { file: format!("config/calendar/{file}"), problem: problem.into() }
}

/// The calendar of one agency: what has no agency, overridden by what names it.
pub(super) fn build(book: &CalendarBook, agency: Option<&str>) -> Result<Calendar, CalendarError> {
    let ours = |named: &Option<String>| named.is_none() || named.as_deref() == agency;
    let mut entries: Vec<&HoursEntry> = book.hours.iter().filter(|h| ours(&h.agency)).collect();
    entries.sort_by_key(|h| h.agency.is_some());
    let rules = entries.into_iter().map(hours_rule).collect::<Result<Vec<_>, _>>()?;
    let mut off = HashMap::new();
    let mut worked = HashMap::new();
    for year in book.years.values() {
        for entry in year.off.iter().filter(|o| ours(&o.agency)) {
            let kind = if entry.agency.is_some() { DayOffKind::Local } else { entry.kind };
            let day = DayOff {
                name: entry.name.clone(),
                name_en: entry.en.clone(),
                kind,
                provisional: entry.provisional.unwrap_or(year.provisional),
            };
            off.extend(days_from(entry.date).take_while(|d| *d <= entry.to.unwrap_or(entry.date)).map(|d| (d, day.clone())));
        }
        worked.extend(year.work.iter().filter(|w| ours(&w.agency)).map(|w| (w.date, w.instead_of)));
    }
    let same_day_until = minutes(&book.same_day_until).ok_or_else(|| refuse(OFFICE_HOURS, "same_day_until is not a time like 15:00"))?;
    let mut calendar = Calendar { version: String::new(), rules, off, worked, years: book.years.keys().copied().collect(), same_day_until };
    calendar.version = fingerprint(&calendar);
    check(&calendar, agency)?;
    Ok(calendar)
}

pub(super) fn hours_rule(entry: &HoursEntry) -> Result<HoursRule, CalendarError> {
    let wrong = |what: &str| {
        refuse(OFFICE_HOURS, format!("“{what}” is not understood; write “07:30-11:30” for hours, “04-16..10-15” for a season"))
    };
    let season = entry.season.as_deref().map(|s| season(s).ok_or_else(|| wrong(s))).transpose()?;
    let open = entry.open.iter().map(|s| range(s).ok_or_else(|| wrong(s))).collect::<Result<Vec<_>, _>>()?;
    if open.iter().zip(open.iter().skip(1)).any(|(a, b)| b.from < a.to) {
        return Err(refuse(OFFICE_HOURS, format!("the hours {:?} overlap or are not in order", entry.open)));
    }
    Ok(HoursRule { season, days: entry.days.clone(), open })
}

fn minutes(text: &str) -> Option<i64> {
    let time = chrono::NaiveTime::parse_from_str(text.trim(), "%H:%M").ok()?;
    Some(time.signed_duration_since(chrono::NaiveTime::MIN).num_minutes())
}

fn range(text: &str) -> Option<OpenRange> {
    let (from, to) = text.split_once(['-', '–'])?;
    let range = OpenRange { from: minutes(from)?, to: minutes(to)? };
    (range.from < range.to).then_some(range)
}

fn season(text: &str) -> Option<Season> {
    let day = |text: &str| {
        // A leap year, so that 29 February may begin or end a season.
        let date = NaiveDate::parse_from_str(&format!("2024-{}", text.trim()), "%Y-%m-%d").ok()?;
        Some((chrono::Datelike::month(&date), chrono::Datelike::day(&date)))
    };
    let (first, last) = text.split_once("..")?;
    Some(Season { first: day(first)?, last: day(last)? })
}

/// Counting walks to the next working day: there must always be one near.
fn check(calendar: &Calendar, agency: Option<&str>) -> Result<(), CalendarError> {
    let Some(first) = NaiveDate::from_ymd_opt(2024, 1, 1) else { return Ok(()) };
    let mut closed = 0;
    for date in days_from(first).take(366 * 10) {
        closed = if calendar.is_working_day(date) { 0 } else { closed + 1 };
        if closed > 60 {
            let who = agency.unwrap_or("the country");
            return Err(refuse(OFFICE_HOURS, format!("no office of {who} is open for 60 days before {date}")));
        }
    }
    Ok(())
}

/// Twelve hexadecimal digits of everything that can change a count.
fn fingerprint(calendar: &Calendar) -> String {
    let mut off: Vec<_> = calendar.off.keys().collect();
    off.sort();
    let mut worked: Vec<_> = calendar.worked.iter().collect();
    worked.sort();
    let mut digest = Sha256::new();
    digest.update(format!("{:?} {off:?} {worked:?} {}", calendar.rules, calendar.same_day_until));
    digest.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}
