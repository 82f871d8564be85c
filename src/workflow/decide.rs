//! The decision: may this person do this now, and what follows? A table written as functions.

use super::{
    Action, ClockEffect, Decision, DossierState, OpenSupplement, Outcome, Refusal, Status, Step, StepKind, StepLimit, Told, Who, Workflow,
    WrittenPaper,
};
use crate::kernel::{actor::Role, clock::Now};

/// What follows when `who` does `action` to a dossier in this state, or why it may not be done.
///
/// The order of the reasons is the order in which a person can use them: first whether the act is
/// his kind of act at all, then whether the dossier allows it, last whether his role does.
pub fn decide(workflow: &Workflow, state: &DossierState, who: &Who, action: Action, now: Now) -> Result<Outcome, Refusal> {
    match (action.is_of_citizen(), who) {
        (true, Who::Owner) => of_citizen(workflow, state, action),
        (true, Who::Official(_)) => Err(Refusal::NotTheOwner(action)),
        (false, Who::Owner) => Err(Refusal::NotAnOfficial(action)),
        (false, Who::Official(roles)) if roles.is_empty() => Err(Refusal::NotAnOfficial(action)),
        (false, Who::Official(_)) => of_official(workflow, state, who, action, now),
    }
}

/// Everything that `who` may do now, in the order of [`Action::ALL`].
pub fn allowed(workflow: &Workflow, state: &DossierState, who: &Who, now: Now) -> Vec<Action> {
    Action::ALL.iter().copied().filter(|action| decide(workflow, state, who, *action, now).is_ok()).collect()
}

fn of_citizen(workflow: &Workflow, state: &DossierState, action: Action) -> Result<Outcome, Refusal> {
    let wrong = Refusal::WrongStatus { status: state.status, action };
    match (action, state.status) {
        (Action::Submit, Status::Draft) => Ok(Outcome {
            status: Status::Registered,
            step: workflow.first().map(|step| step.key.clone()),
            step_limit: StepLimit::Acknowledge,
            paper: Some(WrittenPaper::SubmissionReceipt),
            told: Some(Told::Submitted),
            ..stay(state)
        }),
        (Action::AnswerSupplement, Status::SupplementRequested) => match state.open_supplement {
            Some(OpenSupplement { answered: false, .. }) => {
                Ok(Outcome { step_limit: StepLimit::Acknowledge, told: Some(Told::SupplementReceived), ..stay(state) })
            }
            Some(_) => Err(Refusal::SupplementAnsweredAlready),
            None => Err(wrong),
        },
        (Action::Withdraw, Status::Registered | Status::SupplementRequested) if !state.accepted => {
            Ok(Outcome { told: Some(Told::Withdrawn), ..end(state, Status::Withdrawn, None) })
        }
        (Action::Withdraw, Status::Accepted | Status::Processing | Status::SupplementRequested | Status::PaymentRequested) => {
            Err(Refusal::WithdrawalAfterAcceptance)
        }
        (Action::CollectOnline, Status::Finished) => match state.return_method {
            Some(super::ReturnMethod::Online) => Ok(end(state, Status::Returned, state.decision)),
            _ => Err(Refusal::NotReturnedOnline),
        },
        _ => Err(wrong),
    }
}

fn of_official(workflow: &Workflow, state: &DossierState, who: &Who, action: Action, now: Now) -> Result<Outcome, Refusal> {
    let wrong = Refusal::WrongStatus { status: state.status, action };
    let step = state.step.as_ref().and_then(|key| workflow.step(key)).ok_or(wrong)?;
    let outcome = match action {
        Action::Accept => accept(state, step),
        Action::RequestSupplement => request_supplement(state, step),
        Action::CompleteSupplement => complete_supplement(state, step),
        Action::Forward | Action::Approve => onward(workflow, state, step, action),
        Action::SendBack => send_back(workflow, state, step),
        Action::Refuse => refuse(workflow, state, step, now),
        Action::IssueResult => issue_result(workflow, state, step),
        Action::ReturnResult => return_result(state, step),
        Action::Submit | Action::AnswerSupplement | Action::Withdraw | Action::CollectOnline => Err(Refusal::NotTheOwner(action)),
    }?;
    if role_fits(step, who, action, state) { Ok(outcome) } else { Err(Refusal::NotYourStep { action, needed: step.role }) }
}

/// The role of the step acts. The one-stop shop may also take in a supplement, close a dossier whose
/// supplement never came, and hand over results; so may a return officer.
fn role_fits(step: &Step, who: &Who, action: Action, state: &DossierState) -> bool {
    let one_stop_may = matches!(action, Action::CompleteSupplement | Action::ReturnResult)
        || (action == Action::Refuse && state.status == Status::SupplementRequested);
    who.has(step.role)
        || (one_stop_may && who.has(Role::ReceptionOfficer))
        || (action == Action::ReturnResult && who.has(Role::ReturnOfficer))
}

fn accept(state: &DossierState, step: &Step) -> Result<Outcome, Refusal> {
    let refused = Refusal::WrongStatus { status: state.status, action: Action::Accept };
    match (state.status, state.open_supplement) {
        (Status::Registered, _) => {}
        (Status::SupplementRequested, Some(open)) if !state.accepted => {
            if !open.answered {
                return Err(Refusal::SupplementNotAnswered);
            }
        }
        _ => return Err(refused),
    }
    Ok(Outcome {
        status: Status::Accepted,
        step_limit: StepLimit::Minutes(step.hours.in_minutes()),
        clock: ClockEffect::Start,
        paper: Some(WrittenPaper::ReceptionSlip),
        told: Some(Told::Accepted),
        ..stay(state)
    })
}

/// Once before acceptance, once during processing, each time naming everything (Decree 61/2018).
fn request_supplement(state: &DossierState, step: &Step) -> Result<Outcome, Refusal> {
    let (asked, clock) = match state.status {
        Status::Registered => (state.supplements_before_acceptance, ClockEffect::None),
        Status::Processing => (state.supplements_during_processing, ClockEffect::Pause),
        status => return Err(Refusal::WrongStatus { status, action: Action::RequestSupplement }),
    };
    if !step.allows(Action::RequestSupplement) {
        return Err(Refusal::NotAtThisStep(Action::RequestSupplement));
    }
    if asked > 0 {
        return Err(Refusal::SupplementAskedAlready);
    }
    Ok(Outcome {
        status: Status::SupplementRequested,
        step_limit: StepLimit::None,
        clock,
        paper: Some(WrittenPaper::SupplementSlip),
        told: Some(Told::SupplementRequested),
        ..stay(state)
    })
}

fn complete_supplement(state: &DossierState, step: &Step) -> Result<Outcome, Refusal> {
    match (state.status, state.open_supplement) {
        (Status::SupplementRequested, Some(open)) if state.accepted => {
            if !open.answered {
                return Err(Refusal::SupplementNotAnswered);
            }
            Ok(Outcome {
                status: Status::Processing,
                step_limit: StepLimit::Minutes(step.hours.in_minutes()),
                clock: ClockEffect::Resume,
                told: Some(Told::ProcessingResumed),
                ..stay(state)
            })
        }
        (status, _) => Err(Refusal::WrongStatus { status, action: Action::CompleteSupplement }),
    }
}

fn onward(workflow: &Workflow, state: &DossierState, step: &Step, action: Action) -> Result<Outcome, Refusal> {
    if !matches!(state.status, Status::Accepted | Status::Processing) {
        return Err(Refusal::WrongStatus { status: state.status, action });
    }
    if !step.allows(action) {
        return Err(Refusal::NotAtThisStep(action));
    }
    let next = workflow.after(&step.key).filter(|next| next.kind != StepKind::Return).ok_or(Refusal::NoStepAfter)?;
    Ok(at_step(state, next))
}

fn send_back(workflow: &Workflow, state: &DossierState, step: &Step) -> Result<Outcome, Refusal> {
    if state.status != Status::Processing {
        return Err(Refusal::WrongStatus { status: state.status, action: Action::SendBack });
    }
    if !step.allows(Action::SendBack) {
        return Err(Refusal::NotAtThisStep(Action::SendBack));
    }
    workflow.before(&step.key).map(|before| at_step(state, before)).ok_or(Refusal::NoStepBefore)
}

/// Before acceptance: not accepted. During processing: a result that refuses. When the supplement
/// never came: not accepted for that reason.
fn refuse(workflow: &Workflow, state: &DossierState, step: &Step, now: Now) -> Result<Outcome, Refusal> {
    let slip = |outcome: Outcome| Outcome { paper: Some(WrittenPaper::RefusalSlip), told: Some(Told::Refused), ..outcome };
    match (state.status, state.open_supplement) {
        (Status::Registered, _) if step.allows(Action::Refuse) => Ok(slip(end(state, Status::NotAccepted, Some(Decision::Refused)))),
        (Status::SupplementRequested, Some(open)) => {
            let unanswered_too_long = !open.answered && now.instant() > open.answer_until;
            if unanswered_too_long || (open.answered && !state.accepted) {
                Ok(slip(end(state, Status::NotAccepted, Some(Decision::Refused))))
            } else if open.answered {
                Err(Refusal::SupplementAnsweredAlready)
            } else {
                Err(Refusal::SupplementStillRunning)
            }
        }
        (Status::Processing, _) if step.allows(Action::Refuse) && step.kind != StepKind::Receive => {
            Ok(slip(Outcome { decision: Some(Decision::Refused), ..finished(workflow, state) }))
        }
        (Status::Registered | Status::Processing, _) => Err(Refusal::NotAtThisStep(Action::Refuse)),
        (status, _) => Err(Refusal::WrongStatus { status, action: Action::Refuse }),
    }
}

fn issue_result(workflow: &Workflow, state: &DossierState, step: &Step) -> Result<Outcome, Refusal> {
    if state.status != Status::Processing {
        return Err(Refusal::WrongStatus { status: state.status, action: Action::IssueResult });
    }
    if !step.allows(Action::IssueResult) {
        return Err(Refusal::NotAtThisStep(Action::IssueResult));
    }
    Ok(Outcome { decision: Some(Decision::Granted), told: Some(Told::ResultReady), ..finished(workflow, state) })
}

fn return_result(state: &DossierState, step: &Step) -> Result<Outcome, Refusal> {
    if state.status != Status::Finished || !step.allows(Action::ReturnResult) {
        return Err(Refusal::WrongStatus { status: state.status, action: Action::ReturnResult });
    }
    Ok(Outcome {
        paper: Some(WrittenPaper::ReturnSlip),
        told: Some(Told::Returned),
        clock: ClockEffect::None,
        ..end(state, Status::Returned, state.decision)
    })
}

fn stay(state: &DossierState) -> Outcome {
    Outcome {
        status: state.status,
        step: state.step.clone(),
        step_limit: StepLimit::Keep,
        clock: ClockEffect::None,
        decision: state.decision,
        paper: None,
        told: None,
    }
}

fn at_step(state: &DossierState, step: &Step) -> Outcome {
    Outcome {
        status: Status::Processing,
        step: Some(step.key.clone()),
        step_limit: StepLimit::Minutes(step.hours.in_minutes()),
        ..stay(state)
    }
}

fn finished(workflow: &Workflow, state: &DossierState) -> Outcome {
    let returning = workflow.returning();
    Outcome {
        status: Status::Finished,
        step: returning.map(|step| step.key.clone()),
        step_limit: returning.map_or(StepLimit::None, |step| StepLimit::Minutes(step.hours.in_minutes())),
        clock: ClockEffect::Stop,
        ..stay(state)
    }
}

/// The end of a dossier: no step any more; a clock that was started is stopped, once.
fn end(state: &DossierState, status: Status, decision: Option<Decision>) -> Outcome {
    let clock = if state.accepted && state.status != Status::Finished { ClockEffect::Stop } else { ClockEffect::None };
    Outcome { status, step: None, step_limit: StepLimit::None, clock, decision, ..stay(state) }
}
