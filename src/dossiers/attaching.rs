//! Files of a dossier: given by the citizen to a draft, or in answer to a supplement; opened only by
//! those who may see the dossier.

use super::Rules;
use crate::{
    attachments::{Attachment, FileRefused},
    kernel::{
        actor::{Citizen, Official},
        clock::Now,
        ids::{AttachmentId, DossierId},
    },
    platform::{
        db::{Conn, DbError, DbResult},
        files::StoredFile,
    },
};

/// A file that already lies in the store, with the name its sender gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// The document it is given for.
    pub document_key: String,
    pub stored: StoredFile,
    pub name: String,
}

/// Why a file is not taken. The caller removes it from the store.
#[derive(Debug, thiserror::Error)]
pub enum AttachRefused {
    #[error("no such dossier, or not one that takes files now")]
    NotFound,
    /// The service asks for no such document, or the supplement does not.
    #[error("not a document that is asked for")]
    NotAskedFor,
    #[error("already {most} files for this document")]
    TooMany { most: usize },
    #[error("larger than {most} bytes")]
    TooLarge { most: u64 },
    #[error(transparent)]
    File(#[from] FileRefused),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Adds a file to a document of a draft, or of a supplement that waits for an answer.
pub async fn attach(
    _conn: &mut Conn,
    _rules: &Rules,
    _now: Now,
    _citizen: &Citizen,
    _dossier: DossierId,
    _file: &NewFile,
) -> Result<AttachmentId, AttachRefused> {
    Err(AttachRefused::NotFound)
}

/// Takes a file out again; false if there was none to take.
pub async fn remove_attachment(
    _conn: &mut Conn,
    _rules: &Rules,
    _now: Now,
    _citizen: &Citizen,
    _dossier: DossierId,
    _attachment: AttachmentId,
) -> DbResult<bool> {
    Ok(false)
}

/// The file, if it belongs to a dossier of this citizen.
pub async fn attachment_for_citizen(_conn: &mut Conn, _citizen: &Citizen, _id: AttachmentId) -> DbResult<Option<Attachment>> {
    Ok(None)
}

/// The file, if it belongs to a dossier of an agency this official works for. The look is audited.
pub async fn attachment_for_official(_conn: &mut Conn, _now: Now, _official: &Official, _id: AttachmentId) -> DbResult<Option<Attachment>> {
    Ok(None)
}
