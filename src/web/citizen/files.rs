//! Files and papers on their way to the browser: only of a dossier that the visitor may see.

use actix_web::{HttpResponse, http::header, web::Data};

use crate::{
    attachments::{Attachment, FileName, Scan, Shown, download_headers},
    documents::{self, DrawingFailed, PaperRecord, Press},
    dossiers::{self, ResultDocument, Rules},
    kernel::{
        dossier_code::DossierCode,
        ids::{AttachmentId, PaperId},
    },
    platform::files::{MediaType, StoreError},
    web::{
        Error,
        extract::{CitizenIn, Conn, Path},
        shell::{Refusal, Visit},
    },
};

/// A file that somebody sent. The same address for the sender and for the officials of the dossier.
pub(super) async fn attachment(citizen: CitizenIn, mut conn: Conn, id: Path<AttachmentId>) -> Result<HttpResponse, Error> {
    let found = find_attachment(&citizen, &mut conn, id.0).await?;
    conn.close();
    send(&citizen, &found.ok_or(Error::NotFound)?).await
}

/// An official paper as PDF.
pub(super) async fn paper(citizen: CitizenIn, mut conn: Conn, id: Path<PaperId>) -> Result<HttpResponse, Error> {
    let found = find_paper(&citizen, &mut conn, id.0).await?.ok_or(Error::NotFound)?;
    draw(&citizen, &mut conn, &found).await
}

/// The result of a dossier. With return online, fetching it is receiving it.
pub(super) async fn result(citizen: CitizenIn, mut conn: Conn, rules: Data<Rules>, code: Path<DossierCode>) -> Result<HttpResponse, Error> {
    let dossier = super::dossier::load(&citizen, &mut conn, &rules, &code.0).await?;
    let result = dossier.result.ok_or(Error::NotFound)?;
    let answer = match result.note.document {
        ResultDocument::Attachment(id) => {
            let found = find_attachment(&citizen, &mut conn, id).await?.ok_or(Error::NotFound)?;
            send(&citizen, &found).await?
        }
        ResultDocument::Paper(id) => {
            let found = find_paper(&citizen, &mut conn, id).await?.ok_or(Error::NotFound)?;
            draw(&citizen, &mut conn, &found).await?
        }
    };
    let collected = dossiers::collect_online(conn.open().await?, &rules, citizen.now(), &citizen.citizen, &code.0).await;
    collected.map_err(|refused| super::refusals::act(&citizen, &code.0, refused))?;
    Ok(answer)
}

async fn find_attachment(citizen: &CitizenIn, conn: &mut Conn, id: AttachmentId) -> Result<Option<Attachment>, Error> {
    let conn = conn.open().await?;
    if let Some(own) = dossiers::attachment_for_citizen(conn, &citizen.citizen, id).await? {
        return Ok(Some(own));
    }
    match citizen.session().and_then(|session| session.official) {
        Some(official) => Ok(dossiers::attachment_for_official(conn, citizen.now(), &official, id).await?),
        None => Ok(None),
    }
}

async fn find_paper(citizen: &CitizenIn, conn: &mut Conn, id: PaperId) -> Result<Option<PaperRecord>, Error> {
    let conn = conn.open().await?;
    if let Some(own) = dossiers::paper_for_citizen(conn, &citizen.citizen, id).await? {
        return Ok(Some(own));
    }
    match citizen.session().and_then(|session| session.official) {
        Some(official) => Ok(dossiers::paper_for_official(conn, citizen.now(), &official, id).await?),
        None => Ok(None),
    }
}

async fn send(visit: &Visit, file: &Attachment) -> Result<HttpResponse, Error> {
    if !file.scan.opens() {
        let key = if file.scan == Scan::Infected { "file-infected" } else { "file-waiting" };
        return Err(Error::Refused(Refusal { sentence: visit.text(key, &[]), back_to: None }));
    }
    let reading = visit.platform().files.read(&file.storage_key).await.map_err(lost)?;
    let mut answer = answer(&file.file_name, file.media_type);
    Ok(answer.no_chunking(reading.size).streaming(reading.bytes))
}

async fn draw(visit: &Visit, conn: &mut Conn, paper: &PaperRecord) -> Result<HttpResponse, Error> {
    let platform = visit.platform();
    let press = Press { files: platform.files.clone(), pdf: platform.pdf.clone(), address: platform.config.address() };
    let pdf = documents::pdf(&press, conn.open().await?, paper.id).await.map_err(|failed| match failed {
        DrawingFailed::Unknown => Error::NotFound,
        other => Error::internal(other),
    })?;
    let name = FileName::of(&documents::file_name(&paper.title, &paper.doc_number), MediaType::Pdf);
    Ok(answer(&name, MediaType::Pdf).body(pdf))
}

/// Opened in the browser, also beside the answers on the officials' workbench; it can run nothing.
fn answer(name: &FileName, media: MediaType) -> actix_web::HttpResponseBuilder {
    let mut answer = HttpResponse::Ok();
    for (header, value) in download_headers(name, media, Shown::Inline) {
        answer.insert_header((header, value));
    }
    answer.insert_header((header::X_FRAME_OPTIONS, "SAMEORIGIN"));
    answer
}

fn lost(error: StoreError) -> Error {
    Error::internal(error)
}
