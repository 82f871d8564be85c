//! What the portal keeps of a citizen's dossiers, for himself.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    kernel::{
        actor::Citizen,
        clock::Instant,
        ids::{AttachmentId, DossierId},
    },
    platform::db::{
        Conn, DbResult,
        schema::{attachments, dossiers, notices, services},
    },
    workflow::Status,
};

#[derive(Debug, Clone, Queryable)]
pub(in crate::dossiers) struct OwnDossier {
    pub id: DossierId,
    pub code: Option<String>,
    pub service: String,
    pub status: Status,
    pub answers: serde_json::Value,
    pub submitted_at: Option<Instant>,
    pub due_at: Option<Instant>,
    pub returned_at: Option<Instant>,
}

#[derive(Debug, Clone, Queryable)]
pub(in crate::dossiers) struct OwnFile {
    pub dossier: DossierId,
    pub id: AttachmentId,
    pub document: String,
    pub name: String,
    pub size: i64,
    pub sha256: Vec<u8>,
    pub sent_at: Instant,
}

#[derive(Debug, Clone, Queryable)]
pub(in crate::dossiers) struct OwnNotice {
    pub dossier: Option<DossierId>,
    pub kind: String,
    pub address: String,
    pub sent_at: Option<Instant>,
}

/// Dossiers and drafts, the newest first.
pub(in crate::dossiers) async fn dossiers_of(conn: &mut Conn, citizen: &Citizen) -> DbResult<Vec<OwnDossier>> {
    dossiers::table
        .inner_join(services::table)
        .filter(dossiers::submitter_id.eq(citizen.account))
        .order(dossiers::id.desc())
        .select((
            dossiers::id,
            dossiers::code,
            services::name,
            dossiers::status,
            dossiers::answers,
            dossiers::submitted_at,
            dossiers::due_at,
            dossiers::returned_at,
        ))
        .load(conn)
        .await
}

pub(in crate::dossiers) async fn files_of(conn: &mut Conn, of: &[DossierId]) -> DbResult<Vec<OwnFile>> {
    attachments::table
        .filter(attachments::dossier_id.eq_any(of))
        .filter(attachments::removed_at.is_null())
        .order(attachments::id)
        .select((
            attachments::dossier_id,
            attachments::id,
            attachments::document_key,
            attachments::file_name,
            attachments::size,
            attachments::sha256,
            attachments::uploaded_at,
        ))
        .load(conn)
        .await
}

pub(in crate::dossiers) async fn notices_of(conn: &mut Conn, of: &[DossierId]) -> DbResult<Vec<OwnNotice>> {
    notices::table
        .filter(notices::dossier_id.eq_any(of))
        .order(notices::id)
        .select((notices::dossier_id, notices::kind, notices::address, notices::sent_at))
        .load(conn)
        .await
}
