//! The desk with one dossier on it.

use chrono::TimeDelta;

use super::{
    assemble::{due_explained, facts, papers, received_on, result, sections, step_facts},
    facts::{AnswerSection, DocumentGiven, DossierFacts, PaperFacts, ResultFacts, StepFacts, documents_given},
    road::staff_events,
    supplement::SupplementFacts,
    timeline::StaffEvent,
};
use crate::{
    attachments, audit,
    catalogue::ServiceVersion,
    documents,
    dossiers::{
        EventKind, Holder, Rules,
        at_hand::recall_to,
        at_hand::state_of,
        folder::{ConsultationFacts, MessageFacts, PaymentFacts, Present},
        model::{EventRow, Row, SupplementRow},
        queries::{folder, history, load, write},
    },
    forms::Answers,
    kernel::{
        actor::{Actor, Official, Role},
        clock::Now,
        dossier_code::DossierCode,
        lang::Lang,
    },
    platform::db::{Conn, DbResult},
    workflow::{Action, Consultation, DossierState, Handing, Step, StepKind, Who, Workflow, allowed, decide, may_hand},
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbench {
    pub facts: DossierFacts,
    pub answers: Vec<AnswerSection>,
    pub documents: Vec<DocumentGiven>,
    /// The newest first.
    pub supplements: Vec<SupplementFacts>,
    /// In the order in which they were asked.
    pub consultations: Vec<ConsultationFacts>,
    pub payments: Vec<PaymentFacts>,
    pub messages: Vec<MessageFacts>,
    /// Colleagues who have it open.
    pub present: Vec<Present>,
    /// The citizen wants it back, and nobody has answered.
    pub withdrawal_asked: bool,
    /// Newest first.
    pub events: Vec<StaffEvent>,
    pub papers: Vec<PaperFacts>,
    pub hands: Hands,
    pub result: Option<ResultFacts>,
    /// What this official may do now, from the same decision as the verbs; the usual one first.
    pub may: Vec<Action>,
    /// Where `forward` and `send_back` would lead.
    pub next_step: Option<StepFacts>,
    pub previous_step: Option<StepFacts>,
    /// Steps that may be chosen instead of the next one.
    pub optional_steps: Vec<StepFacts>,
    /// What other agencies may be asked here.
    pub may_ask: Vec<Consultation>,
    /// The portal can draw the result itself from the service's template.
    pub can_generate_result: bool,
}

/// In whose hands the dossier is at its step, and what this official may do about it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hands {
    pub holder: Option<Holder>,
    /// It is himself.
    pub mine: bool,
    pub may_take: bool,
    /// Lay it down, or take it back from a colleague.
    pub may_free: bool,
    /// To whomever he names.
    pub may_give: bool,
}

/// Whoever opened it longer ago has gone on to something else.
const PRESENT_MINUTES: i64 = 20;

/// The dossier for an official of its agency; the look is audited, and news count as seen.
pub async fn workbench(conn: &mut Conn, rules: &Rules, now: Now, official: &Official, code: &DossierCode) -> DbResult<Option<Workbench>> {
    let Some(row) = load::of_official(conn, official, code).await? else { return Ok(None) };
    let (version, agency) = (rules.version(row.service_version_id)?, rules.agency(row.agency_id)?);
    let subject = code.as_str();
    audit::record(conn, now, &Actor::Official(official.clone()), "open_dossier", "dossier", subject, serde_json::json!({})).await?;
    let events = history::events(conn, row.id).await?;
    let since = now.plus(-TimeDelta::minutes(PRESENT_MINUTES));
    let folder = folder::open_at_desk(conn, row.id, code, official.account, since).await?;
    let state = DossierState { recall_to: recall_to(&row, events.last(), official.account), ..state_of(&row, &folder) };
    let who = Who::Official(official.roles_at(agency.id).collect());
    mark_opened(conn, now, &row, &version, (&who, &state)).await?;
    let explained = due_explained(rules, (&row, &version, agency), folder.ledger());
    let answers = Answers::from_json(row.answers.clone());
    let files = attachments::list(conn, row.id).await?;
    let workflow = &version.definition.workflow;
    let here = state.step.as_ref();
    let beside = |step: Option<&Step>| step.filter(|step| step.kind != StepKind::Return).map(|step| step_facts(step, Lang::Vi));
    Ok(Some(Workbench {
        facts: facts(rules, now, (&row, &version, agency), explained)?,
        answers: sections(&version, &answers, received_on(&row), Lang::Vi),
        documents: documents_given(&version, &answers, received_on(&row), Lang::Vi, files),
        consultations: folder.consultations,
        payments: folder.payments,
        messages: folder.messages,
        present: folder.present,
        withdrawal_asked: state.withdrawal_asked,
        supplements: folder.supplements.iter().map(SupplementRow::facts).collect(),
        events: staff_events(&version, &events),
        papers: papers(documents::list(conn, row.id).await?),
        result: result(&events),
        hands: hands(workflow, &state, (&who, official), (&row, &events), now),
        may: usual_first(allowed(workflow, &state, &who, now)),
        optional_steps: here
            .map(|key| workflow.onward(key, row.channel))
            .unwrap_or_default()
            .into_iter()
            .filter(|step| step.optional)
            .map(|step| step_facts(step, Lang::Vi))
            .collect(),
        may_ask: here.map(|key| workflow.consultations_at(key).cloned().collect()).unwrap_or_default(),
        next_step: beside(here.and_then(|key| workflow.after(key, row.channel))),
        previous_step: beside(here.and_then(|key| workflow.before(key))),
        can_generate_result: version.definition.result_paper.is_some(),
    }))
}

/// The news are read; and once somebody of the step has it open, whoever forwarded it cannot take it
/// back any more. At most one statement.
async fn mark_opened(conn: &mut Conn, now: Now, row: &Row, version: &ServiceVersion, (who, state): (&Who, &DossierState)) -> DbResult<()> {
    let step = row.step().and_then(|key| version.definition.workflow.step(&key).map(|step| step.role));
    let is_first = row.opened_at.is_none() && state.recall_to.is_none() && step.is_some_and(|role| who.has(role));
    if !row.has_news && !is_first {
        return Ok(());
    }
    let opened_at = if is_first { Some(now.instant()) } else { row.opened_at };
    write::opened(conn, row.id, opened_at).await
}

/// The name is that of the last assignment: a dossier that moves on is in nobody's hands.
fn hands(
    workflow: &Workflow,
    state: &DossierState,
    (who, official): (&Who, &Official),
    (row, events): (&Row, &[EventRow]),
    now: Now,
) -> Hands {
    let me = official.account;
    let named = events.iter().rev().find(|event| event.kind == EventKind::Assigned).and_then(|event| event.note().assignee);
    let holder = row.assignee_id.map(|account| Holder { account, name: named.unwrap_or_default() });
    let roles: Vec<Role> = row.agency_id.map(|agency| official.roles_at(agency).collect()).unwrap_or_default();
    let may = |to| may_hand(workflow, state, &Handing { who, me, holder: row.assignee_id, to }, now).is_ok();
    Hands {
        mine: row.assignee_id == Some(me),
        may_take: may(Some((me, roles.as_slice()))),
        may_free: may(None),
        may_give: who.leads() && decide(workflow, state, who, Action::Assign, now).is_ok(),
        holder,
    }
}

fn usual_first(mut actions: Vec<Action>) -> Vec<Action> {
    let usual = [
        Action::Accept,
        Action::CompleteSupplement,
        Action::Forward,
        Action::Approve,
        Action::IssueResult,
        Action::ReturnResult,
        Action::Resume,
    ];
    actions.sort_by_key(|action| !usual.contains(action));
    actions
}
