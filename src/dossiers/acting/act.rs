//! What every act on a dossier has in common: which state the actor saw, what came of it, why not.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::dossiers::event::EventKind;
use crate::{
    forms::Problem,
    kernel::{actor::Role, clock::Instant, dossier_code::DossierCode, ids::PaperId, text::paragraph},
    platform::db::DbError,
    workflow::{Refusal, Status},
};

/// The number of a dossier's last change, carried by every form that acts on it: who acts on
/// something he has not seen is told what happened meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LockVersion(pub(in crate::dossiers) i32);

impl LockVersion {
    /// Of a form that says nothing: no dossier has it.
    pub const NOTHING: Self = Self(-1);

    pub(in crate::dossiers) fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl fmt::Display for LockVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for LockVersion {
    type Err = std::num::ParseIntError;

    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        raw.trim().parse().map(Self)
    }
}

/// The dossier acted on, as the actor saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub code: DossierCode,
    pub version: LockVersion,
}

/// What came of an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    pub code: DossierCode,
    pub status: Status,
    /// The step it stands at now, for officials.
    pub step_name: Option<String>,
    /// The return date now; none while the clock stands still.
    pub due_at: Option<Instant>,
    /// The official paper that the act has written.
    pub paper: Option<PaperId>,
    pub version: LockVersion,
}

/// Somebody else acted first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meanwhile {
    pub kind: EventKind,
    pub at: Instant,
    /// For officials only; citizens are told the role.
    pub by_name: String,
    pub by_role: Option<Role>,
}

/// Something the person must still write; `text_key` names its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Missing {
    Reason,
    /// Longer than 2,000 letters.
    ReasonTooLong,
    Items,
    /// Days allowed for a supplement: 1 to 60.
    Days,
    ResultNumber,
    ResultDate,
    ResultSigner,
    ResultAbstract,
    ResultFile,
    Receiver,
    /// A number that can stand on an identity paper.
    ReceiverId,
    /// A working day after the present return date.
    NewDate,
    Question,
    /// An agency that may be asked.
    AskedAgency,
    Answer,
    Opinion,
    Amount,
    PaymentMethod,
    Payer,
    /// The step that was chosen.
    NextStep,
    Message,
    /// A colleague whose step it is.
    Assignee,
    /// An item of the supplement has not been answered.
    SupplementItem,
}

impl Missing {
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::Reason => "missing-reason",
            Self::ReasonTooLong => "missing-reason-too-long",
            Self::Items => "missing-items",
            Self::Days => "missing-days",
            Self::ResultNumber => "missing-result-number",
            Self::ResultDate => "missing-result-date",
            Self::ResultSigner => "missing-result-signer",
            Self::ResultAbstract => "missing-result-abstract",
            Self::ResultFile => "missing-result-file",
            Self::Receiver => "missing-receiver",
            Self::ReceiverId => "missing-receiver-id",
            Self::NewDate => "missing-new-date",
            Self::Question => "missing-question",
            Self::AskedAgency => "missing-asked-agency",
            Self::Answer => "missing-answer",
            Self::Opinion => "missing-opinion",
            Self::Amount => "missing-amount",
            Self::PaymentMethod => "missing-payment-method",
            Self::Payer => "missing-payer",
            Self::NextStep => "missing-next-step",
            Self::Message => "missing-message",
            Self::Assignee => "missing-assignee",
            Self::SupplementItem => "missing-supplement-item",
        }
    }

    pub const ALL_TEXT_KEYS: &'static [&'static str] = &[
        "missing-reason",
        "missing-reason-too-long",
        "missing-items",
        "missing-days",
        "missing-result-number",
        "missing-result-date",
        "missing-result-signer",
        "missing-result-abstract",
        "missing-result-file",
        "missing-receiver",
        "missing-receiver-id",
        "missing-new-date",
        "missing-question",
        "missing-asked-agency",
        "missing-answer",
        "missing-opinion",
        "missing-amount",
        "missing-payment-method",
        "missing-payer",
        "missing-next-step",
        "missing-message",
        "missing-assignee",
        "missing-supplement-item",
    ];
}

/// The longest reason, remark or comment, in letters.
const LONGEST: usize = 2000;

/// A text that must be there.
pub(in crate::dossiers) fn required(raw: &str) -> Result<String, ActRefused> {
    optional(raw)?.ok_or_else(|| ActRefused::Incomplete(vec![Missing::Reason]))
}

/// A text that may be there: clean, of bearable length.
pub(in crate::dossiers) fn optional(raw: &str) -> Result<Option<String>, ActRefused> {
    let text = paragraph(raw);
    if text.chars().count() > LONGEST {
        return Err(ActRefused::Incomplete(vec![Missing::ReasonTooLong]));
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

/// Why an act was refused.
#[derive(Debug, thiserror::Error)]
pub enum ActRefused {
    /// No such dossier, or not one this person may know of.
    #[error("no such dossier")]
    NotFound,
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("{:?} happened meanwhile", .0.kind)]
    Meanwhile(Box<Meanwhile>),
    #[error("missing: {0:?}")]
    Incomplete(Vec<Missing>),
    /// Answers to a supplement that the form does not accept, in its words.
    #[error("{} answers are missing or wrong", .0.len())]
    Answers(Vec<Problem>),
    /// The service's version, its workflow or its agency is not known to this process.
    #[error("inconsistent: {0}")]
    Inconsistent(&'static str),
    #[error(transparent)]
    Db(#[from] DbError),
}
