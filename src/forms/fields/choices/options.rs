//! The choices of a question: written in it, or those of a shared list.

use serde_json::{Value, json};

use super::super::Scene;
use crate::forms::{definition::Choice, faults::Fault, page_view::OptionView, typed::Typed};

/// Its own choices, or the shared list's.
pub(super) fn of<'a>(own: &'a [Choice], list: Option<&str>, scene: &'a Scene<'_>) -> &'a [Choice] {
    match list {
        Some(name) => scene.lists.get(name).map_or(&[], Vec::as_slice),
        None => own,
    }
}

/// The choice of this value.
pub(super) fn pick(choices: &[Choice], typed: &str) -> Result<Value, Fault> {
    let wanted = typed.trim();
    choices.iter().find(|choice| choice.value == wanted).map(|choice| json!(choice.value)).ok_or_else(|| Fault::new("form-choice"))
}

/// The label of a stored value; the value itself if the list no longer has it.
pub(super) fn label(choices: &[Choice], value: &Value, scene: &Scene<'_>) -> String {
    let stored = value.as_str().unwrap_or_default();
    choices.iter().find(|choice| choice.value == stored).map_or(stored, |choice| choice.label.get(scene.lang)).to_owned()
}

/// As the page shows them; what was typed is marked.
pub(super) fn views(choices: &[Choice], typed: &Typed, id: &str, scene: &Scene<'_>) -> Vec<OptionView> {
    let view = |(i, choice): (usize, &Choice)| OptionView {
        value: choice.value.clone(),
        label: choice.label.get(scene.lang).to_owned(),
        hint: choice.hint.as_ref().map(|hint| hint.get(scene.lang).to_owned()).unwrap_or_default(),
        chosen: typed.all().contains(&choice.value),
        id: if i == 0 { id.to_owned() } else { format!("{id}-{}", i + 1) },
    };
    choices.iter().enumerate().map(view).collect()
}

pub(super) fn faults(own: &[Choice], list: Option<&str>) -> Vec<String> {
    let mut faults = Vec::new();
    match (own.is_empty(), list) {
        (true, None) => faults.push("needs `options`, or the name of a `list`".to_owned()),
        (false, Some(_)) => faults.push("has both `options` and a `list`; keep one".to_owned()),
        _ => {}
    }
    for (i, choice) in own.iter().enumerate() {
        if own.iter().skip(i + 1).any(|other| other.value == choice.value) {
            faults.push(format!("offers the value `{}` twice", choice.value));
        }
    }
    faults
}

pub(super) fn schema(own: &[Choice], list: Option<&str>) -> Value {
    match list {
        Some(name) => json!({ "$ref": format!("#/$defs/{name}") }),
        None => json!({ "enum": own.iter().map(|choice| &choice.value).collect::<Vec<_>>() }),
    }
}
