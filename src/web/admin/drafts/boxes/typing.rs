//! What a browser sent for a setting.

use super::comparing::{Question, as_written};
use crate::{
    catalogue::editing::{Comparisons, ExemptRow, Filled, Simple},
    forms::{How, Setting},
    web::extract::FormPairs,
};

pub fn typed(setting: &Setting, form: &FormPairs, questions: &[Question]) -> Filled {
    let of = |suffix: &str| form.text(&format!("{}{suffix}", setting.name)).to_owned();
    match setting.how {
        How::Both | How::BothLong => Filled { text: of(""), other: of(".en"), ..Filled::default() },
        How::Limit => Filled { text: of(""), other: of(".unit"), ..Filled::default() },
        How::Condition => {
            let parts = comparisons(setting.name, form, questions);
            Filled { text: of(""), simple: Comparisons::of(&of(".join"), parts), ..Filled::default() }
        }
        How::Exemptions => Filled { rows: exempt(setting.name, form, questions), ..Filled::default() },
        How::Several(_) => Filled::text(form.all(setting.name).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("\n")),
        _ => Filled::text(of("")),
    }
}

/// The n-th comparison is the n-th of each box.
fn comparisons(name: &str, form: &FormPairs, questions: &[Question]) -> Vec<Simple> {
    let (tests, values) = (format!("{name}.test"), format!("{name}.value"));
    let (mut tests, mut values) = (form.all(&tests), form.all(&values));
    let question = format!("{name}.question");
    let read = |question: &str| Simple {
        question: question.to_owned(),
        test: tests.next().unwrap_or_default().to_owned(),
        value: values.next().unwrap_or_default().to_owned(),
    };
    form.all(&question).map(read).map(|part| as_written(part, questions)).collect()
}

fn exempt(name: &str, form: &FormPairs, questions: &[Question]) -> Vec<ExemptRow> {
    let all = |word: &str| form.all(&format!("{name}.{word}")).map(str::to_owned).collect::<Vec<_>>();
    let (reasons, english, texts) = (all("reason"), all("english"), all("text"));
    let whens = comparisons(name, form, questions);
    let at = |list: &[String], place: usize| list.get(place).cloned().unwrap_or_default();
    let row = |(place, reason): (usize, &String)| ExemptRow {
        reason: reason.clone(),
        english: at(&english, place),
        // Without a question the other two boxes mean nothing.
        when: whens.get(place).filter(|when| !when.question.is_empty()).cloned().unwrap_or_default(),
        text: at(&texts, place),
    };
    reasons.iter().enumerate().map(row).collect()
}
