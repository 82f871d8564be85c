//! Several lines of text.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::{Asked, Scene};
use crate::{
    forms::{How, Setting, faults::Fault, page_view::FieldView, typed::Typed},
    kernel::text::paragraph,
};

/// At most 2,000 characters unless the form says less.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Textarea {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<u8>,
}

const LONGEST: u16 = 2_000;

impl Asked for Textarea {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[Setting::may("max", How::Number), Setting::may("rows", How::Number)];
        OWN
    }

    fn parse(&self, typed: &Typed, _scene: &Scene<'_>) -> Result<Value, Fault> {
        let text = paragraph(typed.get(""));
        let length = text.chars().count();
        let max = usize::from(self.max.unwrap_or(LONGEST).min(LONGEST));
        if length > max { Err(Fault::new("form-text-long").count("max", max).count("length", length)) } else { Ok(json!(text)) }
    }

    fn schema(&self) -> Value {
        json!({ "type": "string", "minLength": 1, "maxLength": self.max.unwrap_or(LONGEST) })
    }

    fn dress(&self, view: &mut FieldView, _typed: &Typed, _scene: &Scene<'_>) {
        view.rows = self.rows.unwrap_or(4);
        view.max_length = self.max.unwrap_or(LONGEST);
    }
}
