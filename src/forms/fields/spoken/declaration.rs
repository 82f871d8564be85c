//! A box to tick under a text: only a tick is an answer.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::{Asked, Scene};
use crate::forms::{Beginning, How, Setting, definition::Text, faults::Fault, page_view::FieldView, typed::Typed};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    pub text: Text,
}

impl Asked for Declaration {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[Setting::needed("text", How::BothLong)];
        OWN
    }

    fn beginnings() -> &'static [Beginning] {
        &[(&["text"], "\"Tôi cam đoan những điều đã khai là đúng.\"")]
    }

    fn parse(&self, typed: &Typed, _scene: &Scene<'_>) -> Result<Value, Fault> {
        match typed.all().iter().rev().find(|text| !text.is_empty()).map(|text| text.trim()) {
            Some("yes") => Ok(json!(true)),
            _ => Err(self.missing()),
        }
    }

    fn typed(&self, value: &Value) -> Typed {
        Typed::one(if value.as_bool() == Some(true) { "yes" } else { "" })
    }

    fn show(&self, value: &Value, scene: &Scene<'_>) -> String {
        if value.as_bool() == Some(true) { self.text.get(scene.lang).to_owned() } else { String::new() }
    }

    fn missing(&self) -> Fault {
        Fault::new("form-declaration")
    }

    fn schema(&self) -> Value {
        json!({ "const": true })
    }

    fn dress(&self, view: &mut FieldView, typed: &Typed, scene: &Scene<'_>) {
        self.text.get(scene.lang).clone_into(&mut view.text);
        if typed.all().iter().any(|text| text == "yes") { "yes" } else { "" }.clone_into(&mut view.value);
    }

    fn faults(&self, _kind_of: &dyn Fn(&str) -> Option<&'static str>) -> Vec<String> {
        if self.text.vi.is_empty() { vec!["needs the `text` that is declared".to_owned()] } else { Vec::new() }
    }
}
