//! What happens around the work: consultation, extension, stopping, an agreed withdrawal.

use super::{Case, Consultation};
use crate::workflow::{Action, ClockRuns, Outcome, Refusal, Status, Step, StepKind, StepLimit, Told, WrittenPaper};

impl Case<'_> {
    /// The consultation that is meant, or the first that may be asked for at this step.
    pub(super) fn asked(&self) -> Option<&Consultation> {
        let here = self.state.step.as_ref()?;
        let mut may = self.workflow.consultations_at(here);
        match self.to {
            None => may.next(),
            Some(meant) => may.find(|asked| asked.key == meant),
        }
    }

    pub(super) fn consult(&self, step: &Step) -> Result<Outcome, Refusal> {
        self.expect(&[Status::Processing], step)?;
        self.asked().map(|_| self.stay()).ok_or(Refusal::NotAtThisStep(Action::Consult))
    }

    /// A new return date with an apology: once (Decree 61/2018 Article 19).
    pub(super) fn extend(&self) -> Result<Outcome, Refusal> {
        match (self.state.status, self.state.clock(self.workflow)) {
            (Status::Accepted | Status::Processing, _) if self.state.extended => Err(Refusal::ExtendedAlready),
            (Status::Accepted | Status::Processing, ClockRuns::Runs) => {
                Ok(Outcome { paper: Some(WrittenPaper::ApologySlip), told: Some(Told::PutOff), ..self.stay() })
            }
            (Status::Accepted | Status::Processing, _) => Err(Refusal::ClockStands),
            _ => Err(self.wrong_status()),
        }
    }

    /// Not while the draft is before the citizen: his time goes on.
    pub(super) fn stop(&self, step: &Step) -> Result<Outcome, Refusal> {
        if self.state.status != Status::Processing {
            return Err(self.wrong_status());
        }
        if step.kind == StepKind::Confirm {
            return Err(Refusal::NotAtThisStep(Action::Stop));
        }
        Ok(Outcome {
            status: Status::Stopped,
            step_limit: StepLimit::None,
            paper: Some(WrittenPaper::StopSlip),
            told: Some(Told::Stopped),
            ..self.stay()
        })
    }

    pub(super) fn resume(&self, step: &Step) -> Result<Outcome, Refusal> {
        if self.state.status != Status::Stopped {
            return Err(self.wrong_status());
        }
        Ok(Outcome { told: Some(Told::ProcessingResumed), ..self.processing_again(step) })
    }

    /// What the citizen has asked for is granted or declined; somebody without an account asks at the
    /// counter, where it is written down as granted.
    pub(super) fn answer_withdrawal(&self) -> Result<Outcome, Refusal> {
        if !self.may_be_withdrawn() {
            return Err(self.wrong_status());
        }
        let at_the_counter = self.state.channel != crate::workflow::Channel::Online && self.action == Action::AgreeWithdrawal;
        if !self.state.withdrawal_asked && !at_the_counter {
            return Err(Refusal::WithdrawalNotAsked);
        }
        Ok(match self.action {
            Action::AgreeWithdrawal => Outcome { told: Some(Told::Withdrawn), ..self.end(Status::Withdrawn, None) },
            _ => Outcome { told: Some(Told::WithdrawalDeclined), ..self.stay() },
        })
    }
}
