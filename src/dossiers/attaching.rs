//! Files and papers of a dossier: given by the citizen to a draft, or in answer to a supplement;
//! opened only by those who may see the dossier.

use super::{
    Rules,
    model::Row,
    queries::{load, supplements},
    reading::ItemTarget,
};
use crate::{
    attachments::{self, Attachment, FileRefused},
    audit,
    catalogue::ServiceVersion,
    documents::{self, PaperRecord},
    forms::Answers,
    kernel::{
        actor::{Actor, Citizen, Official},
        clock::{Instant, Now},
        ids::{AttachmentId, DossierId, PaperId},
    },
    platform::{
        db::{AsyncConnection, Conn, DbError, DbResult},
        files::StoredFile,
    },
    workflow::Status,
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
    #[error(transparent)]
    File(#[from] FileRefused),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// What may be given now: from when files count as new, and how many of them.
struct Slot {
    since: Option<Instant>,
    most: usize,
}

/// Adds a file to a document of a draft, or of a supplement that waits for an answer.
pub async fn attach(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    citizen: &Citizen,
    dossier: DossierId,
    file: &NewFile,
) -> Result<AttachmentId, AttachRefused> {
    conn.transaction(async |conn| {
        let row = load::of_owner_by_id_for_update(conn, citizen, dossier).await?.ok_or(AttachRefused::NotFound)?;
        let version = rules.catalogue.version(row.service_version_id).ok_or(AttachRefused::NotFound)?;
        let slot = slot(conn, &row, &version, now, &file.document_key).await?;
        let files = attachments::list(conn, dossier).await?;
        let new = |held: &&Attachment| held.document_key == file.document_key && slot.since.is_none_or(|since| held.uploaded_at >= since);
        if files.iter().filter(new).count() >= slot.most {
            return Err(AttachRefused::TooMany { most: slot.most });
        }
        let key = &file.document_key;
        Ok(attachments::record(conn, now, dossier, key, Some(citizen.account), &file.stored, &file.name).await?)
    })
    .await
}

/// Takes a file out again; false if there was none to take. What was submitted stays.
pub async fn remove_attachment(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    citizen: &Citizen,
    dossier: DossierId,
    attachment: AttachmentId,
) -> DbResult<bool> {
    conn.transaction(async |conn| {
        let Some(row) = load::of_owner_by_id_for_update(conn, citizen, dossier).await? else { return Ok(false) };
        let Some(version) = rules.catalogue.version(row.service_version_id) else { return Ok(false) };
        let Some(file) = attachments::find(conn, attachment).await?.filter(|file| file.dossier == dossier) else { return Ok(false) };
        let removable = match row.status {
            Status::Draft => true,
            _ => match slot(conn, &row, &version, now, &file.document_key).await {
                Ok(slot) => slot.since.is_some_and(|since| file.uploaded_at >= since),
                Err(AttachRefused::Db(error)) => return Err(error),
                Err(_) => false,
            },
        };
        if removable { attachments::remove(conn, now, dossier, attachment).await } else { Ok(false) }
    })
    .await
}

async fn slot(conn: &mut Conn, row: &Row, version: &ServiceVersion, now: Now, key: &str) -> Result<Slot, AttachRefused> {
    let most = version.definition.documents.iter().find(|rule| rule.key == key).and_then(|rule| rule.max_files).unwrap_or(5);
    match row.status {
        Status::Draft => {
            let answers = Answers::from_json(row.answers.clone());
            let called = version.required_documents(&answers, now.today());
            let asked = called.iter().any(|document| document.upload && document.key == key);
            if asked { Ok(Slot { since: None, most: most.into() }) } else { Err(AttachRefused::NotAskedFor) }
        }
        Status::SupplementRequested => {
            let requests = supplements::list(conn, row.id).await?;
            let open = requests.iter().find(|request| request.closed_at.is_none() && request.answered_at.is_none());
            let open = open.ok_or(AttachRefused::NotFound)?;
            let asked = open.items().iter().any(|item| item.target == ItemTarget::Document(key.to_owned()));
            if asked { Ok(Slot { since: Some(open.requested_at), most: most.into() }) } else { Err(AttachRefused::NotAskedFor) }
        }
        _ => Err(AttachRefused::NotFound),
    }
}

/// The file, if it belongs to a dossier of this citizen.
pub async fn attachment_for_citizen(conn: &mut Conn, citizen: &Citizen, id: AttachmentId) -> DbResult<Option<Attachment>> {
    if load::attachment_is_of_citizen(conn, citizen, id).await? { attachments::find(conn, id).await } else { Ok(None) }
}

/// The file, if it belongs to a dossier of an agency this official works for. The look is audited.
pub async fn attachment_for_official(conn: &mut Conn, now: Now, official: &Official, id: AttachmentId) -> DbResult<Option<Attachment>> {
    let Some(code) = load::attachment_seen_by_official(conn, official, id).await? else { return Ok(None) };
    let about = serde_json::json!({ "attachment": id });
    audit::record(conn, now, &Actor::Official(official.clone()), "open_attachment", "dossier", code.as_str(), about).await?;
    attachments::find(conn, id).await
}

/// The paper, if it belongs to a dossier of this citizen.
pub async fn paper_for_citizen(conn: &mut Conn, citizen: &Citizen, id: PaperId) -> DbResult<Option<PaperRecord>> {
    if !load::paper_is_of_citizen(conn, citizen, id).await? {
        return Ok(None);
    }
    // The sheet of handovers names officials: it stays in the office.
    Ok(documents::find(conn, id).await?.filter(|paper| paper.kind != "control_sheet"))
}

/// The paper, if it belongs to a dossier of an agency this official works for. The look is audited.
pub async fn paper_for_official(conn: &mut Conn, now: Now, official: &Official, id: PaperId) -> DbResult<Option<PaperRecord>> {
    if !load::paper_is_of_official(conn, official, id).await? {
        return Ok(None);
    }
    let subject = id.to_string();
    audit::record(conn, now, &Actor::Official(official.clone()), "open_paper", "paper", &subject, serde_json::json!({})).await?;
    documents::find(conn, id).await
}
