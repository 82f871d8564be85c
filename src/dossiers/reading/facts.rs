//! Facts of a dossier that several screens show.

use chrono::NaiveDate;

use crate::{
    attachments::Attachment,
    calendar::{DayLine, Standing},
    catalogue::{OwnerFacts, ServiceVersion},
    dossiers::{LockVersion, ResultNote},
    forms::Answers,
    kernel::{
        actor::Role,
        clock::Instant,
        dossier_code::DossierCode,
        ids::{AgencyId, DossierId, PaperId, ServiceVersionId},
        lang::Lang,
        money::Money,
        person::{Email, PersonName, PersonalId, Phone},
    },
    workflow::{Decision, ReturnMethod, Status, StepKey, StepKind},
};

pub use crate::workflow::Channel;

/// When the result is due, when the present step is, and how that stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// Hẹn trả. None before acceptance and while the clock stands still.
    pub due_at: Option<Instant>,
    pub step_due_at: Option<Instant>,
    /// Measured against the return date; before acceptance against the eight hours to answer.
    /// None where nothing is measured (withdrawn, not accepted).
    pub standing: Option<Standing>,
}

/// Where the dossier stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepFacts {
    pub key: StepKey,
    pub kind: StepKind,
    pub name: String,
    /// Made for citizens, with the role that acts.
    pub public_name: String,
    pub role: Role,
}

/// Who asks, as far as his own dossier and its officials may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applicant {
    /// Empty only in a draft.
    pub name: String,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    pub personal_id: Option<PersonalId>,
}

impl Applicant {
    pub fn person_name(&self) -> Option<PersonName> {
        self.name.parse().ok()
    }
}

/// The head of every page about one dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierFacts {
    pub id: DossierId,
    pub code: DossierCode,
    pub version: LockVersion,
    pub service_slug: String,
    pub service_code: String,
    pub service_name: String,
    pub service_version: ServiceVersionId,
    pub agency: AgencyId,
    pub agency_name: String,
    pub agency_address: String,
    pub agency_phone: String,
    pub status: Status,
    pub decision: Option<Decision>,
    pub step: Option<StepFacts>,
    pub channel: Channel,
    pub applicant: Applicant,
    /// Chủ hồ sơ, where he is not who applies.
    pub owner: Option<OwnerFacts>,
    /// Trích yếu: what is asked, in one line.
    pub subject: String,
    pub return_method: Option<ReturnMethod>,
    pub fee: Money,
    pub submitted_at: Instant,
    pub accepted_at: Option<Instant>,
    pub finished_at: Option<Instant>,
    pub returned_at: Option<Instant>,
    pub deadline: Deadline,
    /// Vì sao ngày này: the count of the return date, day by day; empty before acceptance.
    pub due_explained: Vec<DayLine>,
    /// The citizen has sent something that no official has opened yet.
    pub has_news: bool,
}

/// A document that the service asks for, with the files given for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentGiven {
    pub key: String,
    pub name: String,
    pub files: Vec<Attachment>,
}

/// An official paper of the dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperFacts {
    pub id: PaperId,
    /// `reception_slip` and so on, as in `documents`.
    pub kind: String,
    pub title: String,
    pub doc_number: String,
    pub check_code: String,
    pub issued_at: Instant,
}

/// The issued result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultFacts {
    pub note: ResultNote,
    pub issued_at: Instant,
}

/// What will stand on a result that is not signed yet: names and values, and the sentences below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultDraft {
    pub fields: Vec<(String, String)>,
    pub closing: Vec<String>,
}

/// The documents that these answers call for, and any other that has files, in the order of the
/// service.
pub(in crate::dossiers) fn documents_given(
    version: &ServiceVersion,
    answers: &Answers,
    today: NaiveDate,
    lang: Lang,
    files: Vec<Attachment>,
) -> Vec<DocumentGiven> {
    let called: Vec<String> = version.required_documents(answers, today).into_iter().filter(|doc| doc.upload).map(|doc| doc.key).collect();
    let rules = version.definition.documents.iter();
    let mut given: Vec<DocumentGiven> =
        rules.map(|rule| DocumentGiven { key: rule.key.clone(), name: rule.name.get(lang).to_owned(), files: Vec::new() }).collect();
    for file in files {
        match given.iter_mut().find(|document| document.key == file.document_key) {
            Some(document) => document.files.push(file),
            None => given.push(DocumentGiven { key: file.document_key.clone(), name: file.document_key.clone(), files: vec![file] }),
        }
    }
    given.retain(|document| !document.files.is_empty() || called.contains(&document.key));
    given
}

/// The answers as a person reads them, section by section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerSection {
    pub title: String,
    /// The page of the form on which these are asked.
    pub page: String,
    pub rows: Vec<AnswerRow>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerRow {
    /// The key of the question, to point at it in a supplement.
    pub key: String,
    pub label: String,
    pub value: String,
}
