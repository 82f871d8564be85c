//! Drawing a paper: from its data, as often as wanted, always the same.

use serde::Serialize;

use super::{PaperTime, model::PaperToDraw, queries};
use crate::{
    kernel::{ids::PaperId, places::Place, text},
    platform::{
        Platform, crypto,
        db::{Conn, DbError},
        files::{FileKey, FileStore, StoreError},
        pdf::{PdfEngine, PdfError, qr_svg},
    },
};

/// What drawing needs. Cheap to clone.
#[derive(Clone)]
pub struct Press {
    pub files: FileStore,
    pub pdf: PdfEngine,
    /// The portal's address, without a slash at its end: the QR code leads there.
    pub address: String,
}

impl Press {
    pub fn of(platform: &Platform) -> Self {
        Self { files: platform.files.clone(), pdf: platform.pdf.clone(), address: platform.config.address() }
    }
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum DrawingFailed {
    #[error("no such paper")]
    Unknown,
    #[error("no template draws papers of kind {0}")]
    NoTemplate(String),
    #[error(transparent)]
    Pdf(#[from] PdfError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// What a template sees as `/data.json`.
#[derive(Serialize)]
struct Sheet<'a> {
    title: &'a str,
    doc_number: &'a str,
    /// In groups of four.
    check_code: String,
    issued: PaperTime,
    verify_address: &'a str,
    paper: &'a serde_json::Value,
}

/// The PDF of a paper. Drawn when first asked for and kept; drawn again if the file was lost,
/// unless the agency had signed it: then what is lost stays lost and is told.
pub async fn pdf(press: &Press, conn: &mut Conn, id: PaperId) -> Result<Vec<u8>, DrawingFailed> {
    let paper = queries::to_draw(conn, id).await?.ok_or(DrawingFailed::Unknown)?;
    let own_key = drawn_key(id);
    if let Some(key) = &paper.storage_key {
        match press.files.read_all(key).await {
            Err(StoreError::Missing) if *key == own_key => {}
            found => return Ok(found?),
        }
    }
    let drawn = draw(press, &paper).await?;
    press.files.put_at(&own_key, drawn.clone()).await?;
    queries::set_file(conn, id, &own_key).await?;
    Ok(drawn)
}

/// `giay-tiep-nhan-ho-so-07-TNHS.pdf`: the name under which a paper is saved or enclosed.
pub fn file_name(title: &str, doc_number: &str) -> String {
    let words = |raw: &str| -> String {
        let plain: String = raw.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
        plain.split_whitespace().collect::<Vec<_>>().join("-")
    };
    let title: String = words(&text::fold(title)).chars().take(80).collect();
    format!("{}-{}.pdf", title.trim_end_matches('-'), words(doc_number))
}

async fn draw(press: &Press, paper: &PaperToDraw) -> Result<Vec<u8>, DrawingFailed> {
    let template = template(&paper.kind).ok_or_else(|| DrawingFailed::NoTemplate(paper.kind.clone()))?;
    let verify_address = format!("{}{}", press.address, Place::Verify(paper.check_code.clone()).path());
    let sheet = Sheet {
        title: &paper.title,
        doc_number: &paper.doc_number,
        check_code: crypto::grouped(&paper.check_code),
        issued: PaperTime(paper.issued_at),
        verify_address: &verify_address,
        paper: &paper.data,
    };
    Ok(press.pdf.render(template, &sheet, vec![("qr.svg", qr_svg(&verify_address)?.into_bytes())]).await?)
}

/// The templates by kind: a closed list, because typst keeps every file name it ever saw.
fn template(kind: &str) -> Option<&'static str> {
    const TEMPLATES: [&str; 10] = [
        "submission_receipt.typ",
        "reception_slip.typ",
        "supplement_slip.typ",
        "refusal_slip.typ",
        "apology_slip.typ",
        "stop_slip.typ",
        "payment_receipt.typ",
        "result.typ",
        "return_slip.typ",
        "control_sheet.typ",
    ];
    TEMPLATES.into_iter().find(|name| name.strip_suffix(".typ") == Some(kind))
}

/// Known beforehand, so that two who draw the same paper write the same file.
fn drawn_key(id: PaperId) -> FileKey {
    FileKey::of_id("papers", id.as_uuid(), "pdf")
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_paper_is_saved_under_a_plain_name() {
        assert_eq!(
            file_name("Phiếu từ chối tiếp nhận, giải quyết hồ sơ", "07/TCHS"),
            "phieu-tu-choi-tiep-nhan-giai-quyet-ho-so-07-TCHS.pdf"
        );
    }
}
