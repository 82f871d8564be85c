//! Every kind of question, whatever is typed into it: nothing panics, what is understood is clean and
//! comes back the same from its boxes, what is not understood is kept.

use std::sync::LazyLock;

use motcua::{
    forms::{Answers, Form, FormDefinition},
    kernel::lang::Lang,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use unicode_normalization::is_nfc;

use super::{sent_back, today};

pub static FORM: LazyLock<Form> = LazyLock::new(|| {
    let options = json!([{ "value": "a", "label": "A" }, { "value": "b", "label": "B" }]);
    let fields = json!([
        { "key": "text", "kind": "text", "label": "T" },
        { "key": "name", "kind": "full_name", "label": "T" },
        { "key": "long", "kind": "textarea", "label": "T" },
        { "key": "address", "kind": "address", "label": "T" },
        { "key": "count", "kind": "number", "label": "T", "min": -5, "max": 5000 },
        { "key": "area", "kind": "number", "label": "T", "decimals": 3 },
        { "key": "sum", "kind": "money", "label": "T" },
        { "key": "date", "kind": "date", "label": "T", "future": true },
        { "key": "partial", "kind": "partial_date", "label": "T", "future": true },
        { "key": "select", "kind": "select", "label": "T", "options": options },
        { "key": "radio", "kind": "radio", "label": "T", "options": options },
        { "key": "boxes", "kind": "checkboxes", "label": "T", "options": options },
        { "key": "yes", "kind": "yes_no", "label": "T" },
        { "key": "province", "kind": "province", "label": "T" },
        { "key": "commune", "kind": "commune", "label": "T", "province": "province" },
        { "key": "phone", "kind": "phone", "label": "T" },
        { "key": "email", "kind": "email", "label": "T" },
        { "key": "id", "kind": "personal_id", "label": "T" },
        { "key": "paper", "kind": "id_paper", "label": "T", "paper": "select" },
        { "key": "agreed", "kind": "declaration", "label": "T", "text": "…" },
        { "key": "words", "kind": "computed", "label": "T", "of": "date", "how": "date_in_words" },
        { "key": "time", "kind": "time", "label": "T" },
        { "key": "tax", "kind": "tax_code", "label": "T" },
        { "key": "people", "kind": "group", "label": "T", "required": false, "item": "thành viên", "max": 20, "fields": [
            { "key": "name", "kind": "full_name", "label": "T" },
            { "key": "country", "kind": "select", "label": "T", "options": options, "default": "a" },
            { "key": "province", "kind": "province", "label": "T", "required": false },
            { "key": "commune", "kind": "commune", "label": "T", "province": "province", "show_if": { "field": "province", "filled": true } },
            { "key": "at", "kind": "time", "label": "T", "required": false },
            { "key": "pages", "kind": "number", "label": "T", "required": false }] },
        { "key": "pages", "kind": "computed", "label": "T", "of": "people.pages", "how": "sum" },
        { "key": "rows", "kind": "table", "label": "T", "columns": [
            { "key": "name", "kind": "text", "label": "T" },
            { "key": "when", "kind": "partial_date", "label": "T", "required": false, "future": true }] },
    ]);
    let definition: FormDefinition =
        serde_json::from_value(json!({ "pages": [{ "key": "all", "title": "T", "sections": [{ "fields": fields }] }] })).expect("a form");
    let faults = motcua::forms::check(&definition);
    assert!(faults.is_empty(), "{faults:?}");
    Form::new(definition, crate::catalogue::world(&crate::catalogue::files()))
});

const BOXES: &[&str] = &[
    "text",
    "name",
    "long",
    "address",
    "count",
    "area",
    "sum",
    "date",
    "date.day",
    "date.month",
    "date.year",
    "partial.day",
    "partial.month",
    "partial.year",
    "select",
    "radio",
    "boxes",
    "yes",
    "province",
    "commune",
    "phone",
    "email",
    "id",
    "paper",
    "agreed",
    "time",
    "time.hour",
    "time.minute",
    "tax",
    "people",
    "people.0.name",
    "people.0.province",
    "people.0.commune",
    "people.0.country",
    "people.3.name",
    "people.3.at.hour",
    "people.3.pages",
    "~remove",
    "rows.0.name",
    "rows.0.when.year",
    "rows.7.name",
    "rows.7.when",
    "rows.x",
    "words",
    "stranger",
];

/// What people type, right and wrong, and what nobody types.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9]{0,13}",
        "[0-9]{1,2}",
        "(19|20)[0-9]{2}",
        "[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}",
        "[0-9]{1,4}([.,][0-9]{1,3}){0,3}",
        "[A-Za-zĐđÁáỆệ\u{301}\u{323} '-]{0,40}",
        "0[35789][0-9]{8}",
        "[a-z]{1,8}@[a-z]{1,8}\\.vn",
        Just("a".to_owned()),
        Just("b".to_owned()),
        Just("yes".to_owned()),
        Just("25".to_owned()),
        Just("Việt Trì".to_owned()),
        Just("07900".to_owned()),
        Just("Phú Thọ".to_owned()),
        Just("people.3".to_owned()),
        "[0-9]{1,2}[:h][0-9]{0,2}",
        "0100(109106|233488)(-00[0-9])?",
        Just("x\u{0}\u{200b}\r\ny".to_owned()),
        Just("ă".repeat(30_000)),
    ]
}

fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(all) => all.iter().flat_map(texts).collect(),
        Value::Object(map) => map.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_is_typed(posted in prop::collection::vec((prop::sample::select(BOXES), typed()), 0..40)) {
        let posted: Vec<(String, String)> = posted.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
        let reading = FORM.read("all", &posted, &Answers::default(), today(), Lang::Vi);
        let answers = reading.answers;
        prop_assert!(answers.get("stranger").is_none() && answers.get("words").is_none());
        for key in answers.keys() {
            for text in texts(answers.get(key).unwrap()) {
                prop_assert!(is_nfc(text) && !text.chars().any(|c| c.is_control() && c != '\n') && text.chars().count() <= 2_000, "{key}: {text:?}");
            }
        }
        // Stored and read again, shown and sent back as it is: the same answers, the same problems.
        let stored = Answers::from_json(answers.to_json());
        prop_assert_eq!(&stored, &answers);
        let view = FORM.page_view("all", &answers, &reading.problems, today(), Lang::Vi).unwrap();
        let understood = FORM.visible(&answers, today());
        let again = FORM.read("all", &sent_back(&view), &understood, today(), Lang::Vi);
        let again = FORM.visible(&again.answers, today());
        for key in understood.keys() {
            prop_assert_eq!(again.get(key), understood.get(key), "{}", key);
        }
        FORM.summary(&answers, today(), Lang::En);
        FORM.check(&answers, today(), Lang::En);
    }
}
