use super::{at, calendar, calendars, shown};
use crate::calendar::{DayNote, Limit, cli_due};

#[track_caller]
fn due(start: &str, limit: &str, expected: &str) {
    let limit: Limit = limit.parse().expect("a limit");
    assert_eq!(shown(calendar().due_at(at(start), limit)), expected, "{start} + {limit}");
}

#[test]
fn case_01_three_working_days() {
    due("2026-01-05 09:00", "3 working days", "2026-01-08 09:00");
}

#[test]
fn case_02_over_tet() {
    due("2026-02-13 10:00", "3 working days", "2026-02-25 10:00");
}

#[test]
fn case_03_sent_online_on_a_saturday_evening() {
    due("2026-04-25 20:00", "8 hours", "2026-04-28 17:30");
}

#[test]
fn case_04_over_two_holidays_and_a_weekend() {
    due("2026-04-29 16:00", "2 working days", "2026-05-05 16:00");
}

#[test]
fn case_05_same_day_until_fifteen_hundred() {
    due("2026-01-06 14:59", "same day", "2026-01-06 17:30");
    due("2026-01-06 15:00", "same day", "2026-01-06 17:30");
    due("2026-01-06 15:01", "same day", "2026-01-07 17:30");
    due("2026-01-04 09:00", "same day", "2026-01-05 17:30");
}

#[test]
fn case_06_a_saturday_worked_in_exchange() {
    due("2026-01-09 09:00", "1 working day", "2026-01-10 09:00");
}

#[test]
fn case_07_is_told_in_stories() {
    due("2026-03-02 08:00", "10 working days", "2026-03-16 08:00");
}

#[test]
fn case_08_calendar_days_that_end_on_a_holiday() {
    due("2026-08-03 09:00", "30 calendar days", "2026-09-03 09:00");
}

#[test]
fn case_09_received_in_the_noon_break() {
    due("2026-01-05 12:10", "1 working day", "2026-01-06 13:30");
    due("2026-01-05 12:10", "2 hours", "2026-01-05 15:30");
}

#[test]
fn case_10_received_after_closing_and_before_opening() {
    due("2026-01-05 17:45", "1 working day", "2026-01-07 07:30");
    due("2026-01-05 06:00", "1 working day", "2026-01-06 07:30");
}

#[test]
fn case_11_four_hours_over_a_night() {
    due("2026-01-05 16:00", "4 hours", "2026-01-06 10:00");
}

#[test]
fn case_12_the_day_of_culture() {
    due("2026-11-23 09:00", "1 working day", "2026-11-25 09:00");
}

#[test]
fn the_command_prints_the_due_time_and_then_why() {
    let answer = cli_due(&calendars(), "2026-02-13T10:00", "3 working days", None).expect("an answer");
    assert!(answer.starts_with("2026-02-25T10:00\n"), "{answer}");
    for line in
        ["Thứ Hai 16/02/2026: nghỉ (Tết Nguyên đán), không tính", "Thứ Tư 25/02/2026: tính, ngày 3/3", "10 giờ 00 phút, Thứ Tư 25/02/2026"]
    {
        assert!(answer.contains(line), "{line}\n{answer}");
    }
    assert!(!answer.contains("dự kiến"));
    let next_year = cli_due(&calendars(), "2027-02-03T10:00", "3 working days", Some("H44.101")).expect("an answer");
    assert!(next_year.contains("dự kiến"), "{next_year}");
    let far = cli_due(&calendars(), "2040-02-03T10:00", "1 hour", None).expect("an answer");
    assert!(far.contains("chưa có lịch nghỉ năm 2040"), "{far}");
}

#[test]
fn the_command_says_what_is_wrong() {
    let wrong = |start, limit| cli_due(&calendars(), start, limit, None).expect_err("refused").to_string();
    assert!(wrong("13/02/2026", "same day").contains("2026-02-13T10:00"));
    assert!(wrong("2026-02-13T10:00", "3 days").contains("3 working days"));
}

#[test]
fn calendars_are_there_for_six_years() {
    let calendar = calendar();
    for year in 2025..=2030 {
        assert!(calendar.knows_year(year), "{year}");
        let tet = calendar.off.iter().filter(|(day, off)| off.name == "Tết Nguyên đán" && chrono::Datelike::year(*day) == year);
        assert!(tet.clone().count() >= 7, "{year}");
        assert!(tet.clone().all(|(_, off)| off.provisional == (year > 2026)), "{year}");
    }
    let note = calendar.due(at("2025-04-25 09:00"), Limit::WorkingDays(1)).explanation.pop().expect("a day").note;
    assert_eq!(note, DayNote::Counted { nth: 1, of: 1, worked_saturday: true });
}
