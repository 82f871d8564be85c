//! A fact worked out from other answers; nobody types it and it is never stored.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::{Asked, Scene, dates::words::date_in_words};
use crate::forms::{
    faults::Fault,
    page_view::FieldView,
    typed::{Shape, Typed},
};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Computed {
    /// Key of an earlier date.
    pub of: String,
    pub how: How,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// "Ngày năm tháng hai năm hai nghìn không trăm hai mươi sáu"
    DateInWords,
    /// Full years until today.
    Age,
}

impl Computed {
    /// The fact, if what it is worked out from is there.
    pub(in crate::forms) fn work_out(&self, scene: &Scene<'_>) -> Option<String> {
        let date = (scene.seen)(&self.of)?.as_str()?;
        match self.how {
            How::DateInWords => date_in_words(date),
            How::Age => {
                let born: NaiveDate = date.parse().ok()?;
                let years = scene.today.year() - born.year();
                let before_birthday = (scene.today.month(), scene.today.day()) < (born.month(), born.day());
                Some((years - i32::from(before_birthday)).to_string())
            }
        }
    }
}

impl Asked for Computed {
    fn word(&self) -> &'static str {
        "computed"
    }

    fn shape(&self) -> Shape {
        Shape::None
    }

    fn parse(&self, _typed: &Typed, _scene: &Scene<'_>) -> Result<Value, Fault> {
        Ok(Value::Null)
    }

    fn schema(&self) -> Value {
        json!(false)
    }

    fn dress(&self, view: &mut FieldView, _typed: &Typed, scene: &Scene<'_>) {
        view.text = self.work_out(scene).unwrap_or_default();
    }

    fn faults(&self, kind_of: &dyn Fn(&str) -> Option<&'static str>) -> Vec<String> {
        let known = matches!(kind_of(&self.of), Some("date" | "partial_date"));
        if known { Vec::new() } else { vec![format!("`of` names `{}`, which is no earlier date", self.of)] }
    }

    fn looks_at(&self) -> Vec<&str> {
        vec![&self.of]
    }
}
