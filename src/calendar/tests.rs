//! The twelve computed cases of the law's clock, and what must hold for every other.

mod cases;
mod properties;
mod stories;

use chrono::NaiveDateTime;

use super::{Calendar, Calendars, counting::instant};
use crate::{
    kernel::clock::{Instant, local},
    platform::config::ConfigFolder,
};

/// The calendars as installed.
fn calendars() -> Calendars {
    Calendars::load(&ConfigFolder::embedded()).expect("good files")
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
