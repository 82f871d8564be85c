//! Nộp hồ sơ: the draft becomes a dossier, once.

use std::{fmt, str::FromStr};

use super::{
    ActRefused, DocumentGiven, Rules,
    applying::Brought,
    at_hand::AtHand,
    queries::{
        load,
        write::{self, SubmittedFacts},
    },
    reading::documents_given,
};
use crate::{
    attachments::{self, Attachment},
    catalogue::RequiredDocument,
    forms::{Level, Problem},
    kernel::{actor::Citizen, clock::Now, dossier_code::DossierCode, ids::DossierId, lang::Lang},
    platform::db::{AsyncConnection, Conn, DbError, DbResult},
    workflow::Action,
};

/// Made with the page that holds the button "Nộp hồ sơ": the same key gives the same dossier, so a
/// double click or a request sent again cannot submit twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SubmissionKey(uuid::Uuid);

impl SubmissionKey {
    #[expect(clippy::new_without_default, reason = "a new key is an act, not a default")]
    pub fn new() -> Self {
        Self(uuid::Uuid::new_v4())
    }

    pub(super) const fn as_uuid(self) -> uuid::Uuid {
        self.0
    }
}

impl fmt::Display for SubmissionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for SubmissionKey {
    type Err = uuid::Error;

    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        raw.trim().parse().map(Self)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submitted {
    pub code: DossierCode,
    /// This call found it submitted before: nothing was done again.
    pub repeated: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum SubmitRefused {
    #[error("no such draft")]
    NotFound,
    #[error("no agency chosen")]
    NoAgency,
    /// Answers that the form does not accept, the declaration among them: to be shown in its words.
    #[error("{} answers are missing or wrong", .0.len())]
    Answers(Vec<Problem>),
    /// Required documents without a file.
    #[error("{} documents without a file", .0.len())]
    Documents(Vec<RequiredDocument>),
    /// The last day of the draft has passed.
    #[error("expired")]
    Expired,
    /// The service takes no dossiers; what citizens are told. The draft stays.
    #[error("stopped: {0}")]
    Stopped(String),
    #[error("inconsistent: {0}")]
    Inconsistent(&'static str),
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<ActRefused> for SubmitRefused {
    fn from(refused: ActRefused) -> Self {
        match refused {
            ActRefused::Db(error) => Self::Db(error),
            ActRefused::Inconsistent(what) => Self::Inconsistent(what),
            _ => Self::Inconsistent("a draft that cannot be submitted"),
        }
    }
}

/// Submits a draft: code, receipt, event, audit line and letter in one transaction of eleven
/// statements. Submitted before, by whatever key, it only tells the code again.
pub async fn submit(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    citizen: &Citizen,
    dossier: DossierId,
    key: SubmissionKey,
) -> Result<Submitted, SubmitRefused> {
    conn.transaction(async |conn| {
        let row = load::of_owner_by_id_for_update(conn, citizen, dossier).await?.ok_or(SubmitRefused::NotFound)?;
        if let Some(code) = row.code {
            return Ok(Submitted { code, repeated: true });
        }
        // What is filled in at the counter is taken in there.
        if row.taken_in_by.is_some() {
            return Err(SubmitRefused::NotFound);
        }
        let files = attachments::list(conn, dossier).await?;
        let hand = AtHand::of_draft(rules, now, citizen, row)?;
        let documents = check(&hand, files)?;
        let code = next_code(conn, &hand).await?;
        let outcome = hand.decide(Action::Submit)?;
        let facts = facts(&hand, code, key);
        let done = hand.apply(conn, Action::Submit, outcome, Brought { facts: Some(facts), documents, ..Brought::default() }).await?;
        Ok(Submitted { code: done.code, repeated: false })
    })
    .await
}

/// The form is answered, the documents are given, the day of the draft has not passed.
pub(super) fn check(hand: &AtHand<'_>, files: Vec<Attachment>) -> Result<Vec<DocumentGiven>, SubmitRefused> {
    let (answers, today) = (hand.answers(), hand.now.today());
    if let Some(stop) = hand.rules.catalogue.stop_of(hand.version.slug()) {
        return Err(SubmitRefused::Stopped(stop.message.clone()));
    }
    if hand.row.draft_expires_at.is_some_and(|day| day < hand.now.instant()) {
        return Err(SubmitRefused::Expired);
    }
    let mut problems = hand.version.form.check(&answers, today, hand.rules.lang);
    problems.retain(|problem| problem.level == Level::Block);
    if !problems.is_empty() {
        return Err(SubmitRefused::Answers(problems));
    }
    let given = |document: &RequiredDocument| files.iter().any(|file| file.document_key == document.key);
    let required = hand.version.required_documents(&answers, today);
    let missing: Vec<RequiredDocument> = required.into_iter().filter(|document| document.required && !given(document)).collect();
    if !missing.is_empty() {
        return Err(SubmitRefused::Documents(missing));
    }
    Ok(documents_given(&hand.version, &answers, today, Lang::Vi, files))
}

pub(super) async fn next_code(conn: &mut Conn, hand: &AtHand<'_>) -> DbResult<DossierCode> {
    let (agency, day) = (&hand.agency.code, hand.now.today());
    let serial = write::next_serial(conn, agency, day, hand.now).await?;
    Ok(DossierCode::new(agency, day, serial))
}

/// What lists and searches need, read from the answers once.
pub(super) fn facts(hand: &AtHand<'_>, code: DossierCode, key: SubmissionKey) -> SubmittedFacts {
    let (answers, today) = (hand.answers(), hand.now.today());
    let (applicant, row) = (hand.version.applicant(&answers, today), &hand.row);
    // At the counter the person has said who he is before the first question.
    let known = if row.taken_in_by.is_some() { row.applicant_name.clone() } else { hand.actor_name() };
    SubmittedFacts {
        code: Some(code),
        submission_key: Some(key.as_uuid()),
        applicant_name: applicant.name.map_or(known, |name| name.to_string()),
        applicant_phone: applicant.phone.or_else(|| row.applicant_phone.clone()),
        applicant_email: applicant.email.or_else(|| row.applicant_email.clone()),
        applicant_personal_id: applicant.personal_id.or_else(|| row.applicant_personal_id.clone()),
        subject: hand.version.subject(&answers, today),
        return_method: hand.version.return_method(&answers, today).and_then(|word| word.parse().ok()),
        fee: hand.version.fee(&answers, today).amount(),
        answers: hand.version.form.visible(&answers, today).to_json(),
        draft_expires_at: None,
        submitted_at: Some(hand.now.instant()),
    }
}
