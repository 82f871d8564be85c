//! The table `audit`.

use diesel::{dsl::max, prelude::*};
use diesel_async::RunQueryDsl;

use super::{
    browsing::{AuditEntry, AuditFilter},
    model::Line,
};
use crate::{
    kernel::{
        actor::Actor,
        clock::{Instant, Now},
        ids::AccountId,
        person::PersonName,
    },
    platform::db::{
        Conn, DbResult,
        schema::{accounts, audit, memberships},
    },
};

/// Serialises sealing across processes; any number that nobody else uses.
const SEALING_LOCK: i64 = 0x004d_4f54_4355_4101;

diesel::define_sql_function! {
    fn pg_try_advisory_xact_lock(key: diesel::sql_types::BigInt) -> diesel::sql_types::Bool;
}

/// Writes one line in the caller's transaction. One statement.
///
/// `action` is a word of the code (`accept`, `sign_in`), `subject` the id or code of what it was
/// done to, `subject_kind` its kind (`dossier`, `account`). `data` holds words and ids only.
pub async fn record(
    conn: &mut Conn,
    now: Now,
    actor: &Actor,
    action: &str,
    subject_kind: &str,
    subject: &str,
    data: serde_json::Value,
) -> DbResult<()> {
    diesel::insert_into(audit::table)
        .values((
            audit::at.eq(now.instant()),
            audit::account_id.eq(actor.account()),
            audit::actor.eq(word_for(actor)),
            audit::action.eq(action),
            audit::subject_kind.eq(subject_kind),
            audit::subject.eq(subject),
            audit::data.eq(data),
        ))
        .execute(conn)
        .await
        .map(|_| ())
}

const fn word_for(actor: &Actor) -> &'static str {
    match actor {
        Actor::Citizen(_) => "citizen",
        Actor::Official(_) => "official",
        Actor::System => "system",
    }
}

/// True if this transaction is now the only one that seals.
pub(super) async fn lock_sealing(conn: &mut Conn) -> DbResult<bool> {
    diesel::select(pg_try_advisory_xact_lock(SEALING_LOCK)).get_result(conn).await
}

/// The end of the chain: place and hash of its last line.
pub(super) async fn end_of_chain(conn: &mut Conn) -> DbResult<Option<(i64, Vec<u8>)>> {
    let place: Option<i64> = audit::table.select(max(audit::place)).get_result(conn).await?;
    let Some(place) = place else { return Ok(None) };
    let hash: Option<Vec<u8>> = audit::table.filter(audit::place.eq(place)).select(audit::hash).get_result(conn).await?;
    Ok(hash.map(|hash| (place, hash)))
}

pub(super) async fn unsealed(conn: &mut Conn, limit: i64) -> DbResult<Vec<Line>> {
    audit::table.filter(audit::place.is_null()).order(audit::seq).limit(limit).select(Line::as_select()).load(conn).await
}

pub(super) async fn write_seal(conn: &mut Conn, seq: i64, place: i64, prev_hash: &[u8], hash: &[u8]) -> DbResult<()> {
    diesel::update(audit::table.filter(audit::seq.eq(seq)))
        .set((audit::place.eq(place), audit::prev_hash.eq(prev_hash), audit::hash.eq(hash)))
        .execute(conn)
        .await
        .map(|_| ())
}

/// Sealed lines after a place, in the order of the chain.
pub(super) async fn sealed_after(conn: &mut Conn, place: i64, limit: i64) -> DbResult<Vec<Line>> {
    audit::table.filter(audit::place.gt(place)).order(audit::place).limit(limit).select(Line::as_select()).load(conn).await
}

pub(super) async fn count_unsealed(conn: &mut Conn) -> DbResult<i64> {
    audit::table.filter(audit::place.is_null()).count().get_result(conn).await
}

type EntryRow = (i64, Instant, String, Option<PersonName>, String, String, String, serde_json::Value, Option<i64>);

/// Lines with the names of who acted, newest first.
pub(super) async fn lines(conn: &mut Conn, filter: &AuditFilter, limit: i64) -> DbResult<Vec<AuditEntry>> {
    let mut query = audit::table
        .left_join(accounts::table.on(accounts::id.nullable().eq(audit::account_id)))
        .order(audit::seq.desc())
        .limit(limit)
        .select((
            audit::seq,
            audit::at,
            audit::actor,
            accounts::full_name.nullable(),
            audit::action,
            audit::subject_kind,
            audit::subject,
            audit::data,
            audit::place,
        ))
        .into_boxed();
    if !filter.name.is_empty() {
        let part = format!("%{}%", filter.name.replace(['%', '_', '\\'], ""));
        query = query.filter(accounts::full_name.ilike(part));
    }
    if !filter.actions.is_empty() {
        query = query.filter(audit::action.eq_any(filter.actions.clone()));
    }
    if let Some(agency) = filter.agency {
        let there = memberships::table.filter(memberships::agency_id.eq(agency)).select(memberships::account_id.nullable());
        query = query.filter(audit::account_id.eq_any(there));
    }
    if !filter.subject_kind.is_empty() {
        query = query.filter(audit::subject_kind.eq(filter.subject_kind.clone()));
    }
    if !filter.subject.is_empty() {
        query = query.filter(audit::subject.eq(filter.subject.clone()));
    }
    if let Some(from) = filter.from {
        query = query.filter(audit::at.ge(from));
    }
    if let Some(until) = filter.until {
        query = query.filter(audit::at.lt(until));
    }
    if let Some(before) = filter.before {
        query = query.filter(audit::seq.lt(before));
    }
    let rows: Vec<EntryRow> = query.load(conn).await?;
    let entry = |(seq, at, actor, name, action, subject_kind, subject, data, place): EntryRow| AuditEntry {
        seq,
        at,
        actor,
        name,
        action,
        subject_kind,
        subject,
        subject_name: None,
        data,
        sealed: place.is_some(),
    };
    Ok(rows.into_iter().map(entry).collect())
}

pub(super) async fn names(conn: &mut Conn, ids: &[AccountId]) -> DbResult<Vec<(AccountId, PersonName)>> {
    accounts::table.filter(accounts::id.eq_any(ids)).select((accounts::id, accounts::full_name)).load(conn).await
}
