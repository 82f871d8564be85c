//! Giấy tờ: the papers this draft needs, each with its files. With scripts every file is sent as
//! soon as it is chosen; without, the whole form is sent by a button.

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use serde::{Deserialize, Serialize};

use super::super::{
    dossier::FileRow,
    taking_files::{self, Taken},
};
use super::{
    draft::{OpenDraft, Step, Steps},
    form_page::ErrorLink,
};
use crate::{
    dossiers::{self, DocumentToGive, Rules},
    kernel::{
        ids::{AttachmentId, DossierId},
        places::Place,
    },
    platform::{
        files::MediaType,
        views::{FlashKind, Page},
    },
    web::{
        Error,
        extract::{CitizenIn, Conn, Path, Query, Upload},
        shell::{Visit, respond},
        words,
    },
};

#[derive(Debug, Clone, Default, Serialize)]
pub(in crate::web::citizen) struct DocumentsPage {
    steps: Steps,
    here: String,
    errors: Vec<ErrorLink>,
    documents: Vec<Wanted>,
    accept: String,
    /// Bytes, and as people say it.
    limit: u64,
    limit_text: String,
    /// The one document whose files a script asks for.
    only: Option<Wanted>,
}

#[derive(Debug, Clone, Default, Serialize)]
struct Wanted {
    key: String,
    name: String,
    hint: String,
    required: bool,
    upload: String,
    files: Vec<FileRow>,
    error: String,
}

impl Page for DocumentsPage {
    const TEMPLATE: &'static str = "citizen/drafts/documents.html";

    fn samples() -> Vec<Self> {
        let remove = "/nop/ban-nhap/1/tep/tep/1/xoa".to_owned();
        let file = FileRow { name: "anh.jpg".into(), size: "1,8 MB".into(), href: "/tep/1".into(), remove };
        let wanted = Wanted {
            key: "tuy_than".into(),
            name: "Giấy tờ tùy thân".into(),
            hint: "Chụp đủ bốn góc, đọc rõ chữ".into(),
            required: true,
            upload: "/nop/ban-nhap/1/tep/tuy_than".into(),
            files: vec![file],
            error: String::new(),
        };
        let clean = Self {
            steps: Steps::sample(),
            here: "/nop/ban-nhap/1/tep".into(),
            documents: vec![wanted.clone(), Wanted { required: false, files: Vec::new(), ..wanted.clone() }],
            accept: "application/pdf,image/jpeg".into(),
            limit: 1_000_000,
            limit_text: "20 MB".into(),
            ..Self::default()
        };
        let said = "Tệp trống. Hãy chọn tệp khác".to_owned();
        let wrong = Self {
            errors: vec![ErrorLink { href: "#tuy_than".into(), text: said.clone() }],
            documents: vec![Wanted { error: said, ..wanted.clone() }],
            only: Some(wanted),
            ..clean.clone()
        };
        vec![clean, wrong]
    }
}

/// `?loi=1`: come here to give what the review missed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::web::citizen) struct Mending {
    loi: Option<String>,
}

pub(in crate::web::citizen) async fn show(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    id: Path<DossierId>,
    mending: Query<Mending>,
) -> Result<HttpResponse, Error> {
    let open = OpenDraft::load(&citizen, &mut conn, &rules, id.0).await?;
    let taken = if mending.0.loi.is_some() { missing(&citizen, &open) } else { Taken::default() };
    respond::page(&citizen, &page(&citizen, &open, &taken))
}

/// The whole form: files of every document, then on to the review, or here again.
pub(in crate::web::citizen) async fn give(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    id: Path<DossierId>,
    upload: Upload,
) -> Result<HttpResponse, Error> {
    let mut taken = taking_files::take_all(&citizen, &mut conn, &rules, id.0, upload).await?;
    let open = OpenDraft::load(&citizen, &mut conn, &rules, id.0).await?;
    if taken.has("leave") && taken.refused.is_empty() {
        citizen.say(FlashKind::Success, "draft-saved", &[]);
        return Ok(respond::see_other(&open.home()));
    }
    if taken.has("continue") {
        taken.refused.extend(missing(&citizen, &open).refused);
    }
    if !taken.refused.is_empty() {
        return respond::invalid(&citizen, &page(&citizen, &open, &taken));
    }
    let next = if taken.has("continue") { open.after(&Step::Documents) } else { open.place(&Step::Documents) };
    Ok(respond::see_other(&next))
}

/// One file sent by a script: answered with the files of its document.
pub(in crate::web::citizen) async fn give_one(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    path: Path<(DossierId, String)>,
    upload: Upload,
) -> Result<HttpResponse, Error> {
    let (id, key) = path.0;
    let taken = taking_files::take_all(&citizen, &mut conn, &rules, id, upload).await?;
    if let Some((_, sentence)) = taken.refused.into_iter().next() {
        return Err(Error::refused(sentence, Place::DraftDocuments(id)));
    }
    files_of(&citizen, &mut conn, &rules, id, &key).await
}

/// Takes a file away again.
pub(in crate::web::citizen) async fn remove(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    path: Path<(DossierId, AttachmentId)>,
    mut upload: Upload,
) -> Result<HttpResponse, Error> {
    let (id, file) = path.0;
    // Files chosen at the same time are not sent on by this button.
    while upload.next().await?.is_some() {}
    let document = dossiers::draft(conn.open().await?, &rules, citizen.now(), &citizen.citizen, id)
        .await?
        .and_then(|draft| document_of(&draft.documents, file));
    dossiers::remove_attachment(conn.open().await?, &rules, citizen.now(), &citizen.citizen, id, file).await?;
    match document {
        Some(key) if citizen.wants_json() => files_of(&citizen, &mut conn, &rules, id, &key).await,
        _ => Ok(respond::see_other(&Place::DraftDocuments(id))),
    }
}

fn document_of(documents: &[DocumentToGive], file: AttachmentId) -> Option<String> {
    documents.iter().find(|document| document.files.iter().any(|given| given.id == file)).map(|document| document.key.clone())
}

async fn files_of(citizen: &CitizenIn, conn: &mut Conn, rules: &Rules, id: DossierId, key: &str) -> Result<HttpResponse, Error> {
    let open = OpenDraft::load(citizen, conn, rules, id).await?;
    let mut page = page(citizen, &open, &Taken::default());
    page.only = page.documents.iter().find(|wanted| wanted.key == key).cloned();
    respond::fragment_with(StatusCode::OK, citizen, &page, "only_files")
}

/// Required documents without a file.
fn missing(visit: &Visit, open: &OpenDraft) -> Taken {
    let without = open.draft.documents.iter().filter(|document| document.required && document.files.is_empty());
    let said = |document: &DocumentToGive| visit.text("documents-missing", &[("name", document.name.clone().into())]);
    Taken { refused: without.map(|document| (document.key.clone(), said(document))).collect(), values: Vec::new() }
}

fn page(visit: &Visit, open: &OpenDraft, taken: &Taken) -> DocumentsPage {
    let limit = visit.platform().config.files.max_bytes();
    DocumentsPage {
        steps: open.steps_at(&Step::Documents),
        here: open.place(&Step::Documents).path(),
        errors: taken.refused.iter().map(|(key, text)| ErrorLink { href: format!("#{key}"), text: text.clone() }).collect(),
        documents: open.draft.documents.iter().map(|document| wanted(visit, open, document, taken)).collect(),
        accept: MediaType::accept_attribute(),
        limit,
        limit_text: words::size(i64::try_from(limit).unwrap_or(i64::MAX), visit.lang()),
        only: None,
    }
}

fn wanted(visit: &Visit, open: &OpenDraft, document: &DocumentToGive, taken: &Taken) -> Wanted {
    let id = open.draft.id;
    Wanted {
        key: document.key.clone(),
        name: document.name.clone(),
        hint: document.hint.clone(),
        required: document.required,
        upload: Place::DraftUpload(id, document.key.clone()).path(),
        files: document.files.iter().map(|file| FileRow::of(visit, file, Some(Place::DraftFile(id, file.id)))).collect(),
        error: taken.error_of(&document.key),
    }
}
