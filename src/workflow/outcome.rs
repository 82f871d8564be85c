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
    /// The working minutes of the step.
    Minutes(i64),
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
    pub paper: Option<WrittenPaper>,
    pub told: Option<Told>,
}
