//! A condition said in Vietnamese: for the review, the editor of forms, and the reason why a paper is asked for.

use serde_json::Value;

use super::{
    conditions::{Condition, Operand, Test},
    form::Form,
};
use crate::kernel::lang::Lang;

impl Form {
    /// `Tình trạng hôn nhân là "Đã ly hôn" và …`
    pub fn say(&self, condition: &Condition, lang: Lang) -> String {
        let join = |all: &[Condition], word: (&str, &str)| {
            let word = if lang == Lang::En { word.1 } else { word.0 };
            all.iter().map(|each| self.say(each, lang)).collect::<Vec<_>>().join(word)
        };
        match condition {
            Condition::All(all) => join(all, (" và ", " and ")),
            Condition::Any(any) => join(any, (" hoặc ", " or ")),
            Condition::Not(inner) => match lang {
                Lang::Vi => format!("không phải: {}", self.say(inner, lang)),
                Lang::En => format!("not: {}", self.say(inner, lang)),
            },
            Condition::Test { field, test } => format!("{} {}", self.label(field, lang), self.say_test(field, test, lang)),
        }
    }

    fn say_test(&self, field: &str, test: &Test, lang: Lang) -> String {
        let (vi, en) = match test {
            Test::Is(_) => ("là", "is"),
            Test::IsNot(_) => ("khác", "is not"),
            Test::OneOf(_) => ("là một trong", "is one of"),
            Test::NoneOf(_) => ("không là", "is none of"),
            Test::Filled(true) => ("có câu trả lời", "is answered"),
            Test::Filled(false) => ("chưa có câu trả lời", "is not answered"),
            Test::Contains(_) => ("có chọn", "contains"),
            Test::LessThan(_) => ("nhỏ hơn", "is less than"),
            Test::AtMost(_) => ("không quá", "is at most"),
            Test::MoreThan(_) => ("lớn hơn", "is more than"),
            Test::AtLeast(_) => ("từ", "is at least"),
            Test::Before(_) => ("trước", "is before"),
            Test::OnOrBefore(_) => ("không sau", "is not after"),
            Test::After(_) => ("sau", "is after"),
            Test::OnOrAfter(_) => ("không trước", "is not before"),
        };
        let word = if lang == Lang::En { en } else { vi };
        match (test, test.operand()) {
            (_, Some(operand)) => format!("{word} {}", self.say_operand(field, operand, lang)),
            (Test::OneOf(values) | Test::NoneOf(values), _) => {
                format!("{word} {}", values.iter().map(|value| self.say_value(field, value, lang)).collect::<Vec<_>>().join(", "))
            }
            (Test::Contains(value), _) => format!("{word} {}", self.say_value(field, value, lang)),
            _ => word.to_owned(),
        }
    }

    fn say_operand(&self, field: &str, operand: &Operand, lang: Lang) -> String {
        match (operand, lang) {
            (Operand::Value(value), _) => self.say_value(field, value, lang),
            (Operand::Field(key), _) => self.label(key, lang),
            (Operand::DaysAgo(0), Lang::Vi) => "hôm nay".to_owned(),
            (Operand::DaysAgo(0), Lang::En) => "today".to_owned(),
            (Operand::DaysAgo(days), Lang::Vi) => format!("ngày cách đây {days} ngày"),
            (Operand::DaysAgo(days), Lang::En) => format!("{days} days ago"),
            (Operand::YearsAgo(years), Lang::Vi) => format!("ngày cách đây {years} năm"),
            (Operand::YearsAgo(years), Lang::En) => format!("{years} years ago"),
        }
    }

    /// A value as the question's own kind shows it, in quotation marks.
    fn say_value(&self, field: &str, value: &Value, lang: Lang) -> String {
        let mut answers = super::answers::Answers::default();
        answers.set(field, value.clone());
        let shown = self.show(field, &answers, chrono::NaiveDate::default(), lang).unwrap_or_default();
        format!("“{shown}”")
    }

    fn label(&self, key: &str, lang: Lang) -> String {
        self.definition.field(key).map_or_else(|| key.to_owned(), |field| field.label.get(lang).to_owned())
    }
}
