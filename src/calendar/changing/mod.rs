//! One change of the book: a day off more or fewer, a year read in, other office hours.

mod days_list;
mod writing;

use chrono::{Datelike, NaiveDate};

pub use days_list::{DayFault, DayFaultKind, read_days};

use super::{
    book::{CalendarBook, HoursEntry, OffEntry, WorkEntry, YearEntries},
    days::DayOffKind,
    kept::Sheet,
    year_files::{self, CalendarError},
};

/// What an administrator wants to be otherwise, for everybody or for one agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalendarChange {
    /// Days off; with a rest day that is worked in exchange.
    Off { day: NewDayOff, worked: Option<NaiveDate> },
    /// The day off that holds this date, or the swapped working day, is taken back.
    Remove { date: NaiveDate },
    /// What was expected of this year has been announced.
    Announced { year: i32, source: String },
    /// The whole year as this list says.
    Year { year: i32, source: String, off: Vec<NewDayOff>, work: Vec<(NaiveDate, NaiveDate)> },
    /// Other office hours; none of its own: those of everybody.
    Hours { rules: Vec<NewHours> },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDayOff {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub name: String,
    /// In English; the Vietnamese name where it is empty.
    pub en: String,
    pub kind: DayOffKind,
    pub provisional: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewHours {
    pub season: Option<String>,
    pub days: Vec<chrono::Weekday>,
    pub open: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChangeRefused {
    #[error("the days off end before they begin, or in another year")]
    Backwards,
    #[error("more than 31 days at once")]
    TooLong,
    #[error("{0} is a day off already")]
    AlreadyOff(NaiveDate),
    #[error("{0} is worked already")]
    AlreadyWorked(NaiveDate),
    #[error("nothing of theirs is on this day")]
    NothingThere,
    #[error("the days off of {0} have not been entered for everybody")]
    NoYear(i32),
    #[error("hours are not written like 07:30-11:30, or overlap")]
    Hours,
    #[error("nobody would work for two months")]
    NeverOpen,
    #[error("nothing changes")]
    Nothing,
}

const LONGEST: i64 = 31;

impl CalendarBook {
    /// The book after the change, and the sheet that holds it.
    pub fn changed(&self, agency: Option<&str>, change: &CalendarChange) -> Result<(Self, Sheet), ChangeRefused> {
        let mut book = self.clone();
        let sheet = match change {
            CalendarChange::Hours { rules } => book.set_hours(agency, rules)?,
            CalendarChange::Off { day, worked } => book.add_off(agency, day, *worked)?,
            CalendarChange::Remove { date } => book.remove(agency, *date)?,
            CalendarChange::Announced { year, source } => book.announce(*year, source)?,
            CalendarChange::Year { year, source, off, work } => book.set_year(*year, source, off, work)?,
        };
        if book == *self {
            return Err(ChangeRefused::Nothing);
        }
        book.calendars().map_err(|_: CalendarError| ChangeRefused::NeverOpen)?;
        Ok((book, sheet))
    }

    fn set_hours(&mut self, agency: Option<&str>, rules: &[NewHours]) -> Result<Sheet, ChangeRefused> {
        if agency.is_none() && rules.is_empty() {
            return Err(ChangeRefused::Hours);
        }
        self.hours.retain(|entry| entry.agency.as_deref() != agency);
        for rule in rules {
            let entry = HoursEntry {
                agency: agency.map(str::to_owned),
                season: rule.season.clone(),
                days: rule.days.clone(),
                open: rule.open.clone(),
            };
            year_files::hours_rule(&entry).map_err(|_| ChangeRefused::Hours)?;
            self.hours.push(entry);
        }
        Ok(self.hours_sheet(agency))
    }

    fn add_off(&mut self, agency: Option<&str>, day: &NewDayOff, worked: Option<NaiveDate>) -> Result<Sheet, ChangeRefused> {
        if day.to < day.from || day.to.year() != day.from.year() || worked.is_some_and(|date| date.year() != day.from.year()) {
            return Err(ChangeRefused::Backwards);
        }
        if (day.to - day.from).num_days() >= LONGEST {
            return Err(ChangeRefused::TooLong);
        }
        let calendars = self.calendars().map_err(|_| ChangeRefused::NeverOpen)?;
        let calendar = calendars.of(agency);
        let mut days = super::days::days_from(day.from).take_while(|date| *date <= day.to);
        if let Some(taken) = days.find(|date| calendar.day_off(*date).is_some()) {
            return Err(ChangeRefused::AlreadyOff(taken));
        }
        if let Some(date) = worked.filter(|date| calendar.is_working_day(*date)) {
            return Err(ChangeRefused::AlreadyWorked(date));
        }
        let year = self.year(agency, day.from.year())?;
        year.off.push(entry(agency, day, year.provisional));
        year.work.extend(worked.map(|date| WorkEntry { date, instead_of: day.from, agency: agency.map(str::to_owned) }));
        sort(year);
        self.sheet(agency, day.from.year())
    }

    fn remove(&mut self, agency: Option<&str>, date: NaiveDate) -> Result<Sheet, ChangeRefused> {
        let year = self.year(agency, date.year())?;
        let before = (year.off.len(), year.work.len());
        let holds = |entry: &OffEntry| entry.agency.as_deref() == agency && entry.date <= date && date <= entry.last();
        let gone: Vec<OffEntry> = year.off.iter().filter(|entry| holds(entry)).cloned().collect();
        year.off.retain(|entry| !holds(entry));
        // A day that was worked for a day off which is gone is a day of rest again.
        let was_for = |day: NaiveDate| gone.iter().any(|entry| entry.date <= day && day <= entry.last());
        year.work.retain(|entry| entry.agency.as_deref() != agency || (entry.date != date && !was_for(entry.instead_of)));
        if before == (year.off.len(), year.work.len()) {
            return Err(ChangeRefused::NothingThere);
        }
        self.sheet(agency, date.year())
    }

    fn announce(&mut self, number: i32, source: &str) -> Result<Sheet, ChangeRefused> {
        let year = self.year(Some(""), number)?;
        year.provisional = false;
        year.source = source.to_owned();
        year.off.iter_mut().for_each(|entry| entry.provisional = None);
        self.sheet(None, number)
    }

    fn set_year(&mut self, number: i32, source: &str, off: &[NewDayOff], work: &[(NaiveDate, NaiveDate)]) -> Result<Sheet, ChangeRefused> {
        let year = self.year(None, number)?;
        let provisional = off.iter().all(|day| day.provisional);
        year.off.iter_mut().for_each(|entry| entry.provisional = Some(entry.provisional.unwrap_or(year.provisional)));
        (year.source, year.provisional) = (source.to_owned(), provisional);
        year.off.retain(|entry| entry.agency.is_some());
        year.work.retain(|entry| entry.agency.is_some());
        year.off.extend(off.iter().map(|day| entry(None, day, provisional)));
        year.off.iter_mut().for_each(|entry| entry.provisional = entry.provisional.filter(|one| *one != provisional));
        year.work.extend(work.iter().map(|(date, instead_of)| WorkEntry { date: *date, instead_of: *instead_of, agency: None }));
        sort(year);
        self.sheet(None, number)
    }

    /// The entries of a year; a new year is entered for everybody before an agency has days of its own.
    fn year(&mut self, agency: Option<&str>, number: i32) -> Result<&mut YearEntries, ChangeRefused> {
        if agency.is_some() && !self.years.contains_key(&number) {
            return Err(ChangeRefused::NoYear(number));
        }
        let blank = || YearEntries { year: number, source: String::new(), provisional: false, off: Vec::new(), work: Vec::new() };
        Ok(self.years.entry(number).or_insert_with(blank))
    }

    fn sheet(&self, agency: Option<&str>, number: i32) -> Result<Sheet, ChangeRefused> {
        self.year_sheet(agency, number).ok_or(ChangeRefused::NoYear(number))
    }
}

fn entry(agency: Option<&str>, day: &NewDayOff, of_year: bool) -> OffEntry {
    OffEntry {
        date: day.from,
        to: (day.to != day.from).then_some(day.to),
        name: day.name.clone(),
        en: if day.en.is_empty() { day.name.clone() } else { day.en.clone() },
        kind: if agency.is_some() { DayOffKind::Local } else { day.kind },
        agency: agency.map(str::to_owned),
        provisional: (day.provisional != of_year).then_some(day.provisional),
    }
}

fn sort(year: &mut YearEntries) {
    year.off.sort_by_key(|entry| (entry.agency.is_some(), entry.date));
    year.work.sort_by_key(|entry| (entry.agency.is_some(), entry.date));
}
