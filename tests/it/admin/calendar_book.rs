//! The book and its sheets: what is written is read again, and a sheet over the files is the change itself.

use chrono::NaiveDate;

use motcua::{
    calendar::{CalendarBook, CalendarChange, ChangeRefused, DayOffKind, NewDayOff, NewHours},
    platform::config::ConfigFolder,
};

fn book() -> CalendarBook {
    CalendarBook::load(&ConfigFolder::embedded()).expect("good files")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect(text)
}

fn off(from: &str, to: &str) -> NewDayOff {
    let (from, to) = (day(from), day(to));
    NewDayOff { from, to, name: "Nghỉ \"bão\"".into(), en: String::new(), kind: DayOffKind::Holiday, provisional: false }
}

#[test]
fn what_is_written_is_read_again() {
    let book = book();
    assert_eq!(CalendarBook::read(book.files()).expect("its own files"), book);
}

#[test]
fn a_sheet_over_the_files_is_the_change_itself() {
    let local = Some("H44.148");
    let hours = NewHours {
        season: Some("11-01..03-31".into()),
        days: vec![chrono::Weekday::Mon, chrono::Weekday::Sat],
        open: vec!["08:00-11:30".into()],
    };
    let changes = [
        (None, CalendarChange::Off { day: off("2026-11-26", "2026-11-27"), worked: Some(day("2026-11-28")) }),
        (local, CalendarChange::Off { day: off("2027-11-26", "2027-11-26"), worked: None }),
        (None, CalendarChange::Remove { date: day("2026-02-16") }),
        (None, CalendarChange::Remove { date: day("2026-08-31") }),
        (None, CalendarChange::Announced { year: 2027, source: "Thông báo".into() }),
        (None, CalendarChange::Off { day: off("2027-11-11", "2027-11-11"), worked: None }),
        (
            None,
            CalendarChange::Year {
                year: 2031,
                source: "Thông báo".into(),
                off: vec![off("2031-01-01", "2031-01-01")],
                work: vec![(day("2031-01-04"), day("2031-01-01"))],
            },
        ),
        (local, CalendarChange::Hours { rules: vec![hours.clone()] }),
        (None, CalendarChange::Hours { rules: vec![NewHours { season: None, ..hours }] }),
    ];
    let mut kept = book();
    for (agency, change) in &changes {
        let (changed, sheet) = kept.changed(*agency, change).unwrap_or_else(|e| panic!("{change:?}: {e}"));
        let mut laid = kept.clone();
        laid.lay(&sheet).unwrap_or_else(|e| panic!("{change:?}: {e}\n{}", sheet.text));
        assert_eq!(laid, changed, "{change:?}\n{}", sheet.text);
        assert_eq!(CalendarBook::read(changed.files()).expect("its own files"), changed, "{change:?}");
        kept = changed;
    }
    let calendars = kept.calendars().expect("sound");
    assert!(calendars.of(None).is_working_day(day("2026-02-16")) || !kept.hours.is_empty());
    assert!(calendars.of(None).day_off(day("2026-02-18")).is_none(), "the whole of Tết was taken back");
    assert_eq!(calendars.of(None).worked_for(day("2026-08-22")), None, "a Saturday is not worked for a day that is worked again");
    assert!(calendars.of(local).day_off(day("2027-11-26")).is_some_and(|off| off.kind == DayOffKind::Local && !off.provisional));
}

#[test]
fn what_makes_no_sense_is_refused() {
    let book = book();
    let add = |from: &str, to: &str, worked: Option<&str>| {
        let change = CalendarChange::Off { day: off(from, to), worked: worked.map(day) };
        book.changed(None, &change).expect_err("refused")
    };
    assert_eq!(add("2026-11-27", "2026-11-26", None), ChangeRefused::Backwards);
    assert_eq!(add("2026-12-31", "2027-01-02", None), ChangeRefused::Backwards);
    assert_eq!(add("2026-06-01", "2026-07-15", None), ChangeRefused::TooLong);
    assert_eq!(add("2026-11-23", "2026-11-25", None), ChangeRefused::AlreadyOff(day("2026-11-24")));
    assert_eq!(add("2026-11-26", "2026-11-26", Some("2026-11-30")), ChangeRefused::AlreadyWorked(day("2026-11-30")));
    let local = CalendarChange::Off { day: off("2040-01-02", "2040-01-02"), worked: None };
    assert_eq!(book.changed(Some("H44.148"), &local).expect_err("refused"), ChangeRefused::NoYear(2040));
    let theirs = CalendarChange::Remove { date: day("2026-11-24") };
    assert_eq!(book.changed(Some("H44.148"), &theirs).expect_err("refused"), ChangeRefused::NothingThere);
    let never = CalendarChange::Hours { rules: vec![NewHours { season: None, days: vec![chrono::Weekday::Mon], open: Vec::new() }] };
    assert_eq!(book.changed(None, &never).expect_err("refused"), ChangeRefused::NeverOpen);
}
