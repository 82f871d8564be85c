//! A day of which only the year, or only month and year, may be known: old papers often say no more.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    super::{Asked, Scene},
    bounds::Bounds,
    boxes,
};
use crate::forms::{
    Setting,
    faults::Fault,
    page_view::FieldView,
    typed::{Shape, Typed},
};

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PartialDate(Bounds);

impl PartialDate {
    /// The answer, and the first and last day it may mean.
    fn read(typed: &Typed) -> Result<(String, NaiveDate, NaiveDate), Fault> {
        let (day, month, year) = boxes::split(typed);
        let unreal = || Fault::new("form-date-unreal");
        let year = boxes::year(&year)?;
        if month.is_empty() {
            if !day.is_empty() {
                return Err(Fault::new("form-date-no-month"));
            }
            let first = NaiveDate::from_ymd_opt(year, 1, 1).ok_or_else(unreal)?;
            return Ok((format!("{year:04}"), first, NaiveDate::from_ymd_opt(year, 12, 31).ok_or_else(unreal)?));
        }
        let month = boxes::number(&month, "form-date-no-month")?;
        let first = NaiveDate::from_ymd_opt(year, month, 1).ok_or_else(unreal)?;
        if day.is_empty() {
            let last = first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).ok_or_else(unreal)?;
            return Ok((first.format("%Y-%m").to_string(), first, last));
        }
        let date = NaiveDate::from_ymd_opt(year, month, boxes::number(&day, "form-date-no-day")?).ok_or_else(unreal)?;
        Ok((date.format("%Y-%m-%d").to_string(), date, date))
    }
}

impl Asked for PartialDate {
    fn settings() -> &'static [Setting] {
        Bounds::SETTINGS
    }

    fn shape(&self) -> Shape {
        Shape::Boxes(boxes::PARTS)
    }

    fn parse(&self, typed: &Typed, scene: &Scene<'_>) -> Result<Value, Fault> {
        let (value, first, last) = Self::read(typed)?;
        self.0.hold(first, last, scene)?;
        Ok(json!(value))
    }

    fn typed(&self, value: &Value) -> Typed {
        boxes::typed(value)
    }

    fn show(&self, value: &Value, _scene: &Scene<'_>) -> String {
        boxes::show(value)
    }

    fn missing(&self) -> Fault {
        Fault::new("form-missing-partial-date")
    }

    fn schema(&self) -> Value {
        json!({ "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" })
    }

    fn dress(&self, view: &mut FieldView, typed: &Typed, _scene: &Scene<'_>) {
        boxes::dress(view, typed, self.0.own);
    }

    fn faults(&self, kind_of: &dyn Fn(&str) -> Option<&'static str>) -> Vec<String> {
        self.0.faults(kind_of)
    }

    fn looks_at(&self) -> Vec<&str> {
        self.0.looks_at()
    }
}
