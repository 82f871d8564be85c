//! The role × action × status matrix, printed for a committed snapshot: a change of who may do what
//! is a change of this text, seen by whoever reviews it.

use std::fmt::Write;

use super::{
    Action, Channel, DossierState, OpenConsultation, Refusal, ReturnMethod, Status, Step, StepKind, Who, Workflow, decide,
    state::OpenSupplement,
};
use crate::kernel::{actor::Role, clock::Now};

/// One block for each situation a dossier of this workflow can be in; one line an action; in each
/// line what follows, and the actors who may (`x`) or why not.
pub fn matrix(workflow: &Workflow, now: Now) -> String {
    let actors = actors();
    let mut out = String::new();
    for (name, state) in situations(workflow, now) {
        let _ = writeln!(out, "## {name}");
        for action in Action::ALL {
            let answers: Vec<_> = actors.iter().map(|(_, who)| decide(workflow, &state, who, *action, now)).collect();
            let follows = answers.iter().find_map(|answer| answer.as_ref().ok());
            let Some(outcome) = follows else { continue };
            let step = outcome.step.as_ref().map_or("-", |step| step.as_str());
            let may: Vec<&str> = actors.iter().zip(&answers).filter(|(_, a)| a.is_ok()).map(|((name, _), _)| *name).collect();
            let _ = writeln!(out, "{action}: {} @ {step}, clock {:?}, by {}", outcome.status, outcome.clock, may.join(" "));
        }
        let _ = writeln!(out, "{}\n", refused(workflow, &state, &actors, now));
    }
    out
}

/// Why everybody else may not: action by action, the reason met first by the role of the step.
fn refused(workflow: &Workflow, state: &DossierState, actors: &[(&'static str, Who)], now: Now) -> String {
    let reasons: Vec<String> = Action::ALL
        .iter()
        .filter(|action| actors.iter().all(|(_, who)| decide(workflow, state, who, **action, now).is_err()))
        .map(|action| {
            let own = actors.iter().filter_map(|(_, who)| decide(workflow, state, who, *action, now).err());
            let reason = own.max_by_key(|reason| !matches!(reason, Refusal::NotTheOwner(_) | Refusal::NotAnOfficial(_)));
            format!("{action} ({})", reason.map_or("", |r| r.text_key().trim_start_matches("refusal-")))
        })
        .collect();
    format!("nobody: {}", reasons.join(", "))
}

fn actors() -> Vec<(&'static str, Who)> {
    let officials = Role::ALL.iter().filter(|role| role.handles_dossiers()).map(|role| (role.as_str(), Who::Official(vec![*role])));
    [("owner", Who::Owner), ("asked", Who::Asked), ("portal", Who::Portal)].into_iter().chain(officials).collect()
}

fn situations(workflow: &Workflow, now: Now) -> Vec<(String, DossierState)> {
    let receive = workflow.first().map(|step| step.key.clone());
    let base = DossierState { step: receive, return_method: Some(ReturnMethod::Online), ..DossierState::draft() };
    let later = OpenSupplement { answer_until: now.plus(chrono::TimeDelta::days(5)), answered: false };
    let over = OpenSupplement { answer_until: now.plus(chrono::TimeDelta::days(-1)), answered: false };
    let answered = OpenSupplement { answered: true, ..later };
    let waits = [("waiting", later), ("answered", answered), ("time over", over)];
    let mut all = vec![
        ("draft".to_owned(), DossierState::draft()),
        ("draft, at the counter".to_owned(), DossierState { channel: Channel::InPerson, ..DossierState::draft() }),
        ("registered".to_owned(), DossierState { status: Status::Registered, ..base.clone() }),
    ];
    for (name, open) in waits {
        let state = DossierState {
            status: Status::SupplementRequested,
            supplements_before_acceptance: 1,
            open_supplement: Some(open),
            ..base.clone()
        };
        all.push((format!("supplement_requested before acceptance, {name}"), state));
    }
    all.push(("accepted".to_owned(), DossierState { status: Status::Accepted, accepted: true, ..base.clone() }));
    for step in workflow.steps.iter().filter(|step| step.kind != StepKind::Return) {
        let at = DossierState { status: Status::Processing, accepted: true, step: Some(step.key.clone()), ..base.clone() };
        all.push((format!("processing @ {}", step.key), at.clone()));
        if step.allows(Action::RequestSupplement) {
            all.push((
                format!("processing @ {}, supplement asked before", step.key),
                DossierState { supplements_during_processing: 1, ..at.clone() },
            ));
            for (name, open) in waits {
                let state = DossierState {
                    status: Status::SupplementRequested,
                    supplements_during_processing: 1,
                    open_supplement: Some(open),
                    ..at.clone()
                };
                all.push((format!("supplement_requested @ {}, {name}", step.key), state));
            }
        }
    }
    all.extend(around(workflow, &base, now));
    let returning = workflow.returning().map(|step| step.key.clone());
    let done = DossierState { status: Status::Finished, accepted: true, step: returning, ..base };
    all.push(("finished, online".to_owned(), done.clone()));
    all.push(("finished, in person".to_owned(), DossierState { return_method: Some(ReturnMethod::InPerson), ..done.clone() }));
    for status in [Status::NotAccepted, Status::Withdrawn, Status::Returned] {
        all.push((status.to_string(), DossierState { status, step: None, ..done.clone() }));
    }
    all
}

/// What can stand around the work, at the first step that knows it.
fn around(workflow: &Workflow, base: &DossierState, now: Now) -> Vec<(String, DossierState)> {
    let mut all = Vec::new();
    let processing =
        |step: &Step| DossierState { status: Status::Processing, accepted: true, step: Some(step.key.clone()), ..base.clone() };
    if let Some(work) = workflow.steps.iter().find(|step| step.kind == StepKind::Work) {
        let at = processing(work);
        let mut add = |name: &str, state: DossierState| all.push((format!("{} @ {}, {name}", state.status, work.key), state));
        add("a fee is owed", DossierState { paid: false, ..at.clone() });
        add("until the fee is paid", DossierState { status: Status::PaymentRequested, paid: false, ..at.clone() });
        add("by the leader", DossierState { status: Status::Stopped, ..at.clone() });
        add("put off once", DossierState { extended: true, ..at.clone() });
        add("the citizen wants it back", DossierState { withdrawal_asked: true, ..at.clone() });
        let recall_to = workflow.first().map(|step| step.key.clone());
        add("unopened since this one forwarded it", DossierState { recall_to, ..at });
    }
    for asked in workflow.consultations.iter().take(1) {
        let here = workflow.steps.iter().find(|step| asked.at.contains(&step.key));
        for (name, days) in [("an agency is asked", 5), ("the time of the asked agency is over", -1)] {
            let open =
                OpenConsultation { answer_until: now.plus(chrono::TimeDelta::days(days)), silence: asked.silence, clock: asked.clock };
            let state = here.map(|step| DossierState { consultations: vec![open], ..processing(step) });
            all.extend(state.map(|state| (format!("processing, {name}"), state)));
        }
    }
    for confirm in workflow.steps.iter().filter(|step| step.kind == StepKind::Confirm) {
        for (name, days) in [("before the citizen", 1), ("the time of the citizen is over", -1)] {
            let state = DossierState { draft_until: Some(now.plus(chrono::TimeDelta::days(days))), ..processing(confirm) };
            all.push((format!("processing @ {}, {name}", confirm.key), state));
        }
    }
    all
}
