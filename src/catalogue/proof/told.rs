//! Errors of the checks, each with its place in the editor and its sentence.

use super::Finding;
use crate::{
    catalogue::{ServiceDefinition, check},
    forms::NotAForm,
    workflow::{Action, WorkflowProblem},
};

/// What is wrong with the steps.
pub(super) fn workflow(service: &ServiceDefinition) -> Vec<Finding> {
    service.workflow.check(check::usual_minutes(service)).into_iter().map(|found| problem(service, found)).collect()
}

fn problem(service: &ServiceDefinition, problem: WorkflowProblem) -> Finding {
    let told = |key| Finding::error("steps", key);
    let at = |key, step: String| told(key).with("name", named(service, &step)).about([step]);
    let asking = |key, asked: String| Finding::error("consultations", key).with("name", named(service, &asked)).about([asked]);
    let act = |action: Action| serde_json::to_value(action).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default();
    let hours = |minutes: i64| format!("{}", minutes / 60);
    match problem {
        WorkflowProblem::TooShort => told("proof-steps-too-few"),
        WorkflowProblem::BadKey(step) => at("proof-step-key", step),
        WorkflowProblem::ReceiveMustBeFirst => told("proof-step-receive"),
        WorkflowProblem::ReturnMustBeLast => told("proof-step-return"),
        WorkflowProblem::IssueBeforeReturn => told("proof-step-issue"),
        WorkflowProblem::RoleDoesNotHandle(step, role) => at("proof-step-role", step).with("role", role),
        WorkflowProblem::ForeignAction(step, action) => at("proof-step-action", step).with("action", act(action)),
        WorkflowProblem::NoWayOn(step, action) => at("proof-step-no-way", step).with("action", act(action)),
        WorkflowProblem::ConfirmOutOfPlace(step) => at("proof-step-confirm", step),
        WorkflowProblem::NeverOptional(step) => at("proof-step-optional", step),
        WorkflowProblem::BadConsultation(key) => asking("proof-consultation-key", key),
        WorkflowProblem::ConsultedNowhere(key, step) => asking("proof-consultation-step", key).with("step", named(service, &step)),
        WorkflowProblem::HoursDoNotAddUp { steps, limit } => {
            told("proof-step-hours").with("steps", hours(steps)).with("limit", hours(limit))
        }
    }
}

/// Words of a check, and the sentence in which an administrator reads it.
const SENTENCES: &[(&str, &str)] = &[
    ("the form has no page", "proof-no-page"),
    ("a condition over nothing", "proof-condition-empty"),
    ("is a column and a question", "proof-key-twice"),
    ("the key must be new", "proof-key"),
    ("needs a `label`", "proof-label"),
    ("there is no list", "proof-list"),
    ("prefill `", "proof-prefill"),
    ("same_as names", "proof-looks-back"),
    ("which is not asked before", "proof-looks-back"),
    ("which this page does not ask", "proof-rule-place"),
    ("can never be", "proof-never"),
    ("cannot be compared so", "proof-kind"),
    ("has no column", "proof-column"),
    ("of kind", "proof-kind"),
    ("the folder's name", "proof-slug"),
    ("is no national procedure code", "proof-code"),
    ("needs a deadline without", "proof-usual-deadline"),
    ("needs a result", "proof-no-result"),
    ("the form does not ask", "proof-not-asked"),
    ("is no number that the form asks", "proof-fee-number"),
    ("is no number", "proof-not-number"),
    ("days cannot be counted from", "proof-day"),
    ("nobody counts so many", "proof-day"),
    ("is no day;", "proof-day"),
    ("is no hour;", "proof-day"),
    ("is no earlier date", "proof-earlier-date"),
    ("is no earlier choice", "proof-earlier-choice"),
    ("is no earlier province", "proof-earlier-province"),
    ("`of` names", "proof-computed"),
    ("the fee is of the whole dossier", "proof-computed"),
    ("needs the `text`", "proof-text"),
    ("`shapes` and", "proof-shapes"),
    ("needs `options`", "proof-options"),
    ("has both `options`", "proof-options"),
    ("offers the value", "proof-options-twice"),
    ("needs `columns`", "proof-columns"),
    ("is more than max", "proof-min-max"),
    ("must be a question of one value", "proof-column-kind"),
    ("a row knows no prefill", "proof-column-kind"),
    ("need each other", "proof-fee-tiers"),
    ("needs `said`", "proof-fee-said"),
    ("has both `amount`", "proof-fee-both"),
    ("must rise from tier to tier", "proof-fee-rise"),
    ("`per_row` must", "proof-fee-rows"),
    ("`row_name` must", "proof-fee-rows"),
    ("needs an `alternative`", "proof-alternative"),
    ("takes an account's fact", "proof-first-page"),
    ("first page does not ask", "proof-eligibility-page"),
    ("a page of its own at this address", "proof-reserved"),
];

/// Words of the files that a check names between its ticks; the sentence says them in the reader's words.
const OF_THE_FILE: &[&str] = &[
    "-",
    "_",
    "label",
    "options",
    "list",
    "text",
    "shapes",
    "shapes_said",
    "columns",
    "of",
    "paper",
    "tiers",
    "units",
    "said",
    "amount",
    "up_to",
    "per_row",
    "row_name",
    "alternative",
    "advice",
    "prefix",
];

/// A fault of the checks as a finding; one without a sentence of its own is told as it is.
pub(super) fn finding(service: &ServiceDefinition, fault: &str) -> Finding {
    let key = SENTENCES.iter().find(|(words, _)| fault.contains(words)).map_or("proof-other", |(_, key)| *key);
    let names: Vec<&str> = fault.split('`').skip(1).step_by(2).filter(|name| !OF_THE_FILE.contains(name)).collect();
    // Where the key itself is wrong, it is the key that must be read.
    let by_key = matches!(key, "proof-key" | "proof-key-twice");
    let last = names.len().saturating_sub(1);
    let name = |(place, name): (usize, &&str)| if by_key && place == last { (*name).to_owned() } else { named(service, name) };
    let said: Vec<String> = names.iter().enumerate().map(name).collect();
    Finding::error(part(fault), key).with("name", said.join(" › ")).about(names.into_iter().map(str::to_owned))
}

/// What people call what the files call by a key; the key itself where nobody named it. Questions stand in quotation marks.
fn named(service: &ServiceDefinition, key: &str) -> String {
    if let Some(label) = service.form.field(key).map(|field| &field.label.vi).filter(|label| !label.is_empty()) {
        return format!("“{label}”");
    }
    let page = service.form.page(key).map(|page| page.title.vi.as_str());
    let step = || service.workflow.steps.iter().find(|step| step.key.as_str() == key).map(|step| step.name.as_str());
    let asked = || service.workflow.consultations.iter().find(|asked| asked.key == key).map(|asked| asked.name.as_str());
    let fee = || service.fees.iter().find(|fee| fee.key == key).map(|fee| fee.name.vi.as_str());
    let paper = || service.documents.iter().find(|rule| rule.key == key).map(|rule| rule.name.vi.as_str());
    let name = page.or_else(step).or_else(asked).or_else(fee).or_else(paper);
    name.filter(|name| !name.is_empty()).unwrap_or(key).to_owned()
}

/// Words of what a file cannot be read for, and the sentence for it.
const UNREADABLE: &[(&str, &str)] = &[
    ("unknown field", "proof-unreadable-unknown"),
    ("missing field", "proof-unreadable-missing"),
    ("unknown variant", "proof-unreadable-word"),
    ("invalid type", "proof-unreadable-type"),
    ("invalid value", "proof-unreadable-type"),
    ("hours of a step", "proof-unreadable-hours"),
    ("there is no block", "proof-no-block"),
    ("has no field", "proof-block-field"),
    ("needs a `prefix`", "proof-block-prefix"),
    ("this file is missing", "proof-file-missing"),
];

/// Why the files do not make a service, at the line that says it.
pub(super) fn unreadable(slug: &str, fault: &NotAForm) -> Finding {
    let file = fault.file.strip_prefix(&format!("services/{slug}/")).unwrap_or(&fault.file).to_owned();
    let known = UNREADABLE.iter().find_map(|(words, key)| Some((fault.reason.split_once(words)?.1, *key)));
    let (behind, key) = known.unwrap_or(("", "proof-unreadable"));
    let name = behind.split('`').nth(1).unwrap_or_default();
    let line: String =
        fault.reason.split_once("at line ").map(|(_, rest)| rest.chars().take_while(char::is_ascii_digit).collect()).unwrap_or_default();
    let place = if line.is_empty() { file.clone() } else { format!("{file}:{line}") };
    Finding::error("", key).with("file", place).with("name", name).in_file(file)
}

/// Where it is mended.
fn part(fault: &str) -> String {
    if let Some((page, _)) = fault.split_once("page `").and_then(|(_, rest)| rest.split_once('`')) {
        return format!("form-{page}");
    }
    let places = [
        ("fee `", "fees"),
        ("document `", "documents"),
        ("deadline", "deadlines"),
        ("result_paper", "result_paper"),
        ("result", "results"),
        ("eligibility", "eligibility"),
        ("alternative", "eligibility"),
        ("competence", "competence"),
        ("applicant.", "applicant"),
        ("owner.", "owner"),
        ("the form has no page", "form"),
    ];
    places.iter().find(|(words, _)| fault.contains(words)).map_or("information", |(_, part)| *part).to_owned()
}
