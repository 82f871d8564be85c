//! An amount of money, in whole đồng.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    super::{Asked, Scene},
    number::thousandths,
};
use crate::{
    forms::{How, Setting, faults::Fault, page_view::FieldView, typed::Typed},
    kernel::money::Money,
};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoneyField {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
}

const LARGEST: i64 = 999_999_999_999;

impl Asked for MoneyField {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[Setting::may("min", How::Number), Setting::may("max", How::Number)];
        OWN
    }

    fn parse(&self, typed: &Typed, _scene: &Scene<'_>) -> Result<Value, Fault> {
        let text = typed.get("").replace(['₫', 'đ', 'Đ'], "");
        let amount = thousandths(text.trim_end_matches("ồng"), 0).ok_or_else(|| Fault::new("form-money"))? / 1000;
        let (min, max) = (self.min.unwrap_or(0), self.max.unwrap_or(LARGEST));
        if (min..=max).contains(&amount) {
            Ok(json!(amount))
        } else {
            Err(Fault::new("form-money-between").with("min", Money::dong(min)).with("max", Money::dong(max)))
        }
    }

    fn typed(&self, value: &Value) -> Typed {
        Typed::one(value.as_i64().map(|amount| Money::dong(amount).to_string().replace(['\u{a0}', '₫'], "")).unwrap_or_default())
    }

    fn show(&self, value: &Value, _scene: &Scene<'_>) -> String {
        value.as_i64().map(|amount| Money::dong(amount).to_string()).unwrap_or_default()
    }

    fn schema(&self) -> Value {
        json!({ "type": "integer", "minimum": self.min.unwrap_or(0), "maximum": self.max.unwrap_or(LARGEST) })
    }

    fn dress(&self, view: &mut FieldView, _typed: &Typed, _scene: &Scene<'_>) {
        "numeric".clone_into(&mut view.inputmode);
        "₫".clone_into(&mut view.suffix);
    }
}
