//! Bản sao dữ liệu: a citizen's dossiers as the portal keeps them, for himself.

use serde::Serialize;

use crate::{
    dossiers::queries::own_copy::{self as table, OwnDossier, OwnFile, OwnNotice},
    kernel::{actor::Citizen, clock::Instant, ids::DossierId, places::Place},
    platform::db::{Conn, DbResult},
};

/// One dossier or draft with what was typed, the files by name and address, and what was sent about it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DossierCopy {
    pub code: Option<String>,
    pub service: String,
    pub status: String,
    pub submitted_at: Option<Instant>,
    pub due_at: Option<Instant>,
    pub returned_at: Option<Instant>,
    pub answers: serde_json::Value,
    pub files: Vec<FileCopy>,
    pub notices: Vec<NoticeCopy>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FileCopy {
    pub document: String,
    pub name: String,
    pub size: i64,
    pub sha256: String,
    pub sent_at: Instant,
    /// Where its owner opens it, on this portal.
    pub address: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NoticeCopy {
    pub kind: String,
    pub address: String,
    pub sent_at: Option<Instant>,
}

/// Everything that this citizen sent or began. Three statements.
pub async fn copy_for_owner(conn: &mut Conn, citizen: &Citizen) -> DbResult<Vec<DossierCopy>> {
    let found = table::dossiers_of(conn, citizen).await?;
    let ids: Vec<DossierId> = found.iter().map(|dossier| dossier.id).collect();
    let (files, notices) = (table::files_of(conn, &ids).await?, table::notices_of(conn, &ids).await?);
    Ok(found.into_iter().map(|dossier| written(dossier, &files, &notices)).collect())
}

fn written(dossier: OwnDossier, files: &[OwnFile], notices: &[OwnNotice]) -> DossierCopy {
    let notices = notices.iter().filter(|notice| notice.dossier == Some(dossier.id));
    DossierCopy {
        files: files.iter().filter(|file| file.dossier == dossier.id).map(FileCopy::from).collect(),
        notices: notices.map(NoticeCopy::from).collect(),
        code: dossier.code,
        service: dossier.service,
        status: dossier.status.to_string(),
        submitted_at: dossier.submitted_at,
        due_at: dossier.due_at,
        returned_at: dossier.returned_at,
        answers: dossier.answers,
    }
}

impl From<&OwnFile> for FileCopy {
    fn from(file: &OwnFile) -> Self {
        Self {
            document: file.document.clone(),
            name: file.name.clone(),
            size: file.size,
            sha256: file.sha256.iter().map(|byte| format!("{byte:02x}")).collect(),
            sent_at: file.sent_at,
            address: Place::Attachment(file.id).path(),
        }
    }
}

impl From<&OwnNotice> for NoticeCopy {
    fn from(notice: &OwnNotice) -> Self {
        Self { kind: notice.kind.clone(), address: notice.address.clone(), sent_at: notice.sent_at }
    }
}
