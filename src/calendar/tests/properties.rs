use std::sync::LazyLock;

use chrono::{TimeDelta, Timelike};
use proptest::prelude::*;

use super::{at, calendar};
use crate::{
    calendar::{Calendar, DayNote, Ledger, Limit},
    kernel::clock::{Instant, local},
};

static CALENDAR: LazyLock<Calendar> = LazyLock::new(calendar);

/// Any minute of the years 2025 to 2030.
fn moments() -> impl Strategy<Value = Instant> {
    (0..6 * 365 * 24 * 60_i64).prop_map(|minutes| at("2025-01-01 00:00") + TimeDelta::minutes(minutes))
}

fn limits() -> impl Strategy<Value = Limit> {
    prop_oneof![
        (1..60_u32).prop_map(Limit::WorkingDays),
        (1..200_u32).prop_map(Limit::WorkingHours),
        (1..120_u32).prop_map(Limit::CalendarDays),
        Just(Limit::SameDay),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn never_on_a_day_off_nor_outside_hours(start in moments(), limit in limits()) {
        let due = local(CALENDAR.due_at(start, limit));
        let minute = due.hour() * 60 + due.minute();
        prop_assert!(CALENDAR.is_working_day(due.date_naive()));
        prop_assert!((450..=690).contains(&minute) || (810..=1050).contains(&minute), "{due}");
        prop_assert!(due >= local(start));
    }

    /// Whoever comes later is never served on an earlier day; working time is so to the minute.
    #[test]
    fn monotone(a in moments(), wait in 0..20_000_i64, limit in limits()) {
        let b = a + TimeDelta::minutes(wait);
        let (due_a, due_b) = (CALENDAR.due_at(a, limit), CALENDAR.due_at(b, limit));
        prop_assert!(local(due_a).date_naive() <= local(due_b).date_naive());
        prop_assert!(matches!(limit, Limit::CalendarDays(_)) || due_a <= due_b);
    }

    #[test]
    fn additive(start in moments(), a in 1..40_u32, b in 1..40_u32) {
        let twice = |first, second| CALENDAR.due_at(CALENDAR.due_at(start, first), second);
        prop_assert_eq!(twice(Limit::WorkingDays(a), Limit::WorkingDays(b)), CALENDAR.due_at(start, Limit::WorkingDays(a + b)));
        prop_assert_eq!(twice(Limit::WorkingHours(a), Limit::WorkingHours(b)), CALENDAR.due_at(start, Limit::WorkingHours(a + b)));
    }

    #[test]
    fn adding_minutes_is_the_inverse_of_counting_them(start in moments(), minutes in -20_000..20_000_i64) {
        let end = CALENDAR.add_minutes(start, minutes);
        prop_assert_eq!(CALENDAR.working_minutes(start, end), minutes);
        prop_assert_eq!(CALENDAR.working_minutes(end, start), -minutes);
    }

    #[test]
    fn eight_hours_are_a_working_day(start in moments(), days in 1..40_u32) {
        let due = CALENDAR.due_at(start, Limit::WorkingDays(days));
        prop_assert_eq!(CALENDAR.working_minutes(start, due), i64::from(days) * 480);
    }

    /// A pause of no length changes nothing, whenever it happens, even after the due time.
    #[test]
    fn pausing_and_resuming_at_once_is_neutral(start in moments(), limit in limits(), later in 0..60_000_i64) {
        let mut ledger = Ledger::new(limit, Vec::new());
        let started = ledger.start(&CALENDAR, start).expect("a start");
        let pause = start + TimeDelta::minutes(later);
        ledger.pause(&CALENDAR, pause).expect("a pause");
        let resumed = ledger.resume(&CALENDAR, pause).expect("a resumption");
        prop_assert_eq!(resumed.due_after, started.due_after);
    }

    /// A pause moves the due time by exactly the working time that it lasted.
    #[test]
    fn a_pause_gives_back_the_time_it_took(start in moments(), limit in limits(), later in 0..20_000_i64, length in 0..20_000_i64) {
        let mut ledger = Ledger::new(limit, Vec::new());
        let due = ledger.start(&CALENDAR, start).expect("a start").due_after.expect("a due time");
        let pause = start + TimeDelta::minutes(later);
        let resume = pause + TimeDelta::minutes(length);
        ledger.pause(&CALENDAR, pause).expect("a pause");
        let moved = ledger.resume(&CALENDAR, resume).expect("a resumption").due_after.expect("a due time");
        prop_assert_eq!(CALENDAR.working_minutes(due, moved), CALENDAR.working_minutes(pause, resume));
        prop_assert_eq!(ledger.recounted(&CALENDAR), Some(moved));
        let lines = ledger.explain(&CALENDAR);
        let again: i64 = lines[2].days.iter().map(|l| if let DayNote::Minutes { minutes, .. } = l.note { minutes } else { 0 }).sum();
        prop_assert_eq!(again, lines[1].minutes_left.expect("what was left").max(0));
    }

    /// The printed days add up to the limit, and end on the due day.
    #[test]
    fn the_explanation_adds_up(start in moments(), limit in limits()) {
        let due = CALENDAR.due(start, limit);
        prop_assert_eq!(due.at, CALENDAR.due_at(start, limit));
        prop_assert_eq!(due.explanation.last().map(|l| l.date), Some(local(due.at).date_naive()));
        let counted = due.explanation.iter().filter(|l| matches!(l.note, DayNote::Counted { .. })).count();
        let minutes: i64 = due.explanation.iter().map(|l| if let DayNote::Minutes { minutes, .. } = l.note { minutes } else { 0 }).sum();
        match limit {
            Limit::WorkingDays(n) | Limit::CalendarDays(n) => prop_assert_eq!(u32::try_from(counted), Ok(n)),
            Limit::WorkingHours(n) => prop_assert_eq!(minutes, i64::from(n) * 60),
            Limit::SameDay => prop_assert_eq!(due.explanation.iter().filter(|l| l.note == DayNote::SameDay).count(), 1),
        }
    }
}
