//! The table `audit`.

use diesel::{dsl::max, prelude::*};
use diesel_async::RunQueryDsl;

use super::model::Line;
use crate::{
    kernel::{actor::Actor, clock::Now},
    platform::db::{Conn, DbResult, schema::audit},
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
