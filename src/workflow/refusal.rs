//! Why an act is refused: typed, each with the key of its sentence.

use super::{Action, Status};
use crate::kernel::actor::Role;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refusal {
    #[error("only the person who handed the dossier in may {0}")]
    NotTheOwner(Action),
    #[error("only an official of the agency may {0}")]
    NotAnOfficial(Action),
    #[error("{0} is done by the portal or by an agency that was asked")]
    NotByHand(Action),
    #[error("{action} is for the role {needed}")]
    NotYourStep { action: Action, needed: Role },
    #[error("{0} is for the leaders of the agency")]
    ForLeaders(Action),
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
    #[error("that step cannot be reached from here")]
    NotANextStep,
    #[error("it was forwarded by somebody else, or has been opened since")]
    TooLateToRecall,
    #[error("after acceptance a withdrawal is agreed at the one-stop shop")]
    WithdrawalAfterAcceptance,
    #[error("before acceptance a dossier is withdrawn without asking")]
    WithdrawalIsFree,
    #[error("the withdrawal has been asked for already")]
    WithdrawalAskedAlready,
    #[error("nobody has asked to withdraw it")]
    WithdrawalNotAsked,
    #[error("an agency that was asked has not answered yet")]
    ConsultationOpen,
    #[error("the agency that was asked still has time")]
    ConsultationStillRunning,
    #[error("nobody is asked for an opinion")]
    NoConsultation,
    #[error("the citizen still has time to check the draft")]
    DraftStillRunning,
    #[error("the return date was put off once already")]
    ExtendedAlready,
    #[error("the clock stands still")]
    ClockStands,
    #[error("there is nothing to pay")]
    NothingToPay,
    #[error("the result is not handed over online")]
    NotReturnedOnline,
    #[error("it is in the hands of a colleague")]
    HeldByColleague,
    #[error("it is in nobody's hands")]
    HeldByNobody,
    #[error("it is in these hands already")]
    HeldAlready,
    #[error("that colleague does not act at this step")]
    NotTheirStep,
}

macro_rules! sentences {
    ($($pattern:pat => $key:literal,)*) => {
        impl Refusal {
            /// The key of the sentence for the screen.
            pub const fn text_key(self) -> &'static str {
                match self { $($pattern => $key,)* }
            }

            pub const ALL_TEXT_KEYS: &'static [&'static str] = &[$($key),*];
        }
    };
}

sentences! {
    Self::NotTheOwner(_) => "refusal-not-the-owner",
    Self::NotAnOfficial(_) => "refusal-not-an-official",
    Self::NotByHand(_) => "refusal-not-by-hand",
    Self::NotYourStep { .. } => "refusal-not-your-step",
    Self::ForLeaders(_) => "refusal-for-leaders",
    Self::WrongStatus { .. } => "refusal-wrong-status",
    Self::NotAtThisStep(_) => "refusal-not-at-this-step",
    Self::SupplementAskedAlready => "refusal-supplement-asked-already",
    Self::SupplementNotAnswered => "refusal-supplement-not-answered",
    Self::SupplementAnsweredAlready => "refusal-supplement-answered-already",
    Self::SupplementStillRunning => "refusal-supplement-still-running",
    Self::NoStepBefore => "refusal-no-step-before",
    Self::NoStepAfter => "refusal-no-step-after",
    Self::NotANextStep => "refusal-not-a-next-step",
    Self::TooLateToRecall => "refusal-too-late-to-recall",
    Self::WithdrawalAfterAcceptance => "refusal-withdrawal-after-acceptance",
    Self::WithdrawalIsFree => "refusal-withdrawal-is-free",
    Self::WithdrawalAskedAlready => "refusal-withdrawal-asked-already",
    Self::WithdrawalNotAsked => "refusal-withdrawal-not-asked",
    Self::ConsultationOpen => "refusal-consultation-open",
    Self::ConsultationStillRunning => "refusal-consultation-still-running",
    Self::NoConsultation => "refusal-no-consultation",
    Self::DraftStillRunning => "refusal-draft-still-running",
    Self::ExtendedAlready => "refusal-extended-already",
    Self::ClockStands => "refusal-clock-stands",
    Self::NothingToPay => "refusal-nothing-to-pay",
    Self::NotReturnedOnline => "refusal-not-returned-online",
    Self::HeldByColleague => "refusal-held-by-colleague",
    Self::HeldByNobody => "refusal-held-by-nobody",
    Self::HeldAlready => "refusal-held-already",
    Self::NotTheirStep => "refusal-not-their-step",
}
