//! A condition said in Vietnamese: for the review, the editor of forms, and the reason why a paper is asked for.

use serde_json::Value;

use super::{Ago, Condition, Operand, Subject, Test, Unit};
use crate::{
    forms::{definition::Field, fields::Kind, form::Form},
    kernel::lang::Lang,
};

impl Form {
    /// `Tình trạng hôn nhân là "Đã ly hôn" và …`
    pub fn say(&self, condition: &Condition, lang: Lang) -> String {
        Saying { form: self, columns: &[], lang }.condition(condition)
    }
}

struct Saying<'a> {
    form: &'a Form,
    /// Inside a condition over rows: the questions of a row.
    columns: &'a [Field],
    lang: Lang,
}

impl Saying<'_> {
    fn pick<'t>(&self, vi: &'t str, en: &'t str) -> &'t str {
        if self.lang == Lang::En { en } else { vi }
    }

    fn condition(&self, condition: &Condition) -> String {
        let join = |all: &[Condition], word: &str| all.iter().map(|each| self.condition(each)).collect::<Vec<_>>().join(word);
        match condition {
            Condition::All(all) => join(all, self.pick(" và ", " and ")),
            Condition::Any(any) => join(any, self.pick(" hoặc ", " or ")),
            Condition::Not(inner) => format!("{} {}", self.pick("không phải:", "not:"), self.condition(inner)),
            Condition::Test { subject, test } => format!("{} {}", self.subject(subject), self.test(subject, test)),
        }
    }

    fn subject(&self, subject: &Subject) -> String {
        let label = self.label(subject.key());
        match subject {
            Subject::Field(_) => label,
            Subject::Age(_) => format!("{} {label}", self.pick("tuổi tính theo", "age by")),
            Subject::Sum { table, column } => {
                let column = self.rows_of(table).label(column);
                format!("{} {column} {} {label}", self.pick("tổng", "sum of"), self.pick("ở", "in"))
            }
            Subject::Rows { table, filter } => {
                let said = format!("{} {label}", self.pick("số dòng ở", "rows in"));
                match filter {
                    Some(filter) => format!("{said} {} {}", self.pick("có", "where"), self.rows_of(table).condition(filter)),
                    None => said,
                }
            }
        }
    }

    fn test(&self, subject: &Subject, test: &Test) -> String {
        let (vi, en) = match test {
            Test::Is(_) => ("là", "is"),
            Test::IsNot(_) => ("khác", "is not"),
            Test::OneOf(_) => ("là một trong", "is one of"),
            Test::NoneOf(_) => ("không là", "is none of"),
            Test::Filled(true) => ("có câu trả lời", "is answered"),
            Test::Filled(false) => ("chưa có câu trả lời", "is not answered"),
            Test::Contains(_) => ("có chọn", "contains"),
            Test::Mentions(_) => ("có chữ", "mentions"),
            Test::LessThan(_) => ("nhỏ hơn", "is less than"),
            Test::AtMost(_) => ("không quá", "is at most"),
            Test::MoreThan(_) => ("lớn hơn", "is more than"),
            Test::AtLeast(_) => ("từ", "is at least"),
            Test::Before(_) => ("trước", "is before"),
            Test::OnOrBefore(_) => ("không sau", "is not after"),
            Test::After(_) => ("sau", "is after"),
            Test::OnOrAfter(_) => ("không trước", "is not before"),
        };
        let word = self.pick(vi, en);
        let all = |values: Vec<String>| format!("{word} {}", values.join(", "));
        match test {
            Test::OneOf(values) | Test::NoneOf(values) => all(values.iter().map(|value| self.value(subject, value)).collect()),
            Test::Mentions(words) => all(words.iter().map(|word| format!("“{word}”")).collect()),
            // One of the answers of a question that takes several.
            Test::Contains(value) => format!("{word} {}", self.value(subject, &Value::Array(vec![value.clone()]))),
            _ => match test.operand() {
                Some(operand) => format!("{word} {}", self.operand(subject, operand)),
                None => word.to_owned(),
            },
        }
    }

    fn operand(&self, subject: &Subject, operand: &Operand) -> String {
        match operand {
            Operand::Value(value) => self.value(subject, value),
            Operand::Field(key) => self.label(key),
            Operand::Ago(ago) => self.ago(ago),
        }
    }

    fn ago(&self, ago: &Ago) -> String {
        let (vi, en) = match ago.unit {
            Unit::Days => ("ngày", "days"),
            Unit::Months => ("tháng", "months"),
            Unit::Years => ("năm", "years"),
        };
        let count = ago.count.saturating_abs();
        match (&ago.since, self.lang) {
            (None, Lang::Vi) if count == 0 => "hôm nay".to_owned(),
            (None, Lang::En) if count == 0 => "today".to_owned(),
            (None, Lang::Vi) if ago.count > 0 => format!("ngày cách đây {count} {vi}"),
            (None, Lang::En) if ago.count > 0 => format!("{count} {en} ago"),
            (None, Lang::Vi) => format!("ngày sau hôm nay {count} {vi}"),
            (None, Lang::En) => format!("{count} {en} from today"),
            (Some(key), Lang::Vi) => format!("ngày {} {} {count} {vi}", if ago.count > 0 { "trước" } else { "sau" }, self.label(key)),
            (Some(key), Lang::En) => format!("{count} {en} {} {}", if ago.count > 0 { "before" } else { "after" }, self.label(key)),
        }
    }

    /// A value as the question's own kind shows it, in quotation marks.
    fn value(&self, subject: &Subject, value: &Value) -> String {
        match (subject, self.field(subject.key())) {
            (Subject::Field(_), Some(field)) => format!("“{}”", self.form.show_value(field, value, self.lang)),
            _ => value.to_string(),
        }
    }

    fn field(&self, key: &str) -> Option<&Field> {
        self.columns.iter().find(|column| column.key == key).or_else(|| self.form.definition.field(key))
    }

    fn label(&self, key: &str) -> String {
        self.field(key).map_or_else(|| key.to_owned(), |field| field.label.get(self.lang).to_owned())
    }

    fn rows_of(&self, table: &str) -> Self {
        let columns = match self.form.definition.field(table).map(|field| &field.kind) {
            Some(Kind::Table(table) | Kind::Group(table)) => table.columns.as_slice(),
            _ => &[],
        };
        Self { form: self.form, columns, lang: self.lang }
    }
}
