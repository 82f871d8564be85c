//! Proofs at publication: a workflow that passes can always be walked to its end.

use std::collections::BTreeSet;

use super::{Action, Channel, Step, StepKind, Workflow};

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
    #[error("step `{0}`: the citizen checks a draft that an office step before it has written, and a step after it must go on")]
    ConfirmOutOfPlace(String),
    #[error("step `{0}`: only steps of kind work can be optional")]
    NeverOptional(String),
    #[error("consultation `{0}`: its key is used twice, or is not lower-case words joined by `_`")]
    BadConsultation(String),
    #[error("consultation `{0}`: `{1}` is not a step of kind work that allows `consult`")]
    ConsultedNowhere(String, String),
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
        problems.extend(self.check_confirmations());
        problems.extend(self.check_consultations());
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

impl Workflow {
    /// Somebody wrote the draft, and somebody goes on with it.
    fn check_confirmations(&self) -> Vec<WorkflowProblem> {
        let confirms = self.steps.iter().filter(|step| step.kind == StepKind::Confirm);
        let lost = confirms.filter(|step| {
            let written = self.before(&step.key).is_some_and(|before| before.kind == StepKind::Work);
            let after = self.after(&step.key, Channel::Online).is_some_and(|next| matches!(next.kind, StepKind::Work | StepKind::Sign));
            !written || !after
        });
        lost.map(|step| WorkflowProblem::ConfirmOutOfPlace(step.key.to_string())).collect()
    }

    fn check_consultations(&self) -> Vec<WorkflowProblem> {
        let mut problems = Vec::new();
        let mut seen = BTreeSet::new();
        for asked in &self.consultations {
            if !well_formed(&asked.key) || !seen.insert(&asked.key) {
                problems.push(WorkflowProblem::BadConsultation(asked.key.clone()));
            }
            let may = |key| self.step(key).is_some_and(|step| step.allows(Action::Consult));
            let lost = asked.at.iter().filter(|key| !may(*key));
            problems.extend(lost.map(|key| WorkflowProblem::ConsultedNowhere(asked.key.clone(), key.to_string())));
            if asked.at.is_empty() {
                problems.push(WorkflowProblem::ConsultedNowhere(asked.key.clone(), String::new()));
            }
        }
        problems
    }
}

fn well_formed(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_lowercase()) && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

fn check_step(step: &Step, problems: &mut Vec<WorkflowProblem>) {
    let key = step.key.to_string();
    if !well_formed(&key) {
        problems.push(WorkflowProblem::BadKey(key.clone()));
    }
    if !step.role.handles_dossiers() {
        problems.push(WorkflowProblem::RoleDoesNotHandle(key.clone(), step.role.to_string()));
    }
    if step.optional && step.kind != StepKind::Work {
        problems.push(WorkflowProblem::NeverOptional(key.clone()));
    }
    for action in step.allows.iter().flatten() {
        if !step.kind.usual_actions().contains(action) {
            problems.push(WorkflowProblem::ForeignAction(key.clone(), *action));
        }
    }
    let onward: &[Action] = match step.kind {
        StepKind::Receive => &[Action::Accept, Action::Forward],
        StepKind::Work => &[Action::Forward],
        StepKind::Confirm => &[],
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
