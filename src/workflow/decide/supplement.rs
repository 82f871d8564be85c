//! What is asked of the citizen: a supplement, money.

use super::Case;
use crate::workflow::{Outcome, Refusal, Status, Step, StepLimit, Told, WrittenPaper};

impl Case<'_> {
    /// Once before acceptance, once during processing, each time naming everything (Decree 61/2018).
    pub(super) fn request_supplement(&self, step: &Step) -> Result<Outcome, Refusal> {
        self.expect(&[Status::Registered, Status::Processing], step)?;
        let asked = match self.state.status {
            Status::Registered => self.state.supplements_before_acceptance,
            _ => self.state.supplements_during_processing,
        };
        if asked > 0 {
            return Err(Refusal::SupplementAskedAlready);
        }
        Ok(Outcome {
            status: Status::SupplementRequested,
            step_limit: StepLimit::None,
            paper: Some(WrittenPaper::SupplementSlip),
            told: Some(Told::SupplementRequested),
            ..self.stay()
        })
    }

    pub(super) fn complete_supplement(&self, step: &Step) -> Result<Outcome, Refusal> {
        match (self.state.status, self.state.open_supplement) {
            (Status::SupplementRequested, Some(open)) if self.state.accepted => {
                if open.answered {
                    Ok(Outcome { told: Some(Told::ProcessingResumed), ..self.processing_again(step) })
                } else {
                    Err(Refusal::SupplementNotAnswered)
                }
            }
            _ => Err(self.wrong_status()),
        }
    }

    pub(super) fn request_payment(&self, step: &Step) -> Result<Outcome, Refusal> {
        self.expect(&[Status::Accepted, Status::Processing], step)?;
        if self.state.paid {
            return Err(Refusal::NothingToPay);
        }
        Ok(Outcome { status: Status::PaymentRequested, step_limit: StepLimit::None, told: Some(Told::PaymentRequested), ..self.stay() })
    }

    /// At the counter, whenever it is owed; a dossier that waited for it goes on.
    pub(super) fn take_payment(&self, step: &Step) -> Result<Outcome, Refusal> {
        let went_on = match self.state.status {
            Status::PaymentRequested => self.processing_again(step),
            Status::Accepted | Status::Processing | Status::Finished if !self.state.paid => self.stay(),
            Status::Accepted | Status::Processing | Status::Finished => return Err(Refusal::NothingToPay),
            _ => return Err(self.wrong_status()),
        };
        Ok(Outcome { paper: Some(WrittenPaper::PaymentReceipt), told: Some(Told::Paid), ..went_on })
    }

    /// After a pause the step has its whole time again, within what the dossier has left.
    pub(super) fn processing_again(&self, step: &Step) -> Outcome {
        let is_first = self.workflow.first().is_some_and(|first| first.key == step.key);
        let was_accepted = self.state.status == Status::PaymentRequested && is_first;
        Outcome {
            status: if was_accepted { Status::Accepted } else { Status::Processing },
            step_limit: StepLimit::Minutes(step.hours.in_minutes()),
            ..self.stay()
        }
    }
}
