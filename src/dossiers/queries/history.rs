//! Events and the clock ledger: they only grow.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    calendar::ClockEntry,
    dossiers::{
        event::{Event, GENESIS},
        model::EventRow,
    },
    kernel::ids::DossierId,
    platform::db::{
        Conn, DbResult,
        schema::{dossier_clock, dossier_events},
    },
};

pub async fn events(conn: &mut Conn, dossier: DossierId) -> DbResult<Vec<EventRow>> {
    dossier_events::table
        .filter(dossier_events::dossier_id.eq(dossier))
        .order(dossier_events::seq)
        .select(EventRow::as_select())
        .load(conn)
        .await
}

pub async fn last_event(conn: &mut Conn, dossier: DossierId) -> DbResult<Option<EventRow>> {
    dossier_events::table
        .filter(dossier_events::dossier_id.eq(dossier))
        .order(dossier_events::seq.desc())
        .select(EventRow::as_select())
        .first(conn)
        .await
        .optional()
}

/// Adds an event behind `last`, the last one there is; the row of the dossier is locked.
pub async fn add_event(conn: &mut Conn, last: Option<&EventRow>, event: &Event) -> DbResult<()> {
    let previous = last.map_or(GENESIS.as_slice(), |row| row.hash.as_slice());
    diesel::insert_into(dossier_events::table)
        .values((
            dossier_events::dossier_id.eq(event.dossier),
            dossier_events::seq.eq(event.seq),
            dossier_events::kind.eq(event.kind),
            dossier_events::at.eq(event.at),
            dossier_events::actor.eq(event.actor),
            dossier_events::account_id.eq(event.account),
            dossier_events::actor_name.eq(&event.actor_name),
            dossier_events::actor_role.eq(event.actor_role),
            dossier_events::agency_id.eq(event.agency),
            dossier_events::step_key.eq(event.step.as_ref().map(|step| step.as_str())),
            dossier_events::public.eq(event.kind.is_public()),
            dossier_events::data.eq(&event.data),
            dossier_events::prev_hash.eq(previous),
            dossier_events::hash.eq(event.hash(previous)),
        ))
        .execute(conn)
        .await
        .map(|_| ())
}

/// Adds the `seq`-th line of the ledger.
pub async fn add_clock(conn: &mut Conn, dossier: DossierId, seq: i32, entry: &ClockEntry) -> DbResult<()> {
    diesel::insert_into(dossier_clock::table)
        .values((
            dossier_clock::dossier_id.eq(dossier),
            dossier_clock::seq.eq(seq),
            dossier_clock::kind.eq(entry.kind),
            dossier_clock::at.eq(entry.at),
            dossier_clock::calendar_version.eq(&entry.calendar_version),
            dossier_clock::minutes_left.eq(entry.minutes_left),
            dossier_clock::due_before.eq(entry.due_before),
            dossier_clock::due_after.eq(entry.due_after),
        ))
        .execute(conn)
        .await
        .map(|_| ())
}

/// Events of all dossiers in order of dossier and number, after a place, for verification.
pub async fn after(conn: &mut Conn, place: Option<(DossierId, i32)>, most: i64) -> DbResult<Vec<EventRow>> {
    let mut query = dossier_events::table
        .order((dossier_events::dossier_id, dossier_events::seq))
        .limit(most)
        .select(EventRow::as_select())
        .into_boxed();
    if let Some((dossier, seq)) = place {
        let same = dossier_events::dossier_id.eq(dossier).and(dossier_events::seq.gt(seq));
        query = query.filter(dossier_events::dossier_id.gt(dossier).or(same));
    }
    query.load(conn).await
}
