//! The table `passkeys`.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde_json::Value;

use crate::{
    kernel::{
        clock::Instant,
        ids::{AccountId, PasskeyId},
        person::PersonName,
    },
    platform::db::{
        Conn, DbResult,
        schema::{accounts, memberships, passkeys},
    },
};

/// A key as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct PasskeyLine {
    pub id: PasskeyId,
    pub name: String,
    pub since: Instant,
    pub used_at: Option<Instant>,
}

/// A key that somebody wants to come in with.
#[derive(Debug, Clone, Queryable)]
pub(in crate::accounts) struct Held {
    pub id: PasskeyId,
    pub name: PersonName,
    pub kept: Value,
}

#[derive(Insertable)]
#[diesel(table_name = passkeys)]
pub(in crate::accounts) struct NewPasskey<'a> {
    pub id: PasskeyId,
    pub account_id: AccountId,
    pub key_id: &'a [u8],
    pub name: &'a str,
    pub kept: Value,
    pub created_at: Instant,
}

pub(in crate::accounts) async fn list(conn: &mut Conn, account: AccountId) -> DbResult<Vec<PasskeyLine>> {
    passkeys::table
        .filter(passkeys::account_id.eq(account))
        .order(passkeys::id)
        .select((passkeys::id, passkeys::name, passkeys::created_at, passkeys::used_at))
        .load(conn)
        .await
}

pub(in crate::accounts) async fn key_ids(conn: &mut Conn, account: AccountId) -> DbResult<Vec<Vec<u8>>> {
    passkeys::table.filter(passkeys::account_id.eq(account)).select(passkeys::key_id).load(conn).await
}

/// False if some account has this key already.
pub(in crate::accounts) async fn insert(conn: &mut Conn, passkey: &NewPasskey<'_>) -> DbResult<bool> {
    let rows = diesel::insert_into(passkeys::table).values(passkey).on_conflict_do_nothing().execute(conn).await?;
    Ok(rows == 1)
}

/// The key of an open account, locked: its counter goes up by one answer at a time.
pub(in crate::accounts) async fn lock(conn: &mut Conn, account: AccountId, key_id: &[u8]) -> DbResult<Option<Held>> {
    passkeys::table
        .inner_join(accounts::table)
        .filter(passkeys::key_id.eq(key_id))
        .filter(passkeys::account_id.eq(account))
        .filter(accounts::closed_at.is_null())
        .select((passkeys::id, accounts::full_name, passkeys::kept))
        .for_update()
        .first(conn)
        .await
        .optional()
}

pub(in crate::accounts) async fn keep_used(conn: &mut Conn, id: PasskeyId, kept: Value, now: Instant) -> DbResult<()> {
    diesel::update(passkeys::table.find(id)).set((passkeys::kept.eq(kept), passkeys::used_at.eq(now))).execute(conn).await.map(|_| ())
}

/// False if the account has no such key.
pub(in crate::accounts) async fn remove(conn: &mut Conn, account: AccountId, id: PasskeyId) -> DbResult<bool> {
    let found = passkeys::table.filter(passkeys::id.eq(id)).filter(passkeys::account_id.eq(account));
    diesel::delete(found).execute(conn).await.map(|rows| rows == 1)
}

pub(in crate::accounts) async fn remove_all(conn: &mut Conn, account: AccountId) -> DbResult<()> {
    diesel::delete(passkeys::table.filter(passkeys::account_id.eq(account))).execute(conn).await.map(|_| ())
}

/// Whether this account is an official's today and has a key: then a password alone opens nothing.
pub(in crate::accounts) async fn guards(conn: &mut Conn, account: AccountId, today: NaiveDate) -> DbResult<bool> {
    let posts = memberships::table
        .filter(memberships::account_id.eq(account))
        .filter(memberships::starts_on.le(today))
        .filter(memberships::ends_on.is_null().or(memberships::ends_on.ge(today)));
    let keys = passkeys::table.filter(passkeys::account_id.eq(account)).filter(diesel::dsl::exists(posts));
    diesel::select(diesel::dsl::exists(keys)).get_result(conn).await
}
