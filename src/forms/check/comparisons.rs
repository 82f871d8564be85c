//! Whether a condition looks at what is asked before it, and compares what can be compared.

use serde_json::Value;

use super::Asked;
use crate::forms::{
    conditions::{Condition, Operand, Subject, Test},
    definition::{Choice, Field},
    fields::Kind,
    typed::Shape,
};

/// What two sides of a comparison may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nature {
    Number,
    Day,
    Hour,
    Choices,
    Other,
    Rows,
    Nothing,
}

fn nature(kind: &Kind) -> Nature {
    match kind {
        Kind::Number(_) | Kind::Money(_) => Nature::Number,
        Kind::Date(_) | Kind::PartialDate(_) => Nature::Day,
        Kind::Time(_) => Nature::Hour,
        Kind::Checkboxes(_) => Nature::Choices,
        Kind::Table(_) | Kind::Group(_) => Nature::Rows,
        other if other.asked().shape() == Shape::None => Nature::Nothing,
        _ => Nature::Other,
    }
}

impl<'a> Asked<'a> {
    pub(super) fn condition(&self, condition: &Condition) -> Vec<String> {
        match condition {
            Condition::All(all) | Condition::Any(all) if all.is_empty() => {
                vec!["a condition over nothing is never or always true".to_owned()]
            }
            Condition::All(all) | Condition::Any(all) => all.iter().flat_map(|each| self.condition(each)).collect(),
            Condition::Not(inner) => self.condition(inner),
            Condition::Test { subject, test } => match self.before.get(subject.key()) {
                None => vec![format!("the condition looks at `{}`, which is not asked before", subject.key())],
                Some(field) => match self.subject(subject, field) {
                    Err(faults) => faults,
                    Ok(nature) => self.test(nature, field, test),
                },
            },
        }
    }

    /// What kind of thing is compared.
    fn subject(&self, subject: &Subject, field: &'a Field) -> Result<Nature, Vec<String>> {
        let wrong = |what: &str| Err(vec![format!("`{}` is of kind {}, {what}", field.key, field.kind.word())]);
        match (subject, columns(field)) {
            (Subject::Field(_), _) => Ok(nature(&field.kind)),
            (Subject::Age(_), _) if nature(&field.kind) == Nature::Day => Ok(Nature::Number),
            (Subject::Age(_), _) => wrong("and only a date has an age"),
            (Subject::Sum { .. } | Subject::Rows { .. }, None) => wrong("and only a table has rows"),
            (Subject::Sum { table, column }, Some(columns)) => match columns.iter().find(|known| known.key == *column) {
                Some(column) if nature(&column.kind) == Nature::Number => Ok(Nature::Number),
                _ => Err(vec![format!("`{table}` has no column of numbers `{column}`")]),
            },
            (Subject::Rows { filter, .. }, Some(columns)) => {
                let faults = filter.as_ref().map(|filter| self.over_rows(columns, filter)).unwrap_or_default();
                if faults.is_empty() { Ok(Nature::Number) } else { Err(faults) }
            }
        }
    }

    /// A condition over the columns of a row, and over what the form asked before: a name that both
    /// have would be read as the column where it is answered and as the question where it is not.
    fn over_rows(&self, columns: &'a [Field], filter: &Condition) -> Vec<String> {
        let both = filter.keys().into_iter().find(|key| self.before.contains_key(key) && columns.iter().any(|column| column.key == *key));
        if let Some(key) = both {
            return vec![format!("`{key}` is a column and a question of the form: give them different keys")];
        }
        let mut before = self.before.clone();
        before.extend(columns.iter().map(|column| (column.key.as_str(), column)));
        Asked { lists: self.lists, before }.condition(filter)
    }

    fn test(&self, subject: Nature, field: &Field, test: &Test) -> Vec<String> {
        let counted = subject != nature(&field.kind);
        let fits = match test {
            Test::Filled(_) => subject != Nature::Nothing,
            Test::Is(_) | Test::IsNot(_) | Test::OneOf(_) | Test::NoneOf(_) => {
                !matches!(subject, Nature::Choices | Nature::Rows | Nature::Nothing)
            }
            Test::Contains(_) => subject == Nature::Choices,
            Test::Mentions(_) => matches!(field.kind.word(), "text" | "textarea" | "full_name" | "address"),
            Test::LessThan(_) | Test::AtMost(_) | Test::MoreThan(_) | Test::AtLeast(_) => subject == Nature::Number,
            Test::Before(_) | Test::OnOrBefore(_) | Test::After(_) | Test::OnOrAfter(_) => matches!(subject, Nature::Day | Nature::Hour),
        };
        if !fits {
            return vec![format!("`{}` is of kind {}, which cannot be compared so", field.key, field.kind.word())];
        }
        let values = values(test).into_iter();
        let mut faults: Vec<String> = match counted {
            true => values.filter(|value| !value.is_number()).map(|value| format!("{value} is no number")).collect(),
            false => values.filter_map(|value| self.impossible(field, value)).collect(),
        };
        faults.extend(test.operand().and_then(|operand| self.operand(operand)));
        faults
    }

    fn operand(&self, operand: &Operand) -> Option<String> {
        match (operand, operand.field().map(|key| (key, self.before.get(key)))) {
            (_, Some((key, None))) => Some(format!("the condition compares with `{key}`, which is not asked before")),
            (Operand::Ago(_), Some((key, Some(other)))) if nature(&other.kind) != Nature::Day => {
                Some(format!("days cannot be counted from `{key}`, which is no date"))
            }
            (Operand::Ago(ago), _) if !ago.is_sensible() => Some("nobody counts so many days, months or years".to_owned()),
            _ => None,
        }
    }

    /// A comparison with a value the question cannot have is never true: a typing error.
    fn impossible(&self, field: &Field, value: &Value) -> Option<String> {
        let wrong = || format!("`{}` can never be {value}", field.key);
        let text = |shape: fn(&str) -> bool| (!value.as_str().is_some_and(shape)).then(wrong);
        match (&field.kind, nature(&field.kind)) {
            (Kind::YesNo(_) | Kind::Declaration(_), _) => (!value.is_boolean()).then(wrong),
            (_, Nature::Number) => (!value.is_number()).then(wrong),
            (_, Nature::Day) => text(|text| text.len() >= 4 && text.split('-').all(|part| part.bytes().all(|b| b.is_ascii_digit()))),
            (_, Nature::Hour) => text(|text| text.len() == 5 && text.as_bytes().get(2) == Some(&b':')),
            (kind, _) => match self.choices(kind) {
                Some(choices) => (!choices.iter().any(|choice| value.as_str() == Some(&choice.value))).then(wrong),
                None => (!value.is_string()).then(wrong),
            },
        }
    }

    fn choices(&self, kind: &'a Kind) -> Option<&'a [Choice]> {
        let own: &[Choice] = match kind {
            Kind::Select(kind) | Kind::Radio(kind) => &kind.options,
            Kind::Checkboxes(kind) => &kind.options,
            Kind::Country(_) => &[],
            _ => return None,
        };
        match kind.asked().list() {
            Some(list) => self.lists.get(list).map(Vec::as_slice),
            None => Some(own),
        }
    }
}

pub(super) fn columns(field: &Field) -> Option<&[Field]> {
    match &field.kind {
        Kind::Table(table) | Kind::Group(table) => Some(&table.columns),
        _ => None,
    }
}

fn values(test: &Test) -> Vec<&Value> {
    match (test, test.operand()) {
        (Test::OneOf(values) | Test::NoneOf(values), _) => values.iter().collect(),
        (Test::Contains(value), _) | (_, Some(Operand::Value(value))) => vec![value],
        _ => Vec::new(),
    }
}
