//! The decision: may this person do this now, and what follows? A table written as functions.

mod around;
mod citizen;
mod onward;
mod supplement;

use super::{
    Action, ClockEffect, ClockRuns, Consultation, Decision, Doer, DossierState, OpenConsultation, Outcome, Refusal, Status, Step,
    StepClock, StepKind, StepLimit, Told, Who, Wish, Workflow, state,
};
use crate::kernel::{actor::Role, clock::Now};

/// A dossier in front of somebody who wants something.
struct Case<'a> {
    workflow: &'a Workflow,
    state: &'a DossierState,
    who: &'a Who,
    action: Action,
    to: Option<&'a str>,
    now: Now,
}

/// What follows when `who` does what he wishes to a dossier in this state, or why it may not be done.
///
/// The order of the reasons is the order in which a person can use them: first whether the act is
/// his kind of act at all, then whether the dossier allows it, last whether his role does.
pub fn decide(workflow: &Workflow, state: &DossierState, who: &Who, wish: impl Into<Wish>, now: Now) -> Result<Outcome, Refusal> {
    let Wish { action, to } = wish.into();
    let case = Case { workflow, state, who, action, to: to.as_deref(), now };
    let outcome = match (action.doer(), who) {
        (Doer::Citizen, Who::Owner) => case.of_citizen(),
        (Doer::Citizen, _) => Err(Refusal::NotTheOwner(action)),
        (Doer::Official, Who::Official(roles)) if !roles.is_empty() => case.of_official(),
        (Doer::Official, _) => Err(Refusal::NotAnOfficial(action)),
        (Doer::Asked, Who::Asked) | (Doer::Portal, Who::Portal) => case.of_others(),
        (Doer::Asked | Doer::Portal, _) => Err(Refusal::NotByHand(action)),
    }?;
    Ok(case.settled(outcome))
}

/// Whether the roles of `who` are those that the act asks for, whatever else may hinder it.
pub fn role_fits(workflow: &Workflow, state: &DossierState, who: &Who, action: Action, now: Now) -> bool {
    let case = Case { workflow, state, who, action, to: None, now };
    case.step().is_some_and(|step| case.role_fits(step).is_ok())
}

/// Everything that `who` may do now, in the order of [`Action::ALL`].
pub fn allowed(workflow: &Workflow, state: &DossierState, who: &Who, now: Now) -> Vec<Action> {
    Action::ALL.iter().copied().filter(|action| decide(workflow, state, who, *action, now).is_ok()).collect()
}

impl Case<'_> {
    fn of_official(&self) -> Result<Outcome, Refusal> {
        if self.action == Action::TakeIn {
            return self.take_in();
        }
        let step = self.step().ok_or(self.wrong_status())?;
        let outcome = match self.action {
            Action::Accept => self.accept(step),
            Action::RequestSupplement => self.request_supplement(step),
            Action::CompleteSupplement => self.complete_supplement(step),
            Action::Forward | Action::Approve => self.onward(step),
            Action::SendBack => self.send_back(step),
            Action::Recall => self.recall(),
            Action::Assign => self.assign(step),
            Action::Refuse => self.refuse(step),
            Action::Consult => self.consult(step),
            Action::RequestPayment => self.request_payment(step),
            Action::TakePayment => self.take_payment(step),
            Action::Extend => self.extend(),
            Action::Stop => self.stop(step),
            Action::Resume => self.resume(step),
            Action::AgreeWithdrawal | Action::DeclineWithdrawal => self.answer_withdrawal(),
            Action::IssueResult => self.issue_result(step),
            Action::ReturnResult => self.return_result(step),
            _ => Err(Refusal::NotTheOwner(self.action)),
        }?;
        self.role_fits(step).map(|()| outcome)
    }

    /// The role of the step acts. The one-stop shop also takes in supplements, money and wishes to
    /// withdraw, closes a dossier whose supplement never came, and hands over results; what touches
    /// the legal time is the leaders'. Whoever forwarded a dossier may take it back.
    fn role_fits(&self, step: &Step) -> Result<(), Refusal> {
        let (who, of_step) = (self.who, self.who.has(step.role));
        let fits = match self.action {
            Action::Stop | Action::Extend => return if who.leads() { Ok(()) } else { Err(Refusal::ForLeaders(self.action)) },
            Action::Recall => true,
            Action::Assign => self.who.serves(step.role) || who.leads(),
            Action::Resume => of_step || who.leads(),
            Action::AgreeWithdrawal | Action::DeclineWithdrawal => of_step || who.leads() || who.has(Role::ReceptionOfficer),
            Action::TakePayment => [Role::Cashier, Role::ReceptionOfficer, Role::ReturnOfficer].into_iter().any(|role| who.has(role)),
            Action::RequestPayment => of_step || who.has(Role::Cashier),
            Action::CompleteSupplement => of_step || who.has(Role::ReceptionOfficer),
            Action::Refuse if self.state.status == Status::SupplementRequested => of_step || who.has(Role::ReceptionOfficer),
            Action::ReturnResult => of_step || who.has(Role::ReceptionOfficer) || who.has(Role::ReturnOfficer),
            _ => of_step,
        };
        let needed = if self.action == Action::TakePayment { Role::Cashier } else { step.role };
        if fits { Ok(()) } else { Err(Refusal::NotYourStep { action: self.action, needed }) }
    }

    fn step(&self) -> Option<&Step> {
        self.state.step.as_ref().and_then(|key| self.workflow.step(key))
    }

    fn wrong_status(&self) -> Refusal {
        Refusal::WrongStatus { status: self.state.status, action: self.action }
    }

    /// The status must be one of these, and the step must know the act.
    fn expect(&self, statuses: &[Status], step: &Step) -> Result<(), Refusal> {
        if !statuses.contains(&self.state.status) {
            return Err(self.wrong_status());
        }
        if !step.allows(self.action) {
            return Err(Refusal::NotAtThisStep(self.action));
        }
        Ok(())
    }

    fn stay(&self) -> Outcome {
        Outcome {
            status: self.state.status,
            step: self.state.step.clone(),
            step_limit: StepLimit::Keep,
            clock: ClockEffect::None,
            decision: self.state.decision,
            waits_for_citizen: false,
            paper: None,
            told: None,
        }
    }

    fn at_step(&self, step: &Step) -> Outcome {
        let minutes = step.hours.in_minutes();
        let confirms = step.kind == StepKind::Confirm;
        Outcome {
            status: Status::Processing,
            step: Some(step.key.clone()),
            step_limit: if step.counts() { StepLimit::Minutes(minutes) } else { StepLimit::Outside(minutes) },
            told: confirms.then_some(Told::DraftToConfirm),
            ..self.stay()
        }
    }

    /// The end of a dossier: no step any more.
    fn end(&self, status: Status, decision: Option<Decision>) -> Outcome {
        Outcome { status, step: None, step_limit: StepLimit::None, decision, ..self.stay() }
    }

    /// What an outcome means for the clock and for whose turn it is follows from where it leads:
    /// said here once, so that no act can forget it.
    fn settled(&self, outcome: Outcome) -> Outcome {
        let step = outcome.step.as_ref().and_then(|key| self.workflow.step(key));
        let accepted = self.state.accepted || matches!(self.action, Action::Accept | Action::TakeIn);
        let after = state::clock(outcome.status, step, accepted, self.stands_after());
        let clock = match (self.state.clock(self.workflow), after) {
            (ClockRuns::Runs, ClockRuns::Runs) if self.action == Action::Extend => ClockEffect::Extend,
            (ClockRuns::NotYet, ClockRuns::Runs) => ClockEffect::Start,
            (ClockRuns::Runs, ClockRuns::Paused) => ClockEffect::Pause,
            (ClockRuns::Paused, ClockRuns::Runs) => ClockEffect::Resume,
            (ClockRuns::Runs | ClockRuns::Paused, ClockRuns::Over) => ClockEffect::Stop,
            _ => ClockEffect::None,
        };
        let answered = self.action == Action::AnswerSupplement
            || (self.action != Action::RequestSupplement && self.state.open_supplement.is_some_and(|open| open.answered));
        Outcome { waits_for_citizen: state::waits_for_citizen(outcome.status, step, answered), clock, ..outcome }
    }

    /// Whether a consultation still holds the clock after the act. Which one is asked or answered is
    /// told by the order of the list: the first is the one that is answered or lapses.
    fn stands_after(&self) -> bool {
        let stands = |asked: &OpenConsultation| asked.clock == StepClock::Stands;
        let open = &self.state.consultations;
        match self.action {
            Action::Consult => open.iter().any(stands) || self.asked().is_some_and(|asked| asked.clock == StepClock::Stands),
            Action::AnswerConsultation | Action::LapseConsultation => open.iter().skip(1).any(stands),
            _ => open.iter().any(stands),
        }
    }
}
