//! The row of an attachment.

use diesel::prelude::*;

use super::{FileName, Scan};
use crate::{
    kernel::{
        clock::Instant,
        ids::{AccountId, AttachmentId, DossierId},
    },
    platform::{
        db::schema::attachments,
        files::{FileKey, MediaType},
    },
};

/// A file of a dossier that was not removed.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = attachments, check_for_backend(diesel::pg::Pg))]
pub struct Attachment {
    pub id: AttachmentId,
    #[diesel(column_name = dossier_id)]
    pub dossier: DossierId,
    /// The key of the document in the service's definition.
    pub document_key: String,
    pub file_name: FileName,
    pub media_type: MediaType,
    /// Bytes.
    pub size: i64,
    pub sha256: Vec<u8>,
    pub storage_key: FileKey,
    pub uploaded_by: Option<AccountId>,
    pub uploaded_at: Instant,
    pub scan: Scan,
}
