//! The table `attachments`.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::{Attachment, FileName, Scan};
use crate::{
    kernel::{
        clock::{Instant, Now},
        ids::{AccountId, AttachmentId, DossierId},
    },
    platform::{
        db::{
            Conn, DbError, DbResult,
            schema::{attachments, papers},
        },
        files::{FileKey, MediaType, StoredFile},
    },
};

pub(super) struct Arrived<'a> {
    pub dossier: DossierId,
    pub document_key: &'a str,
    pub sender: Option<AccountId>,
    pub file: &'a StoredFile,
    pub media: MediaType,
    pub name: &'a FileName,
}

pub(super) async fn insert(conn: &mut Conn, now: Now, arrived: &Arrived<'_>) -> DbResult<AttachmentId> {
    let size = i64::try_from(arrived.file.size).map_err(|error| DbError::SerializationError(Box::new(error)))?;
    diesel::insert_into(attachments::table)
        .values((
            attachments::id.eq(AttachmentId::new()),
            attachments::dossier_id.eq(arrived.dossier),
            attachments::document_key.eq(arrived.document_key),
            attachments::file_name.eq(arrived.name),
            attachments::media_type.eq(arrived.media),
            attachments::size.eq(size),
            attachments::sha256.eq(&arrived.file.sha256),
            attachments::storage_key.eq(&arrived.file.key),
            attachments::uploaded_by.eq(arrived.sender),
            attachments::uploaded_at.eq(now.instant()),
            attachments::scan.eq(if arrived.file.must_scan { Scan::Waiting } else { Scan::NotAsked }),
        ))
        .returning(attachments::id)
        .get_result(conn)
        .await
}

/// The files of a dossier, in the order in which they came; removed ones are left out.
pub async fn list(conn: &mut Conn, dossier: DossierId) -> DbResult<Vec<Attachment>> {
    attachments::table
        .filter(attachments::dossier_id.eq(dossier))
        .filter(attachments::removed_at.is_null())
        .order(attachments::id)
        .select(Attachment::as_select())
        .load(conn)
        .await
}

/// One file, unless it was removed. Says nothing about who may read it.
pub async fn find(conn: &mut Conn, id: AttachmentId) -> DbResult<Option<Attachment>> {
    attachments::table
        .filter(attachments::id.eq(id))
        .filter(attachments::removed_at.is_null())
        .select(Attachment::as_select())
        .first(conn)
        .await
        .optional()
}

/// True if the dossier had this file.
pub(super) async fn mark_removed(conn: &mut Conn, now: Now, dossier: DossierId, id: AttachmentId) -> DbResult<bool> {
    let rows = diesel::update(
        attachments::table
            .filter(attachments::id.eq(id))
            .filter(attachments::dossier_id.eq(dossier))
            .filter(attachments::removed_at.is_null()),
    )
    .set(attachments::removed_at.eq(now.instant()))
    .execute(conn)
    .await?;
    Ok(rows == 1)
}

pub(super) async fn removed_key(conn: &mut Conn, id: AttachmentId) -> DbResult<Option<FileKey>> {
    attachments::table
        .filter(attachments::id.eq(id))
        .filter(attachments::removed_at.is_not_null())
        .select(attachments::storage_key)
        .first(conn)
        .await
        .optional()
}

/// Of these keys, those that some row still names, and has not named as removed before `limit`.
pub(super) async fn known(conn: &mut Conn, keys: &[FileKey], limit: Instant) -> DbResult<Vec<FileKey>> {
    let mut known: Vec<FileKey> = attachments::table
        .filter(attachments::storage_key.eq_any(keys))
        .filter(attachments::removed_at.is_null().or(attachments::removed_at.gt(limit)))
        .select(attachments::storage_key)
        .load(conn)
        .await?;
    let of_papers: Vec<Option<FileKey>> =
        papers::table.filter(papers::storage_key.eq_any(keys)).select(papers::storage_key).load(conn).await?;
    known.extend(of_papers.into_iter().flatten());
    Ok(known)
}

/// Where the bytes of a file lie that waits for the scanner.
pub(super) async fn waiting_key(conn: &mut Conn, id: AttachmentId) -> DbResult<Option<FileKey>> {
    let waiting = attachments::table.find(id).filter(attachments::scan.eq(Scan::Waiting)).filter(attachments::removed_at.is_null());
    waiting.select(attachments::storage_key).first(conn).await.optional()
}

/// Those that wait, the oldest first.
pub(super) async fn waiting(conn: &mut Conn, most: i64) -> DbResult<Vec<(AttachmentId, FileKey)>> {
    attachments::table
        .filter(attachments::scan.eq(Scan::Waiting))
        .filter(attachments::removed_at.is_null())
        .order(attachments::uploaded_at)
        .limit(most)
        .select((attachments::id, attachments::storage_key))
        .load(conn)
        .await
}

pub(super) async fn write_scan(conn: &mut Conn, id: AttachmentId, scan: Scan) -> DbResult<()> {
    diesel::update(attachments::table.find(id)).set(attachments::scan.eq(scan)).execute(conn).await.map(|_| ())
}
