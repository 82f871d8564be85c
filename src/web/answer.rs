//! What somebody typed into one box, and what is wrong with it.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::{extract::FormPairs, shell::Visit};
use crate::accounts::WeakPassword;

/// One box: shown again as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Answer {
    pub value: String,
    /// What to do about it; empty if nothing.
    pub error: String,
}

/// A line of the error summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    pub href: String,
    pub text: String,
}

/// A day of birth in three boxes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct BirthDate {
    pub day: String,
    pub month: String,
    pub year: String,
    pub error: String,
}

impl BirthDate {
    pub fn of(date: NaiveDate) -> Self {
        let (day, month) = (format!("{:02}", date.day()), format!("{:02}", date.month()));
        Self { day, month, year: date.year().to_string(), error: String::new() }
    }
}

/// What is wrong with a new password.
pub fn weakness(weak: WeakPassword) -> &'static str {
    match weak {
        WeakPassword::TooShort => "public-sign-up-password-short",
        WeakPassword::TooLong => "public-sign-up-password-long",
        WeakPassword::Common => "public-sign-up-password-common",
        WeakPassword::LikeAddress => "public-sign-up-password-address",
    }
}

/// The longest value shown again; nobody types more into one line.
const LONGEST: usize = 500;

impl Answer {
    pub fn typed(form: &FormPairs, name: &str) -> Self {
        Self { value: form.text(name).chars().take(LONGEST).collect(), error: String::new() }
    }

    pub fn of(value: &str) -> Self {
        Self { value: value.to_owned(), error: String::new() }
    }

    pub fn wrong(value: &str, error: &str) -> Self {
        Self { value: value.to_owned(), error: error.to_owned() }
    }
}

/// Collects what is wrong, in the order of the page.
pub struct Faults<'a> {
    visit: &'a Visit,
    pub list: Vec<Fault>,
}

impl<'a> Faults<'a> {
    pub fn new(visit: &'a Visit) -> Self {
        Self { visit, list: Vec::new() }
    }

    /// Notes a fault of the box `name`; returns its sentence.
    pub fn note(&mut self, name: &str, key: &str) -> String {
        let text = self.visit.text(key, &[]);
        self.list.push(Fault { href: format!("#{name}"), text: text.clone() });
        text
    }

    /// The word made from what was typed, or a fault.
    pub fn read<T: std::str::FromStr>(&mut self, answer: &mut Answer, name: &str, key: &str) -> Option<T> {
        let word = answer.value.parse().ok();
        if word.is_none() {
            answer.error = self.note(name, key);
        }
        word
    }

    /// Like [`Faults::read`] for a box that may stay empty.
    pub fn read_optional<T: std::str::FromStr>(&mut self, answer: &mut Answer, name: &str, key: &str) -> Option<T> {
        if answer.value.trim().is_empty() { None } else { self.read(answer, name, key) }
    }

    /// Three boxes that may stay empty together.
    pub fn read_birth_date(&mut self, form: &FormPairs, birth: &mut BirthDate, key: &str) -> Option<NaiveDate> {
        let part = |name: &str| form.text(&format!("birth-{name}")).trim().chars().take(20).collect::<String>();
        (birth.day, birth.month, birth.year) = (part("day"), part("month"), part("year"));
        if [&birth.day, &birth.month, &birth.year].iter().all(|part| part.is_empty()) {
            return None;
        }
        let (day, month, year) = (birth.day.parse().ok(), birth.month.parse().ok(), birth.year.parse().ok());
        let date = year.zip(month).zip(day).and_then(|((year, month), day)| NaiveDate::from_ymd_opt(year, month, day));
        let possible = date.filter(|date| date.year() >= 1900 && *date <= self.visit.now().today());
        if possible.is_none() {
            birth.error = self.note("birth", key);
        }
        possible
    }

    pub fn none(&self) -> bool {
        self.list.is_empty()
    }
}
