//! Họ, chữ đệm và tên: one box, never split, never forced into capitals.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::{Asked, Scene};
use crate::{
    forms::{How, Setting, faults::Fault, page_view::FieldView, typed::Typed},
    kernel::person::PersonName,
};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FullName {
    /// The applicant's own name: the browser may offer it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
}

impl Asked for FullName {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[Setting::may("own", How::Flag { usual: false })];
        OWN
    }

    fn parse(&self, typed: &Typed, _scene: &Scene<'_>) -> Result<Value, Fault> {
        typed.get("").parse::<PersonName>().map(|name| json!(name.as_str())).map_err(|_| Fault::new("form-name"))
    }

    fn schema(&self) -> Value {
        json!({ "type": "string", "minLength": 2, "maxLength": 100 })
    }

    fn dress(&self, view: &mut FieldView, _typed: &Typed, _scene: &Scene<'_>) {
        view.max_length = 100;
        if self.own {
            "name".clone_into(&mut view.autocomplete);
        }
    }
}
