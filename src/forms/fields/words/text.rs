//! One line of text.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::{Asked, Scene};
use crate::{
    forms::{How, Setting, definition::Text, faults::Fault, page_view::FieldView, typed::Typed},
    kernel::text::line,
};

/// One line, at most 255 characters unless the form says less.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextField {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<u16>,
    /// What people often answer; shown as suggestions, anything else may be typed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suggestions: Vec<String>,
    /// Only digits, with this sentence when there is something else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digits: Option<Text>,
    /// It looks like one of these, where `9` is a digit, `A` a letter from A to Z, and any other sign
    /// itself: `["99A-999.99"]`. Kept in capitals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shapes: Vec<String>,
    /// The sentence when it looks like none of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shapes_said: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub autocomplete: Option<String>,
}

const LONGEST: u16 = 255;

fn fits(shape: &str, text: &str) -> bool {
    let one = |(shape, c): (char, char)| match shape {
        '9' => c.is_ascii_digit(),
        'A' => c.is_ascii_uppercase(),
        other => c == other,
    };
    shape.chars().count() == text.chars().count() && shape.chars().zip(text.chars()).all(one)
}

impl Asked for TextField {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[
            Setting::may("min", How::Number),
            Setting::may("max", How::Number),
            Setting::may("suggestions", How::Lines),
            Setting::may("digits", How::Both),
            Setting::may("shapes", How::Lines),
        ];
        OWN
    }

    fn parse(&self, typed: &Typed, _scene: &Scene<'_>) -> Result<Value, Fault> {
        let text = line(typed.get(""));
        let length = text.chars().count();
        let max = usize::from(self.max.unwrap_or(LONGEST).min(LONGEST));
        if length > max {
            return Err(Fault::new("form-text-long").count("max", max).count("length", length));
        }
        if let Some(min) = self.min.map(usize::from).filter(|min| length < *min) {
            return Err(Fault::new("form-text-short").count("min", min));
        }
        if let Some(said) = &self.shapes_said {
            let text = line(&text.to_uppercase());
            return if self.shapes.iter().any(|shape| fits(shape, &text)) { Ok(json!(text)) } else { Err(Fault::Said(said.clone())) };
        }
        match &self.digits {
            Some(said) if !text.bytes().all(|b| b.is_ascii_digit()) => Err(Fault::Said(said.clone())),
            _ => Ok(json!(text)),
        }
    }

    fn schema(&self) -> Value {
        json!({ "type": "string", "minLength": self.min.unwrap_or(1), "maxLength": self.max.unwrap_or(LONGEST) })
    }

    fn dress(&self, view: &mut FieldView, _typed: &Typed, _scene: &Scene<'_>) {
        view.suggestions.clone_from(&self.suggestions);
        view.autocomplete = self.autocomplete.clone().unwrap_or_default();
        view.max_length = self.max.unwrap_or(LONGEST);
        if self.digits.is_some() {
            "numeric".clone_into(&mut view.inputmode);
        }
    }

    fn faults(&self, _kind_of: &dyn Fn(&str) -> Option<&'static str>) -> Vec<String> {
        let half = self.shapes.is_empty() != self.shapes_said.is_none();
        if half { vec!["`shapes` and `shapes_said` need each other".to_owned()] } else { Vec::new() }
    }
}
