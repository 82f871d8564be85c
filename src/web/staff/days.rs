//! Days in addresses and date boxes.

use chrono::NaiveDate;

/// As a browser's date box sends it, or as people write it.
pub fn day(raw: &str) -> Option<NaiveDate> {
    let raw = raw.trim();
    NaiveDate::parse_from_str(raw, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(raw, "%d/%m/%Y")).ok()
}

/// A day as a date box holds it; empty for none.
pub fn in_box(day: Option<NaiveDate>) -> String {
    day.map(|day| day.format("%Y-%m-%d").to_string()).unwrap_or_default()
}
