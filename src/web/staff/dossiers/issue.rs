//! Ban hành: the clerk gives the result its number and date, and attaches the signed document.

use actix_web::{HttpResponse, web};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::{
    frame::Fault,
    head::{self, Head, head},
    refused::{load, missing},
    steps::finish,
};
use crate::{
    dossiers::{self, IssuedResult, LockVersion, Missing, NewFile, ResultSource, Rules, Seen, Workbench},
    kernel::{dossier_code::DossierCode, places::Place, text},
    platform::{
        files::{MediaType, StoreError},
        views::Page,
    },
    web::{
        extract::{Conn, OfficialIn, Part, Path, Upload},
        shell::{Error, Visit, respond},
    },
    workflow::Action,
};

/// A signed scan is never larger.
const MOST_BYTES: u64 = 20 * 1024 * 1024;

#[derive(Debug, Default, Serialize)]
pub struct IssuePage {
    head: Option<Head>,
    back: String,
    action: String,
    version: String,
    number: String,
    number_error: String,
    day: String,
    month: String,
    year: String,
    date_error: String,
    signer: String,
    signer_error: String,
    summary: String,
    summary_error: String,
    file_error: String,
    can_generate: bool,
    errors: Vec<Fault>,
}

impl Page for IssuePage {
    const TEMPLATE: &'static str = "staff/dossiers/issue.html";

    fn samples() -> Vec<Self> {
        let page = |error: &str| Self {
            head: Some(head::sample()),
            version: "8".into(),
            number_error: error.into(),
            date_error: error.into(),
            signer_error: error.into(),
            summary_error: error.into(),
            file_error: error.into(),
            can_generate: error.is_empty(),
            errors: if error.is_empty() { Vec::new() } else { vec![Fault { href: "#number".into(), text: error.into() }] },
            ..Self::default()
        };
        vec![page(""), page("Nhập số, ký hiệu của văn bản")]
    }
}

/// What the clerk has typed and sent.
#[derive(Default)]
struct Typed {
    version: String,
    number: String,
    day: String,
    month: String,
    year: String,
    signer: String,
    summary: String,
    file: Option<NewFile>,
    /// The sentence about a file that could not be taken.
    file_fault: String,
}

/// `GET …/ban-hanh`
pub async fn show(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, code: Path<DossierCode>) -> Result<HttpResponse, Error> {
    let bench = load(&official, &mut conn, &rules, &code.0).await?;
    conn.close();
    respond::page(&official, &page(&official, &bench, &proposed(&official, &bench), &[]))
}

/// `POST …/ban-hanh`
pub async fn create(
    official: OfficialIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    code: Path<DossierCode>,
    upload: Upload,
) -> Result<HttpResponse, Error> {
    let mut typed = read(&official, upload).await?;
    let seen = Seen { code: code.0.clone(), version: typed.version.parse().unwrap_or(LockVersion::NOTHING) };
    let bench = load(&official, &mut conn, &rules, &code.0).await?;
    let stored = typed.file.as_ref().map(|file| file.stored.key.clone());
    let result = typed.result(bench.can_generate_result && typed.file_fault.is_empty());
    let done = dossiers::issue_result(conn.open().await?, &rules, official.now(), &official.official, &seen, &result).await;
    conn.close();
    if let (Err(_), Some(key)) = (&done, stored) {
        official.platform().files.remove(&key).await.map_err(Error::internal)?;
    }
    match done {
        Ok(done) => finish(&official, &code.0, Ok(done), "act-issued"),
        Err(refused) => respond::invalid(&official, &page(&official, &bench, &typed, &missing(&official, &code.0, refused)?)),
    }
}

async fn read(official: &OfficialIn, mut upload: Upload) -> Result<Typed, Error> {
    let mut typed = Typed::default();
    while let Some(part) = upload.next().await? {
        match part {
            Part::Value { name, value } => typed.keep(&name, text::line(&value)),
            Part::File { file_name, content, .. } => match official.platform().files.put(content.bytes(), MOST_BYTES).await {
                Ok(stored) if stored.media_type() == Some(MediaType::Pdf) => {
                    typed.file = Some(NewFile { document_key: "result".into(), stored, name: file_name });
                }
                Ok(other) => {
                    official.platform().files.remove(&other.key).await.map_err(Error::internal)?;
                    typed.file_fault = official.text("issue-file-not-pdf", &[("name", file_name.into())]);
                }
                Err(error) => typed.file_fault = not_taken(official, error)?,
            },
        }
    }
    Ok(typed)
}

/// A file over the limit or an empty one is the sender's to mend, and what he typed stays; a cut
/// connection brings nobody an answer, anything else is ours.
fn not_taken(visit: &Visit, error: StoreError) -> Result<String, Error> {
    match error {
        StoreError::TooLarge { limit } => Ok(visit.text("issue-file-too-large", &[("limit", (limit / (1024 * 1024)).into())])),
        StoreError::Empty => Ok(visit.text("issue-file-empty", &[])),
        StoreError::Broken(_) => Err(Error::Invalid("the file did not arrive whole")),
        ours => Err(Error::internal(ours)),
    }
}

impl Typed {
    fn keep(&mut self, name: &str, value: String) {
        let place = match name {
            "version" => &mut self.version,
            "number" => &mut self.number,
            "issued_on-day" => &mut self.day,
            "issued_on-month" => &mut self.month,
            "issued_on-year" => &mut self.year,
            "signer" => &mut self.signer,
            "summary" => &mut self.summary,
            _ => return,
        };
        *place = value;
    }

    fn issued_on(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year.parse().ok()?, self.month.parse().ok()?, self.day.parse().ok()?)
    }

    fn result(&mut self, can_generate: bool) -> IssuedResult {
        let uploaded = self.file.take().map(ResultSource::Uploaded);
        IssuedResult {
            number: self.number.clone(),
            issued_on: self.issued_on(),
            signer: self.signer.clone(),
            summary: self.summary.clone(),
            source: uploaded.or(can_generate.then_some(ResultSource::Generated)),
        }
    }
}

/// Today, and the name of the service as abstract: what a clerk would write.
fn proposed(visit: &Visit, bench: &Workbench) -> Typed {
    let today = visit.now().today();
    Typed {
        day: today.day().to_string(),
        month: today.month().to_string(),
        year: today.year().to_string(),
        summary: format!("{} – {}", bench.facts.service_name, bench.facts.applicant.name),
        ..Typed::default()
    }
}

fn page(visit: &Visit, bench: &Workbench, typed: &Typed, missing: &[Missing]) -> IssuePage {
    let sentence = |m: Missing| if missing.contains(&m) { visit.text(m.text_key(), &[]) } else { String::new() };
    let faults = [
        ("#number", sentence(Missing::ResultNumber)),
        ("#issued_on", sentence(Missing::ResultDate)),
        ("#signer", sentence(Missing::ResultSigner)),
        ("#summary", sentence(Missing::ResultAbstract)),
        ("#file", if typed.file_fault.is_empty() { sentence(Missing::ResultFile) } else { typed.file_fault.clone() }),
    ];
    let errors =
        faults.iter().filter(|(_, text)| !text.is_empty()).map(|(href, text)| Fault { href: (*href).into(), text: text.clone() }).collect();
    let [(_, number_error), (_, date_error), (_, signer_error), (_, summary_error), (_, file_error)] = faults;
    IssuePage {
        head: Some(head(visit, &bench.facts)),
        back: Place::Workbench(bench.facts.code.clone()).path(),
        action: Place::WorkbenchAct(bench.facts.code.clone(), Action::IssueResult.slug()).path(),
        version: bench.facts.version.to_string(),
        number: typed.number.clone(),
        number_error,
        day: typed.day.clone(),
        month: typed.month.clone(),
        year: typed.year.clone(),
        date_error,
        signer: typed.signer.clone(),
        signer_error,
        summary: typed.summary.clone(),
        summary_error,
        file_error,
        can_generate: bench.can_generate_result,
        errors,
    }
}
