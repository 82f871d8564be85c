//! Comparisons of a condition: a question, a test, and a value in the words in which it is offered.

use serde::Serialize;

use super::Around;
use crate::{
    catalogue::{
        ServiceVersion,
        editing::{self, Comparisons, ExemptRow, Filled, Simple},
    },
    forms::How,
    kernel::lang::Lang,
    web::shell::Visit,
};

/// A question of the form, for conditions.
pub struct Question {
    pub key: String,
    pub label: String,
    /// The value of each answer that can be chosen, and what it is called.
    pub choices: Vec<(String, String)>,
}

#[derive(Debug, Serialize)]
pub struct ComparisonView {
    /// Of its boxes: ids are never twice on a page.
    id: String,
    question: String,
    test: String,
    value: String,
}

#[derive(Debug, Serialize)]
pub struct ExemptView {
    pub(super) number: usize,
    pub(super) reason: String,
    pub(super) english: String,
    pub(super) when: ComparisonView,
    pub(super) text: String,
    pub(super) said: String,
}

const MOST_COMPARISONS: usize = 8;

/// Every question that a service asks.
pub fn questions(version: &ServiceVersion, lang: Lang) -> Vec<Question> {
    let fields = version.definition.form.fields();
    let question = |field: &crate::forms::Field| Question {
        key: field.key.clone(),
        label: field.label.get(lang).to_owned(),
        choices: version.form.choices(field, lang),
    };
    fields.map(question).collect()
}

pub fn views(name: &str, parts: &[Simple], questions: &[Question]) -> Vec<ComparisonView> {
    let blank = Simple::default();
    let shown = parts.iter().chain((parts.len() < MOST_COMPARISONS).then_some(&blank));
    shown.enumerate().map(|(place, part)| view(&format!("{name}-{place}"), part, questions)).collect()
}

pub fn view(id: &str, part: &Simple, questions: &[Question]) -> ComparisonView {
    let part = as_read(part.clone(), questions);
    ComparisonView { id: id.to_owned(), question: part.question, test: part.test, value: part.value }
}

pub fn exempt_views(visit: &Visit, name: &str, rows: &[ExemptRow], around: &Around<'_>) -> Vec<ExemptView> {
    let blank = ExemptRow::default();
    let view = |(place, row): (usize, &ExemptRow)| {
        let simple = if row.when.question.is_empty() { Comparisons::default() } else { Comparisons::one(row.when.clone()) };
        let filled = Filled { text: row.text.clone(), simple, ..Filled::default() };
        ExemptView {
            number: place + 1,
            reason: row.reason.clone(),
            english: row.english.clone(),
            when: view(&format!("{name}-{place}"), &row.when, around.questions),
            text: row.text.clone(),
            said: said(visit, How::Condition, &filled, around.version),
        }
    };
    rows.iter().chain([&blank]).enumerate().map(view).collect()
}

pub fn said(visit: &Visit, how: How, filled: &Filled, version: Option<&ServiceVersion>) -> String {
    if how != How::Condition {
        return String::new();
    }
    let kind = |key: &str| version.and_then(|version| version.definition.form.kind_of(None, key));
    match (editing::condition_of(filled, &kind), version) {
        (Some(condition), Some(version)) => visit.text("box-said", &[("words", version.form.say(&condition, visit.lang()).into())]),
        _ => String::new(),
    }
}

/// The answer as the form calls it becomes the value that the file names.
pub fn as_written(part: Simple, questions: &[Question]) -> Simple {
    let Some(choices) = choices_of(&part.question, questions) else { return part };
    let whole = value_of(&part.value, choices);
    // Names may hold commas: between several of them stand semicolons.
    let mark = if part.value.contains(';') { ';' } else { ',' };
    let several = matches!(part.test.as_str(), "one_of" | "none_of") && (mark == ';' || whole == part.value);
    let value =
        if several { part.value.split(mark).map(|word| value_of(word.trim(), choices)).collect::<Vec<_>>().join(", ") } else { whole };
    Simple { value, ..part }
}

/// The other way; a value stays where its name would not lead back to it.
fn as_read(part: Simple, questions: &[Question]) -> Simple {
    let Some(choices) = choices_of(&part.question, questions) else { return part };
    let name = |value: &str| choices.iter().find(|(known, _)| known == value).map_or_else(|| value.to_owned(), |(_, name)| name.clone());
    let value = match part.test.as_str() {
        "one_of" | "none_of" => part.value.split(',').map(|value| name(value.trim())).collect::<Vec<_>>().join("; "),
        _ => name(&part.value),
    };
    let named = Simple { value, ..part.clone() };
    if as_written(named.clone(), questions) == part { named } else { part }
}

fn choices_of<'a>(key: &str, questions: &'a [Question]) -> Option<&'a [(String, String)]> {
    questions.iter().find(|question| question.key == key).map(|question| question.choices.as_slice()).filter(|all| !all.is_empty())
}

fn value_of(text: &str, choices: &[(String, String)]) -> String {
    let wanted = text.trim().to_lowercase();
    let known =
        choices.iter().find(|(value, _)| value == text).or_else(|| choices.iter().find(|(_, name)| name.trim().to_lowercase() == wanted));
    known.map_or_else(|| text.to_owned(), |(value, _)| value.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn questions() -> Vec<Question> {
        let choice = |value: &str, name: &str| (value.to_owned(), name.to_owned());
        let choices = vec![choice("village", "Nhà văn hóa thôn"), choice("ward", "Nhà văn hóa, thư viện phường"), choice("x", "village")];
        vec![Question { key: "kind".into(), label: "Loại hình".into(), choices }]
    }

    fn simple(test: &str, value: &str) -> Simple {
        Simple { question: "kind".into(), test: test.into(), value: value.into() }
    }

    #[test]
    fn a_value_is_read_and_typed_by_its_name() {
        assert_eq!(as_read(simple("is", "ward"), &questions()), simple("is", "Nhà văn hóa, thư viện phường"));
        assert_eq!(as_written(simple("is", " nhà văn hóa thôn"), &questions()), simple("is", "village"));
        let several = simple("one_of", "Nhà văn hóa thôn; Nhà văn hóa, thư viện phường");
        assert_eq!(as_written(several.clone(), &questions()), simple("one_of", "village, ward"));
        assert_eq!(as_read(simple("one_of", "village, ward"), &questions()), several);
    }

    #[test]
    fn a_name_that_would_lead_elsewhere_is_not_used() {
        assert_eq!(as_read(simple("is", "x"), &questions()), simple("is", "x"));
        assert_eq!(as_read(simple("is", "gone"), &questions()), simple("is", "gone"));
        assert_eq!(as_written(simple("one_of", "village,ward"), &questions()), simple("one_of", "village, ward"));
    }
}
