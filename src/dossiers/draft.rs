//! A draft: begun, addressed to an agency, answered page by page, thrown away.

use super::{LockVersion, Rules};
use crate::{
    kernel::{
        actor::Citizen,
        clock::{Instant, Now},
        ids::{AgencyId, DossierId},
    },
    platform::db::{Conn, DbError, DbResult},
};

#[derive(Debug, thiserror::Error)]
pub enum StartRefused {
    #[error("no such service, or not in force")]
    NoSuchService,
    #[error("not offered online")]
    NotOnline,
    #[error(transparent)]
    Db(#[from] DbError),
}

#[derive(Debug, thiserror::Error)]
pub enum AgencyRefused {
    #[error("no such draft")]
    NotFound,
    #[error("this agency does not handle the service")]
    NotCompetent,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// What was stored, and what the form says to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Saved {
    pub version: LockVersion,
    pub saved_at: Instant,
}

/// One page of a draft as a browser posted it.
#[derive(Debug, Clone, Copy)]
pub struct TypedPage<'a> {
    pub dossier: DossierId,
    pub page: &'a str,
    pub pairs: &'a [(String, String)],
    pub seen: LockVersion,
}

/// A question answered differently in another tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldConflict {
    pub key: String,
    pub label: String,
    /// Readable values.
    pub mine: String,
    pub theirs: String,
}

#[derive(Debug, thiserror::Error)]
pub enum SaveRefused {
    #[error("no such draft")]
    NotFound,
    /// The same page was saved elsewhere since it was opened here; nothing was overwritten.
    /// `version` is the one to save with when the person has chosen.
    #[error("saved elsewhere at {at}")]
    Conflict { fields: Vec<FieldConflict>, at: Instant, version: LockVersion },
    #[error("the form has no page {0}")]
    NoSuchPage(String),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Begins a dossier of a service, filled with what the account knows.
pub async fn start_draft(_conn: &mut Conn, _rules: &Rules, _now: Now, _citizen: &Citizen, _slug: &str) -> Result<DossierId, StartRefused> {
    Err(StartRefused::NoSuchService)
}

/// Says which agency the dossier goes to.
pub async fn choose_agency(
    _conn: &mut Conn,
    _rules: &Rules,
    _now: Now,
    _citizen: &Citizen,
    _dossier: DossierId,
    _agency: AgencyId,
) -> Result<(), AgencyRefused> {
    Err(AgencyRefused::NotFound)
}

/// Stores one page as it was typed, also what is not yet right. At most two statements.
pub async fn save_answers(
    _conn: &mut Conn,
    _rules: &Rules,
    _now: Now,
    _citizen: &Citizen,
    _page: &TypedPage<'_>,
) -> Result<Saved, SaveRefused> {
    Err(SaveRefused::NotFound)
}

/// Throws a draft away; false if there was none.
pub async fn discard_draft(_conn: &mut Conn, _now: Now, _citizen: &Citizen, _dossier: DossierId) -> DbResult<bool> {
    Ok(false)
}
