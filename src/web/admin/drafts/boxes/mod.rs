//! The boxes of an item: one setting as a page shows it, and as a form brings it back.

mod choices;
mod comparing;
mod samples;
mod typing;

use serde::Serialize;

use crate::{
    catalogue::{
        ServiceVersion,
        editing::{BoxFault, Filled},
    },
    forms::{How, Setting},
    web::shell::Visit,
};

pub use comparing::{Question, questions};
pub use samples::samples;
pub use typing::typed;

use choices::OptionView;
use comparing::{ComparisonView, ExemptView};

#[derive(Debug, Serialize)]
pub struct BoxView {
    name: &'static str,
    /// `line both long lines number flag one several limit condition exempt questions question`
    shape: &'static str,
    label: String,
    hint: String,
    optional: bool,
    /// Seldom needed: below the others, folded.
    rare: bool,
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

/// What stands around the boxes of an item.
pub struct Around<'a> {
    pub questions: &'a [Question],
    /// Missing while the files do not make a service.
    pub version: Option<&'a ServiceVersion>,
}

impl BoxView {
    pub fn id(&self) -> &'static str {
        self.name
    }

    /// Folded below the others.
    pub fn is_rare(&self) -> bool {
        self.rare
    }

    pub fn is_wrong(&self) -> bool {
        !self.error.is_empty()
    }

    /// `Mức thu: nhập số`
    pub fn told_error(&self) -> Option<String> {
        self.is_wrong().then(|| format!("{}: {}", self.label, self.error))
    }
}

pub fn view(visit: &Visit, setting: &Setting, filled: &Filled, fault: Option<&BoxFault>, around: &Around<'_>) -> BoxView {
    let detail = fault.map(BoxFault::detail).unwrap_or_default();
    let error = fault.map(|fault| visit.text(fault.text_key(), &[("detail", detail.into())])).unwrap_or_default();
    let lines = i64::try_from(filled.text.lines().count()).unwrap_or(i64::MAX);
    let is = |how: How| setting.how == how;
    BoxView {
        name: setting.name,
        shape: shape(setting.how),
        label: name(visit, setting),
        hint: hint(visit, setting),
        optional: !setting.needed,
        rare: is_rare(setting),
        text: filled.text.clone(),
        other: filled.other.clone(),
        rows: (lines + 1).clamp(3, 20),
        options: choices::written_too(setting.how, filled, choices::options(visit, setting, around.questions)),
        others: if is(How::Limit) {
            choices::offering(choices::others(visit, setting.how), &filled.other)
        } else {
            choices::others(visit, setting.how)
        },
        comparisons: if is(How::Condition) { comparing::views(setting.name, &filled.simple.parts, around.questions) } else { Vec::new() },
        any: filled.simple.join == "any",
        exempt: if is(How::Exemptions) { comparing::exempt_views(visit, setting.name, &filled.rows, around) } else { Vec::new() },
        said: comparing::said(visit, setting.how, filled, around.version),
        error,
    }
}

/// What a setting is called.
pub fn name(visit: &Visit, setting: &Setting) -> String {
    visit.text(&format!("setting-{}", label(setting)), &[])
}

/// What stands in a box, as a sentence or a line: for the eye that compares.
pub fn in_words(visit: &Visit, setting: &Setting, filled: &Filled, around: &Around<'_>) -> String {
    let said = comparing::said(visit, setting.how, filled, around.version);
    if !said.is_empty() {
        return said;
    }
    let chosen = |options: Vec<OptionView>| choices::text_of(&options, &filled.text);
    match setting.how {
        How::Exemptions => filled.rows.iter().map(|row| row.reason.clone()).collect::<Vec<_>>().join("\n"),
        How::Flag { .. } => visit.text(if filled.text == "yes" { "box-yes" } else { "box-no" }, &[]),
        How::Limit => format!("{} {}", filled.text, choices::text_of(&choices::others(visit, setting.how), &filled.other)),
        How::One(_) | How::Question => chosen(choices::options(visit, setting, around.questions)),
        How::Both | How::BothLong if !filled.other.is_empty() => format!("{}\n{}", filled.text, filled.other),
        _ => filled.text.clone(),
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

/// Settings that most items do without.
const RARE: &[&str] = &[
    "required_if",
    "default",
    "prefill",
    "same_as",
    "same_if",
    "missing",
    "sensitive",
    "verified",
    "decimals",
    "suggestions",
    "digits",
    "shapes",
    "shapes_said",
    "own",
    "when_said",
    "certified",
    "replaced_by_data",
    "max_files",
    "public_name_en",
    "clock",
    "allows",
    "at_most",
    "local",
    "said",
    "units",
    "tiers",
    "per_row",
    "row_name",
    "life_events",
    "not_needed",
    "exemptions",
    "unverified",
    "return_method",
    "only",
    "omit",
    "advice",
];

fn is_rare(setting: &Setting) -> bool {
    !setting.needed && RARE.contains(&setting.name)
}

fn hint(visit: &Visit, setting: &Setting) -> String {
    let key = match (setting.name, setting.how) {
        ("key", _) => "box-hint-key",
        ("kind", How::One(_)) => "box-hint-kind",
        ("subject", _) => "box-hint-subject",
        ("public_name", _) => "box-hint-public-name",
        ("amount", _) => "box-hint-amount",
        ("count", _) => "box-hint-count",
        (_, How::Lines) => "box-hint-lines",
        (_, How::BothLines) => "box-hint-both-lines",
        (_, How::Laws) => "box-hint-laws",
        (_, How::Choices) => "box-hint-choices",
        (_, How::Exemptions) => "box-hint-exemptions",
        (_, How::Hours) => "box-hint-hours",
        (_, How::Tiers) => "box-hint-tiers",
        (_, How::Day) => "box-hint-day",
        (_, How::Questions) => "box-hint-questions",
        (_, How::Several(_)) => "box-hint-several",
        (_, How::Condition) => "box-hint-condition",
        _ => return String::new(),
    };
    visit.text(key, &[])
}
