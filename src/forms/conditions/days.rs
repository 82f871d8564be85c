//! Days and hours as conditions compare them.

use chrono::{Datelike, NaiveDate};
use serde_json::Value;

/// Two days or two hours as they sort; `None` if either is neither, or they are not of a kind.
pub(super) fn moments(a: &Value, b: &Value) -> Option<(String, String)> {
    let (a, b) = (moment(a)?, moment(b)?);
    (a.len() == b.len()).then_some((a, b))
}

/// A day as it sorts, or an hour (`07:30`). A partial date stands for its first day.
fn moment(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    let digits = |from: usize, to: usize| text.get(from..to).is_some_and(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let at = |at: usize, mark: &str| text.get(at..=at) == Some(mark);
    match text.len() {
        4 if digits(0, 4) => Some(format!("{text}-01-01")),
        5 if digits(0, 2) && at(2, ":") && digits(3, 5) => Some(text.to_owned()),
        7 if digits(0, 4) && at(4, "-") && digits(5, 7) => Some(format!("{text}-01")),
        10 if digits(0, 4) && at(4, "-") && digits(5, 7) && at(7, "-") && digits(8, 10) => Some(text.to_owned()),
        _ => None,
    }
}

/// The day of an answer, if it is one of the calendar.
pub(super) fn day(value: &Value) -> Option<NaiveDate> {
    moment(value)?.parse().ok()
}

/// Full years from one day to another: somebody born on 29 February is a year older on 1 March.
pub(in crate::forms) fn years_between(from: NaiveDate, to: NaiveDate) -> i32 {
    let before_birthday = (to.month(), to.day()) < (from.month(), from.day());
    to.year() - from.year() - i32::from(before_birthday)
}
