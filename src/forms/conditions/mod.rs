//! When something is asked, needed or wrong: a small typed language, written as data and evaluated
//! here and in the browser (`static/scripts/conditions.js`) alike.
//!
//! `{ field = "relation", is = "khac" }`, `{ age = "bride.birth_date", at_least = 18 }`,
//! `{ all = [ … ] }`, `{ not = { … } }`. A comparison with a question that is not answered, or not
//! shown, is false, `is_not` too; `filled = false` and `not` are the ways to ask for the absence of
//! an answer.

mod days;
mod operand;
mod saying;
mod subject;
mod writing;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub(super) use days::years_between;
pub use operand::{Ago, Operand, Unit};
pub use subject::Subject;
pub(super) use subject::sum;

/// Gives the answer to a question that is shown and answered.
pub type Seen<'s, 'a> = dyn Fn(&str) -> Option<&'a Value> + 's;

#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    Test { subject: Subject, test: Test },
}

/// How something is compared.
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
    /// One of these words stands in the text; capitals are no matter.
    Mentions(Vec<String>),
    LessThan(Operand),
    AtMost(Operand),
    MoreThan(Operand),
    AtLeast(Operand),
    Before(Operand),
    OnOrBefore(Operand),
    After(Operand),
    OnOrAfter(Operand),
}

impl Condition {
    /// Whether it holds.
    pub fn holds<'a>(&self, seen: &Seen<'_, 'a>, today: NaiveDate) -> bool {
        match self {
            Self::All(all) => all.iter().all(|each| each.holds(seen, today)),
            Self::Any(any) => any.iter().any(|each| each.holds(seen, today)),
            Self::Not(inner) => !inner.holds(seen, today),
            Self::Test { subject, test } => test.holds(subject.value(seen, today).as_deref(), seen, today),
        }
    }

    /// Every question it looks at, those inside a condition over rows too: their columns among them.
    pub(super) fn keys(&self) -> Vec<&str> {
        match self {
            Self::All(inner) | Self::Any(inner) => inner.iter().flat_map(Self::keys).collect(),
            Self::Not(inner) => inner.keys(),
            Self::Test { subject: Subject::Rows { filter: Some(filter), .. }, .. } => {
                self.fields().into_iter().chain(filter.keys()).collect()
            }
            Self::Test { .. } => self.fields(),
        }
    }

    /// Every question it looks at.
    pub fn fields(&self) -> Vec<&str> {
        match self {
            Self::All(inner) | Self::Any(inner) => inner.iter().flat_map(Self::fields).collect(),
            Self::Not(inner) => inner.fields(),
            Self::Test { subject, test } => std::iter::once(subject.key()).chain(test.operand().and_then(Operand::field)).collect(),
        }
    }
}

impl Test {
    fn holds<'a>(&self, answer: Option<&Value>, seen: &Seen<'_, 'a>, today: NaiveDate) -> bool {
        if let Self::Filled(wanted) = self {
            return is_filled(answer) == *wanted;
        }
        let Some(answer) = answer.filter(|answer| is_filled(Some(answer))) else { return false };
        match self {
            Self::OneOf(values) => values.iter().any(|value| same(answer, value)),
            Self::NoneOf(values) => !values.iter().any(|value| same(answer, value)),
            Self::Contains(value) => answer.as_array().is_some_and(|all| all.iter().any(|each| same(each, value))),
            Self::Mentions(words) => {
                let text = answer.as_str().unwrap_or_default().to_lowercase();
                words.iter().any(|word| text.contains(&word.to_lowercase()))
            }
            other => {
                let Some(against) = other.operand().and_then(|operand| operand.value(seen, today)) else { return false };
                other.compares(answer, &against)
            }
        }
    }

    fn compares(&self, answer: &Value, against: &Value) -> bool {
        let numbers = || Some((answer.as_f64()?, against.as_f64()?));
        let moments = || days::moments(answer, against);
        match self {
            Self::Is(_) => same(answer, against),
            Self::IsNot(_) => !same(answer, against),
            Self::LessThan(_) => numbers().is_some_and(|(a, b)| a < b),
            Self::AtMost(_) => numbers().is_some_and(|(a, b)| a <= b),
            Self::MoreThan(_) => numbers().is_some_and(|(a, b)| a > b),
            Self::AtLeast(_) => numbers().is_some_and(|(a, b)| a >= b),
            Self::Before(_) => moments().is_some_and(|(a, b)| a < b),
            Self::OnOrBefore(_) => moments().is_some_and(|(a, b)| a <= b),
            Self::After(_) => moments().is_some_and(|(a, b)| a > b),
            Self::OnOrAfter(_) => moments().is_some_and(|(a, b)| a >= b),
            Self::OneOf(_) | Self::NoneOf(_) | Self::Filled(_) | Self::Contains(_) | Self::Mentions(_) => false,
        }
    }

    pub(super) fn operand(&self) -> Option<&Operand> {
        match self {
            Self::Is(o) | Self::IsNot(o) | Self::LessThan(o) | Self::AtMost(o) | Self::MoreThan(o) | Self::AtLeast(o) => Some(o),
            Self::Before(o) | Self::OnOrBefore(o) | Self::After(o) | Self::OnOrAfter(o) => Some(o),
            Self::OneOf(_) | Self::NoneOf(_) | Self::Filled(_) | Self::Contains(_) | Self::Mentions(_) => None,
        }
    }
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
