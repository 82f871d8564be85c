//! Tra cứu: what anybody may see who holds the code and four digits. No name, no document.

use super::{assemble::deadline, facts::Deadline, road::stages, timeline::Stage};
use crate::{
    dossiers::{
        Rules,
        queries::{history, supplements, tracking},
    },
    kernel::{
        clock::{Instant, Now},
        dossier_code::DossierCode,
    },
    platform::db::{Conn, DbError, DbResult},
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
pub async fn track(conn: &mut Conn, rules: &Rules, now: Now, code: &DossierCode, last_four: &str) -> DbResult<Option<Tracking>> {
    let Some(row) = tracking::find(conn, code, last_four).await? else { return Ok(None) };
    let (version, agency) = (rules.version(row.service_version_id)?, rules.agency(row.agency_id)?);
    let events = history::events(conn, row.id).await?;
    let waiting = supplements::waiting(conn, &[row.id]).await?;
    Ok(Some(Tracking {
        code: code.clone(),
        service_name: version.definition.name.get(rules.lang).to_owned(),
        agency_name: agency.short_authority(),
        status: row.status,
        decision: row.decision,
        submitted_at: row.submitted_at.ok_or(DbError::NotFound)?,
        accepted_at: row.accepted_at,
        finished_at: row.finished_at,
        returned_at: row.returned_at,
        deadline: deadline(rules, agency, now, &(&row).into()),
        answer_until: waiting.first().map(|(_, until)| *until),
        stages: stages(&version, &row, &events, rules.lang),
    }))
}
