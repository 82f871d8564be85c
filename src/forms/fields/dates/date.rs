//! A day. Not after today, unless the form says otherwise.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    super::{Asked, Scene},
    boxes,
};
use crate::forms::{
    conditions::Operand,
    faults::Fault,
    page_view::FieldView,
    typed::{Shape, Typed},
};

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Date {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Operand>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_after: Option<Operand>,
    /// Days to come are possible.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub future: bool,
    /// The applicant's own day of birth: the browser may offer it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
}

/// A form that says nothing means: not after today.
pub(super) fn latest(not_after: Option<&Operand>, future: bool) -> Option<Operand> {
    match (not_after, future) {
        (None, false) => Some(Operand::DaysAgo(0)),
        (bound, _) => bound.cloned(),
    }
}

pub(super) fn operands(bounds: [Option<&Operand>; 2]) -> Vec<&str> {
    bounds.into_iter().flatten().filter_map(|bound| if let Operand::Field(key) = bound { Some(key.as_str()) } else { None }).collect()
}

/// Bounds must be days: a fixed one, one counted from today, or an earlier date of the form.
pub(super) fn bound_faults(bounds: [Option<&Operand>; 2], kind_of: &dyn Fn(&str) -> Option<&'static str>) -> Vec<String> {
    let wrong = |bound: &Operand| match bound {
        Operand::Field(key) if !matches!(kind_of(key), Some("date" | "partial_date")) => {
            Some(format!("`{key}` is no earlier date of this form"))
        }
        Operand::Value(value) if value.as_str().and_then(|text| text.parse::<NaiveDate>().ok()).is_none() => {
            Some(format!("{value} is no day; write \"2026-11-23\""))
        }
        _ => None,
    };
    bounds.into_iter().flatten().filter_map(wrong).collect()
}

impl Asked for Date {
    fn word(&self) -> &'static str {
        "date"
    }

    fn shape(&self) -> Shape {
        Shape::Boxes(boxes::PARTS)
    }

    fn parse(&self, typed: &Typed, scene: &Scene<'_>) -> Result<Value, Fault> {
        let (day, month, year) = boxes::split(typed);
        let day = boxes::number(&day, "form-date-no-day")?;
        let month = boxes::number(&month, "form-date-no-month")?;
        let date = NaiveDate::from_ymd_opt(boxes::year(&year)?, month, day).ok_or_else(|| Fault::new("form-date-unreal"))?;
        let latest = latest(self.not_after.as_ref(), self.future);
        boxes::within(date, date, self.not_before.as_ref(), latest.as_ref(), scene)?;
        Ok(json!(date.format("%Y-%m-%d").to_string()))
    }

    fn typed(&self, value: &Value) -> Typed {
        boxes::typed(value)
    }

    fn show(&self, value: &Value, _scene: &Scene<'_>) -> String {
        boxes::show(value)
    }

    fn missing(&self) -> Fault {
        Fault::new("form-missing-date")
    }

    fn schema(&self) -> Value {
        json!({ "type": "string", "format": "date" })
    }

    fn dress(&self, view: &mut FieldView, typed: &Typed, _scene: &Scene<'_>) {
        boxes::dress(view, typed, self.own);
    }

    fn faults(&self, kind_of: &dyn Fn(&str) -> Option<&'static str>) -> Vec<String> {
        bound_faults([self.not_before.as_ref(), self.not_after.as_ref()], kind_of)
    }

    fn looks_at(&self) -> Vec<&str> {
        operands([self.not_before.as_ref(), self.not_after.as_ref()])
    }
}
