//! The desk with one dossier on it.

use super::{
    facts::{AnswerSection, DocumentGiven, DossierFacts, PaperFacts, ResultFacts, StepFacts},
    supplement::SupplementFacts,
    timeline::StaffEvent,
};
use crate::{
    dossiers::Rules,
    kernel::{actor::Official, clock::Now, dossier_code::DossierCode},
    platform::db::{Conn, DbResult},
    workflow::Action,
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
pub async fn workbench(_conn: &mut Conn, _rules: &Rules, _now: Now, _official: &Official, _code: &DossierCode) -> DbResult<Option<Workbench>> {
    Ok(None)
}
