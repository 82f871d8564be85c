//! The boxes of an item: one setting as a page shows it, and as a form brings it back.

use serde::Serialize;

use crate::{
    catalogue::{
        ServiceVersion,
        editing::{self, BoxFault, Filled, Simple},
    },
    forms::{How, Setting},
    web::{extract::FormPairs, shell::Visit},
};

/// A question of the form, for conditions.
pub struct Question {
    pub key: String,
    pub label: String,
}

#[derive(Debug, Serialize)]
pub struct BoxView {
    name: &'static str,
    /// `line both long lines number flag one limit condition data question`
    shape: &'static str,
    label: String,
    hint: String,
    optional: bool,
    text: String,
    other: String,
    rows: i64,
    options: Vec<OptionView>,
    /// Of a limit: its units; of a condition: its comparisons.
    others: Vec<OptionView>,
    question: String,
    test: String,
    value: String,
    /// The condition in words.
    said: String,
    error: String,
}

#[derive(Debug, Serialize)]
struct OptionView {
    value: String,
    text: String,
}

impl BoxView {
    pub fn id(&self) -> &'static str {
        self.name
    }

    /// `Mức thu: nhập số`
    pub fn told_error(&self) -> Option<String> {
        (!self.error.is_empty()).then(|| format!("{}: {}", self.label, self.error))
    }
}

const UNITS: &[&str] = &["working-days", "hours", "calendar-days", "same-day"];

/// What a browser sent for a setting.
pub fn typed(setting: &Setting, form: &FormPairs) -> Filled {
    let of = |suffix: &str| form.text(&format!("{}{suffix}", setting.name)).to_owned();
    match setting.how {
        How::Both | How::BothLong => Filled { text: of(""), other: of(".en"), ..Filled::default() },
        How::Limit => Filled { text: of(""), other: of(".unit"), ..Filled::default() },
        How::Condition => {
            let simple = Simple { question: of(".question"), test: of(".test"), value: of(".value") };
            // Without a question the other two boxes mean nothing.
            let simple = if simple.question.is_empty() { Simple::default() } else { simple };
            Filled { text: of(""), other: String::new(), simple }
        }
        _ => Filled::text(of("")),
    }
}

pub fn view(
    visit: &Visit,
    setting: &Setting,
    filled: &Filled,
    fault: Option<&BoxFault>,
    questions: &[Question],
    version: Option<&ServiceVersion>,
) -> BoxView {
    let detail = fault.map(BoxFault::detail).unwrap_or_default();
    let error = fault.map(|fault| visit.text(fault.text_key(), &[("detail", detail.into())])).unwrap_or_default();
    let lines = i64::try_from(filled.text.lines().count()).unwrap_or(i64::MAX);
    BoxView {
        name: setting.name,
        shape: shape(setting.how),
        label: visit.text(&format!("setting-{}", label(setting)), &[]),
        hint: hint(visit, setting.how),
        optional: !setting.needed,
        text: filled.text.clone(),
        other: filled.other.clone(),
        rows: (lines + 1).clamp(3, 20),
        options: offering(
            options(visit, setting, questions),
            if setting.how == How::Condition { &filled.simple.question } else { &filled.text },
        ),
        others: offering(others(visit, setting.how), if setting.how == How::Condition { &filled.simple.test } else { &filled.other }),
        question: filled.simple.question.clone(),
        test: filled.simple.test.clone(),
        value: filled.simple.value.clone(),
        said: said(visit, setting.how, filled, version),
        error,
    }
}

/// `field` is the field of work of a service, and a question elsewhere.
fn label(setting: &Setting) -> &'static str {
    match (setting.name, setting.how) {
        ("field", How::Question) => "question",
        (name, _) => name,
    }
}

fn shape(how: How) -> &'static str {
    match how {
        How::Line => "line",
        How::Both => "both",
        How::BothLong => "long",
        How::Lines | How::BothLines | How::Laws | How::Choices | How::Exemptions => "lines",
        How::Number | How::Hours => "number",
        How::Flag { .. } => "flag",
        How::One(_) => "one",
        How::Limit => "limit",
        How::Condition => "condition",
        How::Question => "question",
        How::Data => "data",
    }
}

fn hint(visit: &Visit, how: How) -> String {
    let key = match how {
        How::Lines => "box-hint-lines",
        How::BothLines => "box-hint-both-lines",
        How::Laws => "box-hint-laws",
        How::Choices => "box-hint-choices",
        How::Exemptions => "box-hint-exemptions",
        How::Hours => "box-hint-hours",
        How::Data => "box-hint-data",
        How::Condition => "box-hint-condition",
        _ => return String::new(),
    };
    visit.text(key, &[])
}

/// What is written in the file is offered even where the list does not know it: a page that was only
/// looked at changes nothing.
fn offering(mut options: Vec<OptionView>, written: &str) -> Vec<OptionView> {
    if !options.is_empty() && !options.iter().any(|option| option.value == written) && !written.is_empty() {
        options.push(OptionView { value: written.to_owned(), text: written.to_owned() });
    }
    options
}

fn options(visit: &Visit, setting: &Setting, questions: &[Question]) -> Vec<OptionView> {
    let nothing = || OptionView { value: String::new(), text: visit.text("box-nothing", &[]) };
    match setting.how {
        How::One(words) => {
            let word =
                |word: &&str| OptionView { value: (*word).to_owned(), text: visit.text(&format!("word-{}", word.replace('.', "-")), &[]) };
            let offered = words.iter().map(word);
            if setting.needed { offered.collect() } else { std::iter::once(nothing()).chain(offered).collect() }
        }
        How::Question | How::Condition => {
            let asked = questions.iter().map(|q| OptionView { value: q.key.clone(), text: format!("{} ({})", q.label, q.key) });
            std::iter::once(nothing()).chain(asked).collect()
        }
        _ => Vec::new(),
    }
}

fn others(visit: &Visit, how: How) -> Vec<OptionView> {
    let all = |words: &[&str], prefix: &str| {
        words.iter().map(|word| OptionView { value: (*word).to_owned(), text: visit.text(&format!("{prefix}{word}"), &[]) }).collect()
    };
    match how {
        How::Limit => all(UNITS, "unit-"),
        How::Condition => all(editing::TESTS, "test-"),
        _ => Vec::new(),
    }
}

fn said(visit: &Visit, how: How, filled: &Filled, version: Option<&ServiceVersion>) -> String {
    if how != How::Condition {
        return String::new();
    }
    let kind = |key: &str| version.and_then(|version| version.definition.form.kind_of(None, key));
    match (editing::condition_of(filled, &kind), version) {
        (Some(condition), Some(version)) => visit.text("box-said", &[("words", version.form.say(&condition, visit.lang()).into())]),
        _ => String::new(),
    }
}

/// One of every shape, as samples show them.
pub fn samples() -> Vec<BoxView> {
    let shapes = ["line", "both", "long", "lines", "number", "flag", "one", "limit", "condition", "question", "data"];
    let option = || vec![OptionView { value: "1".into(), text: "Một".into() }];
    let names = ["key", "name", "hint", "keywords", "amount", "local", "duty", "limit", "when", "count", "tiers"];
    let view = |(shape, name): (&'static str, &'static str)| BoxView {
        name,
        shape,
        label: "Mức thu".into(),
        hint: "Mỗi dòng một câu".into(),
        optional: shape == "line",
        text: "8000".into(),
        other: "8000".into(),
        rows: 3,
        options: option(),
        others: option(),
        question: "1".into(),
        test: "1".into(),
        value: "1".into(),
        said: "Chỉ khi: Tình trạng là “Đã ly hôn”".into(),
        error: if name == "amount" { "nhập số".into() } else { String::new() },
    };
    shapes.into_iter().zip(names).map(view).collect()
}
