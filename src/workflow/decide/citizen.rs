//! The acts of the citizen, of agencies that were asked, and of time itself.

use super::{Case, ClockRuns};
use crate::workflow::{Action, Channel, OpenSupplement, Outcome, Refusal, ReturnMethod, Status, StepKind, StepLimit, Told, WrittenPaper};

impl Case<'_> {
    pub(super) fn of_citizen(&self) -> Result<Outcome, Refusal> {
        match self.action {
            Action::Submit if self.state.status == Status::Draft && self.state.channel == Channel::Online => Ok(Outcome {
                status: Status::Registered,
                step: self.workflow.first().map(|step| step.key.clone()),
                step_limit: StepLimit::Acknowledge,
                paper: Some(WrittenPaper::SubmissionReceipt),
                told: Some(Told::Submitted),
                ..self.stay()
            }),
            Action::AnswerSupplement if self.state.status == Status::SupplementRequested => match self.state.open_supplement {
                Some(OpenSupplement { answered: false, .. }) => {
                    Ok(Outcome { step_limit: StepLimit::Acknowledge, told: Some(Told::SupplementReceived), ..self.stay() })
                }
                Some(_) => Err(Refusal::SupplementAnsweredAlready),
                None => Err(self.wrong_status()),
            },
            Action::ConfirmDraft | Action::AskCorrection => self.answer_draft(),
            Action::Withdraw => self.withdraw(),
            Action::AskWithdrawal => self.ask_withdrawal(),
            Action::CollectOnline if self.state.status == Status::Finished => match self.state.return_method {
                Some(ReturnMethod::Online) => Ok(self.end(Status::Returned, self.state.decision)),
                _ => Err(Refusal::NotReturnedOnline),
            },
            _ => Err(self.wrong_status()),
        }
    }

    /// Of agencies that were asked, and of the portal.
    pub(super) fn of_others(&self) -> Result<Outcome, Refusal> {
        match self.action {
            Action::LapseDraft => self.lapse_draft(),
            _ => {
                let first = self.state.consultations.first().ok_or(Refusal::NoConsultation)?;
                if self.action == Action::LapseConsultation && self.now.instant() < first.answer_until {
                    return Err(Refusal::ConsultationStillRunning);
                }
                Ok(self.stay())
            }
        }
    }

    /// The draft goes on when it is right, back to whoever wrote it when it is not.
    fn answer_draft(&self) -> Result<Outcome, Refusal> {
        let step = self.step().filter(|step| step.kind == StepKind::Confirm && self.state.status == Status::Processing);
        let step = step.ok_or(self.wrong_status())?;
        let next = match self.action {
            Action::AskCorrection => self.workflow.before(&step.key).ok_or(Refusal::NoStepBefore)?,
            _ => self.workflow.after(&step.key, self.state.channel).ok_or(Refusal::NoStepAfter)?,
        };
        Ok(self.at_step(next))
    }

    /// Silence is agreement: the dossier goes on when the citizen's time is over.
    fn lapse_draft(&self) -> Result<Outcome, Refusal> {
        let until = self.state.draft_until.ok_or(self.wrong_status())?;
        let onward = self.answer_draft()?;
        if self.now.instant() < until { Err(Refusal::DraftStillRunning) } else { Ok(onward) }
    }

    /// Free before acceptance.
    fn withdraw(&self) -> Result<Outcome, Refusal> {
        match self.state.status {
            Status::Registered | Status::SupplementRequested if !self.state.accepted => {
                Ok(Outcome { told: Some(Told::Withdrawn), ..self.end(Status::Withdrawn, None) })
            }
            _ if self.may_be_withdrawn() => Err(Refusal::WithdrawalAfterAcceptance),
            _ => Err(self.wrong_status()),
        }
    }

    /// After acceptance the one-stop shop has to agree: papers must come back from the desks.
    fn ask_withdrawal(&self) -> Result<Outcome, Refusal> {
        match self.state.status {
            Status::Registered | Status::SupplementRequested if !self.state.accepted => Err(Refusal::WithdrawalIsFree),
            _ if !self.may_be_withdrawn() => Err(self.wrong_status()),
            _ if self.state.withdrawal_asked => Err(Refusal::WithdrawalAskedAlready),
            _ => Ok(self.stay()),
        }
    }

    /// Accepted, and no result yet.
    pub(super) fn may_be_withdrawn(&self) -> bool {
        let open = matches!(self.state.status.clock(), ClockRuns::Runs | ClockRuns::Paused);
        self.state.accepted && open && self.state.status != Status::Stopped
    }
}
