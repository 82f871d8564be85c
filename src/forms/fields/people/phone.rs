//! A Vietnamese telephone number; kept as `+84912345678`.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::{Asked, Scene};
use crate::{
    forms::{How, Setting, faults::Fault, page_view::FieldView, typed::Typed},
    kernel::person::Phone,
};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhoneField {
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
}

fn national(value: &Value) -> String {
    let stored = value.as_str().unwrap_or_default();
    stored.parse::<Phone>().map_or_else(|_| stored.to_owned(), |phone| phone.national())
}

impl Asked for PhoneField {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[Setting::may("own", How::Flag { usual: false })];
        OWN
    }

    fn parse(&self, typed: &Typed, _scene: &Scene<'_>) -> Result<Value, Fault> {
        typed.get("").parse::<Phone>().map(|phone| json!(phone.as_str())).map_err(|_| Fault::new("form-phone"))
    }

    fn typed(&self, value: &Value) -> Typed {
        Typed::one(national(value))
    }

    fn show(&self, value: &Value, _scene: &Scene<'_>) -> String {
        national(value)
    }

    fn missing(&self) -> Fault {
        Fault::new("form-phone")
    }

    fn schema(&self) -> Value {
        json!({ "type": "string", "pattern": "^\\+84[0-9]{9,10}$" })
    }

    fn dress(&self, view: &mut FieldView, _typed: &Typed, _scene: &Scene<'_>) {
        "tel".clone_into(&mut view.inputmode);
        if self.own {
            "tel".clone_into(&mut view.autocomplete);
        }
    }
}
