//! When something is asked, needed or wrong: a small typed language, written as data and evaluated
//! here and in the browser (`static/scripts/conditions.js`) alike.
//!
//! `{ field = "relation", is = "khac" }`, `{ all = [ … ] }`, `{ not = { … } }`. A comparison with a
//! question that is not answered, or not shown, is false, `is_not` too; `filled = false` and `not`
//! are the ways to ask for the absence of an answer.

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value, json};

#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    Test { field: String, test: Test },
}

/// How one answer is compared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    Is(Operand),
    IsNot(Operand),
    OneOf(Vec<Value>),
    NoneOf(Vec<Value>),
    Filled(bool),
    /// One of several choices is this one.
    Contains(Value),
    LessThan(Operand),
    AtMost(Operand),
    MoreThan(Operand),
    AtLeast(Operand),
    Before(Operand),
    OnOrBefore(Operand),
    After(Operand),
    OnOrAfter(Operand),
}

/// What an answer is compared with.
#[derive(Debug, Clone, PartialEq)]
pub enum Operand {
    /// A string, a number, true or false; a date as `"2026-11-23"`.
    Value(Value),
    /// `{ field = "birth_date" }`
    Field(String),
    /// `{ days_ago = 60 }`; today is `{ days_ago = 0 }`, tomorrow `{ days_ago = -1 }`.
    DaysAgo(i32),
    /// `{ years_ago = 14 }`
    YearsAgo(i32),
}

impl Condition {
    /// Whether it holds. `seen` gives the answer to a question that is shown and answered.
    pub fn holds<'a>(&self, seen: &dyn Fn(&str) -> Option<&'a Value>, today: NaiveDate) -> bool {
        match self {
            Self::All(all) => all.iter().all(|each| each.holds(seen, today)),
            Self::Any(any) => any.iter().any(|each| each.holds(seen, today)),
            Self::Not(inner) => !inner.holds(seen, today),
            Self::Test { field, test } => test.holds(seen(field), seen, today),
        }
    }

    /// Every question it looks at.
    pub fn fields(&self) -> Vec<&str> {
        match self {
            Self::All(inner) | Self::Any(inner) => inner.iter().flat_map(Self::fields).collect(),
            Self::Not(inner) => inner.fields(),
            Self::Test { field, test } => {
                let mut fields = vec![field.as_str()];
                if let Some(Operand::Field(other)) = test.operand() {
                    fields.push(other);
                }
                fields
            }
        }
    }

    /// Both must hold.
    pub fn and(self, other: Option<Self>) -> Self {
        match other {
            None => self,
            Some(other) => Self::All(vec![other, self]),
        }
    }
}

impl Test {
    fn holds<'a>(&self, answer: Option<&'a Value>, seen: &dyn Fn(&str) -> Option<&'a Value>, today: NaiveDate) -> bool {
        if let Self::Filled(wanted) = self {
            return is_filled(answer) == *wanted;
        }
        let Some(answer) = answer.filter(|answer| is_filled(Some(answer))) else { return false };
        match self {
            Self::OneOf(values) => values.iter().any(|value| same(answer, value)),
            Self::NoneOf(values) => !values.iter().any(|value| same(answer, value)),
            Self::Contains(value) => answer.as_array().is_some_and(|all| all.iter().any(|each| same(each, value))),
            other => {
                let Some(against) = other.operand().and_then(|operand| operand.value(seen, today)) else { return false };
                other.compares(answer, &against)
            }
        }
    }

    fn compares(&self, answer: &Value, against: &Value) -> bool {
        let numbers = || Some((answer.as_f64()?, against.as_f64()?));
        let days = || Some((day(answer)?, day(against)?));
        match self {
            Self::Is(_) => same(answer, against),
            Self::IsNot(_) => !same(answer, against),
            Self::LessThan(_) => numbers().is_some_and(|(a, b)| a < b),
            Self::AtMost(_) => numbers().is_some_and(|(a, b)| a <= b),
            Self::MoreThan(_) => numbers().is_some_and(|(a, b)| a > b),
            Self::AtLeast(_) => numbers().is_some_and(|(a, b)| a >= b),
            Self::Before(_) => days().is_some_and(|(a, b)| a < b),
            Self::OnOrBefore(_) => days().is_some_and(|(a, b)| a <= b),
            Self::After(_) => days().is_some_and(|(a, b)| a > b),
            Self::OnOrAfter(_) => days().is_some_and(|(a, b)| a >= b),
            Self::OneOf(_) | Self::NoneOf(_) | Self::Filled(_) | Self::Contains(_) => false,
        }
    }

    pub(super) fn operand(&self) -> Option<&Operand> {
        match self {
            Self::Is(o) | Self::IsNot(o) | Self::LessThan(o) | Self::AtMost(o) | Self::MoreThan(o) | Self::AtLeast(o) => Some(o),
            Self::Before(o) | Self::OnOrBefore(o) | Self::After(o) | Self::OnOrAfter(o) => Some(o),
            Self::OneOf(_) | Self::NoneOf(_) | Self::Filled(_) | Self::Contains(_) => None,
        }
    }
}

impl Operand {
    pub(super) fn value<'a>(&self, seen: &dyn Fn(&str) -> Option<&'a Value>, today: NaiveDate) -> Option<Value> {
        match self {
            Self::Value(value) => Some(value.clone()),
            Self::Field(key) => seen(key).filter(|answer| is_filled(Some(answer))).cloned(),
            Self::DaysAgo(days) => shift_days(today, *days).map(iso),
            Self::YearsAgo(years) => shift_years(today, *years).map(iso),
        }
    }
}

fn iso(day: NaiveDate) -> Value {
    json!(day.format("%Y-%m-%d").to_string())
}

fn shift_days(today: NaiveDate, ago: i32) -> Option<NaiveDate> {
    let days = Days::new(u64::from(ago.unsigned_abs()));
    if ago >= 0 { today.checked_sub_days(days) } else { today.checked_add_days(days) }
}

/// Twelve months a year; 29 February becomes 28.
fn shift_years(today: NaiveDate, ago: i32) -> Option<NaiveDate> {
    let months = Months::new(ago.unsigned_abs().checked_mul(12)?);
    if ago >= 0 { today.checked_sub_months(months) } else { today.checked_add_months(months) }
}

fn is_filled(answer: Option<&Value>) -> bool {
    match answer {
        None | Some(Value::Null) => false,
        Some(Value::String(text)) => !text.is_empty(),
        Some(Value::Array(all)) => !all.is_empty(),
        Some(_) => true,
    }
}

fn same(a: &Value, b: &Value) -> bool {
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    }
}

/// A day as it sorts: a partial date stands for its first day. `None` for what is no date.
fn day(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    let digits = |from: usize, to: usize| text.get(from..to).is_some_and(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let dash = |at: usize| text.get(at..=at) == Some("-");
    match text.len() {
        4 if digits(0, 4) => Some(format!("{text}-01-01")),
        7 if digits(0, 4) && dash(4) && digits(5, 7) => Some(format!("{text}-01")),
        10 if digits(0, 4) && dash(4) && digits(5, 7) && dash(7) && digits(8, 10) => Some(text.to_owned()),
        _ => None,
    }
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        let value = match self {
            Self::All(all) => json!({ "all": all }),
            Self::Any(any) => json!({ "any": any }),
            Self::Not(inner) => json!({ "not": inner }),
            Self::Test { field, test } => {
                let mut map = Map::from_iter([("field".to_owned(), json!(field))]);
                if let Value::Object(test) = serde_json::to_value(test).map_err(serde::ser::Error::custom)? {
                    map.extend(test);
                }
                Value::Object(map)
            }
        };
        value.serialize(target)
    }
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        read(Map::deserialize(source)?).map_err(serde::de::Error::custom)
    }
}

fn read(mut map: Map<String, Value>) -> Result<Condition, String> {
    let told = |error: serde_json::Error| format!("condition: {error}");
    if let Some(field) = map.shift_remove("field") {
        let field = field.as_str().ok_or("condition: `field` must be the key of a question")?.to_owned();
        if map.len() != 1 {
            return Err(format!("condition on `{field}`: exactly one comparison is needed, found {}", map.len()));
        }
        let test = serde_json::from_value(Value::Object(map)).map_err(told)?;
        return Ok(Condition::Test { field, test });
    }
    let mut parts = map.into_iter();
    match (parts.next(), parts.next()) {
        (Some((word, inner)), None) => match word.as_str() {
            "all" => serde_json::from_value(inner).map(Condition::All).map_err(told),
            "any" => serde_json::from_value(inner).map(Condition::Any).map_err(told),
            "not" => serde_json::from_value(inner).map(Condition::Not).map_err(told),
            other => Err(format!("condition: `{other}` is none of field, all, any, not")),
        },
        _ => Err("condition: needs `field` and a comparison, or one of `all`, `any`, `not`".to_owned()),
    }
}

impl Serialize for Operand {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => value.clone(),
            Self::Field(key) => json!({ "field": key }),
            Self::DaysAgo(days) => json!({ "days_ago": days }),
            Self::YearsAgo(years) => json!({ "years_ago": years }),
        }
        .serialize(target)
    }
}

impl<'de> Deserialize<'de> for Operand {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "snake_case")]
        enum Told {
            Field(String),
            DaysAgo(i32),
            YearsAgo(i32),
        }
        match Value::deserialize(source)? {
            Value::Object(map) => Ok(match serde_json::from_value(Value::Object(map)).map_err(serde::de::Error::custom)? {
                Told::Field(key) => Self::Field(key),
                Told::DaysAgo(days) => Self::DaysAgo(days),
                Told::YearsAgo(years) => Self::YearsAgo(years),
            }),
            Value::Array(_) | Value::Null => Err(serde::de::Error::custom("condition: compare with one value; for several use one_of")),
            value => Ok(Self::Value(value)),
        }
    }
}
