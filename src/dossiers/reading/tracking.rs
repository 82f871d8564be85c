//! Tra cứu: what anybody may see who holds the code and four digits. No name, no document.

use super::{facts::Deadline, timeline::Stage};
use crate::{
    dossiers::Rules,
    kernel::{
        clock::{Instant, Now},
        dossier_code::DossierCode,
    },
    platform::db::{Conn, DbResult},
    workflow::{Decision, Status},
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tracking {
    pub code: DossierCode,
    pub service_name: String,
    pub agency_name: String,
    pub status: Status,
    pub decision: Option<Decision>,
    pub submitted_at: Instant,
    pub accepted_at: Option<Instant>,
    pub finished_at: Option<Instant>,
    pub returned_at: Option<Instant>,
    pub deadline: Deadline,
    /// The citizen may answer until then.
    pub answer_until: Option<Instant>,
    pub stages: Vec<Stage>,
}

/// Status and dates for whoever holds the code and the last four digits of the phone number or of
/// the personal id. A wrong code and wrong digits answer alike.
pub async fn track(_conn: &mut Conn, _rules: &Rules, _now: Now, _code: &DossierCode, _last_four: &str) -> DbResult<Option<Tracking>> {
    Ok(None)
}
