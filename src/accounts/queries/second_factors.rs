//! The tables `second_factors` and `recovery_codes`.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    kernel::{clock::Instant, ids::AccountId},
    platform::db::{
        Conn, DbResult,
        schema::{recovery_codes, second_factors},
    },
};

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = second_factors, check_for_backend(diesel::pg::Pg))]
pub(in crate::accounts) struct Factor {
    pub secret: Vec<u8>,
    pub confirmed_at: Option<Instant>,
    pub last_step: i64,
}

/// Keeps a secret to be confirmed; one that is there already stays.
pub(in crate::accounts) async fn prepare(conn: &mut Conn, account: AccountId, secret: &[u8], now: Instant) -> DbResult<()> {
    diesel::insert_into(second_factors::table)
        .values((second_factors::account_id.eq(account), second_factors::secret.eq(secret), second_factors::created_at.eq(now)))
        .on_conflict_do_nothing()
        .execute(conn)
        .await
        .map(|_| ())
}

pub(in crate::accounts) async fn find(conn: &mut Conn, account: AccountId) -> DbResult<Option<Factor>> {
    second_factors::table.find(account).select(Factor::as_select()).first(conn).await.optional()
}

pub(in crate::accounts) async fn lock(conn: &mut Conn, account: AccountId) -> DbResult<Option<Factor>> {
    second_factors::table.find(account).select(Factor::as_select()).for_update().first(conn).await.optional()
}

pub(in crate::accounts) async fn confirm(conn: &mut Conn, account: AccountId, step: i64, now: Instant) -> DbResult<()> {
    diesel::update(second_factors::table.find(account))
        .set((second_factors::confirmed_at.eq(now), second_factors::last_step.eq(step)))
        .execute(conn)
        .await
        .map(|_| ())
}

pub(in crate::accounts) async fn keep_step(conn: &mut Conn, account: AccountId, step: i64) -> DbResult<()> {
    diesel::update(second_factors::table.find(account)).set(second_factors::last_step.eq(step)).execute(conn).await.map(|_| ())
}

/// Takes the secret and the codes on paper away.
pub(in crate::accounts) async fn remove(conn: &mut Conn, account: AccountId) -> DbResult<()> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(account))).execute(conn).await?;
    diesel::delete(second_factors::table.find(account)).execute(conn).await.map(|_| ())
}

pub(in crate::accounts) async fn replace_codes(conn: &mut Conn, account: AccountId, hashes: &[Vec<u8>], now: Instant) -> DbResult<()> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(account))).execute(conn).await?;
    let row = |hash: &Vec<u8>| {
        (recovery_codes::account_id.eq(account), recovery_codes::code_hash.eq(hash.clone()), recovery_codes::created_at.eq(now))
    };
    let rows: Vec<_> = hashes.iter().map(row).collect();
    diesel::insert_into(recovery_codes::table).values(rows).execute(conn).await.map(|_| ())
}

/// Uses a code up; false if it is none, or was used before.
pub(in crate::accounts) async fn use_code(conn: &mut Conn, account: AccountId, hash: &[u8], now: Instant) -> DbResult<bool> {
    let rows = diesel::update(recovery_codes::table.find((account, hash)).filter(recovery_codes::used_at.is_null()))
        .set(recovery_codes::used_at.eq(now))
        .execute(conn)
        .await?;
    Ok(rows == 1)
}

pub(in crate::accounts) async fn count_unused_codes(conn: &mut Conn, account: AccountId) -> DbResult<i64> {
    recovery_codes::table
        .filter(recovery_codes::account_id.eq(account))
        .filter(recovery_codes::used_at.is_null())
        .count()
        .get_result(conn)
        .await
}
