//! A fact worked out from other answers; nobody types it and it is never stored.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::{Asked, Scene, dates::words::date_in_words, numbers::number};
use crate::forms::{
    Beginning, How as Written, Setting,
    conditions::{sum, years_between},
    definition::Text,
    faults::Fault,
    page_view::FieldView,
    typed::{Shape, Typed},
};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Computed {
    /// Key of an earlier date or table, or `table.column`; the fee needs none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub of: String,
    pub how: How,
    /// After a sum or a number of rows: `trang`, `₫`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// "Ngày năm tháng hai năm hai nghìn không trăm hai mươi sáu"
    DateInWords,
    /// Full years until today.
    Age,
    /// A column of numbers over all rows.
    Sum,
    /// How many rows there are.
    Rows,
    /// What the service costs with these answers.
    Fee,
}

/// As they are written.
const WAYS: &[&str] = &["date_in_words", "age", "sum", "rows", "fee"];

impl Computed {
    /// The fact, if what it is worked out from is there.
    pub(in crate::forms) fn work_out(&self, scene: &Scene<'_>) -> Option<String> {
        let date = || (scene.seen)(&self.of).and_then(Value::as_str);
        match self.how {
            How::DateInWords => date_in_words(date()?),
            How::Age => Some(years_between(date()?.parse::<NaiveDate>().ok()?, scene.today).to_string()),
            How::Sum => {
                let (table, column) = self.of.rsplit_once('.')?;
                Some(self.counted(&sum((scene.seen)(table)?.as_array()?, column), scene))
            }
            How::Rows => Some(self.counted(&json!((scene.seen)(&self.of)?.as_array()?.len()), scene)),
            // Nothing to pay may mean that nothing is known yet.
            How::Fee => {
                scene.costs.map(|costs| costs.total(scene.seen, scene.today)).filter(|fee| !fee.is_zero()).map(|fee| fee.to_string())
            }
        }
    }

    fn counted(&self, count: &Value, scene: &Scene<'_>) -> String {
        let number = number::written(count, true);
        self.unit.as_ref().map(|unit| format!("{number}\u{a0}{}", unit.get(scene.lang))).unwrap_or(number)
    }
}

impl Asked for Computed {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] =
            &[Setting::may("of", Written::Line), Setting::needed("how", Written::One(WAYS)), Setting::may("unit", Written::Both)];
        OWN
    }

    fn beginnings() -> &'static [Beginning] {
        &[(&["how"], "\"fee\"")]
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
        let wanted: &[&str] = match self.how {
            How::DateInWords | How::Age => &["date", "partial_date"],
            How::Sum => &["number", "money"],
            How::Rows => &["table", "group"],
            How::Fee if self.of.is_empty() => return Vec::new(),
            How::Fee => return vec!["the fee is of the whole dossier; take `of` out".to_owned()],
        };
        let known = kind_of(&self.of).is_some_and(|word| wanted.contains(&word));
        if known { Vec::new() } else { vec![format!("`of` names `{}`, which is no earlier {}", self.of, wanted.join(" or "))] }
    }

    fn looks_at(&self) -> Vec<&str> {
        match self.how {
            How::Fee => Vec::new(),
            How::Sum => self.of.rsplit_once('.').map(|(table, _)| table).into_iter().collect(),
            _ => vec![&self.of],
        }
    }
}
