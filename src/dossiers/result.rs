//! The result of a dossier: number, date, signer, abstract, and the document itself.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    ActRefused, Done, EventKind, EventNote, Missing, NewFile, Rules, Seen, applying::Brought, at_hand::AtHand, model::EventRow,
    telling::result_paper,
};
use crate::{
    documents,
    kernel::{
        actor::Official,
        clock::{Instant, Now},
        ids::{AttachmentId, PaperId},
        text::line,
    },
    platform::{
        db::{AsyncConnection, Conn},
        files::MediaType,
    },
    workflow::Action,
};

/// What an event remembers of an issued result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultNote {
    /// Số, ký hiệu: `12/2026/XNTTHN`.
    pub number: String,
    pub issued_on: NaiveDate,
    pub signer: String,
    /// Trích yếu.
    pub summary: String,
    pub document: ResultDocument,
}

/// Where the result's document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResultDocument {
    /// A file of the dossier: results entered before they were papers.
    Attachment(AttachmentId),
    /// A paper that anybody can verify by its check code: signed by the agency, or drawn here.
    Paper(PaperId),
}

/// The result as the clerk enters it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedResult {
    pub number: String,
    pub issued_on: Option<NaiveDate>,
    pub signer: String,
    /// Trích yếu.
    pub summary: String,
    pub source: Option<ResultSource>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResultSource {
    /// The signed PDF.
    Uploaded(NewFile),
    /// Drawn from the service's result template.
    Generated,
}

/// Issues the result: the clock stops, the citizen is told.
pub async fn issue_result(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    seen: &Seen,
    result: &IssuedResult,
) -> Result<Done, ActRefused> {
    let entered = Entered::check(result, now)?;
    conn.transaction(async |conn| {
        let hand = AtHand::of_official(conn, rules, now, official, seen).await?;
        let outcome = hand.decide(Action::IssueResult)?;
        let paper = entered.issue(conn, &hand).await?;
        let note = entered.note(ResultDocument::Paper(paper));
        let done = hand
            .apply(
                conn,
                Action::IssueResult,
                outcome,
                Brought { note: EventNote { result: Some(note), ..EventNote::default() }, ..Brought::default() },
            )
            .await?;
        Ok(Done { paper: Some(paper), ..done })
    })
    .await
}

/// The issued result that counts: the last one.
pub(super) fn last_result(events: &[EventRow]) -> Option<(ResultNote, Instant)> {
    let issued = events.iter().rev().filter(|event| event.kind == EventKind::ResultIssued);
    issued.filter_map(|event| event.note().result.map(|note| (note, event.at))).next()
}

/// A result that says everything it must.
pub(super) struct Entered<'a> {
    pub number: String,
    pub issued_on: NaiveDate,
    pub signer: String,
    pub summary: String,
    source: &'a ResultSource,
}

impl<'a> Entered<'a> {
    fn check(result: &'a IssuedResult, now: Now) -> Result<Self, ActRefused> {
        let short = |raw: &str| line(raw).chars().take(500).collect::<String>();
        let (number, signer, summary) = (short(&result.number), short(&result.signer), short(&result.summary));
        let issued_on = result.issued_on.filter(|day| *day <= now.today());
        let source = result.source.as_ref().filter(|source| match source {
            ResultSource::Uploaded(file) => file.stored.media_type() == Some(MediaType::Pdf),
            ResultSource::Generated => true,
        });
        let missing: Vec<Missing> = [
            (number.is_empty(), Missing::ResultNumber),
            (issued_on.is_none(), Missing::ResultDate),
            (signer.is_empty(), Missing::ResultSigner),
            (summary.is_empty(), Missing::ResultAbstract),
            (source.is_none(), Missing::ResultFile),
        ]
        .into_iter()
        .filter_map(|(is_missing, what)| is_missing.then_some(what))
        .collect();
        match (issued_on, source) {
            (Some(issued_on), Some(source)) if missing.is_empty() => Ok(Self { number, issued_on, signer, summary, source }),
            _ => Err(ActRefused::Incomplete(missing)),
        }
    }

    /// Two statements.
    async fn issue(&self, conn: &mut Conn, hand: &AtHand<'_>) -> Result<PaperId, ActRefused> {
        let (dossier, agency) = (hand.row.id, hand.agency.id);
        let issued = match self.source {
            ResultSource::Uploaded(file) => {
                let paper = result_paper::signed(hand, self);
                documents::issue_signed(conn, hand.now, dossier, agency, &paper, &file.stored.key).await?
            }
            ResultSource::Generated => {
                let paper = result_paper::drawn(hand, self).ok_or_else(|| ActRefused::Incomplete(vec![Missing::ResultFile]))?;
                documents::issue(conn, hand.now, dossier, agency, &paper).await?
            }
        };
        Ok(issued.id)
    }

    fn note(&self, document: ResultDocument) -> ResultNote {
        ResultNote {
            number: self.number.clone(),
            issued_on: self.issued_on,
            signer: self.signer.clone(),
            summary: self.summary.clone(),
            document,
        }
    }
}
