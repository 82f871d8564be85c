//! The table `account_links`: single-use links sent by e-mail.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    kernel::{clock::Instant, ids::AccountId},
    platform::db::{Conn, DbResult, schema::account_links},
};

/// A link as it is followed.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = account_links, check_for_backend(diesel::pg::Pg))]
pub(in crate::accounts) struct Link {
    pub account_id: AccountId,
    pub expires_at: Instant,
}

const CONFIRM_EMAIL: &str = "confirm_email";
const NEW_PASSWORD: &str = "new_password";

pub(in crate::accounts) async fn insert_confirmation(
    conn: &mut Conn,
    token_hash: &[u8],
    account: AccountId,
    now: Instant,
    expires_at: Instant,
) -> DbResult<()> {
    insert(conn, (token_hash, CONFIRM_EMAIL), account, now, expires_at).await
}

pub(in crate::accounts) async fn insert_new_password(
    conn: &mut Conn,
    token_hash: &[u8],
    account: AccountId,
    now: Instant,
    expires_at: Instant,
) -> DbResult<()> {
    insert(conn, (token_hash, NEW_PASSWORD), account, now, expires_at).await
}

async fn insert(
    conn: &mut Conn,
    (token_hash, purpose): (&[u8], &str),
    account: AccountId,
    now: Instant,
    expires_at: Instant,
) -> DbResult<()> {
    diesel::insert_into(account_links::table)
        .values((
            account_links::token_hash.eq(token_hash),
            account_links::account_id.eq(account),
            account_links::purpose.eq(purpose),
            account_links::expires_at.eq(expires_at),
            account_links::created_at.eq(now),
        ))
        .execute(conn)
        .await
        .map(|_| ())
}

/// A link for a new password that nobody has used.
pub(in crate::accounts) async fn find_new_password(conn: &mut Conn, token_hash: &[u8]) -> DbResult<Option<Link>> {
    account_links::table
        .find(token_hash)
        .filter(account_links::purpose.eq(NEW_PASSWORD))
        .filter(account_links::used_at.is_null())
        .select(Link::as_select())
        .first(conn)
        .await
        .optional()
}

/// Every link of an account that nobody has used works no longer.
pub(in crate::accounts) async fn drop_unused(conn: &mut Conn, account: AccountId) -> DbResult<()> {
    diesel::delete(account_links::table.filter(account_links::account_id.eq(account)).filter(account_links::used_at.is_null()))
        .execute(conn)
        .await
        .map(|_| ())
}

pub(in crate::accounts) async fn find_confirmation(conn: &mut Conn, token_hash: &[u8]) -> DbResult<Option<Link>> {
    account_links::table
        .find(token_hash)
        .filter(account_links::purpose.eq(CONFIRM_EMAIL))
        .select(Link::as_select())
        .first(conn)
        .await
        .optional()
}

/// Notes the first use; false if it was used before.
pub(in crate::accounts) async fn mark_used(conn: &mut Conn, token_hash: &[u8], at: Instant) -> DbResult<bool> {
    let rows = diesel::update(account_links::table.find(token_hash).filter(account_links::used_at.is_null()))
        .set(account_links::used_at.eq(at))
        .execute(conn)
        .await?;
    Ok(rows == 1)
}

/// Links of an account that were sent before now work no longer.
pub(in crate::accounts) async fn drop_confirmations(conn: &mut Conn, account: AccountId) -> DbResult<()> {
    diesel::delete(account_links::table.filter(account_links::account_id.eq(account)).filter(account_links::purpose.eq(CONFIRM_EMAIL)))
        .execute(conn)
        .await
        .map(|_| ())
}

pub(in crate::accounts) async fn forget_before(conn: &mut Conn, instant: Instant) -> DbResult<usize> {
    diesel::delete(account_links::table.filter(account_links::expires_at.lt(instant))).execute(conn).await
}
