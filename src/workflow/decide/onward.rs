//! The road of a dossier through the office: accept, forward, send back, recall, refuse, issue, return.

use super::Case;
use crate::kernel::actor::Role;
use crate::workflow::{Action, Channel, Decision, Outcome, Refusal, Status, Step, StepKind, StepLimit, Told, WrittenPaper};

impl Case<'_> {
    /// At the counter a dossier is handed in and accepted in one act (form 01 is printed).
    pub(super) fn take_in(&self) -> Result<Outcome, Refusal> {
        let first = self.workflow.first().filter(|_| self.state.status == Status::Draft && self.state.channel != Channel::Online);
        let first = first.ok_or(self.wrong_status())?;
        if !self.who.has(Role::ReceptionOfficer) {
            return Err(Refusal::NotYourStep { action: self.action, needed: Role::ReceptionOfficer });
        }
        Ok(Outcome {
            status: Status::Accepted,
            step: Some(first.key.clone()),
            step_limit: StepLimit::Minutes(first.hours.in_minutes()),
            paper: Some(WrittenPaper::ReceptionSlip),
            told: Some(Told::Accepted),
            ..self.stay()
        })
    }

    pub(super) fn accept(&self, step: &Step) -> Result<Outcome, Refusal> {
        match (self.state.status, self.state.open_supplement) {
            (Status::Registered, _) => {}
            (Status::SupplementRequested, Some(open)) if !self.state.accepted => {
                if !open.answered {
                    return Err(Refusal::SupplementNotAnswered);
                }
            }
            _ => return Err(self.wrong_status()),
        }
        Ok(Outcome {
            status: Status::Accepted,
            step_limit: StepLimit::Minutes(step.hours.in_minutes()),
            paper: Some(WrittenPaper::ReceptionSlip),
            told: Some(Told::Accepted),
            ..self.stay()
        })
    }

    /// To the step that usually follows, or to an optional one on the way that is meant.
    pub(super) fn onward(&self, step: &Step) -> Result<Outcome, Refusal> {
        self.expect(&[Status::Accepted, Status::Processing], step)?;
        if !self.state.consultations.is_empty() {
            return Err(Refusal::ConsultationOpen);
        }
        let ways = self.workflow.onward(&step.key, self.state.channel);
        let usual = ways.iter().rfind(|next| !next.optional && next.kind != StepKind::Return);
        let next = match self.to {
            None => usual.ok_or(Refusal::NoStepAfter)?,
            Some(meant) => {
                let way = ways.iter().find(|next| next.key.as_str() == meant && next.kind != StepKind::Return);
                way.ok_or(Refusal::NotANextStep)?
            }
        };
        Ok(self.at_step(next))
    }

    pub(super) fn send_back(&self, step: &Step) -> Result<Outcome, Refusal> {
        self.expect(&[Status::Processing], step)?;
        self.workflow.before(&step.key).map(|before| self.at_step(before)).ok_or(Refusal::NoStepBefore)
    }

    /// Taken back by the one who forwarded it, while nobody has opened it.
    pub(super) fn recall(&self) -> Result<Outcome, Refusal> {
        if self.state.status != Status::Processing {
            return Err(self.wrong_status());
        }
        let before = self.state.recall_to.as_ref().and_then(|key| self.workflow.step(key));
        before.map(|before| self.at_step(before)).ok_or(Refusal::TooLateToRecall)
    }

    /// Laid into somebody's hands at its step; nothing else changes. While the citizen checks the
    /// draft there is no work to give.
    pub(super) fn assign(&self, step: &Step) -> Result<Outcome, Refusal> {
        if step.kind == StepKind::Confirm { Err(Refusal::NotAtThisStep(self.action)) } else { Ok(self.stay()) }
    }

    /// Before acceptance: not accepted. During processing: a result that refuses. When the supplement
    /// never came: not accepted for that reason.
    pub(super) fn refuse(&self, step: &Step) -> Result<Outcome, Refusal> {
        let slip = |outcome: Outcome| Outcome { paper: Some(WrittenPaper::RefusalSlip), told: Some(Told::Refused), ..outcome };
        let state = self.state;
        match (state.status, state.open_supplement) {
            (Status::Registered, _) if step.allows(Action::Refuse) => Ok(slip(self.end(Status::NotAccepted, Some(Decision::Refused)))),
            (Status::SupplementRequested, Some(open)) => {
                let unanswered_too_long = !open.answered && self.now.instant() > open.answer_until;
                if unanswered_too_long || (open.answered && !state.accepted) {
                    Ok(slip(self.end(Status::NotAccepted, Some(Decision::Refused))))
                } else if open.answered {
                    Err(Refusal::SupplementAnsweredAlready)
                } else {
                    Err(Refusal::SupplementStillRunning)
                }
            }
            (Status::Processing, _) if step.allows(Action::Refuse) && step.kind != StepKind::Receive => {
                Ok(slip(Outcome { decision: Some(Decision::Refused), ..self.finished() }))
            }
            (Status::Registered | Status::Processing, _) => Err(Refusal::NotAtThisStep(Action::Refuse)),
            _ => Err(self.wrong_status()),
        }
    }

    pub(super) fn issue_result(&self, step: &Step) -> Result<Outcome, Refusal> {
        self.expect(&[Status::Processing], step)?;
        if !self.state.consultations.is_empty() {
            return Err(Refusal::ConsultationOpen);
        }
        Ok(Outcome { decision: Some(Decision::Granted), told: Some(Told::ResultReady), ..self.finished() })
    }

    pub(super) fn return_result(&self, step: &Step) -> Result<Outcome, Refusal> {
        if self.state.status != Status::Finished || !step.allows(Action::ReturnResult) {
            return Err(self.wrong_status());
        }
        Ok(Outcome { paper: Some(WrittenPaper::ReturnSlip), told: Some(Told::Returned), ..self.end(Status::Returned, self.state.decision) })
    }

    fn finished(&self) -> Outcome {
        let returning = self.workflow.returning();
        Outcome {
            status: Status::Finished,
            step: returning.map(|step| step.key.clone()),
            step_limit: returning.map_or(StepLimit::None, |step| StepLimit::Minutes(step.hours.in_minutes())),
            ..self.stay()
        }
    }
}
