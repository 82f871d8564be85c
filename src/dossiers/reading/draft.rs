//! A draft: what has been answered and given so far. Only its owner sees it.

use crate::{
    attachments::Attachment,
    dossiers::{LockVersion, Rules},
    forms::Answers,
    kernel::{
        actor::Citizen,
        clock::{Instant, Now},
        ids::{AgencyId, DossierId, ServiceVersionId},
        money::Money,
    },
    platform::db::{Conn, DbResult},
};

#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub id: DossierId,
    pub version: LockVersion,
    pub service_version: ServiceVersionId,
    pub service_slug: String,
    pub service_name: String,
    /// Everything answered so far, also what was not understood.
    pub answers: Answers,
    pub agency: Option<AgencyId>,
    pub agency_name: Option<String>,
    /// The documents that the answers so far make necessary or possible, with the files given.
    pub documents: Vec<DocumentToGive>,
    pub fee: Money,
    pub saved_at: Instant,
    /// After this day the draft is deleted.
    pub expires_at: Instant,
}

/// A document of the service as it applies to this draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentToGive {
    pub key: String,
    pub name: String,
    pub hint: String,
    pub required: bool,
    pub files: Vec<Attachment>,
}

/// A draft of this citizen. Two statements.
pub async fn draft(_conn: &mut Conn, _rules: &Rules, _now: Now, _citizen: &Citizen, _id: DossierId) -> DbResult<Option<Draft>> {
    Ok(None)
}
