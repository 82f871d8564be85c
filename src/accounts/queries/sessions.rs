//! The table `sessions`. The look-up is on every page of somebody signed in: one statement,
//! prepared once.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    kernel::{
        actor::Role,
        clock::Instant,
        ids::{AccountId, AgencyId},
        lang::Lang,
        person::{Email, PersonName},
    },
    platform::db::{
        Conn, DbResult,
        schema::{accounts, memberships, sessions},
    },
};

/// The session with its account, and one membership in force, if any: a row for each membership.
#[derive(Debug, Clone, Queryable)]
pub(in crate::accounts) struct SessionRow {
    pub account: AccountId,
    pub name: PersonName,
    pub email: Email,
    pub lang: Lang,
    pub expires_at: Instant,
    pub membership: Option<(AgencyId, Role)>,
}

pub(in crate::accounts) async fn find(conn: &mut Conn, token_hash: &[u8], now: Instant, today: NaiveDate) -> DbResult<Vec<SessionRow>> {
    let in_force = memberships::account_id
        .eq(accounts::id)
        .and(memberships::starts_on.le(today))
        .and(memberships::ends_on.is_null().or(memberships::ends_on.ge(today)));
    sessions::table
        .inner_join(accounts::table)
        .left_join(memberships::table.on(in_force))
        .filter(sessions::token_hash.eq(token_hash))
        .filter(sessions::expires_at.gt(now))
        .filter(accounts::closed_at.is_null())
        .order((memberships::agency_id, memberships::role))
        .select((
            accounts::id,
            accounts::full_name,
            accounts::email,
            accounts::lang,
            sessions::expires_at,
            (memberships::agency_id, memberships::role).nullable(),
        ))
        .load(conn)
        .await
}

pub(in crate::accounts) async fn insert(
    conn: &mut Conn,
    token_hash: &[u8],
    account: AccountId,
    device: &str,
    now: Instant,
    expires_at: Instant,
) -> DbResult<()> {
    diesel::insert_into(sessions::table)
        .values((
            sessions::token_hash.eq(token_hash),
            sessions::account_id.eq(account),
            sessions::device.eq(device),
            sessions::created_at.eq(now),
            sessions::seen_at.eq(now),
            sessions::expires_at.eq(expires_at),
        ))
        .execute(conn)
        .await
        .map(|_| ())
}

pub(in crate::accounts) async fn remove(conn: &mut Conn, token_hash: &[u8]) -> DbResult<()> {
    diesel::delete(sessions::table.find(token_hash)).execute(conn).await.map(|_| ())
}

pub(in crate::accounts) async fn forget_before(conn: &mut Conn, instant: Instant) -> DbResult<usize> {
    diesel::delete(sessions::table.filter(sessions::expires_at.lt(instant))).execute(conn).await
}
