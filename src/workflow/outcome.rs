//! What follows from an act, as data: the verb applies it, all in one transaction.

use super::{Status, StepKey};

crate::text_enum!(
    /// What the result says: the thing asked for is granted, or refused with reasons.
    Decision {
        Granted = "granted",
        Refused = "refused",
    }
);

/// What an act does to the legal clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockEffect {
    None,
    Start,
    Pause,
    Resume,
    /// A new return date, brought by the act: once, with an apology.
    Extend,
    Stop,
}

/// How long the dossier may stay where the act has put it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepLimit {
    /// Keep the one there is.
    Keep,
    /// Nobody is waited for, or only the citizen is.
    None,
    /// Eight working hours to answer the citizen (accept, ask, refuse; look at a supplement).
    Acknowledge,
    /// The working minutes of the step, never more than the dossier has.
    Minutes(i64),
    /// Working minutes that somebody outside the office has, whatever the office has left.
    Outside(i64),
}

/// An official paper that the act brings into being.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrittenPaper {
    SubmissionReceipt,
    /// Form 01.
    ReceptionSlip,
    /// Form 02.
    SupplementSlip,
    /// Form 03.
    RefusalSlip,
    /// Form 04.
    ApologySlip,
    /// Thông báo dừng giải quyết.
    StopSlip,
    PaymentReceipt,
    ReturnSlip,
}

/// What the citizen is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    Submitted,
    Accepted,
    SupplementRequested,
    SupplementReceived,
    ProcessingResumed,
    DraftToConfirm,
    PaymentRequested,
    Paid,
    PutOff,
    Stopped,
    WithdrawalDeclined,
    /// The calendar has changed, and with it the return date.
    Recounted,
    Refused,
    ResultReady,
    Returned,
    Withdrawn,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub status: Status,
    pub step: Option<StepKey>,
    pub step_limit: StepLimit,
    pub clock: ClockEffect,
    pub decision: Option<Decision>,
    /// The citizen is waited for: it is nobody's turn in the office.
    pub waits_for_citizen: bool,
    pub paper: Option<WrittenPaper>,
    pub told: Option<Told>,
}
