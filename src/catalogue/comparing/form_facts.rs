//! The facts of a form: its pages, its questions, its rules.

use super::facts::Teller;
use crate::forms::{Field, FormPage};

pub(super) fn tell(teller: &mut Teller<'_>) {
    let definition = teller.version.definition.clone();
    let order: Vec<&str> = definition.form.pages.iter().map(|page| page.title.vi.as_str()).collect();
    teller.note(("form", "", ""), "order", order.join(" → "));
    for page in &definition.form.pages {
        tell_page(teller, page);
    }
}

fn tell_page(teller: &mut Teller<'_>, page: &FormPage) {
    let of = ("form", page.key.as_str(), page.title.vi.as_str());
    teller.text(of, "title", &page.title);
    teller.maybe(of, "hint", page.hint.as_ref());
    teller.condition(of, "show_if", page.show_if.as_ref());
    let questions: Vec<&str> = page.fields().map(|field| field.label.vi.as_str()).collect();
    teller.note(of, "questions", questions.join("\n"));
    for (place, section) in page.sections.iter().enumerate() {
        let key = format!("{}/{place}", page.key);
        let of = ("form", key.as_str(), page.title.vi.as_str());
        teller.maybe(of, "section", section.title.as_ref());
        teller.maybe(of, "section_hint", section.hint.as_ref());
        teller.condition(of, "section_if", section.show_if.as_ref());
    }
    for field in page.fields() {
        tell_field(teller, page, field);
    }
    for (place, rule) in page.rules.iter().enumerate() {
        let key = format!("{}#{place}", page.key);
        let of = ("form", key.as_str(), page.title.vi.as_str());
        teller.condition(of, "rule", Some(&rule.when));
        teller.text(of, "message", &rule.message);
    }
}

fn tell_field(teller: &mut Teller<'_>, page: &FormPage, field: &Field) {
    let item = format!("{} › {}", page.title.vi, if field.label.vi.is_empty() { &field.key } else { &field.label.vi });
    let of = ("form", field.key.as_str(), item.as_str());
    teller.text(of, "label", &field.label);
    teller.note(of, "kind", field.kind.word());
    teller.maybe(of, "hint", field.hint.as_ref());
    teller.flag(of, "required", field.required);
    teller.condition(of, "required_if", field.required_if.as_ref());
    teller.condition(of, "show_if", field.show_if.as_ref());
    teller.note(of, "default", field.default.clone().unwrap_or_default());
    // What is particular to the kind, as it is written: few people change it, and nothing may be hidden.
    let mut own = serde_json::to_value(&field.kind).unwrap_or_default();
    if let Some(own) = own.as_object_mut() {
        own.shift_remove("kind");
    }
    if own.as_object().is_some_and(|own| !own.is_empty()) {
        teller.note(of, "settings", own.to_string());
    }
}
