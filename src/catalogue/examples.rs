//! Examples are tests: each service folder holds dossiers that must pass and dossiers that must be refused.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::{
    calendar::Limit,
    forms::{Answers, Files, Level, NotAForm, World},
    kernel::{clock::Instant, lang::Lang},
};

use super::{ServiceDefinition, ServiceVersion};

/// `examples/<name>.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What it shows, in a sentence.
    pub title: String,
    /// The day on which it is submitted.
    pub on: NaiveDate,
    /// What people type, by question; a list for check boxes.
    pub answers: BTreeMap<String, Answered>,
    pub expect: Expected,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Answered {
    One(String),
    Many(Vec<String>),
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    pub outcome: ExampleOutcome,
    /// Đồng.
    pub fee: Option<i64>,
    pub deadline: Option<Limit>,
    /// Keys of papers to upload or show, in order.
    pub documents: Option<Vec<String>>,
    /// Place code of the most competent commune.
    pub commune: Option<String>,
    pub subject: Option<String>,
    /// Question → sentence. Exactly these block.
    #[serde(default)]
    pub problems: BTreeMap<String, String>,
    /// Question → sentence. These warn.
    #[serde(default)]
    pub warnings: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExampleOutcome {
    Accepted,
    Refused,
}

impl Example {
    /// As a browser posts it.
    pub fn posted(&self) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        for (key, answered) in &self.answers {
            match answered {
                Answered::One(text) => pairs.push((key.clone(), text.clone())),
                Answered::Many(texts) => pairs.extend(texts.iter().map(|text| (key.clone(), text.clone()))),
            }
        }
        pairs
    }
}

/// The examples of one service: name of the file, example.
pub fn read_examples(files: &Files, slug: &str) -> Vec<(String, Result<Example, NotAForm>)> {
    let folder = format!("services/{slug}/examples/");
    let read = |(name, text): (&String, &String)| {
        let example = toml::from_str(text).map_err(|error| NotAForm { file: name.clone(), reason: error.to_string() });
        (name.clone(), example)
    };
    files.iter().filter(|(name, _)| name.starts_with(&folder) && name.ends_with(".toml")).map(read).collect()
}

/// How many ran, and what did not come out as expected.
pub(super) fn run_all(files: &Files, definition: ServiceDefinition, world: &World) -> (usize, Vec<String>) {
    let slug = definition.slug.clone();
    let version = ServiceVersion::draft(definition, world, Instant::default());
    let mut faults = Vec::new();
    let examples = read_examples(files, &slug);
    let count = examples.len();
    for (name, example) in examples {
        match example {
            Err(fault) => faults.push(fault.to_string()),
            Ok(example) => faults.extend(run_example(&version, &example).into_iter().map(|fault| format!("config/{name}: {fault}"))),
        }
    }
    (count, faults)
}

/// What does not come out as an example expects. `Display` says it to whoever writes the files.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExampleFault {
    #[error("the form does not ask `{0}`")]
    NotAsked(String),
    #[error("expected {wanted}, but it is {found}")]
    Outcome { wanted: String, found: String, accepted: bool },
    #[error("expected the warnings {wanted}, but there are {found}")]
    Warnings { wanted: String, found: String },
    /// `fee`, `deadline`, `documents`, `commune`, `subject`.
    #[error("expected {what} {wanted}, but it is {found}")]
    Differs { what: &'static str, wanted: String, found: String },
}

/// What does not come out as the example expects.
pub fn run_example(version: &ServiceVersion, example: &Example) -> Vec<ExampleFault> {
    let today = example.on;
    let mut faults = Vec::new();
    let posted = example.posted();
    let asks = |key: &str| {
        version
            .definition
            .form
            .fields()
            .any(|field| key == field.key || key.strip_prefix(&field.key).is_some_and(|rest| rest.starts_with('.')))
    };
    for (key, _) in posted.iter().filter(|(key, _)| !asks(key)) {
        faults.push(ExampleFault::NotAsked(key.clone()));
    }
    let mut answers = Answers::default();
    for page in &version.definition.form.pages {
        answers = version.form.read(&page.key, &posted, &answers, today, Lang::Vi).answers;
    }
    let problems = version.form.check(&answers, today, Lang::Vi);
    let of = |level: Level| -> BTreeMap<String, String> {
        // The first of each question: rows may have several.
        problems.iter().rev().filter(|p| p.level == level).map(|p| (p.field.clone(), p.message.clone())).collect()
    };
    let (blocks, warnings) = (of(Level::Block), of(Level::Warning));
    let outcome = if blocks.is_empty() { ExampleOutcome::Accepted } else { ExampleOutcome::Refused };
    let expect = &example.expect;
    if outcome != expect.outcome || blocks != expect.problems {
        let accepted = outcome == ExampleOutcome::Accepted;
        faults.push(ExampleFault::Outcome {
            wanted: format!("{:?} with {:?}", expect.outcome, expect.problems),
            found: format!("{outcome:?} with {blocks:?}"),
            accepted,
        });
    }
    if warnings != expect.warnings {
        faults.push(ExampleFault::Warnings { wanted: format!("{:?}", expect.warnings), found: format!("{warnings:?}") });
    }
    if outcome == ExampleOutcome::Accepted {
        faults.extend(consequences(version, &answers, today, expect));
    }
    faults
}

/// What follows from accepted answers.
fn consequences(version: &ServiceVersion, answers: &Answers, today: NaiveDate, expect: &Expected) -> Vec<ExampleFault> {
    let mut faults = Vec::new();
    let mut compare = |what: &'static str, wanted: Option<String>, found: String| {
        if let Some(wanted) = wanted.filter(|wanted| *wanted != found) {
            faults.push(ExampleFault::Differs { what, wanted, found });
        }
    };
    compare("fee", expect.fee.map(|fee| fee.to_string()), version.fee(answers, today).amount().to_string());
    compare("deadline", expect.deadline.map(|limit| limit.to_string()), version.deadline(answers, today).to_string());
    let documents: Vec<String> = version.required_documents(answers, today).into_iter().map(|document| document.key).collect();
    compare("documents", expect.documents.as_ref().map(|keys| keys.join(", ")), documents.join(", "));
    let commune = version.competent_communes(answers, today).into_iter().next().map(|commune| commune.place_code).unwrap_or_default();
    compare("commune", expect.commune.clone(), commune);
    compare("subject", expect.subject.clone(), version.subject(answers, today));
    faults
}
