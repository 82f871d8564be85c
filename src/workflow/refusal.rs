//! Why an act is refused: typed, each with the key of its sentence.

use super::{Action, Status};
use crate::kernel::actor::Role;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refusal {
    #[error("only the person who handed the dossier in may {0}")]
    NotTheOwner(Action),
    #[error("only an official of the agency may {0}")]
    NotAnOfficial(Action),
    #[error("{action} is for the role {needed}")]
    NotYourStep { action: Action, needed: Role },
    #[error("a dossier that is {status} cannot be acted on by {action}")]
    WrongStatus { status: Status, action: Action },
    #[error("{0} is not an act of the present step")]
    NotAtThisStep(Action),
    #[error("a supplement was already asked for")]
    SupplementAskedAlready,
    #[error("the citizen has not answered the supplement yet")]
    SupplementNotAnswered,
    #[error("the citizen has answered the supplement already")]
    SupplementAnsweredAlready,
    #[error("the time to answer the supplement is not over")]
    SupplementStillRunning,
    #[error("there is no step to send it back to")]
    NoStepBefore,
    #[error("there is no step to forward it to")]
    NoStepAfter,
    #[error("after acceptance a withdrawal is agreed at the one-stop shop")]
    WithdrawalAfterAcceptance,
    #[error("the result is not handed over online")]
    NotReturnedOnline,
}

impl Refusal {
    /// The key of the sentence for the screen.
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::NotTheOwner(_) => "refusal-not-the-owner",
            Self::NotAnOfficial(_) => "refusal-not-an-official",
            Self::NotYourStep { .. } => "refusal-not-your-step",
            Self::WrongStatus { .. } => "refusal-wrong-status",
            Self::NotAtThisStep(_) => "refusal-not-at-this-step",
            Self::SupplementAskedAlready => "refusal-supplement-asked-already",
            Self::SupplementNotAnswered => "refusal-supplement-not-answered",
            Self::SupplementAnsweredAlready => "refusal-supplement-answered-already",
            Self::SupplementStillRunning => "refusal-supplement-still-running",
            Self::NoStepBefore => "refusal-no-step-before",
            Self::NoStepAfter => "refusal-no-step-after",
            Self::WithdrawalAfterAcceptance => "refusal-withdrawal-after-acceptance",
            Self::NotReturnedOnline => "refusal-not-returned-online",
        }
    }

    pub const ALL_TEXT_KEYS: &'static [&'static str] = &[
        "refusal-not-the-owner",
        "refusal-not-an-official",
        "refusal-not-your-step",
        "refusal-wrong-status",
        "refusal-not-at-this-step",
        "refusal-supplement-asked-already",
        "refusal-supplement-not-answered",
        "refusal-supplement-answered-already",
        "refusal-supplement-still-running",
        "refusal-no-step-before",
        "refusal-no-step-after",
        "refusal-withdrawal-after-acceptance",
        "refusal-not-returned-online",
    ];
}
