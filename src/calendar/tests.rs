//! The twelve computed cases of the law's clock, and what must hold for every other.

mod cases;
mod properties;
mod stories;

use chrono::NaiveDateTime;

use super::{Calendar, Calendars, counting::instant};
use crate::kernel::clock::{Instant, local};

/// The calendars as installed.
fn calendars() -> Calendars {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/config/calendar");
    let files = std::fs::read_dir(folder).expect("the calendar's folder").map(|entry| {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        (name, std::fs::read_to_string(&path).expect("its text"))
    });
    Calendars::read(files.collect::<Vec<_>>()).expect("good files")
}

fn calendar() -> Calendar {
    calendars().national().clone()
}

/// `2026-01-05 09:00`, local.
fn at(text: &str) -> Instant {
    instant(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect(text))
}

fn shown(at: Instant) -> String {
    local(at).format("%Y-%m-%d %H:%M").to_string()
}
