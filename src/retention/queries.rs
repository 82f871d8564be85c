//! Counting and deleting by kind. The words of the statements are fixed here; only times and numbers are bound.

use diesel::{
    QueryableByName, sql_query,
    sql_types::{BigInt, Timestamptz},
};
use diesel_async::RunQueryDsl;

use super::Kind;
use crate::{
    kernel::clock::Instant,
    platform::db::{Conn, DbResult},
};

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// Where things of a kind lie, and when one of them is over before `$1`.
const fn place(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Sessions => ("sessions", "expires_at < $1"),
        Kind::Links => ("account_links", "expires_at < $1"),
        Kind::AddressChanges => ("email_changes", "expires_at < $1"),
        Kind::Attempts => ("attempts", "window_start < $1"),
        Kind::Ceremonies => ("ceremonies", "expires_at < $1"),
        Kind::Drafts => ("dossiers", "status = 'draft' AND code IS NULL AND draft_expires_at < $1"),
        Kind::ReadNotices => ("notices", "channel = 'portal' AND read_at < $1"),
        Kind::FailedJobs => ("jobs", "dead_at < $1"),
        Kind::DeadAddresses => ("bounced_addresses", "bounced_at < $1"),
    }
}

pub(super) async fn count(conn: &mut Conn, kind: Kind, limit: Instant) -> DbResult<i64> {
    let (table, over) = place(kind);
    let query = sql_query(format!("SELECT count(*) AS count FROM {table} WHERE {over}")).bind::<Timestamptz, _>(limit);
    query.get_result::<Count>(conn).await.map(|count| count.count)
}

/// Deletes at most so many; how many they were.
pub(super) async fn delete(conn: &mut Conn, kind: Kind, limit: Instant, most: i64) -> DbResult<usize> {
    let (table, over) = place(kind);
    let some = format!("SELECT ctid FROM {table} WHERE {over} LIMIT $2 FOR UPDATE SKIP LOCKED");
    let query = sql_query(format!("DELETE FROM {table} WHERE ctid = ANY(ARRAY({some}))"));
    query.bind::<Timestamptz, _>(limit).bind::<BigInt, _>(most).execute(conn).await
}
