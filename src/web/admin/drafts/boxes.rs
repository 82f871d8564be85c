//! The boxes of an item: one setting as a page shows it, and as a form brings it back.

use serde::Serialize;

use crate::{
    catalogue::{
        ServiceVersion,
        editing::{self, BoxFault, Comparisons, ExemptRow, Filled, Simple},
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
    /// `line both long lines number flag one several limit condition exempt questions question`
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
    /// Of a condition: its comparisons and one to go on with.
    comparisons: Vec<ComparisonView>,
    /// One of them is enough.
    any: bool,
    /// Of exemptions: each and one to go on with.
    exempt: Vec<ExemptView>,
    /// The condition in words.
    said: String,
    error: String,
}

#[derive(Debug, Serialize)]
struct ComparisonView {
    /// Of its boxes: ids are never twice on a page.
    id: String,
    question: String,
    test: String,
    value: String,
}

#[derive(Debug, Serialize)]
struct ExemptView {
    number: usize,
    reason: String,
    english: String,
    when: ComparisonView,
    text: String,
    said: String,
}

#[derive(Debug, Serialize)]
struct OptionView {
    value: String,
    text: String,
    chosen: bool,
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
            Filled { text: of(""), simple: Comparisons::of(&of(".join"), comparisons(setting.name, form)), ..Filled::default() }
        }
        How::Exemptions => Filled { rows: exempt(setting.name, form), ..Filled::default() },
        How::Several(_) => Filled::text(form.all(setting.name).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("\n")),
        _ => Filled::text(of("")),
    }
}

/// The n-th comparison is the n-th of each box.
fn comparisons(name: &str, form: &FormPairs) -> Vec<Simple> {
    let (tests, values) = (format!("{name}.test"), format!("{name}.value"));
    let (mut tests, mut values) = (form.all(&tests), form.all(&values));
    let question = format!("{name}.question");
    let read = |question: &str| Simple {
        question: question.to_owned(),
        test: tests.next().unwrap_or_default().to_owned(),
        value: values.next().unwrap_or_default().to_owned(),
    };
    form.all(&question).map(read).collect()
}

fn exempt(name: &str, form: &FormPairs) -> Vec<ExemptRow> {
    let all = |word: &str| form.all(&format!("{name}.{word}")).map(str::to_owned).collect::<Vec<_>>();
    let (reasons, english, texts) = (all("reason"), all("english"), all("text"));
    let whens = comparisons(name, form);
    let at = |list: &[String], place: usize| list.get(place).cloned().unwrap_or_default();
    let row = |(place, reason): (usize, &String)| ExemptRow {
        reason: reason.clone(),
        english: at(&english, place),
        // Without a question the other two boxes mean nothing.
        when: whens.get(place).filter(|when| !when.question.is_empty()).cloned().unwrap_or_default(),
        text: at(&texts, place),
    };
    reasons.iter().enumerate().map(row).collect()
}

fn comparison_views(name: &str, parts: &[Simple]) -> Vec<ComparisonView> {
    let blank = Simple::default();
    let shown = parts.iter().chain((parts.len() < MOST_COMPARISONS).then_some(&blank));
    shown.enumerate().map(|(place, part)| comparison_view(&format!("{name}-{place}"), part)).collect()
}

fn comparison_view(id: &str, part: &Simple) -> ComparisonView {
    ComparisonView { id: id.to_owned(), question: part.question.clone(), test: part.test.clone(), value: part.value.clone() }
}

const MOST_COMPARISONS: usize = 8;

fn exempt_views(visit: &Visit, name: &str, rows: &[ExemptRow], version: Option<&ServiceVersion>) -> Vec<ExemptView> {
    let blank = ExemptRow::default();
    let view = |(place, row): (usize, &ExemptRow)| {
        let simple = if row.when.question.is_empty() { Comparisons::default() } else { Comparisons::one(row.when.clone()) };
        let filled = Filled { text: row.text.clone(), simple, ..Filled::default() };
        ExemptView {
            number: place + 1,
            reason: row.reason.clone(),
            english: row.english.clone(),
            when: comparison_view(&format!("{name}-{place}"), &row.when),
            text: row.text.clone(),
            said: said(visit, How::Condition, &filled, version),
        }
    };
    rows.iter().chain([&blank]).enumerate().map(view).collect()
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
        options: written_too(setting.how, filled, options(visit, setting, questions)),
        others: if setting.how == How::Limit { offering(others(visit, setting.how), &filled.other) } else { others(visit, setting.how) },
        comparisons: if setting.how == How::Condition { comparison_views(setting.name, &filled.simple.parts) } else { Vec::new() },
        any: filled.simple.join == "any",
        exempt: if setting.how == How::Exemptions { exempt_views(visit, setting.name, &filled.rows, version) } else { Vec::new() },
        said: said(visit, setting.how, filled, version),
        error,
    }
}

/// What the file names is offered, too.
fn written_too(how: How, filled: &Filled, options: Vec<OptionView>) -> Vec<OptionView> {
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

/// `field` is the field of work of a service, and a question elsewhere.
fn label(setting: &Setting) -> &'static str {
    match (setting.name, setting.how) {
        ("field", How::Question) => "question",
        (name, _) => name,
    }
}

fn shape(how: How) -> &'static str {
    match how {
        How::Line | How::Day => "line",
        How::Both => "both",
        How::BothLong => "long",
        How::Lines | How::BothLines | How::Laws | How::Choices | How::Tiers => "lines",
        How::Questions => "questions",
        How::Several(_) => "several",
        How::Exemptions => "exempt",
        How::Number | How::Hours => "number",
        How::Flag { .. } => "flag",
        How::One(_) => "one",
        How::Limit => "limit",
        How::Condition => "condition",
        How::Question => "question",
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
        How::Tiers => "box-hint-tiers",
        How::Day => "box-hint-day",
        How::Questions => "box-hint-questions",
        How::Several(_) => "box-hint-several",
        How::Condition => "box-hint-condition",
        _ => return String::new(),
    };
    visit.text(key, &[])
}

/// What is written in the file is offered even where the list does not know it: a page that was only
/// looked at changes nothing.
fn offering(mut options: Vec<OptionView>, written: &str) -> Vec<OptionView> {
    if !options.is_empty() && !options.iter().any(|option| option.value == written) && !written.is_empty() {
        options.push(OptionView { value: written.to_owned(), text: written.to_owned(), chosen: false });
    }
    options
}

fn options(visit: &Visit, setting: &Setting, questions: &[Question]) -> Vec<OptionView> {
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

fn others(visit: &Visit, how: How) -> Vec<OptionView> {
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
    let shapes =
        ["line", "both", "long", "lines", "number", "flag", "one", "limit", "condition", "question", "several", "exempt", "questions"];
    let option = || vec![OptionView { value: "1".into(), text: "Một".into(), chosen: true }];
    let names = ["key", "name", "hint", "keywords", "amount", "local", "duty", "limit", "when", "count", "allows", "exempt", "phone"];
    let simple = Simple { question: "1".into(), test: "1".into(), value: "1".into() };
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
        comparisons: comparison_views(name, std::slice::from_ref(&simple)),
        any: true,
        exempt: vec![ExemptView {
            number: 1,
            reason: "Hộ nghèo".into(),
            english: "Poor household".into(),
            when: comparison_view("exempt-0", &simple),
            text: String::new(),
            said: "Nghĩa là: thuộc hộ nghèo".into(),
        }],
        said: "Chỉ khi: Tình trạng là “Đã ly hôn”".into(),
        error: if name == "amount" { "nhập số".into() } else { String::new() },
    };
    shapes.into_iter().zip(names).map(view).collect()
}
