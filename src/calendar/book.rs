//! The book of the calendar: office hours and days off as they are written, with what administrators
//! changed laid over what the files say.

use std::{collections::BTreeMap, sync::Arc};

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;

use super::{
    days::{Calendars, DayOffKind},
    kept::Sheet,
    year_files::{CalendarError, build, refuse},
};
use crate::platform::config::{ConfigFolder, ConfigFolderError};

pub(super) const OFFICE_HOURS: &str = "office_hours.toml";

/// Everything that is written about working time. An entry without an agency is everybody's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CalendarBook {
    pub same_day_until: String,
    pub hours: Vec<HoursEntry>,
    pub years: BTreeMap<i32, YearEntries>,
}

/// Office hours of some weekdays, as written: `07:30-11:30`, `04-16..10-15`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoursEntry {
    pub agency: Option<String>,
    pub season: Option<String>,
    pub days: Vec<Weekday>,
    pub open: Vec<String>,
}

/// The days off and the swapped working days of one year.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearEntries {
    pub year: i32,
    /// For the reader: who announced these days.
    pub source: String,
    #[serde(default)]
    pub provisional: bool,
    #[serde(default)]
    pub off: Vec<OffEntry>,
    #[serde(default)]
    pub work: Vec<WorkEntry>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OffEntry {
    pub date: NaiveDate,
    pub to: Option<NaiveDate>,
    pub name: String,
    pub en: String,
    #[serde(default)]
    pub kind: DayOffKind,
    pub agency: Option<String>,
    /// Where it differs from its year.
    pub provisional: Option<bool>,
}

impl OffEntry {
    pub fn last(&self) -> NaiveDate {
        self.to.unwrap_or(self.date)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkEntry {
    pub date: NaiveDate,
    #[serde(rename = "for")]
    pub instead_of: NaiveDate,
    pub agency: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfficeHoursFile {
    same_day_until: String,
    hours: Vec<HoursEntry>,
}

impl CalendarBook {
    /// Reads `calendar/` of the configuration folder, ours or the installation's own.
    pub fn load(folder: &ConfigFolder) -> Result<Self, CalendarError> {
        let unreadable = |e: ConfigFolderError| CalendarError { file: "config/calendar".into(), problem: e.to_string() };
        let paths = folder.list("calendar").map_err(unreadable)?;
        let tables =
            paths.iter().filter_map(|path| path.strip_prefix("calendar/").filter(|name| name.ends_with(".toml")).map(|name| (name, path)));
        let files = tables.map(|(name, path)| Ok((name, folder.read(path).map_err(unreadable)?)));
        Self::read(files.collect::<Result<Vec<_>, _>>()?)
    }

    /// Reads the files of `config/calendar`, given by name and text.
    pub fn read<N: AsRef<str>, T: AsRef<str>>(files: impl IntoIterator<Item = (N, T)>) -> Result<Self, CalendarError> {
        let mut book = Self::default();
        for (name, text) in files {
            let (name, text) = (name.as_ref(), text.as_ref());
            if name == OFFICE_HOURS {
                let file: OfficeHoursFile = toml::from_str(text).map_err(|e| refuse(OFFICE_HOURS, e.to_string().trim()))?;
                (book.same_day_until, book.hours) = (file.same_day_until, file.hours);
            } else {
                let year = read_year(name, text)?;
                book.years.insert(year.year, year);
            }
        }
        if book.same_day_until.is_empty() {
            return Err(refuse(OFFICE_HOURS, "is missing; it says when offices are open"));
        }
        Ok(book)
    }

    /// Lays a sheet over the book: it replaces what one agency, or everybody, had in that file.
    pub fn lay(&mut self, sheet: &Sheet) -> Result<(), CalendarError> {
        let theirs = |agency: &Option<String>| *agency == sheet.agency;
        if sheet.name == OFFICE_HOURS {
            let file: OfficeHoursFile = toml::from_str(&sheet.text).map_err(|e| refuse(OFFICE_HOURS, e.to_string().trim()))?;
            self.hours.retain(|entry| !theirs(&entry.agency));
            self.hours.extend(file.hours);
            if sheet.agency.is_none() {
                self.same_day_until = file.same_day_until;
            }
            return Ok(());
        }
        let file = read_year(&sheet.name, &sheet.text)?;
        let blank = YearEntries { off: Vec::new(), work: Vec::new(), ..file.clone() };
        let year = self.years.entry(file.year).or_insert(blank);
        if sheet.agency.is_none() {
            // What others wrote keeps its meaning when the year's own word changes.
            year.off.iter_mut().for_each(|entry| entry.provisional = Some(entry.provisional.unwrap_or(year.provisional)));
            (year.source, year.provisional) = (file.source, file.provisional);
        }
        year.off.retain(|entry| !theirs(&entry.agency));
        year.work.retain(|entry| !theirs(&entry.agency));
        let own = year.provisional;
        year.off.extend(file.off.into_iter().map(|entry| {
            let provisional = entry.provisional.unwrap_or(file.provisional);
            OffEntry { provisional: (provisional != own).then_some(provisional), ..entry }
        }));
        year.work.extend(file.work);
        year.off.iter_mut().for_each(|entry| entry.provisional = entry.provisional.filter(|one| *one != own));
        year.off.sort_by_key(|entry| (entry.agency.is_some(), entry.date));
        year.work.sort_by_key(|entry| (entry.agency.is_some(), entry.date));
        Ok(())
    }

    /// The calendars that this book makes.
    pub fn calendars(&self) -> Result<Calendars, CalendarError> {
        let mut codes: Vec<&str> = self.hours.iter().filter_map(|h| h.agency.as_deref()).collect();
        codes.extend(self.years.values().flat_map(|y| y.off.iter().filter_map(|o| o.agency.as_deref())));
        codes.extend(self.years.values().flat_map(|y| y.work.iter().filter_map(|w| w.agency.as_deref())));
        codes.sort_unstable();
        codes.dedup();
        let local = codes.into_iter().map(|code| Ok((code.to_owned(), Arc::new(build(self, Some(code))?))));
        Ok(Calendars { national: Arc::new(build(self, None)?), local: local.collect::<Result<_, CalendarError>>()? })
    }
}

impl Calendars {
    /// Reads `calendar/` of the configuration folder, ours or the installation's own.
    pub fn load(folder: &ConfigFolder) -> Result<Self, CalendarError> {
        CalendarBook::load(folder)?.calendars()
    }

    /// Reads the files of `config/calendar`, given by name and text.
    pub fn read<N: AsRef<str>, T: AsRef<str>>(files: impl IntoIterator<Item = (N, T)>) -> Result<Self, CalendarError> {
        CalendarBook::read(files)?.calendars()
    }
}

fn read_year(name: &str, text: &str) -> Result<YearEntries, CalendarError> {
    let file: YearEntries = toml::from_str(text).map_err(|e| refuse(name, e.to_string().trim()))?;
    if name != format!("{}.toml", file.year) {
        return Err(refuse(name, format!("says year = {}; name it {}.toml", file.year, file.year)));
    }
    let off = file.off.iter().flat_map(|o| [o.date, o.last()]);
    if let Some(stray) = off.chain(file.work.iter().map(|w| w.date)).find(|d| d.year() != file.year) {
        return Err(refuse(name, format!("{stray} is not in {}; put it into the file of its year", file.year)));
    }
    if let Some(reversed) = file.off.iter().find(|o| o.last() < o.date) {
        return Err(refuse(name, format!("the day off of {} ends before it begins", reversed.date)));
    }
    Ok(file)
}
