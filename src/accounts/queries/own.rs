//! What the owner of an account reads and changes, over several tables.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde::Serialize;

use crate::{
    accounts::own::{Details, Ways},
    kernel::{
        clock::Instant,
        ids::{AccountId, SessionId},
    },
    platform::db::{
        Conn, DbResult,
        schema::{accounts, agencies, audit, memberships, outside_identities, recovery_codes, second_factors, sessions},
    },
};

/// One session that lives.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Device {
    pub id: SessionId,
    /// The browser's name for itself.
    pub name: String,
    pub since: Instant,
    pub seen_at: Instant,
    /// The one that asks.
    pub is_this: bool,
}

#[derive(Debug, Clone, Serialize, Queryable)]
pub struct PostCopy {
    pub agency: String,
    pub title: String,
    pub from: NaiveDate,
    pub to: Option<NaiveDate>,
}

#[derive(Debug, Clone, Serialize, Queryable)]
pub struct SessionCopy {
    pub device: String,
    pub since: Instant,
    pub seen_at: Instant,
}

/// A line that the audit keeps about the account.
#[derive(Debug, Clone, Serialize, Queryable)]
pub struct ActCopy {
    pub at: Instant,
    pub act: String,
}

/// The most lines of the audit in a copy.
const ACTS: i64 = 1000;

pub(in crate::accounts) async fn write_details(conn: &mut Conn, id: AccountId, details: &Details, now: Instant) -> DbResult<()> {
    diesel::update(accounts::table.find(id))
        .set((
            accounts::full_name.eq(&details.name),
            accounts::phone.eq(&details.phone),
            // A number that somebody vouches for stays.
            accounts::personal_id.eq(diesel::dsl::case_when(
                accounts::personal_id_verified_at.is_null(),
                details.personal_id.clone().into_sql::<diesel::sql_types::Nullable<diesel::sql_types::Text>>(),
            )
            .otherwise(accounts::personal_id)),
            accounts::birth_date.eq(details.birth_date),
            accounts::address.eq(&details.address),
            accounts::lang.eq(details.lang),
            accounts::updated_at.eq(now),
        ))
        .execute(conn)
        .await
        .map(|_| ())
}

pub(in crate::accounts) async fn write_ways(conn: &mut Conn, id: AccountId, ways: Ways, now: Instant) -> DbResult<()> {
    diesel::update(accounts::table.find(id))
        .set((accounts::told_by_email.eq(ways.email), accounts::told_by_sms.eq(ways.sms), accounts::updated_at.eq(now)))
        .execute(conn)
        .await
        .map(|_| ())
}

pub(in crate::accounts) async fn write_password(conn: &mut Conn, id: AccountId, hash: &str, now: Instant) -> DbResult<()> {
    diesel::update(accounts::table.find(id))
        .set((accounts::password_hash.eq(hash), accounts::updated_at.eq(now)))
        .execute(conn)
        .await
        .map(|_| ())
}

/// The living sessions, the last seen first.
pub(in crate::accounts) async fn living(conn: &mut Conn, account: AccountId, hash: &[u8], now: Instant) -> DbResult<Vec<Device>> {
    sessions::table
        .filter(sessions::account_id.eq(account))
        .filter(sessions::awaits_second.eq(false))
        .filter(sessions::expires_at.gt(now))
        .order((sessions::seen_at.desc(), sessions::id.desc()))
        .select((sessions::id, sessions::device, sessions::created_at, sessions::seen_at, sessions::token_hash.eq(hash.to_vec())))
        .load(conn)
        .await
}

pub(in crate::accounts) async fn end_one(conn: &mut Conn, account: AccountId, id: SessionId) -> DbResult<bool> {
    let found = sessions::table.filter(sessions::id.eq(id)).filter(sessions::account_id.eq(account));
    diesel::delete(found).execute(conn).await.map(|rows| rows == 1)
}

/// Every session but one, those that await their code too.
pub(in crate::accounts) async fn end_others(conn: &mut Conn, account: AccountId, hash: &[u8]) -> DbResult<usize> {
    let others = sessions::table.filter(sessions::account_id.eq(account)).filter(sessions::token_hash.ne(hash));
    diesel::delete(others).execute(conn).await
}

/// Whether the account has a post today or later.
pub(in crate::accounts) async fn has_post(conn: &mut Conn, account: AccountId, today: NaiveDate) -> DbResult<bool> {
    let in_force = memberships::ends_on.is_null().or(memberships::ends_on.ge(today));
    let found = memberships::table.filter(memberships::account_id.eq(account)).filter(in_force);
    diesel::select(diesel::dsl::exists(found)).get_result(conn).await
}

/// Nobody signs in any more; secrets and sessions go at once.
pub(in crate::accounts) async fn close(conn: &mut Conn, account: AccountId, now: Instant) -> DbResult<()> {
    diesel::update(accounts::table.find(account)).set((accounts::closed_at.eq(now), accounts::updated_at.eq(now))).execute(conn).await?;
    diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(account))).execute(conn).await?;
    diesel::delete(second_factors::table.find(account)).execute(conn).await?;
    diesel::delete(outside_identities::table.filter(outside_identities::account_id.eq(account))).execute(conn).await?;
    diesel::delete(sessions::table.filter(sessions::account_id.eq(account))).execute(conn).await.map(|_| ())
}

pub(in crate::accounts) async fn posts(conn: &mut Conn, account: AccountId) -> DbResult<Vec<PostCopy>> {
    memberships::table
        .inner_join(agencies::table)
        .filter(memberships::account_id.eq(account))
        .order(memberships::starts_on)
        .select((agencies::name, memberships::title, memberships::starts_on, memberships::ends_on))
        .load(conn)
        .await
}

pub(in crate::accounts) async fn sessions_of(conn: &mut Conn, account: AccountId, now: Instant) -> DbResult<Vec<SessionCopy>> {
    sessions::table
        .filter(sessions::account_id.eq(account))
        .filter(sessions::expires_at.gt(now))
        .order(sessions::created_at)
        .select((sessions::device, sessions::created_at, sessions::seen_at))
        .load(conn)
        .await
}

pub(in crate::accounts) async fn acts_of(conn: &mut Conn, account: AccountId) -> DbResult<Vec<ActCopy>> {
    audit::table
        .filter(audit::account_id.eq(account))
        .filter(audit::subject_kind.eq("account"))
        .order(audit::seq.desc())
        .limit(ACTS)
        .select((audit::at, audit::action))
        .load(conn)
        .await
}
