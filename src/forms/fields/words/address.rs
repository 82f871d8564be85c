//! The part of an address below the commune: house, street, village, residential group.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::{Asked, Scene};
use crate::{
    forms::{How, Setting, faults::Fault, page_view::FieldView, typed::Typed},
    kernel::text::line,
};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// The applicant's own address: the browser may offer it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
}

const LONGEST: u16 = 255;

impl Asked for Address {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[Setting::may("own", How::Flag { usual: false })];
        OWN
    }

    fn parse(&self, typed: &Typed, _scene: &Scene<'_>) -> Result<Value, Fault> {
        let text = line(typed.get(""));
        let length = text.chars().count();
        match length {
            0..=255 => Ok(json!(text)),
            _ => Err(Fault::new("form-text-long").count("max", LONGEST).count("length", length)),
        }
    }

    fn schema(&self) -> Value {
        json!({ "type": "string", "minLength": 1, "maxLength": LONGEST })
    }

    fn dress(&self, view: &mut FieldView, _typed: &Typed, _scene: &Scene<'_>) {
        view.max_length = LONGEST;
        if self.own {
            "street-address".clone_into(&mut view.autocomplete);
        }
    }
}
