//! The desk with one dossier on it.

use super::{
    assemble::{due_explained, facts, papers, received_on, result, sections, step_facts},
    facts::{AnswerSection, DocumentGiven, DossierFacts, PaperFacts, ResultFacts, StepFacts, documents_given},
    road::staff_events,
    supplement::SupplementFacts,
    timeline::StaffEvent,
};
use crate::{
    attachments, audit, documents,
    dossiers::{
        EventKind, Rules,
        at_hand::state_of,
        model::{EventRow, SupplementRow},
        queries::{history, load, supplements, write},
    },
    forms::Answers,
    kernel::{
        actor::{Actor, Official},
        clock::Now,
        dossier_code::DossierCode,
        lang::Lang,
    },
    platform::db::{Conn, DbResult},
    workflow::{Action, Step, StepKind, Who, allowed},
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbench {
    pub facts: DossierFacts,
    pub answers: Vec<AnswerSection>,
    pub documents: Vec<DocumentGiven>,
    /// The newest first.
    pub supplements: Vec<SupplementFacts>,
    /// Newest first.
    pub events: Vec<StaffEvent>,
    pub papers: Vec<PaperFacts>,
    pub result: Option<ResultFacts>,
    /// What this official may do now, from the same decision as the verbs; the usual one first.
    pub may: Vec<Action>,
    /// Where `forward` and `send_back` would lead.
    pub next_step: Option<StepFacts>,
    pub previous_step: Option<StepFacts>,
    /// The portal can draw the result itself from the service's template.
    pub can_generate_result: bool,
}

/// The dossier for an official of its agency; the look is audited, and news count as seen.
pub async fn workbench(conn: &mut Conn, rules: &Rules, now: Now, official: &Official, code: &DossierCode) -> DbResult<Option<Workbench>> {
    let Some(row) = load::of_official(conn, official, code).await? else { return Ok(None) };
    let (version, agency) = (rules.version(row.service_version_id)?, rules.agency(row.agency_id)?);
    let subject = code.as_str();
    audit::record(conn, now, &Actor::Official(official.clone()), "open_dossier", "dossier", subject, serde_json::json!({})).await?;
    if row.has_news {
        write::news_seen(conn, row.id).await?;
    }
    let events = history::events(conn, row.id).await?;
    let requests = if was_asked(&events) { supplements::list(conn, row.id).await? } else { Vec::new() };
    let state = state_of(&row, &requests);
    let explained = due_explained(conn, rules, (&row, &version, agency), state.supplements_during_processing > 0).await?;
    let answers = Answers::from_json(row.answers.clone());
    let files = attachments::list(conn, row.id).await?;
    let workflow = &version.definition.workflow;
    let here = state.step.as_ref();
    let beside = |step: Option<&Step>| step.filter(|step| step.kind != StepKind::Return).map(|step| step_facts(step, Lang::Vi));
    let who = Who::Official(official.roles_at(agency.id).collect());
    Ok(Some(Workbench {
        facts: facts(rules, now, (&row, &version, agency), explained)?,
        answers: sections(&version, &answers, received_on(&row), Lang::Vi),
        documents: documents_given(&version, &answers, received_on(&row), Lang::Vi, files),
        supplements: requests.iter().map(SupplementRow::facts).collect(),
        events: staff_events(&version, &events),
        papers: papers(documents::list(conn, row.id).await?),
        result: result(&events),
        may: usual_first(allowed(workflow, &state, &who, now)),
        next_step: beside(here.and_then(|key| workflow.after(key))),
        previous_step: beside(here.and_then(|key| workflow.before(key))),
        can_generate_result: version.definition.result_paper.is_some(),
    }))
}

/// Whether a supplement was ever asked for: if not, none needs to be looked for.
pub(super) fn was_asked(events: &[EventRow]) -> bool {
    events.iter().any(|event| event.kind == EventKind::SupplementRequested)
}

fn usual_first(mut actions: Vec<Action>) -> Vec<Action> {
    let usual = [Action::Accept, Action::CompleteSupplement, Action::Forward, Action::Approve, Action::IssueResult, Action::ReturnResult];
    actions.sort_by_key(|action| !usual.contains(action));
    actions
}
