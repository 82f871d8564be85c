//! Errors of the checks, each with its place in the editor and its sentence.

use super::Finding;
use crate::{
    catalogue::{ServiceDefinition, check},
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

/// A fault of the checks as a finding; one without a sentence of its own is told as it is.
pub(super) fn finding(fault: &str) -> Finding {
    let key = SENTENCES.iter().find(|(words, _)| fault.contains(words)).map_or("proof-other", |(_, key)| *key);
    let names: Vec<&str> = fault.split('`').skip(1).step_by(2).collect();
    Finding::error(part(fault), key).with("name", names.join(" › ")).with("reason", fault)
}

/// Where it is mended.
fn part(fault: &str) -> String {
    if let Some((page, _)) = fault.split_once("page `").and_then(|(_, rest)| rest.split_once('`')) {
        return format!("form-{page}");
    }
    let places = [
        ("fee `", "fees"),
        ("deadline", "deadlines"),
        ("result", "results"),
        ("eligibility", "eligibility"),
        ("alternative", "eligibility"),
        ("competence", "competence"),
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
