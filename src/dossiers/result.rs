//! The result of a dossier: number, date, signer, abstract, and the document itself.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ActRefused, Done, NewFile, Rules, Seen};
use crate::{
    kernel::{
        actor::Official,
        clock::Now,
        ids::{AttachmentId, PaperId},
    },
    platform::db::Conn,
};

/// What an event remembers of an issued result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultNote {
    /// Số, ký hiệu: `12/2026/XNTTHN`.
    pub number: String,
    pub issued_on: NaiveDate,
    pub signer: String,
    /// Trích yếu.
    pub summary: String,
    pub document: ResultDocument,
}

/// Where the result's document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResultDocument {
    /// A signed file, uploaded at the desk.
    Attachment(AttachmentId),
    /// Drawn by the portal from the service's template.
    Paper(PaperId),
}

/// The result as the clerk enters it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedResult {
    pub number: String,
    pub issued_on: Option<NaiveDate>,
    pub signer: String,
    /// Trích yếu.
    pub summary: String,
    pub source: Option<ResultSource>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResultSource {
    Uploaded(NewFile),
    /// Drawn from the service's result template.
    Generated,
}

/// Issues the result: the clock stops, the citizen is told.
pub async fn issue_result(
    _conn: &mut Conn,
    _rules: &Rules,
    _now: Now,
    _official: &Official,
    _seen: &Seen,
    _result: &IssuedResult,
) -> Result<Done, ActRefused> {
    Err(ActRefused::NotFound)
}
