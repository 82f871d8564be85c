//! What time does by itself: a draft that the citizen did not answer is taken as right, an agency
//! that said nothing is not waited for any longer. A job is due at that time; if the dossier has
//! gone on meanwhile, it does nothing.

use serde::{Deserialize, Serialize};

use crate::{
    dossiers::{ActRefused, EventNote, Rules, applying::Brought, at_hand::AtHand, queries::around, queries::write::NewState},
    kernel::{
        clock::{Instant, Now},
        ids::DossierId,
    },
    platform::{
        db::{AsyncConnection, Conn, DbResult},
        queue::{self, Job, JobError},
    },
    workflow::Action,
};

/// Looks whether a time has run out for a dossier.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct LapseWaiting {
    pub dossier: DossierId,
}

impl Job for LapseWaiting {
    const KIND: &'static str = "lapse_waiting";
    const MAX_ATTEMPTS: i32 = 10;
}

/// When a draft has just come before its citizen, its time is planned.
pub(in crate::dossiers) async fn plan(conn: &mut Conn, hand: &AtHand<'_>, state: &NewState) -> DbResult<()> {
    let came = state.waits_for_citizen && !hand.row.waits_for_citizen && state.step_key != hand.row.step_key;
    match state.step_due_at.filter(|_| came) {
        Some(at) => at_time(conn, hand.now, hand.row.id, at).await,
        None => Ok(()),
    }
}

pub(super) async fn plan_consultation(conn: &mut Conn, now: Now, dossier: DossierId, at: Instant) -> DbResult<()> {
    at_time(conn, now, dossier, at).await
}

async fn at_time(conn: &mut Conn, now: Now, dossier: DossierId, at: Instant) -> DbResult<()> {
    let key = format!("{dossier} {}", at.to_rfc3339());
    queue::enqueue_once(conn, now, at, &key, &LapseWaiting { dossier }).await.map(drop)
}

/// Does what time has done to this dossier; harmless when repeated.
pub async fn lapse(conn: &mut Conn, rules: &Rules, now: Now, job: &LapseWaiting) -> Result<(), JobError> {
    loop {
        match lapse_one(conn, rules, now, job.dossier).await {
            Ok(true) => {}
            Ok(false) | Err(ActRefused::NotFound | ActRefused::Refused(_)) => return Ok(()),
            Err(ActRefused::Db(error)) => return Err(error.into()),
            Err(other) => return Err(JobError::Retry(other.to_string())),
        }
    }
}

/// Whether something had run out.
async fn lapse_one(conn: &mut Conn, rules: &Rules, now: Now, dossier: DossierId) -> Result<bool, ActRefused> {
    conn.transaction(async |conn| {
        let hand = AtHand::of_portal(conn, rules, now, dossier).await?;
        if let Ok(outcome) = hand.decide(Action::LapseDraft) {
            return hand.apply(conn, Action::LapseDraft, outcome, Brought::default()).await.map(|_| true);
        }
        let Some(silent) = hand.folder.open_consultations().first().map(|asked| (*asked).clone()) else { return Ok(false) };
        let outcome = hand.decide(Action::LapseConsultation)?;
        around::close_consultation(conn, now, silent.id).await?;
        let asked = rules.agency(Some(silent.agency))?.short_authority();
        let note = EventNote { asked: Some(asked), ..EventNote::default() };
        hand.apply(conn, Action::LapseConsultation, outcome, Brought { note, ..Brought::default() }).await.map(|_| true)
    })
    .await
}
