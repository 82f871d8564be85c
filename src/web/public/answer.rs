//! What somebody typed into one box, and what is wrong with it.

use serde::Serialize;

use crate::web::{extract::FormPairs, shell::Visit};

/// One box: shown again as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Answer {
    pub value: String,
    /// What to do about it; empty if nothing.
    pub error: String,
}

/// A line of the error summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Fault {
    pub href: String,
    pub text: String,
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
pub(super) struct Faults<'a> {
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

    pub fn none(&self) -> bool {
        self.list.is_empty()
    }
}
