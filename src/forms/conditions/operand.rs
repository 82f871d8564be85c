//! What an answer is compared with: a value, another answer, a day so long before or after.

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::{Seen, days, is_filled};

#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    /// A string, a number, true or false; a date as `"2026-11-23"`.
    Value(Value),
    /// `{ field = "birth_date" }`
    Field(String),
    Ago(Ago),
}

/// A day counted back (or, below zero, forward) from today or from an earlier date:
/// `{ days_ago = 60 }`, `{ months_after = 6 }`, `{ field = "child.birth_date", years_ago = 12 }`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ago {
    /// Key of a date; today, if nothing is said.
    pub since: Option<String>,
    pub count: i32,
    pub unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Days,
    /// A day that the month does not have becomes its last one.
    Months,
    Years,
}

/// The words of the file: unit, and whether it counts back.
const WORDS: [(&str, Unit, i32); 6] = [
    ("days_ago", Unit::Days, 1),
    ("months_ago", Unit::Months, 1),
    ("years_ago", Unit::Years, 1),
    ("days_after", Unit::Days, -1),
    ("months_after", Unit::Months, -1),
    ("years_after", Unit::Years, -1),
];

impl Operand {
    pub const TODAY: Self = Self::Ago(Ago { since: None, count: 0, unit: Unit::Days });

    /// The question it looks at.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Field(key) => Some(key),
            Self::Ago(ago) => ago.since.as_deref(),
            Self::Value(_) => None,
        }
    }

    pub(in crate::forms) fn value(&self, seen: &Seen<'_, '_>, today: NaiveDate) -> Option<Value> {
        match self {
            Self::Value(value) => Some(value.clone()),
            Self::Field(key) => seen(key).filter(|answer| is_filled(Some(answer))).cloned(),
            Self::Ago(ago) => {
                let from = ago.since.as_ref().map_or(Some(today), |key| seen(key).and_then(days::day))?;
                ago.from(from).map(|day| json!(day.format("%Y-%m-%d").to_string()))
            }
        }
    }
}

impl Ago {
    /// Nobody counts further; larger numbers are typing errors.
    pub(in crate::forms) const fn is_sensible(&self) -> bool {
        let most = match self.unit {
            Unit::Days => 73_000,
            Unit::Months => 2_400,
            Unit::Years => 200,
        };
        self.count.unsigned_abs() <= most
    }

    fn from(&self, day: NaiveDate) -> Option<NaiveDate> {
        let count = self.count.unsigned_abs();
        let months = match self.unit {
            Unit::Days if self.count >= 0 => return day.checked_sub_days(Days::new(count.into())),
            Unit::Days => return day.checked_add_days(Days::new(count.into())),
            Unit::Months => Months::new(count),
            Unit::Years => Months::new(count.checked_mul(12)?),
        };
        if self.count >= 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
    }

    fn word(&self) -> (&'static str, i32) {
        let back = if self.count >= 0 { 1 } else { -1 };
        let word = WORDS.iter().find(|(_, unit, way)| *unit == self.unit && *way == back).map_or("days_ago", |(word, ..)| word);
        (word, self.count.saturating_abs())
    }
}

impl Serialize for Operand {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => value.clone(),
            Self::Field(key) => json!({ "field": key }),
            Self::Ago(ago) => {
                let (word, count) = ago.word();
                let since = ago.since.iter().map(|key| ("field".to_owned(), json!(key)));
                Value::Object(since.chain([(word.to_owned(), json!(count))]).collect())
            }
        }
        .serialize(target)
    }
}

impl<'de> Deserialize<'de> for Operand {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        match Value::deserialize(source)? {
            Value::Object(map) => read(map).map_err(serde::de::Error::custom),
            Value::Array(_) | Value::Null => Err(serde::de::Error::custom("condition: compare with one value; for several use one_of")),
            value => Ok(Self::Value(value)),
        }
    }
}

fn read(mut map: Map<String, Value>) -> Result<Operand, String> {
    let since = match map.shift_remove("field") {
        Some(key) => Some(key.as_str().ok_or("condition: `field` must be the key of a question")?.to_owned()),
        None => None,
    };
    let mut rest = map.into_iter();
    match (since, rest.next(), rest.next()) {
        (Some(key), None, _) => Ok(Operand::Field(key)),
        (since, Some((word, count)), None) => {
            let known = WORDS.iter().find(|(known, ..)| *known == word);
            let (_, unit, way) =
                known.ok_or_else(|| format!("condition: `{word}` is none of {}", WORDS.map(|(word, ..)| word).join(", ")))?;
            let count = count.as_i64().and_then(|count| i32::try_from(count).ok());
            let count = count.ok_or_else(|| format!("condition: `{word}` needs a whole number"))?;
            Ok(Operand::Ago(Ago { since, count: count.saturating_mul(*way), unit: *unit }))
        }
        _ => Err("condition: compare with a value, with `{ field = … }`, or with one day counted from today or from a date".to_owned()),
    }
}
