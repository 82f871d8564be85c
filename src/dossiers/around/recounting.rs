//! Tính lại ngày hẹn trả: the calendar has changed, so that return dates move. First who would move is
//! shown; then each dossier moves in a transaction of its own, with an event and a letter.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::{
    audit,
    calendar::{ClockEntry, ClockPhase, Ledger},
    dossiers::{
        ActRefused, EventKind, EventNote, Rules,
        applying::{After, Brought},
        at_hand::AtHand,
        queries::{
            clocks::{self, Clocked},
            history, write,
        },
        telling,
    },
    forms::Answers,
    kernel::{
        clock::{Instant, Now, local},
        dossier_code::DossierCode,
        ids::{AgencyId, DossierId},
    },
    platform::{
        db::{AsyncConnection, Conn},
        queue::{self, Job, JobError},
    },
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

/// Who would move by the calendars as they are now. Changes nothing; two statements for five hundred dossiers.
pub async fn would_move(conn: &mut Conn, rules: &Rules, now: Now) -> Result<Vec<Recounted>, ActRefused> {
    foreseen(conn, rules, now, None).await
}

/// The same of one agency, or of all.
pub(super) async fn foreseen(conn: &mut Conn, rules: &Rules, now: Now, agency: Option<AgencyId>) -> Result<Vec<Recounted>, ActRefused> {
    let (mut moved, mut last) = (Vec::new(), None);
    loop {
        let some = look(conn, rules, now, agency, last).await?;
        moved.extend(some.moved.into_iter().map(|(_, moved)| moved));
        last = some.last;
        if last.is_none() {
            return Ok(moved);
        }
    }
}

/// Moves them all. Harmless when repeated: what has moved moves no more.
pub async fn recount(conn: &mut Conn, rules: &Rules, now: Now) -> Result<Vec<Recounted>, ActRefused> {
    let (mut moved, mut last) = (Vec::new(), None);
    loop {
        let some = look(conn, rules, now, None, last).await?;
        for (id, _) in some.moved {
            moved.extend(conn.transaction(async |conn| one(conn, rules, now, id).await).await?);
        }
        last = some.last;
        if last.is_none() {
            return Ok(moved);
        }
    }
}

/// The return dates of an agency, or of all, are counted again: after a change of the calendar, some at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecountDates {
    pub agency: Option<AgencyId>,
    /// Where the one before stopped.
    pub after: Option<DossierId>,
}

impl Job for RecountDates {
    const KIND: &'static str = "recount_dates";
}

/// Moves some, by the calendar as it is by now, and asks for the next.
pub async fn recount_some(conn: &mut Conn, rules: &Rules, now: Now, job: &RecountDates) -> Result<(), JobError> {
    rules.renew(conn).await?;
    let rules = rules.current();
    let some = look(conn, &rules, now, job.agency, job.after).await.map_err(again)?;
    for (id, _) in some.moved {
        conn.transaction(async |conn| one(conn, &rules, now, id).await).await.map_err(again)?;
    }
    if some.last.is_some() {
        queue::enqueue(conn, now, &RecountDates { agency: job.agency, after: some.last }).await?;
    }
    Ok(())
}

fn again(refused: ActRefused) -> JobError {
    JobError::Retry(refused.to_string())
}

/// So many are looked at, at once.
const AT_A_TIME: i64 = 500;

struct Some500 {
    moved: Vec<(DossierId, Recounted)>,
    /// Where to go on; none at the end.
    last: Option<DossierId>,
}

async fn look(conn: &mut Conn, rules: &Rules, now: Now, agency: Option<AgencyId>, after: Option<DossierId>) -> Result<Some500, ActRefused> {
    let rows = clocks::clocked(conn, agency, after, AT_A_TIME).await?;
    let is_whole = i64::try_from(rows.len()).is_ok_and(|count| count == AT_A_TIME);
    let last = rows.last().map(|row| row.id).filter(|_| is_whole);
    let mut ledgers: HashMap<DossierId, Vec<ClockEntry>> = HashMap::new();
    for (id, line) in clocks::ledgers(conn, &rows.iter().map(|row| row.id).collect::<Vec<_>>()).await? {
        ledgers.entry(id).or_default().push(line.into());
    }
    let mut moved = Vec::new();
    for row in rows {
        let entries = ledgers.remove(&row.id).unwrap_or_default();
        moved.extend(would(rules, now, &row, entries)?.map(|recounted| (row.id, recounted)));
    }
    Ok(Some500 { moved, last })
}

fn would(rules: &Rules, now: Now, row: &Clocked, entries: Vec<ClockEntry>) -> Result<Option<Recounted>, ActRefused> {
    let version = rules.version(row.service_version_id).map_err(|_| ActRefused::Inconsistent("a version this process does not know"))?;
    let agency = rules.agency(row.agency_id).map_err(|_| ActRefused::Inconsistent("an agency this process does not know"))?;
    let day = row.submitted_at.map_or(now.today(), |at| local(at).date_naive());
    let mut ledger = Ledger::new(version.deadline(&Answers::from_json(row.answers.clone()), day), entries);
    let paused = ledger.phase() == ClockPhase::Paused;
    let Some(entry) = ledger.recount(rules.calendar(agency), now.instant()) else { return Ok(None) };
    let code = row.code.clone().ok_or(ActRefused::Inconsistent("a dossier without a code"))?;
    Ok(Some(Recounted { code, agency: agency.short_authority(), before: entry.due_before, after: entry.due_after, paused }))
}

async fn one(conn: &mut Conn, rules: &Rules, now: Now, id: DossierId) -> Result<Option<Recounted>, ActRefused> {
    let hand = AtHand::of_portal(conn, rules, now, id).await?;
    let mut ledger = Ledger::new(hand.limit(), hand.folder.ledger());
    let (paused, seq) = (ledger.phase() == ClockPhase::Paused, ledger.entries().len());
    let Some(entry) = ledger.recount(rules.calendar(hand.agency), now.instant()) else { return Ok(None) };
    let code = hand.row.code.clone().ok_or(ActRefused::Inconsistent("a dossier without a code"))?;
    let recounted = Recounted { code, agency: hand.agency.short_authority(), before: entry.due_before, after: entry.due_after, paused };
    hand.move_to(conn, &entry, i32::try_from(seq).unwrap_or(i32::MAX).saturating_add(1), &recounted).await?;
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
