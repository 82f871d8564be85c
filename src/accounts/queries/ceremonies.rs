//! The table `ceremonies`.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    kernel::{clock::Instant, ids::AccountId},
    platform::db::{Conn, DbResult, schema::ceremonies},
};

#[derive(Insertable)]
#[diesel(table_name = ceremonies)]
pub(in crate::accounts) struct NewCeremony<'a> {
    pub token_hash: &'a [u8],
    pub kind: &'a str,
    pub browser_hash: &'a [u8],
    pub account_id: Option<AccountId>,
    pub sealed: &'a [u8],
    pub expires_at: Instant,
    pub created_at: Instant,
}

pub(in crate::accounts) async fn insert(conn: &mut Conn, begun: &NewCeremony<'_>) -> DbResult<()> {
    diesel::insert_into(ceremonies::table).values(begun).execute(conn).await.map(|_| ())
}

/// Takes it out, if this browser began it and its time is not over: of two ends, one finds it.
pub(in crate::accounts) async fn take(
    conn: &mut Conn,
    token_hash: &[u8],
    kind: &str,
    browser_hash: &[u8],
    now: Instant,
) -> DbResult<Option<(Vec<u8>, Option<AccountId>)>> {
    let begun = ceremonies::table
        .filter(ceremonies::token_hash.eq(token_hash))
        .filter(ceremonies::kind.eq(kind))
        .filter(ceremonies::browser_hash.eq(browser_hash))
        .filter(ceremonies::expires_at.gt(now));
    diesel::delete(begun).returning((ceremonies::sealed, ceremonies::account_id)).get_result(conn).await.optional()
}

pub(in crate::accounts) async fn forget_before(conn: &mut Conn, instant: Instant) -> DbResult<usize> {
    diesel::delete(ceremonies::table.filter(ceremonies::expires_at.lt(instant))).execute(conn).await
}
