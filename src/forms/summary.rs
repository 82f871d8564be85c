//! The answers as they are read again: in the review, by the official, on paper.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    answers::Answers,
    definition::{Field, FormPage},
    fields::{Kind, Scene},
    form::Form,
};
use crate::kernel::lang::Lang;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
pub struct SummarySection {
    pub title: String,
    /// Key of the page where it is answered.
    pub page: String,
    pub rows: Vec<SummaryRow>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
pub struct SummaryRow {
    pub field: String,
    pub label: String,
    /// As a person reads it; several lines are parted by `\n`; empty: not answered.
    pub value: String,
    /// Whether this is what was typed and could not be understood.
    pub unread: bool,
    pub sensitive: bool,
}

impl Form {
    /// Every question that is shown and its answer, section by section; questions that need no
    /// answer and have none are left out.
    pub fn summary(&self, answers: &Answers, today: NaiveDate, lang: Lang) -> Vec<SummarySection> {
        let shown = self.shown(answers, today);
        let seen = |key: &str| if shown.contains(key) { answers.get(key) } else { None };
        let scene = self.scene(&seen, today, lang);
        let mut sections = Vec::new();
        for page in &self.definition.pages {
            for section in &page.sections {
                let fields = section.fields.iter().filter(|field| shown.contains(field.key.as_str()));
                let rows: Vec<SummaryRow> = fields.filter_map(|field| row(field, answers, &scene)).collect();
                if !rows.is_empty() {
                    let title = section.title.as_ref().unwrap_or(&page.title).get(lang).to_owned();
                    sections.push(SummarySection { title, page: page.key.clone(), rows });
                }
            }
        }
        sections
    }

    /// The answers of one page only.
    pub fn page_summary(&self, page: &FormPage, answers: &Answers, today: NaiveDate, lang: Lang) -> Vec<SummarySection> {
        self.summary(answers, today, lang).into_iter().filter(|section| section.page == page.key).collect()
    }

    /// One answer as it is read; `None` if there is no such question or no answer.
    pub fn show(&self, key: &str, answers: &Answers, today: NaiveDate, lang: Lang) -> Option<String> {
        let field = self.definition.field(key)?;
        let seen = |key: &str| answers.get(key);
        let scene = self.scene(&seen, today, lang);
        answers.get(key).map(|value| field.kind.asked().show(value, &scene))
    }

    /// The facts of one page that are worked out from answers; an empty text: nothing to say yet.
    pub(super) fn worked_out(&self, page: &FormPage, answers: &Answers, today: NaiveDate, lang: Lang) -> BTreeMap<String, String> {
        let shown = self.shown(answers, today);
        let seen = |key: &str| if shown.contains(key) { answers.get(key) } else { None };
        let scene = self.scene(&seen, today, lang);
        let fact = |field: &Field| match &field.kind {
            Kind::Computed(computed) => Some((field.key.clone(), computed.work_out(&scene).unwrap_or_default())),
            _ => None,
        };
        page.fields().filter_map(fact).collect()
    }

    /// Every answer that can be chosen, with what it is called; none where one writes.
    pub fn choices(&self, field: &Field, lang: Lang) -> Vec<(String, String)> {
        let asked = field.kind.asked();
        let shared = asked.list().and_then(|name| self.definition().lists.get(name)).map(Vec::as_slice);
        let named = shared.unwrap_or_else(|| asked.options()).iter();
        let named: Vec<_> = named.map(|choice| (choice.value.clone(), choice.label.get(lang).to_owned())).collect();
        let is_flag = asked.schema().get("type").is_some_and(|kind| kind == "boolean");
        let flag = |on: bool| (on.to_string(), self.show_value(field, &serde_json::Value::Bool(on), lang));
        if is_flag { vec![flag(true), flag(false)] } else { named }
    }

    /// A value of a question as it is read, whatever else is answered.
    pub(super) fn show_value(&self, field: &Field, value: &serde_json::Value, lang: Lang) -> String {
        let scene = self.scene(&|_| None, NaiveDate::default(), lang);
        field.kind.asked().show(value, &scene)
    }
}

fn row(field: &Field, answers: &Answers, scene: &Scene<'_>) -> Option<SummaryRow> {
    let unread = answers.unread(&field.key);
    let value = match (&field.kind, unread, answers.get(&field.key)) {
        (Kind::Information(_), ..) => return None,
        (Kind::Computed(computed), ..) => computed.work_out(scene)?,
        (_, Some(typed), _) => typed.as_read(),
        (_, None, Some(value)) => field.kind.asked().show(value, scene),
        (_, None, None) if field.required => String::new(),
        (_, None, None) => return None,
    };
    let label = field.label.get(scene.lang).to_owned();
    Some(SummaryRow { field: field.key.clone(), label, value, unread: unread.is_some(), sensitive: field.sensitive })
}
