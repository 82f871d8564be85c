//! A country of ISO 3166, under its Vietnamese name.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    super::{Asked, Scene},
    options,
};
use crate::forms::{faults::Fault, page_view::FieldView, typed::Typed};

/// Its choices are the shared list `countries`; the answer is the two letters of the country.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {}

const LIST: &str = "countries";

impl Asked for Country {
    fn parse(&self, typed: &Typed, scene: &Scene<'_>) -> Result<Value, Fault> {
        options::pick(options::of(&[], Some(LIST), scene), &typed.get("").to_uppercase())
    }

    fn show(&self, value: &Value, scene: &Scene<'_>) -> String {
        options::label(options::of(&[], Some(LIST), scene), value, scene)
    }

    fn missing(&self) -> Fault {
        Fault::new("form-missing-choice")
    }

    fn schema(&self) -> Value {
        json!({ "type": "string", "pattern": "^[A-Z]{2}$" })
    }

    fn dress(&self, view: &mut FieldView, typed: &Typed, scene: &Scene<'_>) {
        view.options = options::views(options::of(&[], Some(LIST), scene), typed, &view.id, scene);
    }

    fn list(&self) -> Option<&str> {
        Some(LIST)
    }
}
