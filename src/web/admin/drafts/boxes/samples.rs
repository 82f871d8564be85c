//! One box of every shape, as samples show them.

use super::{
    BoxView,
    choices::OptionView,
    comparing::{self, ExemptView},
};
use crate::catalogue::editing::Simple;

const SHAPES: &[(&str, &str)] = &[
    ("line", "key"),
    ("both", "name"),
    ("long", "hint"),
    ("lines", "keywords"),
    ("number", "amount"),
    ("flag", "local"),
    ("one", "duty"),
    ("limit", "limit"),
    ("condition", "when"),
    ("question", "count"),
    ("several", "allows"),
    ("exempt", "exempt"),
    ("questions", "phone"),
];

pub fn samples() -> Vec<BoxView> {
    let option = || vec![OptionView { value: "1".into(), text: "Một".into(), chosen: true }];
    let simple = Simple { question: "1".into(), test: "1".into(), value: "1".into() };
    let view = |&(shape, name): &(&'static str, &'static str)| BoxView {
        name,
        shape,
        label: "Mức thu".into(),
        hint: "Mỗi dòng một câu".into(),
        optional: shape == "line",
        rare: matches!(shape, "questions" | "several"),
        text: "8000".into(),
        other: "8000".into(),
        rows: 3,
        options: option(),
        others: option(),
        comparisons: comparing::views(name, std::slice::from_ref(&simple), &[]),
        any: true,
        exempt: vec![ExemptView {
            number: 1,
            reason: "Hộ nghèo".into(),
            english: "Poor household".into(),
            when: comparing::view("exempt-0", &simple, &[]),
            text: String::new(),
            said: "Nghĩa là: thuộc hộ nghèo".into(),
        }],
        said: "Chỉ khi: Tình trạng là “Đã ly hôn”".into(),
        error: if name == "amount" { "nhập số".into() } else { String::new() },
    };
    SHAPES.iter().map(view).collect()
}
