//! Tính lại ngày hẹn trả: the calendar has changed, so that return dates move. First who would move is
//! shown; then each dossier moves in a transaction of its own, with an event and a letter.

use crate::{
    audit,
    calendar::{ClockEntry, ClockPhase, Ledger},
    dossiers::{
        ActRefused, EventKind, EventNote, Rules,
        applying::{After, Brought},
        at_hand::AtHand,
        queries::{around, history, write},
        telling,
    },
    kernel::{
        clock::{Instant, Now},
        dossier_code::DossierCode,
        ids::DossierId,
    },
    platform::db::{AsyncConnection, Conn},
    workflow::Told,
};

/// A dossier whose return date another calendar moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recounted {
    pub code: DossierCode,
    pub agency: String,
    pub before: Option<Instant>,
    pub after: Option<Instant>,
    /// The clock stands: no date was told to the citizen.
    pub paused: bool,
}

/// Who would move by the calendars as they are now. Changes nothing.
pub async fn would_move(conn: &mut Conn, rules: &Rules, now: Now) -> Result<Vec<Recounted>, ActRefused> {
    each(conn, rules, now, false).await
}

/// Moves them. Harmless when repeated: what has moved moves no more.
pub async fn recount(conn: &mut Conn, rules: &Rules, now: Now) -> Result<Vec<Recounted>, ActRefused> {
    each(conn, rules, now, true).await
}

async fn each(conn: &mut Conn, rules: &Rules, now: Now, moves: bool) -> Result<Vec<Recounted>, ActRefused> {
    let (mut moved, mut last) = (Vec::new(), None);
    loop {
        let ids = around::with_a_clock(conn, last, AT_A_TIME).await?;
        let Some(newest) = ids.last() else { return Ok(moved) };
        last = Some(*newest);
        for id in ids {
            moved.extend(conn.transaction(async |conn| one(conn, rules, now, id, moves).await).await?);
        }
    }
}

/// So many are read at once.
const AT_A_TIME: i64 = 500;

async fn one(conn: &mut Conn, rules: &Rules, now: Now, id: DossierId, moves: bool) -> Result<Option<Recounted>, ActRefused> {
    let hand = AtHand::of_portal(conn, rules, now, id).await?;
    let mut ledger = Ledger::new(hand.limit(), hand.folder.ledger());
    let (paused, seq) = (ledger.phase() == ClockPhase::Paused, ledger.entries().len());
    let Some(entry) = ledger.recount(rules.calendar(hand.agency), now.instant()) else { return Ok(None) };
    let code = hand.row.code.clone().ok_or(ActRefused::Inconsistent("a dossier without a code"))?;
    let recounted = Recounted { code, agency: hand.agency.short_authority(), before: entry.due_before, after: entry.due_after, paused };
    if moves {
        hand.move_to(conn, &entry, i32::try_from(seq).unwrap_or(i32::MAX).saturating_add(1), &recounted).await?;
    }
    Ok(Some(recounted))
}

impl AtHand<'_> {
    async fn move_to(&self, conn: &mut Conn, entry: &ClockEntry, seq: i32, moved: &Recounted) -> Result<(), ActRefused> {
        let due_at = entry.due_after.filter(|_| !moved.paused);
        let mut state = self.as_it_is();
        state.due_at = due_at;
        state.step_due_at = state.step_due_at.map(|step| due_at.map_or(step, |due| step.min(due)));
        history::add_clock(conn, self.row.id, seq, entry).await?;
        write::state(conn, self.row.id, &state).await?;
        let note = EventNote { due_before: entry.due_before, due_after: due_at, ..EventNote::default() };
        self.remember(conn, EventKind::Recounted, None, &note).await?;
        let about = serde_json::json!({ "before": entry.due_before, "after": entry.due_after });
        audit::record(conn, self.now, &self.actor, "recount", "dossier", moved.code.as_str(), about).await?;
        let after = After { code: moved.code.clone(), state, note };
        if moved.paused { Ok(()) } else { telling::tell(conn, self, &after, &Brought::default(), Told::Recounted, None).await }
    }
}
