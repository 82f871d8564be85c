//! The page of one dossier for the person whose it is: no official's name is in it.

use super::{
    facts::{AnswerSection, DocumentGiven, DossierFacts, PaperFacts, ResultFacts},
    supplement::SupplementFacts,
    timeline::{PublicEvent, Stage},
};
use crate::{
    dossiers::Rules,
    forms::Answers,
    kernel::{actor::Citizen, clock::Now, dossier_code::DossierCode},
    platform::db::{Conn, DbResult},
    workflow::Action,
};

#[derive(Debug, Clone, PartialEq)]
pub struct OwnerDossier {
    pub facts: DossierFacts,
    pub answers: Vec<AnswerSection>,
    /// The same as data, so that a supplement begins with what stands there.
    pub given: Answers,
    pub documents: Vec<DocumentGiven>,
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
pub async fn dossier_for_owner(_conn: &mut Conn, _rules: &Rules, _now: Now, _citizen: &Citizen, _code: &DossierCode) -> DbResult<Option<OwnerDossier>> {
    Ok(None)
}
