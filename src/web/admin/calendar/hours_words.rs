//! Office hours as people say them, and as they type them.

use chrono::Weekday;

use crate::{calendar::HoursEntry, web::shell::Visit};

pub const WEEK: [(Weekday, &str, &str); 7] = [
    (Weekday::Mon, "mon", "calendar-monday"),
    (Weekday::Tue, "tue", "calendar-tuesday"),
    (Weekday::Wed, "wed", "calendar-wednesday"),
    (Weekday::Thu, "thu", "calendar-thursday"),
    (Weekday::Fri, "fri", "calendar-friday"),
    (Weekday::Sat, "sat", "calendar-saturday"),
    (Weekday::Sun, "sun", "calendar-sunday"),
];

/// `Thứ Hai, Thứ Ba: 07:30–11:30, 13:30–17:30 (từ 16/04 đến 15/10 hằng năm)`
pub fn told(visit: &Visit, entry: &HoursEntry) -> String {
    let days: Vec<String> = WEEK.iter().filter(|(day, ..)| entry.days.contains(day)).map(|(_, _, key)| visit.text(key, &[])).collect();
    let open: Vec<String> = entry.open.iter().map(|range| range.replace('-', "–")).collect();
    let open = if open.is_empty() { visit.text("calendar-closed", &[]) } else { open.join(", ") };
    let said = format!("{}: {open}", days.join(", "));
    match entry.season.as_deref().and_then(season_boxes) {
        Some((from, to)) => {
            format!("{said} ({})", visit.text("calendar-season", &[("from", from.as_str().into()), ("to", to.as_str().into())]))
        }
        None => said,
    }
}

/// `04-16..10-15` as the boxes hold it: `16/04`, `15/10`.
pub fn season_boxes(season: &str) -> Option<(String, String)> {
    let turned = |day: &str| day.trim().split_once('-').map(|(month, day)| format!("{day}/{month}"));
    let (from, to) = season.split_once("..")?;
    Some((turned(from)?, turned(to)?))
}

/// `16/04` and `15/10` as the book has it.
pub fn season_written(from: &str, to: &str) -> Option<String> {
    let turned = |day: &str| {
        let (day, month) = day.trim().split_once('/')?;
        let (day, month): (u32, u32) = (day.parse().ok()?, month.parse().ok()?);
        // A leap year, so that 29 February may begin or end a season.
        chrono::NaiveDate::from_ymd_opt(2024, month, day).map(|date| date.format("%m-%d").to_string())
    };
    Some(format!("{}..{}", turned(from)?, turned(to)?))
}

/// `7:30 – 11:30`, `7h30-11h30` as the book has it.
pub fn range_written(typed: &str) -> String {
    let plain: String =
        typed.chars().filter(|c| !c.is_whitespace()).map(|c| if matches!(c, 'h' | 'H' | 'g' | '.') { ':' } else { c }).collect();
    let time = |time: &str| match time.split_once(':') {
        Some((hour, minute)) => format!("{hour:0>2}:{minute:0>2}"),
        None => format!("{time:0>2}:00"),
    };
    match plain.split_once(['-', '–']) {
        Some((from, to)) => format!("{}-{}", time(from), time(to)),
        None => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::{range_written, season_boxes, season_written};

    #[test]
    fn hours_are_read_as_people_type_them() {
        for typed in ["07:30-11:30", "7:30 – 11:30", "7h30-11h30", "7g30 - 11g30"] {
            assert_eq!(range_written(typed), "07:30-11:30", "{typed}");
        }
        assert_eq!(range_written("8-12"), "08:00-12:00");
        assert_eq!(season_written("16/4", "15/10").as_deref(), Some("04-16..10-15"));
        assert_eq!(season_boxes("04-16..10-15"), Some(("16/04".to_owned(), "15/10".to_owned())));
        assert_eq!(season_written("31/2", "15/10"), None);
    }
}
