//! A day.

use chrono::NaiveDate;
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
pub struct Date(Bounds);

impl Asked for Date {
    fn settings() -> &'static [Setting] {
        Bounds::SETTINGS
    }

    fn shape(&self) -> Shape {
        Shape::Boxes(boxes::PARTS)
    }

    fn parse(&self, typed: &Typed, scene: &Scene<'_>) -> Result<Value, Fault> {
        let (day, month, year) = boxes::split(typed);
        let day = boxes::number(&day, "form-date-no-day")?;
        let month = boxes::number(&month, "form-date-no-month")?;
        let date = NaiveDate::from_ymd_opt(boxes::year(&year)?, month, day).ok_or_else(|| Fault::new("form-date-unreal"))?;
        self.0.hold(date, date, scene)?;
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
        boxes::dress(view, typed, self.0.own);
    }

    fn faults(&self, kind_of: &dyn Fn(&str) -> Option<&'static str>) -> Vec<String> {
        self.0.faults(kind_of)
    }

    fn looks_at(&self) -> Vec<&str> {
        self.0.looks_at()
    }
}
