//! What a box offers to choose from.

use serde::Serialize;

use super::Question;
use crate::{
    catalogue::editing::{self, Filled},
    forms::{How, Setting},
    web::shell::Visit,
};

#[derive(Debug, Serialize)]
pub struct OptionView {
    pub value: String,
    pub text: String,
    pub chosen: bool,
}

const UNITS: &[&str] = &["working-days", "hours", "calendar-days", "same-day"];

/// What the file names is offered, too.
pub fn written_too(how: How, filled: &Filled, options: Vec<OptionView>) -> Vec<OptionView> {
    match how {
        How::Condition => filled.simple.parts.iter().fold(options, |options, part| offering(options, &part.question)),
        How::Exemptions => filled.rows.iter().fold(options, |options, row| offering(options, &row.when.question)),
        How::Several(_) => {
            let chosen = |value: &str| filled.text.lines().any(|line| line == value);
            options.into_iter().map(|option| OptionView { chosen: chosen(&option.value), ..option }).collect()
        }
        _ => offering(options, &filled.text),
    }
}

/// What is written in the file is offered even where the list does not know it: a page that was only
/// looked at changes nothing.
pub fn offering(mut options: Vec<OptionView>, written: &str) -> Vec<OptionView> {
    if !options.is_empty() && !options.iter().any(|option| option.value == written) && !written.is_empty() {
        options.push(OptionView { value: written.to_owned(), text: written.to_owned(), chosen: false });
    }
    options
}

pub fn options(visit: &Visit, setting: &Setting, questions: &[Question]) -> Vec<OptionView> {
    let nothing = || OptionView { value: String::new(), text: visit.text("box-nothing", &[]), chosen: false };
    match setting.how {
        How::One(words) => {
            let offered = words.iter().map(|word| word_view(visit, word));
            if setting.needed { offered.collect() } else { std::iter::once(nothing()).chain(offered).collect() }
        }
        How::Several(words) => words.iter().map(|word| word_view(visit, word)).collect(),
        How::Question | How::Questions | How::Condition | How::Exemptions => {
            let asked =
                questions.iter().map(|q| OptionView { value: q.key.clone(), text: format!("{} ({})", q.label, q.key), chosen: false });
            std::iter::once(nothing()).chain(asked).collect()
        }
        _ => Vec::new(),
    }
}

fn word_view(visit: &Visit, word: &str) -> OptionView {
    OptionView { value: word.to_owned(), text: visit.text(&format!("word-{}", word.replace('.', "-")), &[]), chosen: false }
}

pub fn others(visit: &Visit, how: How) -> Vec<OptionView> {
    let all = |words: &[&str], prefix: &str| {
        words
            .iter()
            .map(|word| OptionView { value: (*word).to_owned(), text: visit.text(&format!("{prefix}{word}"), &[]), chosen: false })
            .collect()
    };
    match how {
        How::Limit => all(UNITS, "unit-"),
        How::Condition | How::Exemptions => all(editing::TESTS, "test-"),
        _ => Vec::new(),
    }
}

/// The text of a value; the value itself if it is not offered.
pub fn text_of(options: &[OptionView], value: &str) -> String {
    options.iter().find(|option| option.value == value).map_or_else(|| value.to_owned(), |option| option.text.clone())
}
