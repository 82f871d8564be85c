//! An e-mail address, kept in lower case.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::{Asked, Scene};
use crate::{
    forms::{How, Setting, faults::Fault, page_view::FieldView, typed::Typed},
    kernel::person::Email,
};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmailField {
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
}

impl Asked for EmailField {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[Setting::may("own", How::Flag { usual: false })];
        OWN
    }

    fn parse(&self, typed: &Typed, _scene: &Scene<'_>) -> Result<Value, Fault> {
        typed.get("").parse::<Email>().map(|email| json!(email.as_str())).map_err(|_| Fault::new("form-email"))
    }

    fn missing(&self) -> Fault {
        Fault::new("form-email")
    }

    fn schema(&self) -> Value {
        json!({ "type": "string", "format": "email" })
    }

    fn dress(&self, view: &mut FieldView, _typed: &Typed, _scene: &Scene<'_>) {
        "email".clone_into(&mut view.inputmode);
        if self.own {
            "email".clone_into(&mut view.autocomplete);
        }
    }
}
