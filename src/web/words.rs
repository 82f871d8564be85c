//! How dates, sizes, statuses and deadlines are said on every screen. Words first; a colour only repeats them.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::{
    calendar::{Standing, Tone},
    catalogue::OwnerFacts,
    kernel::{
        clock::{Instant, local},
        lang::Lang,
    },
    workflow::{Decision, Status},
};

/// `25/11/2026`
pub fn date(at: Instant) -> String {
    day(local(at).date_naive())
}

/// `25/11/2026`, of a day without an hour.
pub fn day(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// Chủ hồ sơ: the name, and the number where it is known.
pub fn owner(owner: &OwnerFacts) -> String {
    match &owner.personal_id {
        Some(id) => format!("{} ({id})", owner.name),
        None => owner.name.to_string(),
    }
}

/// `14:32`
pub fn time(at: Instant) -> String {
    local(at).format("%H:%M").to_string()
}

/// `25/11/2026, 14:32`
pub fn moment(at: Instant) -> String {
    local(at).format("%d/%m/%Y, %H:%M").to_string()
}

/// `thứ Tư, 25/11/2026`
pub fn day_of_week(at: Instant, lang: Lang) -> String {
    let day = local(at).date_naive();
    format!("{}, {}", weekday(day, lang), self::day(day))
}

/// `14:32, thứ Tư, 25/11/2026`: when a result can be collected.
pub fn appointment(at: Instant, lang: Lang) -> String {
    format!("{}, {}", time(at), day_of_week(at, lang))
}

fn weekday(day: NaiveDate, lang: Lang) -> &'static str {
    const VI: [&str; 7] = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
    const EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let names = match lang {
        Lang::Vi => VI,
        Lang::En => EN,
    };
    let index = usize::try_from(day.weekday().num_days_from_monday()).unwrap_or_default();
    names.get(index).copied().unwrap_or_default()
}

/// `1,8 MB`, `86 KB`
pub fn size(bytes: i64, lang: Lang) -> String {
    const KIB: i64 = 1024;
    if bytes < KIB * KIB {
        return format!("{} KB", (bytes + KIB - 1).div_euclid(KIB).max(1));
    }
    let tenths = (bytes * 10).div_euclid(KIB * KIB);
    if tenths.rem_euclid(10) == 0 {
        return format!("{} MB", tenths.div_euclid(10));
    }
    let comma = if lang == Lang::Vi { ',' } else { '.' };
    format!("{}{comma}{} MB", tenths.div_euclid(10), tenths.rem_euclid(10))
}

/// `2.635`
pub fn count(number: u64, lang: Lang) -> String {
    let digits = number.to_string();
    let mark = if lang == Lang::Vi { '.' } else { ',' };
    let mut out = String::with_capacity(digits.len() + 4);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

/// `0,9`: a number of tenths.
pub fn tenths(tenths: u32, lang: Lang) -> String {
    let comma = if lang == Lang::Vi { ',' } else { '.' };
    format!("{}{comma}{}", tenths / 10, tenths % 10)
}

/// `1 ngày 2 giờ 30 phút`: working time, a day of eight hours.
pub fn working_time(minutes: i64, lang: Lang) -> String {
    const DAY: i64 = 8 * 60;
    let words = match lang {
        Lang::Vi => ["ngày", "giờ", "phút"],
        Lang::En => ["d", "h", "min"],
    };
    let parts = [minutes.div_euclid(DAY), minutes.rem_euclid(DAY) / 60, minutes.rem_euclid(60)];
    let said: Vec<String> = parts.iter().zip(words).filter(|(n, _)| **n != 0).map(|(n, word)| format!("{n}\u{a0}{word}")).collect();
    if said.is_empty() { format!("0\u{a0}{}", words[2]) } else { said.join(" ") }
}

/// A coloured word: kind as in the component `ui.tag`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tag {
    pub kind: &'static str,
    pub text: String,
}

/// The colour of a status as citizens and officials see it.
pub const fn status_kind(status: Status, decision: Option<Decision>) -> &'static str {
    match (status, decision) {
        (Status::Finished | Status::Returned, Some(Decision::Refused)) | (Status::NotAccepted, _) => "late",
        (Status::Draft | Status::Withdrawn, _) => "neutral",
        (Status::Registered | Status::Stopped, _) => "wait",
        (Status::Accepted | Status::Processing, _) => "action",
        (Status::SupplementRequested | Status::PaymentRequested, _) => "soon",
        (Status::Finished | Status::Returned, _) => "ok",
    }
}

/// The deadline as a badge: `Quá hạn 2 ngày`, `Hôm nay, 17:00`, `Còn 3 ngày`, `Tạm dừng`.
pub fn badge(standing: Standing, lang: Lang) -> Tag {
    let kind = match standing.tone() {
        Tone::Ok => "ok",
        Tone::Soon => "soon",
        Tone::Late => "late",
        Tone::Paused => "wait",
    };
    Tag { kind, text: standing.words(lang) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_said_in_local_time() {
        let at: Instant = "2026-11-25T07:32:00Z".parse().expect("a time");
        assert_eq!(moment(at), "25/11/2026, 14:32");
        assert_eq!(day_of_week(at, Lang::Vi), "thứ Tư, 25/11/2026");
        assert_eq!(appointment(at, Lang::En), "14:32, Wednesday, 25/11/2026");
    }

    #[test]
    fn large_numbers_are_divided() {
        assert_eq!([count(7, Lang::Vi), count(2_635, Lang::Vi), count(1_234_567, Lang::En)], ["7", "2.635", "1,234,567"]);
        assert_eq!(tenths(9, Lang::Vi), "0,9");
    }

    #[test]
    fn working_time_is_counted_in_days_of_eight_hours() {
        let said = |minutes| working_time(minutes, Lang::Vi).replace('\u{a0}', " ");
        assert_eq!([said(0), said(150), said(480), said(1_090)], ["0 phút", "2 giờ 30 phút", "1 ngày", "2 ngày 2 giờ 10 phút"]);
    }

    #[test]
    fn sizes_are_said_as_people_say_them() {
        assert_eq!([size(1, Lang::Vi), size(88_000, Lang::Vi), size(1_900_000, Lang::Vi)], ["1 KB", "86 KB", "1,8 MB"]);
    }
}
