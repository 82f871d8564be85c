//! Which days are worked, and when the office is open.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use chrono::{Datelike, NaiveDate, Weekday};

use crate::kernel::clock::Instant;

/// Why a weekday is not worked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayOffKind {
    /// A holiday of the law.
    #[default]
    Holiday,
    /// In lieu of a holiday that fell on a weekly rest.
    Compensatory,
    /// Exchanged for a Saturday that is worked.
    SwappedOff,
    /// Closed by one agency.
    Local,
}

/// A day on which nobody works.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct DayOff {
    pub name: String,
    pub name_en: String,
    pub kind: DayOffKind,
    /// Computed, not yet announced by the Government.
    pub provisional: bool,
}

/// Minutes after midnight, from and to (not included), in one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OpenRange {
    pub from: i64,
    pub to: i64,
}

/// A part of every year, as (month, day); may run over New Year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Season {
    pub first: (u32, u32),
    pub last: (u32, u32),
}

impl Season {
    fn holds(self, date: NaiveDate) -> bool {
        let day = (date.month(), date.day());
        if self.first <= self.last { (self.first..=self.last).contains(&day) } else { day >= self.first || day <= self.last }
    }
}

/// Office hours of some weekdays; a later rule overrides an earlier one.
#[derive(Debug, Clone)]
pub(super) struct HoursRule {
    pub season: Option<Season>,
    pub days: Vec<Weekday>,
    pub open: Vec<OpenRange>,
}

/// The working time of one agency, or of the whole country.
#[derive(Debug, Clone)]
pub struct Calendar {
    pub(super) version: String,
    pub(super) rules: Vec<HoursRule>,
    pub(super) off: HashMap<NaiveDate, DayOff>,
    /// A worked day of rest, and the day whose hours it has.
    pub(super) worked: HashMap<NaiveDate, NaiveDate>,
    pub(super) years: Vec<i32>,
    pub(super) same_day_until: i64,
}

impl Calendar {
    /// Names the hours and days off that were used to count; changes when any of them changes.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Office hours of a day in order; empty when nobody works.
    pub(super) fn open(&self, date: NaiveDate) -> &[OpenRange] {
        if self.off.contains_key(&date) {
            return &[];
        }
        let hours_of = self.worked.get(&date).copied().unwrap_or(date);
        let rule = self.rules.iter().rev().find(|r| r.days.contains(&hours_of.weekday()) && r.season.is_none_or(|s| s.holds(date)));
        rule.map_or(&[], |r| r.open.as_slice())
    }

    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        !self.open(date).is_empty()
    }

    /// The day off by name, if it is more than a weekly rest.
    pub fn day_off(&self, date: NaiveDate) -> Option<&DayOff> {
        self.off.get(&date)
    }

    /// A Saturday (or Sunday) worked in exchange for another day.
    pub fn worked_for(&self, date: NaiveDate) -> Option<NaiveDate> {
        self.worked.get(&date).copied()
    }

    /// Whether the days off of this year have been entered.
    pub fn knows_year(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// The first working day after this one.
    pub fn next_working_day(&self, date: NaiveDate) -> NaiveDate {
        days_after(date).find(|d| self.is_working_day(*d)).unwrap_or(date)
    }

    /// When the office closes on a working day; none on a day off.
    pub fn closing(&self, date: NaiveDate) -> Option<Instant> {
        let minute = self.close(date).filter(|_| self.is_working_day(date))?;
        Some(super::counting::instant(super::counting::at_minute(date, minute)))
    }

    /// Closing time of a day, in minutes after midnight.
    pub(super) fn close(&self, date: NaiveDate) -> Option<i64> {
        self.open(date).last().map(|range| range.to)
    }
}

/// This day and those after it.
pub(super) fn days_from(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(date), NaiveDate::succ_opt)
}

pub(super) fn days_after(date: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    days_from(date).skip(1)
}

/// The calendar of the country, and those of agencies with hours or days off of their own.
#[derive(Debug, Clone)]
pub struct Calendars {
    pub(super) national: Arc<Calendar>,
    pub(super) local: BTreeMap<String, Arc<Calendar>>,
}

impl Calendars {
    /// The calendar of an agency by its code; the national one when it has none of its own.
    pub fn of(&self, agency_code: Option<&str>) -> &Calendar {
        agency_code.and_then(|code| self.local.get(code)).unwrap_or(&self.national)
    }

    pub fn national(&self) -> &Calendar {
        &self.national
    }
}
