//! What is compared: an answer, or something counted from it.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{Condition, Seen, days, is_filled};

#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// `field = "relation"`
    Field(String),
    /// `age = "birth_date"`: full years on the day of the dossier.
    Age(String),
    /// `sum = "items.pages"`: a column of numbers over all rows.
    Sum { table: String, column: String },
    /// `rows = "items"`, perhaps only those `where` a condition over their columns holds; it may compare
    /// them with questions of the form.
    Rows { table: String, filter: Option<Box<Condition>> },
}

impl Subject {
    /// The question it looks at.
    pub fn key(&self) -> &str {
        match self {
            Self::Field(key) | Self::Age(key) | Self::Sum { table: key, .. } | Self::Rows { table: key, .. } => key,
        }
    }

    /// What is compared; nothing if the question is not answered.
    pub(super) fn value<'a>(&self, seen: &Seen<'_, 'a>, today: NaiveDate) -> Option<Cow<'a, Value>> {
        let answer = seen(self.key()).filter(|answer| is_filled(Some(answer)))?;
        match self {
            Self::Field(_) => Some(Cow::Borrowed(answer)),
            Self::Age(_) => Some(Cow::Owned(json!(days::years_between(days::day(answer)?, today)))),
            Self::Sum { column, .. } => Some(Cow::Owned(sum(answer.as_array()?, column))),
            Self::Rows { filter, .. } => {
                let wanted =
                    |row: &&Value| filter.as_ref().is_none_or(|filter| filter.holds(&|key| row.get(key).or_else(|| seen(key)), today));
                Some(Cow::Owned(json!(answer.as_array()?.iter().filter(wanted).count())))
            }
        }
    }
}

/// In thousandths, so that 0,1 and 0,2 are exactly 0,3 here and in the browser.
#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "numbers of forms are far below 2^53 thousandths"
)]
pub(in crate::forms) fn sum(rows: &[Value], column: &str) -> Value {
    let thousandths = |row: &Value| row.get(column).and_then(Value::as_f64).map_or(0, |number| (number * 1000.0).round() as i64);
    let total: i64 = rows.iter().map(thousandths).fold(0, i64::saturating_add);
    if total % 1000 == 0 { json!(total / 1000) } else { json!(total as f64 / 1000.0) }
}
