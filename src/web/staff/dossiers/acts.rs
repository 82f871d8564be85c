//! The buttons of the present step: what needs one press, and what has a page of its own.

use serde::Serialize;

use crate::{
    dossiers::Workbench,
    kernel::places::Place,
    web::shell::Visit,
    workflow::{Action, Status},
};

#[derive(Debug, Serialize)]
pub struct ActView {
    pub text: String,
    pub href: String,
    pub kind: &'static str,
}

/// (one press, own page), the usual act first.
pub fn acts(visit: &Visit, bench: &Workbench) -> (Vec<ActView>, Vec<ActView>) {
    let (direct, paged): (Vec<Action>, Vec<Action>) = bench.may.iter().filter(|act| has_address(**act)).partition(|act| is_direct(**act));
    let nothing_direct = direct.is_empty();
    let direct = direct.into_iter().map(|action| view(visit, bench, action, "primary")).collect();
    let paged =
        paged.into_iter().enumerate().map(|(i, action)| view(visit, bench, action, kind(action, nothing_direct && i == 0))).collect();
    (direct, paged)
}

/// The acts that the desk has an address for.
fn has_address(action: Action) -> bool {
    is_direct(action)
        || matches!(action, Action::RequestSupplement | Action::SendBack | Action::Refuse | Action::IssueResult | Action::ReturnResult)
}

fn is_direct(action: Action) -> bool {
    matches!(action, Action::Accept | Action::Forward | Action::Approve | Action::CompleteSupplement)
}

fn kind(action: Action, is_usual: bool) -> &'static str {
    match action {
        Action::Refuse => "warning",
        _ if is_usual => "primary",
        _ => "secondary",
    }
}

/// Forwarding names the step it leads to.
fn view(visit: &Visit, bench: &Workbench, action: Action, kind: &'static str) -> ActView {
    let text = match (&bench.next_step, action) {
        (Some(next), Action::Forward) => visit.text("bench-forward-to", &[("step", next.name.as_str().into())]),
        _ => visit.text(action.text_key(), &[]),
    };
    ActView { text, href: Place::WorkbenchAct(bench.facts.code.clone(), action.slug()).path(), kind }
}

/// Why there is no button: it is somebody else's turn, or nobody's.
pub fn nothing_to_do(visit: &Visit, bench: &Workbench) -> String {
    let facts = &bench.facts;
    match (&facts.step, facts.status) {
        (_, Status::SupplementRequested) => visit.text("bench-waits-for-citizen", &[]),
        (Some(step), status) if !status.is_final() => visit.text("bench-waits-for-step", &[("step", step.name.as_str().into())]),
        _ => visit.text("bench-ended", &[]),
    }
}
