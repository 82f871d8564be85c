//! The server and the browser agree on when something is asked.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use motcua::{
    forms::{Answers, Condition, Form, FormDefinition, World},
    kernel::lang::Lang,
};
use serde_json::{Map, Value, json};

use super::random::Chance;

#[derive(serde::Deserialize, serde::Serialize)]
struct Vector {
    name: String,
    condition: Condition,
    answers: Map<String, Value>,
    today: chrono::NaiveDate,
    holds: bool,
}

fn vectors() -> Vec<Vector> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/conditions.json");
    serde_json::from_str(&std::fs::read_to_string(file).expect("the vectors are there")).expect("vectors")
}

#[test]
fn the_server_holds_what_the_vectors_say() {
    for vector in vectors() {
        let held = vector.condition.holds(&|key| vector.answers.get(key), vector.today);
        assert_eq!(held, vector.holds, "{}", vector.name);
    }
}

#[test]
fn a_condition_survives_being_written() {
    for vector in vectors() {
        let written = serde_json::to_value(&vector.condition).expect("can be written");
        let back: Condition = serde_json::from_value(written).expect("can be read again");
        assert_eq!(back, vector.condition, "{}", vector.name);
    }
}

#[test]
fn the_browser_holds_what_the_vectors_say() {
    let vectors = vectors();
    let answered = in_the_browser(&vectors);
    for (vector, held) in vectors.iter().zip(answered) {
        assert_eq!(held, vector.holds, "{}", vector.name);
    }
}

/// Ten thousand forms that nobody wrote.
#[test]
fn server_and_browser_show_the_same_questions_of_ten_thousand_forms() {
    let world = crate::catalogue::world(&crate::catalogue::files());
    for seed in 1..=SEEDS {
        let mut chance = Chance::of(seed);
        let forms: Vec<(Form, Value, Answers)> = (0..10_000 / SEEDS).map(|_| form(&mut chance, &world)).collect();
        let written: Vec<&Value> = forms.iter().map(|(_, written, _)| written).collect();
        let browser: Vec<Vec<String>> = node("forms.mjs", &written);
        for ((form, written, answers), browser) in forms.iter().zip(browser) {
            let shown = form.shown(answers, super::today());
            let server: Vec<&str> = form.definition().fields().map(|field| field.key.as_str()).filter(|key| shown.contains(key)).collect();
            assert_eq!(server, browser, "seed {seed}: {}", serde_json::to_string_pretty(written).expect("JSON"));
            for condition in form.definition().fields().filter_map(|field| field.show_if.as_ref()) {
                assert!(!form.say(condition, Lang::Vi).is_empty() && !form.say(condition, Lang::En).is_empty());
            }
        }
    }
}

const SEEDS: u64 = 10;

/// A form, as the browser gets it, and its answers.
fn form(chance: &mut Chance, world: &World) -> (Form, Value, Answers) {
    let (fields, answers) = chance.form();
    let definition: FormDefinition =
        serde_json::from_value(json!({ "pages": [{ "key": "p", "title": "T", "sections": [{ "fields": fields }] }] }))
            .unwrap_or_else(|fault| panic!("{fault}: {fields:?}"));
    let asked: Vec<Value> = definition.fields().map(|field| json!({ "key": field.key, "show_if": field.show_if })).collect();
    let written = json!({ "fields": asked, "answers": answers, "today": super::today() });
    (Form::new(definition, world.clone()), written, Answers::from_json(Value::Object(answers)))
}

/// Runs `static/scripts/conditions.js` under node.
fn in_the_browser(vectors: &[Vector]) -> Vec<bool> {
    node("conditions.mjs", vectors)
}

fn node<T: serde::de::DeserializeOwned>(driver: &str, input: &(impl serde::Serialize + ?Sized)) -> T {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut node = Command::new("node")
        .args([format!("{root}/tests/vectors/{driver}"), format!("{root}/static/scripts/conditions.js")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is installed");
    let input = serde_json::to_vec(input).expect("can be written");
    node.stdin.take().expect("a pipe").write_all(&input).expect("node listens");
    let output = node.wait_with_output().expect("node answers");
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).expect("what the driver says")
}

#[test]
fn a_row_is_compared_with_the_form_but_not_by_a_name_that_both_have() {
    let form = |where_: Value| -> Vec<String> {
        let definition: FormDefinition = serde_json::from_value(json!({ "pages": [{ "key": "all", "title": "T", "sections": [{ "fields": [
            { "key": "wedding", "kind": "date", "label": "T" },
            { "key": "born", "kind": "date", "label": "T" },
            { "key": "t", "kind": "table", "label": "T", "columns": [
                { "key": "birth", "kind": "date", "label": "T" }, { "key": "born", "kind": "date", "label": "T" }] },
            { "key": "why", "kind": "text", "label": "T", "show_if": { "rows": "t", "where": where_, "at_least": 1 } },
        ] }] }] }))
        .expect("a form");
        motcua::forms::check(&definition)
    };
    assert_eq!(form(json!({ "field": "birth", "before": { "field": "wedding" } })), Vec::<String>::new());
    let both = form(json!({ "field": "born", "before": { "field": "wedding" } }));
    assert!(both.len() == 1 && both[0].contains("`born`"), "{both:?}");
    let later = form(json!({ "field": "birth", "before": { "field": "why" } }));
    assert!(later.len() == 1 && later[0].contains("`why`"), "{later:?}");
}
