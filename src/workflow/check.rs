//! Proofs at publication: a workflow that passes can always be walked to its end.

use std::collections::BTreeSet;

use super::{Action, Step, StepKind, Workflow};

/// Why a workflow cannot be published. `Display` says what to do, for the person who edits the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WorkflowProblem {
    #[error("a workflow needs at least the steps receive, issue and return")]
    TooShort,
    #[error("step `{0}`: keys are lower-case words joined by `_`, each used once")]
    BadKey(String),
    #[error("the first step must have kind = \"receive\", and no other step may")]
    ReceiveMustBeFirst,
    #[error("the last step must have kind = \"return\", and no other step may")]
    ReturnMustBeLast,
    #[error("exactly one step must have kind = \"issue\", and it must stand just before the last")]
    IssueBeforeReturn,
    #[error("step `{0}`: role `{1}` does not work on dossiers")]
    RoleDoesNotHandle(String, String),
    #[error("step `{0}`: `{1}` is not an act of this kind of step")]
    ForeignAction(String, Action),
    #[error("step `{0}`: nothing in `allows` leads onward (add `{1}`)")]
    NoWayOn(String, Action),
    #[error("the steps take {steps} minutes, the limit of the service is {limit} minutes")]
    HoursDoNotAddUp { steps: i64, limit: i64 },
}

impl Workflow {
    /// All problems at once. `limit_minutes` is the service's limit in working minutes, where it
    /// can be told (a limit in calendar days cannot).
    pub fn check(&self, limit_minutes: Option<i64>) -> Vec<WorkflowProblem> {
        let mut problems = self.check_order();
        let mut seen = BTreeSet::new();
        for step in &self.steps {
            check_step(step, &mut problems);
            if !seen.insert(&step.key) {
                problems.push(WorkflowProblem::BadKey(step.key.to_string()));
            }
        }
        match limit_minutes {
            Some(limit) if limit != self.total_minutes() => {
                problems.push(WorkflowProblem::HoursDoNotAddUp { steps: self.total_minutes(), limit });
            }
            _ => {}
        }
        problems
    }

    fn check_order(&self) -> Vec<WorkflowProblem> {
        let mut problems = Vec::new();
        let count = self.steps.len();
        if count < 3 {
            problems.push(WorkflowProblem::TooShort);
        }
        let places = |kind| self.steps.iter().enumerate().filter(move |(_, s)| s.kind == kind).map(|(i, _)| i).collect::<Vec<_>>();
        if places(StepKind::Receive) != [0] {
            problems.push(WorkflowProblem::ReceiveMustBeFirst);
        }
        if places(StepKind::Return) != [count.saturating_sub(1)] {
            problems.push(WorkflowProblem::ReturnMustBeLast);
        }
        if places(StepKind::Issue) != [count.saturating_sub(2)] {
            problems.push(WorkflowProblem::IssueBeforeReturn);
        }
        problems
    }
}

fn check_step(step: &Step, problems: &mut Vec<WorkflowProblem>) {
    let key = step.key.to_string();
    let well_formed =
        key.starts_with(|c: char| c.is_ascii_lowercase()) && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if !well_formed {
        problems.push(WorkflowProblem::BadKey(key.clone()));
    }
    if !step.role.handles_dossiers() {
        problems.push(WorkflowProblem::RoleDoesNotHandle(key.clone(), step.role.to_string()));
    }
    for action in step.allows.iter().flatten() {
        if !step.kind.usual_actions().contains(action) {
            problems.push(WorkflowProblem::ForeignAction(key.clone(), *action));
        }
    }
    let onward: &[Action] = match step.kind {
        StepKind::Receive => &[Action::Accept, Action::Forward],
        StepKind::Work => &[Action::Forward],
        StepKind::Sign => &[Action::Approve],
        StepKind::Issue => &[Action::IssueResult],
        StepKind::Return => &[Action::ReturnResult],
    };
    for action in onward {
        if !step.allows(*action) {
            problems.push(WorkflowProblem::NoWayOn(key.clone(), *action));
        }
    }
}
