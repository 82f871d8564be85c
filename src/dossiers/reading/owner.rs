//! The page of one dossier for the person whose it is: no official's name is in it.

use super::{
    assemble::{due_explained, facts, papers, received_on, result, sections},
    facts::{AnswerSection, DocumentGiven, DossierFacts, PaperFacts, ResultDraft, ResultFacts, documents_given},
    road::{public_events, refused_because, stages},
    supplement::SupplementFacts,
    timeline::{PublicEvent, Stage},
};
use crate::{
    attachments, documents,
    dossiers::{
        Rules,
        at_hand::state_of,
        folder::PaymentFacts,
        model::SupplementRow,
        queries::{folder, history, load},
        telling::result_paper,
    },
    forms::Answers,
    kernel::{
        actor::Citizen,
        clock::{Instant, Now},
        dossier_code::DossierCode,
    },
    platform::db::{Conn, DbResult},
    workflow::{Action, Who, allowed},
};

#[derive(Debug, Clone, PartialEq)]
pub struct OwnerDossier {
    pub facts: DossierFacts,
    pub answers: Vec<AnswerSection>,
    /// The same as data, so that a supplement begins with what stands there.
    pub given: Answers,
    pub documents: Vec<DocumentGiven>,
    /// Until when the draft that is before him may be checked.
    pub draft_until: Option<Instant>,
    /// The draft itself, where the portal knows its words.
    pub draft: Option<ResultDraft>,
    /// What is to be paid before the office goes on.
    pub to_pay: Option<PaymentFacts>,
    /// He has asked to have it back, and nobody has answered.
    pub withdrawal_asked: bool,
    /// The request that waits for an answer, or the last one.
    pub supplement: Option<SupplementFacts>,
    /// The road: past, present and future.
    pub stages: Vec<Stage>,
    /// What happened, newest first.
    pub events: Vec<PublicEvent>,
    pub papers: Vec<PaperFacts>,
    pub result: Option<ResultFacts>,
    /// What the citizen may do now, from the same decision as the verbs.
    pub may: Vec<Action>,
    /// The reason given for a refusal.
    pub refused_because: Option<String>,
}

/// The dossier of this citizen.
pub async fn dossier_for_owner(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    citizen: &Citizen,
    code: &DossierCode,
) -> DbResult<Option<OwnerDossier>> {
    let Some(row) = load::of_owner(conn, citizen, code).await? else { return Ok(None) };
    let (version, agency) = (rules.version(row.service_version_id)?, rules.agency(row.agency_id)?);
    let events = history::events(conn, row.id).await?;
    let folder = folder::open(conn, row.id).await?;
    let state = state_of(&row, &folder);
    let explained = due_explained(rules, (&row, &version, agency), folder.ledger());
    let given = Answers::from_json(row.answers.clone());
    let files = attachments::list(conn, row.id).await?;
    let mut papers = papers(documents::list(conn, row.id).await?);
    // The result has its own button, which records that it was received; the control sheet names officials.
    papers.retain(|paper| !matches!(paper.kind.as_str(), "result" | "control_sheet"));
    Ok(Some(OwnerDossier {
        facts: facts(rules, now, (&row, &version, agency), explained)?,
        answers: sections(&version, &given, received_on(&row), rules.lang),
        documents: documents_given(&version, &given, received_on(&row), rules.lang, files),
        draft: state.draft_until.and_then(|_| result_paper::draft(&version, &given, received_on(&row))),
        given,
        draft_until: state.draft_until,
        to_pay: folder.open_payment().cloned(),
        withdrawal_asked: state.withdrawal_asked,
        supplement: folder.supplements.first().map(SupplementRow::facts),
        stages: stages(&version, &row, &events, rules.lang),
        events: public_events(&version, &events, rules.lang),
        papers,
        result: result(&events),
        may: allowed(&version.definition.workflow, &state, &Who::Owner, now),
        refused_because: refused_because(&events),
    }))
}
