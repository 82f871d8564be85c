//! Receiving: a file that lies in the store becomes a file of the dossier.

use super::{FileName, queries, scanning};
use crate::{
    kernel::{
        clock::Now,
        ids::{AccountId, AttachmentId, DossierId},
    },
    platform::{
        db::{Conn, DbError},
        files::{MediaType, PdfHarm, StoredFile, is_bomb},
    },
};

/// Why a file does not become part of a dossier. The caller then removes it from the store.
#[derive(Debug, thiserror::Error)]
pub enum FileRefused {
    /// Not one of the kinds that the portal knows, whatever its name says.
    #[error("neither PDF nor a photo")]
    UnknownKind,
    /// A photo that officials' browsers do not show (HEIC).
    #[error("a photo format that browsers do not show")]
    NotShowable,
    /// A small file that becomes a picture no browser can hold.
    #[error("a picture with too many pixels")]
    TooManyPixels,
    /// A PDF that would do something by itself, hides a file, or lets nobody look into it.
    #[error("a PDF that does more than show pages: {0:?}")]
    Harmful(PdfHarm),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// What the file is, if it may be part of a dossier at all. Pure: to answer early, before anything
/// is written.
pub fn examine(file: &StoredFile) -> Result<MediaType, FileRefused> {
    let media = file.media_type().ok_or(FileRefused::UnknownKind)?;
    if !media.is_accepted() {
        return Err(FileRefused::NotShowable);
    }
    if let Some(harm) = file.harm {
        return Err(FileRefused::Harmful(harm));
    }
    if media.is_image() && is_bomb(&file.head) { Err(FileRefused::TooManyPixels) } else { Ok(media) }
}

/// Records a stored file as the dossier's, in the caller's transaction. One statement, and one more for the scanner. Whether the
/// dossier may take another file for this document is the caller's question.
pub async fn record(
    conn: &mut Conn,
    now: Now,
    dossier: DossierId,
    document_key: &str,
    sender: Option<AccountId>,
    file: &StoredFile,
    file_name: &str,
) -> Result<AttachmentId, FileRefused> {
    let media = examine(file)?;
    let name = FileName::of(file_name, media);
    let id = queries::insert(conn, now, &queries::Arrived { dossier, document_key, sender, file, media, name: &name }).await?;
    if file.must_scan {
        scanning::ask(conn, now, id).await?;
    }
    Ok(id)
}
