//! Counting working minutes, forward and back.
//!
//! Times are local and cut to the minute. A point of working time has two names on the clock,
//! 17:30 and the next 07:30: sums end at the earlier one, starts are moved to the later one.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

use super::days::{Calendar, days_after, days_from};
use crate::kernel::clock::{Instant, local, vietnam};

/// Local wall-clock time of an instant, cut to the minute.
pub(super) fn wall(at: Instant) -> NaiveDateTime {
    let time = local(at).naive_local();
    at_minute(time.date(), minute_of(time))
}

/// The instant of a local wall-clock time.
pub(super) fn instant(wall: NaiveDateTime) -> Instant {
    let utc = wall.checked_sub_offset(vietnam()).unwrap_or(wall);
    DateTime::from_naive_utc_and_offset(utc, chrono::Utc)
}

/// Minutes after midnight.
pub(super) fn minute_of(time: NaiveDateTime) -> i64 {
    i64::from(time.hour()) * 60 + i64::from(time.minute())
}

/// A day and minutes after its midnight.
pub(super) fn at_minute(date: NaiveDate, minutes: i64) -> NaiveDateTime {
    date.and_time(NaiveTime::MIN) + TimeDelta::minutes(minutes)
}

impl Calendar {
    /// The first moment of working time at or after `at`: before opening it is the opening, in the
    /// break the afternoon's opening, after closing or on a day off the next working day's opening.
    pub fn working_start(&self, at: Instant) -> Instant {
        instant(self.start_of(wall(at)))
    }

    /// Working minutes between two moments; negative when `to` is before `from`.
    pub fn working_minutes(&self, from: Instant, to: Instant) -> i64 {
        let (from, to) = (wall(from), wall(to));
        if from <= to { self.minutes_between(from, to) } else { -self.minutes_between(to, from) }
    }

    /// The earliest moment with `minutes` of working time between `from` and it; before `from` when
    /// negative. Ends at closing time, never at the opening that follows it.
    pub fn add_minutes(&self, from: Instant, minutes: i64) -> Instant {
        instant(self.shift(wall(from), minutes))
    }

    pub(super) fn start_of(&self, at: NaiveDateTime) -> NaiveDateTime {
        for date in days_from(at.date()) {
            let earliest = if date == at.date() { minute_of(at) } else { 0 };
            if let Some(range) = self.open(date).iter().find(|r| earliest < r.to) {
                return at_minute(date, earliest.max(range.from));
            }
        }
        at
    }

    fn minutes_between(&self, from: NaiveDateTime, to: NaiveDateTime) -> i64 {
        let day = |date: NaiveDate| {
            let first = if date == from.date() { minute_of(from) } else { 0 };
            let last = if date == to.date() { minute_of(to) } else { i64::MAX };
            self.open(date).iter().map(|r| (r.to.min(last) - r.from.max(first)).max(0)).sum::<i64>()
        };
        days_from(from.date()).take_while(|d| *d <= to.date()).map(day).sum()
    }

    pub(super) fn shift(&self, from: NaiveDateTime, minutes: i64) -> NaiveDateTime {
        if minutes > 0 { self.forward(from, minutes) } else { self.back(from, -minutes) }
    }

    fn forward(&self, from: NaiveDateTime, mut left: i64) -> NaiveDateTime {
        for date in days_from(from.date()) {
            let earliest = if date == from.date() { minute_of(from) } else { 0 };
            for range in self.open(date) {
                let start = range.from.max(earliest);
                let length = (range.to - start).max(0);
                if left <= length {
                    return at_minute(date, start + left);
                }
                left -= length;
            }
        }
        from
    }

    fn back(&self, from: NaiveDateTime, mut left: i64) -> NaiveDateTime {
        for date in std::iter::successors(Some(from.date()), NaiveDate::pred_opt) {
            let latest = if date == from.date() { minute_of(from) } else { i64::MAX };
            for range in self.open(date).iter().rev() {
                let end = range.to.min(latest);
                let length = (end - range.from).max(0);
                if left < length {
                    return at_minute(date, end - left);
                }
                left -= length;
            }
        }
        from
    }

    /// Whether an office opens at this very minute.
    pub(super) fn is_opening(&self, at: NaiveDateTime) -> bool {
        self.open(at.date()).iter().any(|r| r.from == minute_of(at))
    }

    /// The same time of day inside the hours of a day: before opening it is the opening, in a break
    /// the next opening, after closing the closing time.
    pub(super) fn within_hours(&self, date: NaiveDate, minute: i64) -> NaiveDateTime {
        let range = self.open(date).iter().find(|r| minute < r.to);
        let minute = range.map_or_else(|| self.close(date).unwrap_or(minute), |r| minute.max(r.from));
        at_minute(date, minute)
    }

    /// This day if it is worked, else the first after it that is.
    pub(super) fn working_day_from(&self, date: NaiveDate) -> NaiveDate {
        if self.is_working_day(date) { date } else { self.next_working_day(date) }
    }

    /// Working days after `from`, up to and with `to`.
    pub(super) fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let days = days_after(from).take_while(|d| *d <= to).filter(|d| self.is_working_day(*d));
        i64::try_from(days.count()).unwrap_or(i64::MAX)
    }
}
