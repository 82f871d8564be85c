//! The buttons of the present step: what needs one press, what has a page of its own, and what is
//! seldom done.

use serde::Serialize;

use crate::{
    dossiers::{StepFacts, Workbench},
    kernel::places::Place,
    web::{shell::Visit, staff::inbox::listed::Listed},
    workflow::{Action, Status, StepKind},
};

#[derive(Debug, Serialize)]
pub struct ActView {
    pub text: String,
    pub href: String,
    pub kind: &'static str,
    /// The step that is chosen, where there is a choice.
    pub to: String,
}

/// Everything that this official may do now.
#[derive(Debug, Default, Serialize)]
pub struct Acts {
    /// One press, with the remark; the usual one first.
    pub direct: Vec<ActView>,
    /// Whether a remark goes with it.
    pub with_note: bool,
    /// A page of its own.
    pub paged: Vec<ActView>,
    /// Seldom done: behind a fold.
    pub seldom: Vec<ActView>,
}

impl Acts {
    pub fn is_empty(&self) -> bool {
        self.direct.is_empty() && self.paged.is_empty() && self.seldom.is_empty()
    }
}

pub fn acts(visit: &Visit, bench: &Workbench) -> Acts {
    let mut acts = Acts::default();
    // In whose hands it is stands beside the acts of the step.
    for action in bench.may.iter().copied().filter(|action| *action != Action::Assign) {
        if is_direct(action) {
            acts.with_note |= matches!(action, Action::Forward | Action::Approve);
            acts.direct.push(view(visit, bench, action, "primary"));
        } else if is_seldom(bench, action) {
            acts.seldom.push(view(visit, bench, action, "secondary"));
        } else if !action.is_of_citizen() {
            let is_usual = acts.direct.is_empty() && acts.paged.is_empty();
            acts.paged.push(view(visit, bench, action, kind(action, is_usual)));
        }
    }
    // What hurts stands last.
    acts.paged.sort_by_key(|act| act.kind == "warning");
    if bench.may.contains(&Action::Forward) {
        acts.direct.extend(bench.optional_steps.iter().map(|step| chosen(visit, bench, step)));
    }
    acts
}

const fn is_direct(action: Action) -> bool {
    matches!(action, Action::Accept | Action::Forward | Action::Approve | Action::CompleteSupplement | Action::Recall)
}

/// What concerns the whole dossier and not the work of this step.
fn is_seldom(bench: &Workbench, action: Action) -> bool {
    match action {
        Action::Stop | Action::Extend | Action::RequestPayment => true,
        Action::TakePayment => bench.facts.status == Status::Processing,
        Action::AgreeWithdrawal | Action::DeclineWithdrawal => !bench.withdrawal_asked,
        _ => false,
    }
}

fn kind(action: Action, is_usual: bool) -> &'static str {
    match action {
        Action::Refuse | Action::AgreeWithdrawal => "warning",
        _ if is_usual => "primary",
        _ => "secondary",
    }
}

/// Forwarding names the step it leads to; to the citizen it says what he is asked for.
fn view(visit: &Visit, bench: &Workbench, action: Action, kind: &'static str) -> ActView {
    let text = match (&bench.next_step, action) {
        (Some(next), Action::Forward) if next.kind == StepKind::Confirm => visit.text("bench-send-draft", &[]),
        (Some(next), Action::Forward) => visit.text("bench-forward-to", &[("step", next.name.as_str().into())]),
        _ => visit.text(action.text_key(), &[]),
    };
    let href = Listed::of(visit).address(&Place::WorkbenchAct(bench.facts.code.clone(), action.slug()));
    ActView { text, href, kind, to: String::new() }
}

/// An optional step on the way.
fn chosen(visit: &Visit, bench: &Workbench, step: &StepFacts) -> ActView {
    let text = visit.text("bench-forward-aside", &[("step", step.name.as_str().into())]);
    ActView { text, to: step.key.to_string(), ..view(visit, bench, Action::Forward, "secondary") }
}

/// Why there is no button: it is somebody else's turn, or nobody's.
pub fn nothing_to_do(visit: &Visit, bench: &Workbench) -> String {
    let facts = &bench.facts;
    match (&facts.step, facts.status) {
        (_, Status::SupplementRequested) => visit.text("bench-waits-for-citizen", &[]),
        (_, Status::PaymentRequested) => visit.text("bench-waits-for-payment", &[]),
        (Some(step), Status::Processing) if step.kind == StepKind::Confirm => visit.text("bench-waits-for-draft", &[]),
        (Some(step), status) if !status.is_final() => visit.text("bench-waits-for-step", &[("step", step.name.as_str().into())]),
        _ => visit.text("bench-ended", &[]),
    }
}
