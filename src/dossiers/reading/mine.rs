//! Hồ sơ của tôi.

use super::facts::Deadline;
use crate::{
    dossiers::Rules,
    kernel::{
        actor::Citizen,
        clock::{Instant, Now},
        dossier_code::DossierCode,
        ids::DossierId,
    },
    platform::db::{Conn, DbResult},
    workflow::{Action, Decision, Status},
};

/// Everything a citizen has here, in the order in which it matters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MyDossiers {
    /// Cần bạn làm: a supplement to answer, a result to collect.
    pub to_do: Vec<MyDossier>,
    pub running: Vec<MyDossier>,
    pub drafts: Vec<DraftRow>,
    pub done: Vec<MyDossier>,
}

impl MyDossiers {
    pub fn is_empty(&self) -> bool {
        self.to_do.is_empty() && self.running.is_empty() && self.drafts.is_empty() && self.done.is_empty()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MyDossier {
    pub code: DossierCode,
    pub service_name: String,
    pub agency_name: String,
    pub status: Status,
    pub decision: Option<Decision>,
    pub submitted_at: Instant,
    pub deadline: Deadline,
    /// Until when a supplement may be answered.
    pub answer_until: Option<Instant>,
    /// What the citizen is waited for, if anything.
    pub to_do: Option<Action>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    pub id: DossierId,
    pub service_name: String,
    pub service_slug: String,
    pub agency_name: Option<String>,
    pub saved_at: Instant,
    /// After this day the draft is deleted.
    pub expires_at: Instant,
}

/// All dossiers and drafts of this citizen.
pub async fn mine(_conn: &mut Conn, _rules: &Rules, _now: Now, _citizen: &Citizen) -> DbResult<MyDossiers> {
    Ok(MyDossiers::default())
}
