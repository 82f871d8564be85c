//! Errors of the checks, each with its place in the editor and its sentence.

use super::Finding;
use crate::{
    catalogue::{ServiceDefinition, check},
    forms::NotAForm,
    workflow::WorkflowProblem,
};

/// What is wrong with the steps.
pub(super) fn workflow(service: &ServiceDefinition) -> Vec<Finding> {
    service.workflow.check(check::usual_minutes(service)).into_iter().map(problem).collect()
}

fn problem(problem: WorkflowProblem) -> Finding {
    let told = |key| Finding::error("steps", key);
    let hours = |minutes: i64| format!("{}", minutes / 60);
    match problem {
        WorkflowProblem::TooShort => told("proof-steps-too-few"),
        WorkflowProblem::BadKey(step) => told("proof-step-key").with("name", step),
        WorkflowProblem::ReceiveMustBeFirst => told("proof-step-receive"),
        WorkflowProblem::ReturnMustBeLast => told("proof-step-return"),
        WorkflowProblem::IssueBeforeReturn => told("proof-step-issue"),
        WorkflowProblem::RoleDoesNotHandle(step, role) => told("proof-step-role").with("name", step).with("role", role),
        WorkflowProblem::ForeignAction(step, action) => told("proof-step-action").with("name", step).with("action", action.slug()),
        WorkflowProblem::NoWayOn(step, action) => told("proof-step-no-way").with("name", step).with("action", action.slug()),
        WorkflowProblem::ConfirmOutOfPlace(step) => told("proof-step-confirm").with("name", step),
        WorkflowProblem::NeverOptional(step) => told("proof-step-optional").with("name", step),
        WorkflowProblem::BadConsultation(key) => told("proof-consultation-key").with("name", key),
        WorkflowProblem::ConsultedNowhere(key, step) => told("proof-consultation-step").with("name", key).with("step", step),
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
pub(super) fn finding(fault: &str) -> Finding {
    let key = SENTENCES.iter().find(|(words, _)| fault.contains(words)).map_or("proof-other", |(_, key)| *key);
    let names: Vec<&str> = fault.split('`').skip(1).step_by(2).filter(|name| !OF_THE_FILE.contains(name)).collect();
    Finding::error(part(fault), key).with("name", names.join(" › "))
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

#[cfg(test)]
mod tests {
    use super::finding;

    #[test]
    fn a_fault_is_told_at_its_place() {
        let told = finding("form: page `muc-dich`: field `copies`: looks at `purpose`, which is not asked before");
        assert_eq!((told.part.as_str(), told.key), ("form-muc-dich", "proof-looks-back"));
        assert_eq!(told.args[0].1, "muc-dich › copies › purpose");
        let fee = finding("service.toml: fee `certificate`: `copies` is no number that the form asks");
        assert_eq!((fee.part.as_str(), fee.key), ("fees", "proof-fee-number"));
    }
}
