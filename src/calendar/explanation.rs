//! “Vì sao ngày này?”: the count, day by day.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::{
    counting::{instant, minute_of},
    days::{Calendar, DayOff, OpenRange, days_from},
    due::Due,
    limit::Limit,
};
use crate::kernel::lang::Lang;

/// What one day did to the count.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct DayLine {
    pub date: NaiveDate,
    pub note: DayNote,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DayNote {
    /// Received after closing: the count starts on the next working day.
    AfterHours,
    /// The day of the start; the law does not count it.
    Start,
    /// The `nth` day of `of` counted days.
    Counted {
        nth: u32,
        of: u32,
        worked_saturday: bool,
    },
    /// Minutes of office hours counted on this day, and the sum so far.
    Minutes {
        minutes: i64,
        sum: i64,
    },
    /// Received in time for the same day.
    SameDay,
    /// Received after the hour of the rule: the next working day.
    TooLateForToday,
    /// Saturday, Sunday, or a day on which the office is closed.
    WeeklyRest,
    DayOff(DayOff),
    /// The limit ended on a day off and moved to this day.
    MovedHere,
}

pub(super) fn explain(calendar: &Calendar, from: NaiveDateTime, limit: Limit, at: NaiveDateTime) -> Due {
    let mut sum = 0;
    let mut nth = 0;
    let lines = days_from(from.date()).take_while(|date| *date <= at.date());
    let explanation: Vec<DayLine> = lines
        .map(|date| {
            let note = match limit {
                Limit::WorkingDays(of) => working_day(calendar, from, date, of, &mut nth),
                Limit::WorkingHours(_) => hours(calendar, from, at, date, &mut sum),
                Limit::CalendarDays(of) => calendar_day(calendar, from, date, of, &mut nth),
                Limit::SameDay => same_day(calendar, at, date),
            };
            DayLine { date, note }
        })
        .collect();
    let mut unknown_years: Vec<i32> = explanation.iter().map(|l| l.date.year()).filter(|y| !calendar.knows_year(*y)).collect();
    unknown_years.dedup();
    let provisional = explanation.iter().any(|l| calendar.day_off(l.date).is_some_and(|off| off.provisional));
    Due { at: instant(at), explanation, provisional, unknown_years }
}

/// The minutes counted on each day between two moments.
pub(super) fn minutes(calendar: &Calendar, from: NaiveDateTime, at: NaiveDateTime) -> Vec<DayLine> {
    let mut sum = 0;
    let days = days_from(from.date()).take_while(|date| *date <= at.date());
    days.map(|date| DayLine { date, note: hours(calendar, from, at, date, &mut sum) }).collect()
}

fn not_worked(calendar: &Calendar, date: NaiveDate) -> Option<DayNote> {
    match calendar.day_off(date) {
        Some(off) => Some(DayNote::DayOff(off.clone())),
        None if !calendar.is_working_day(date) => Some(DayNote::WeeklyRest),
        None => None,
    }
}

/// Days up to the start (which may have moved past a day off) are not counted.
fn working_day(calendar: &Calendar, from: NaiveDateTime, date: NaiveDate, of: u32, nth: &mut u32) -> DayNote {
    if let Some(rest) = not_worked(calendar, date) {
        return rest;
    }
    let start = calendar.start_of(from).date();
    if date <= start {
        return if date < start { DayNote::AfterHours } else { DayNote::Start };
    }
    *nth += 1;
    DayNote::Counted { nth: *nth, of, worked_saturday: calendar.worked_for(date).is_some() }
}

fn hours(calendar: &Calendar, from: NaiveDateTime, at: NaiveDateTime, date: NaiveDate, sum: &mut i64) -> DayNote {
    if let Some(rest) = not_worked(calendar, date) {
        return rest;
    }
    let first = if date == from.date() { minute_of(from) } else { 0 };
    let last = if date == at.date() { minute_of(at) } else { i64::MAX };
    let inside = |r: &OpenRange| (r.to.min(last) - r.from.max(first)).max(0);
    let minutes = calendar.open(date).iter().map(inside).sum();
    *sum += minutes;
    DayNote::Minutes { minutes, sum: *sum }
}

fn calendar_day(calendar: &Calendar, from: NaiveDateTime, date: NaiveDate, of: u32, nth: &mut u32) -> DayNote {
    if date == from.date() {
        return DayNote::Start;
    }
    if *nth < of {
        *nth += 1;
        return DayNote::Counted { nth: *nth, of, worked_saturday: false };
    }
    not_worked(calendar, date).unwrap_or(DayNote::MovedHere)
}

fn same_day(calendar: &Calendar, at: NaiveDateTime, date: NaiveDate) -> DayNote {
    match not_worked(calendar, date) {
        Some(rest) => rest,
        None if date == at.date() => DayNote::SameDay,
        None => DayNote::TooLateForToday,
    }
}

impl DayLine {
    /// `Thứ Tư 25/02/2026: ngày làm việc thứ 3/3`
    pub fn words(&self, lang: Lang) -> String {
        let date = format!("{} {}", weekday(self.date, lang), self.date.format("%d/%m/%Y"));
        match lang {
            Lang::Vi => format!("{date}: {}", self.note.vietnamese()),
            Lang::En => format!("{date}: {}", self.note.english()),
        }
    }
}

impl DayNote {
    fn vietnamese(&self) -> String {
        match self {
            Self::AfterHours => "ngoài giờ làm việc, bắt đầu từ ngày làm việc tiếp theo".into(),
            Self::Start => "ngày bắt đầu, không tính".into(),
            Self::Counted { nth, of, worked_saturday: false } => format!("tính, ngày {nth}/{of}"),
            Self::Counted { nth, of, worked_saturday: true } => format!("làm bù, tính, ngày {nth}/{of}"),
            Self::Minutes { minutes, sum } => format!("tính {}, cộng dồn {}", duration(*minutes, Lang::Vi), duration(*sum, Lang::Vi)),
            Self::SameDay => "trả kết quả trong ngày".into(),
            Self::TooLateForToday => "nhận quá giờ trả trong ngày, chuyển sang ngày làm việc tiếp theo".into(),
            Self::WeeklyRest => "nghỉ hằng tuần, không tính".into(),
            Self::DayOff(off) if off.provisional => format!("nghỉ ({}, dự kiến), không tính", off.name),
            Self::DayOff(off) => format!("nghỉ ({}), không tính", off.name),
            Self::MovedHere => "ngày làm việc tiếp theo, hạn chuyển đến đây".into(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::AfterHours => "after office hours: the count starts on the next working day".into(),
            Self::Start => "the day of the start, not counted".into(),
            Self::Counted { nth, of, worked_saturday: false } => format!("counted, day {nth} of {of}"),
            Self::Counted { nth, of, worked_saturday: true } => format!("worked in exchange, counted, day {nth} of {of}"),
            Self::Minutes { minutes, sum } => format!("{} counted, {} so far", duration(*minutes, Lang::En), duration(*sum, Lang::En)),
            Self::SameDay => "the result is due on this day".into(),
            Self::TooLateForToday => "received too late for the same day: the next working day".into(),
            Self::WeeklyRest => "weekly rest, not counted".into(),
            Self::DayOff(off) if off.provisional => format!("day off ({}, expected), not counted", off.name_en),
            Self::DayOff(off) => format!("day off ({}), not counted", off.name_en),
            Self::MovedHere => "the next working day, where the limit ends".into(),
        }
    }
}

/// `7 giờ 30 phút`
pub(super) fn duration(minutes: i64, lang: Lang) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    let (hour, minute) = match lang {
        Lang::Vi => ("giờ", "phút"),
        Lang::En => ("h", "min"),
    };
    match (hours, rest) {
        (0, rest) => format!("{rest} {minute}"),
        (hours, 0) => format!("{hours} {hour}"),
        (hours, rest) => format!("{hours} {hour} {rest} {minute}"),
    }
}

pub(super) fn weekday(date: NaiveDate, lang: Lang) -> String {
    let vietnamese = match date.weekday() {
        chrono::Weekday::Mon => "Thứ Hai",
        chrono::Weekday::Tue => "Thứ Ba",
        chrono::Weekday::Wed => "Thứ Tư",
        chrono::Weekday::Thu => "Thứ Năm",
        chrono::Weekday::Fri => "Thứ Sáu",
        chrono::Weekday::Sat => "Thứ Bảy",
        chrono::Weekday::Sun => "Chủ nhật",
    };
    match lang {
        Lang::Vi => vietnamese.into(),
        Lang::En => date.format("%A").to_string(),
    }
}
