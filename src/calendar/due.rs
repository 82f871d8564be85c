//! From a start and a limit to the due time, with its explanation.

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::{
    counting::{at_minute, instant, minute_of, wall},
    days::Calendar,
    explanation::{self, DayLine},
    limit::Limit,
};
use crate::kernel::clock::Instant;

/// 23:59.
const LAST_MINUTE: i64 = 24 * 60 - 1;

/// When something is due, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub at: Instant,
    /// One line a day, from the start to the due day; the counted ones add up to the limit.
    pub explanation: Vec<DayLine>,
    /// A day off on the way has been computed, not announced: the date may still move.
    pub provisional: bool,
    /// Years on the way whose days off have not been entered.
    pub unknown_years: Vec<i32>,
}

impl Calendar {
    /// The due time of a limit that starts at `start`. Never on a day off.
    pub fn due(&self, start: Instant, limit: Limit) -> Due {
        let from = wall(start);
        let at = self.due_wall(from, limit);
        explanation::explain(self, from, limit, at)
    }

    /// The due time alone, without the day-by-day explanation.
    pub fn due_at(&self, start: Instant, limit: Limit) -> Instant {
        instant(self.due_wall(wall(start), limit))
    }

    /// The end of the last day of a period of calendar days that somebody is given to answer. Like every
    /// period of the law it does not end on a day off.
    pub fn last_moment(&self, given: NaiveDate, days: u32) -> Instant {
        let end = given.checked_add_days(Days::new(u64::from(days))).unwrap_or(given);
        instant(at_minute(self.working_day_from(end), LAST_MINUTE))
    }

    pub(super) fn due_wall(&self, from: NaiveDateTime, limit: Limit) -> NaiveDateTime {
        let start = self.start_of(from);
        match limit {
            Limit::WorkingDays(days) => {
                let date = (0..days).fold(start.date(), |date, _| self.next_working_day(date));
                self.within_hours(date, minute_of(start))
            }
            Limit::WorkingHours(hours) => self.shift(start, i64::from(hours) * 60),
            Limit::CalendarDays(days) => {
                let end = from.date().checked_add_days(Days::new(u64::from(days))).unwrap_or(from.date());
                self.within_hours(self.working_day_from(end), minute_of(start))
            }
            Limit::SameDay => self.due_same_day(from),
        }
    }

    /// Received until the hour of the rule (15:00) and before closing: the same day at closing time.
    fn due_same_day(&self, from: NaiveDateTime) -> NaiveDateTime {
        let in_time = |close: &i64| minute_of(from) <= self.same_day_until && minute_of(from) < *close;
        match self.close(from.date()).filter(in_time) {
            Some(close) => at_minute(from.date(), close),
            None => {
                let date = self.next_working_day(from.date());
                at_minute(date, self.close(date).unwrap_or(0))
            }
        }
    }
}
