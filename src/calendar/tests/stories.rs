use super::{at, calendar, shown};
use crate::{
    calendar::{Calendar, Calendars, ClockPhase, ClockRefused, Ledger, Limit, Progress, Standing, Tone},
    kernel::{clock::Now, lang::Lang},
};

fn started(calendar: &Calendar, start: &str, limit: Limit) -> Ledger {
    let mut ledger = Ledger::new(limit, Vec::new());
    ledger.start(calendar, at(start)).expect("a start");
    ledger
}

#[test]
fn case_07_the_clock_pauses_while_the_citizen_is_asked() {
    let calendar = calendar();
    let mut ledger = started(&calendar, "2026-03-02 08:00", Limit::WorkingDays(10));
    let paused = ledger.pause(&calendar, at("2026-03-05 10:00")).expect("a pause");
    assert_eq!(paused.minutes_left, Some(54 * 60));
    assert_eq!(ledger.phase(), ClockPhase::Paused);
    let resumed = ledger.resume(&calendar, at("2026-03-10 15:00")).expect("a resumption");
    assert_eq!(resumed.due_after.map(shown).as_deref(), Some("2026-03-19 11:00"));
    assert_eq!(resumed.due_before.map(shown).as_deref(), Some("2026-03-16 08:00"));
    assert_eq!(ledger.recounted(&calendar), ledger.due());

    let told: Vec<String> = ledger.explain(&calendar).iter().map(|line| line.words(Lang::Vi)).collect();
    let expected = [
        "Tiếp nhận lúc 08:00 Thứ Hai 02/03/2026, thời hạn 10 ngày làm việc: hạn trả 08:00 Thứ Hai 16/03/2026.",
        "Tạm dừng từ 10:00 Thứ Năm 05/03/2026, còn 54 giờ làm việc.",
        "Tiếp tục từ 15:00 Thứ Ba 10/03/2026: hạn trả mới 11:00 Thứ Năm 19/03/2026.",
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_late_pause_gives_no_time_back() {
    let calendar = calendar();
    let mut ledger = started(&calendar, "2026-01-05 09:00", Limit::WorkingDays(1));
    let paused = ledger.pause(&calendar, at("2026-01-06 10:00")).expect("a pause");
    assert_eq!(paused.minutes_left, Some(-60));
    let resumed = ledger.resume(&calendar, at("2026-01-08 14:00")).expect("a resumption");
    assert_eq!(resumed.due_after.map(shown).as_deref(), Some("2026-01-08 11:00"));
}

#[test]
fn the_return_date_is_put_off_once_to_a_working_day() {
    let calendar = calendar();
    let mut ledger = started(&calendar, "2026-01-05 09:00", Limit::WorkingDays(2));
    let now = at("2026-01-06 09:00");
    assert_eq!(ledger.extend(&calendar, now, at("2026-01-11 09:00")), Err(ClockRefused::NotAnExtension));
    assert_eq!(ledger.extend(&calendar, now, at("2026-01-07 09:00")), Err(ClockRefused::NotAnExtension));
    ledger.extend(&calendar, now, at("2026-01-09 17:30")).expect("an extension");
    assert_eq!(ledger.extend(&calendar, now, at("2026-01-12 17:30")), Err(ClockRefused::AlreadyExtended));
    assert_eq!(ledger.due().map(shown).as_deref(), Some("2026-01-09 17:30"));
}

#[test]
fn the_clock_does_nothing_out_of_turn() {
    let calendar = calendar();
    let mut ledger = Ledger::new(Limit::SameDay, Vec::new());
    let now = at("2026-01-05 09:00");
    assert_eq!(ledger.pause(&calendar, now), Err(ClockRefused::NotStarted));
    assert_eq!(ledger.stop(&calendar, now), Err(ClockRefused::NotStarted));
    ledger.start(&calendar, now).expect("a start");
    assert_eq!(ledger.start(&calendar, now), Err(ClockRefused::AlreadyStarted));
    assert_eq!(ledger.resume(&calendar, now), Err(ClockRefused::NotPaused));
    ledger.pause(&calendar, now).expect("a pause");
    assert_eq!(ledger.pause(&calendar, now), Err(ClockRefused::AlreadyPaused));
    ledger.stop(&calendar, now).expect("a stop");
    assert_eq!(ledger.resume(&calendar, now), Err(ClockRefused::Stopped));
    assert_eq!(ledger.recount(&calendar, now), None);
}

const HOURS: &str = "same_day_until = '15:00'\n[[hours]]\ndays = ['mon','tue','wed','thu','fri']\nopen = ['07:30-11:30','13:30-17:30']\n";

fn read(hours: &str, year: &str) -> Calendars {
    Calendars::read([("office_hours.toml", hours), ("2026.toml", &format!("year = 2026\nsource = 'test'\n{year}"))]).expect("good files")
}

#[test]
fn an_added_holiday_moves_the_date_when_recounted() {
    let before = read(HOURS, "");
    let after = read(HOURS, "[[off]]\ndate = '2026-03-04'\nname = 'Mới'\nen = 'New'\n");
    assert_ne!(before.national().version(), after.national().version());
    let mut ledger = started(before.national(), "2026-03-02 08:00", Limit::WorkingDays(3));
    let now = at("2026-03-03 09:00");
    assert_eq!(ledger.recount(before.national(), now), None);
    let moved = ledger.recount(after.national(), now).expect("a new date");
    assert_eq!(
        (moved.due_before.map(shown).as_deref(), moved.due_after.map(shown).as_deref()),
        (Some("2026-03-05 08:00"), Some("2026-03-06 08:00"))
    );
    assert_eq!(ledger.recount(after.national(), now), None);
}

#[test]
fn an_agency_may_close_for_its_own_feast_and_keep_summer_hours() {
    let hours = format!(
        "{HOURS}[[hours]]\nagency = 'H44.102'\nseason = '04-16..10-15'\ndays = ['mon','tue','wed','thu','fri']\nopen = ['07:00-11:30','13:30-17:00']\n"
    );
    let calendars =
        read(&hours, "[[off]]\ndate = '2026-04-24'\nname = 'Lễ hội Đền Hùng'\nen = 'Hùng Temple Festival'\nagency = 'H44.101'\n");
    let due = |agency, start, limit| shown(calendars.of(agency).due_at(at(start), limit));
    assert_eq!(due(None, "2026-04-23 09:00", Limit::WorkingDays(1)), "2026-04-24 09:00");
    assert_eq!(due(Some("H44.101"), "2026-04-23 09:00", Limit::WorkingDays(1)), "2026-04-27 09:00");
    assert_eq!(due(Some("H44.102"), "2026-06-01 06:00", Limit::WorkingHours(8)), "2026-06-01 17:00");
    assert_eq!(due(Some("H44.102"), "2026-01-05 06:00", Limit::WorkingHours(8)), "2026-01-05 17:30");
    assert_eq!(due(Some("H44.103"), "2026-01-05 06:00", Limit::SameDay), "2026-01-05 17:30");
}

#[test]
fn wrong_files_are_refused_with_what_to_do() {
    let refused = |hours: &str, year: &str| {
        let year = format!("year = 2026\nsource = 'test'\n{year}");
        Calendars::read([("office_hours.toml", hours), ("2026.toml", year.as_str())]).expect_err("refused").to_string()
    };
    assert!(refused(HOURS, "[[off]]\ndate = '2027-01-01'\nname = 'x'\nen = 'x'\n").contains("not in 2026"));
    assert!(refused(HOURS, "holidays = []").contains("unknown field"));
    assert!(refused(&HOURS.replace("13:30-", "11:00-"), "").contains("overlap"));
    assert!(refused(&HOURS.replace("'07:30-11:30','13:30-17:30'", ""), "").contains("no office"));
    assert!(refused(&HOURS.replace("07:30-11:30", "7h30"), "").contains("07:30-11:30"));
}

#[test]
fn the_badge_speaks_of_working_time() {
    let calendar = calendar();
    let due = at("2026-02-25 10:00");
    let badge = |now: &str| {
        let standing = calendar.standing(Now(at(now)), due, Progress::Running);
        (standing.words(Lang::Vi), standing.tone())
    };
    assert_eq!(badge("2026-02-12 10:00"), ("Còn 4 ngày làm việc".into(), Tone::Ok));
    assert_eq!(badge("2026-02-12 10:01"), ("Còn 3 ngày làm việc".into(), Tone::Ok), "never more than there is");
    assert_eq!(badge("2026-02-12 17:45"), ("Còn 3 ngày làm việc".into(), Tone::Ok), "a day that is over is not counted");
    assert_eq!(badge("2026-02-18 10:00"), ("Còn 2 ngày làm việc".into(), Tone::Ok));
    assert_eq!(badge("2026-02-24 08:00"), ("Còn 1 ngày làm việc".into(), Tone::Soon));
    assert_eq!(badge("2026-02-24 15:00"), ("Còn 5 giờ làm việc".into(), Tone::Soon));
    assert_eq!(badge("2026-02-25 08:00"), ("Hôm nay, 10:00".into(), Tone::Soon));
    assert_eq!(badge("2026-02-25 10:30"), ("Vừa quá hạn".into(), Tone::Late));
    assert_eq!(badge("2026-02-25 14:30"), ("Quá hạn 2 giờ làm việc".into(), Tone::Late));
    assert_eq!(badge("2026-03-02 14:30"), ("Quá hạn 3 ngày làm việc".into(), Tone::Late));
    let standing = |progress| calendar.standing(Now(due), due, progress);
    assert_eq!(standing(Progress::Paused).words(Lang::Vi), "Tạm dừng");
    assert_eq!(standing(Progress::Finished(at("2026-02-24 17:00"))), Standing::Early);
    assert_eq!(standing(Progress::Finished(at("2026-02-25 17:00"))), Standing::OnTime);
    assert_eq!(standing(Progress::Finished(at("2026-02-28 17:00"))), Standing::Late { days: 2 });
}

#[test]
fn the_last_day_to_answer_is_worked() {
    let calendar = calendar();
    let last = |given: &str, days| shown(calendar.last_moment(given.parse().expect("a day"), days));
    assert_eq!(last("2026-02-09", 2), "2026-02-11 23:59");
    assert_eq!(last("2026-02-09", 5), "2026-02-23 23:59", "Saturday before Tết: the first day worked after it");
    assert_eq!(last("2026-01-08", 2), "2026-01-10 23:59", "a Saturday that is worked");
}
