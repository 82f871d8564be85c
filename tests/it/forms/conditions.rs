//! The server and the browser agree on when something is asked.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use motcua::forms::Condition;
use serde_json::{Map, Value};

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

/// Runs `static/scripts/conditions.js` under node.
fn in_the_browser(vectors: &[Vector]) -> Vec<bool> {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut node = Command::new("node")
        .args([format!("{root}/tests/vectors/conditions.mjs"), format!("{root}/static/scripts/conditions.js")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is installed");
    let input = serde_json::to_vec(vectors).expect("can be written");
    node.stdin.take().expect("a pipe").write_all(&input).expect("node listens");
    let output = node.wait_with_output().expect("node answers");
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).expect("a list of true and false")
}
