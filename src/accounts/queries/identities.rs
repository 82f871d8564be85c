//! The table `outside_identities`, and the personal numbers that somebody vouches for.

use diesel::{
    prelude::*,
    result::{DatabaseErrorKind, Error},
};
use diesel_async::RunQueryDsl;

use crate::{
    kernel::{
        clock::Instant,
        ids::AccountId,
        person::{PersonName, PersonalId},
    },
    platform::db::{
        Conn, DbResult,
        schema::{accounts, memberships, outside_identities, second_factors},
    },
};

/// An account as the answer of a provider finds it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub(in crate::accounts) struct Holder {
    pub account: AccountId,
    pub name: PersonName,
    pub personal_id: Option<PersonalId>,
    /// Since when somebody vouches for that number.
    pub verified_at: Option<Instant>,
    pub second_factor: Option<Instant>,
}

/// One provider that an account uses.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct LinkedProvider {
    pub issuer: String,
    pub since: Instant,
    pub used_at: Instant,
}

#[diesel::dsl::auto_type(no_type_alias)]
fn open_accounts() -> _ {
    let factor = second_factors::account_id.eq(accounts::id).and(second_factors::confirmed_at.is_not_null());
    accounts::table.left_join(second_factors::table.on(factor)).filter(accounts::closed_at.is_null()).select((
        accounts::id,
        accounts::full_name,
        accounts::personal_id,
        accounts::personal_id_verified_at,
        second_factors::confirmed_at.nullable(),
    ))
}

pub(in crate::accounts) async fn by_subject(conn: &mut Conn, issuer: &str, subject: &str) -> DbResult<Option<Holder>> {
    let known = outside_identities::table
        .filter(outside_identities::issuer.eq(issuer))
        .filter(outside_identities::subject.eq(subject))
        .select(outside_identities::account_id);
    open_accounts().filter(accounts::id.eq_any(known)).first(conn).await.optional()
}

/// The account for which this number is verified.
pub(in crate::accounts) async fn by_number(conn: &mut Conn, number: &PersonalId) -> DbResult<Option<Holder>> {
    let verified = open_accounts().filter(accounts::personal_id.eq(number)).filter(accounts::personal_id_verified_at.is_not_null());
    verified.first(conn).await.optional()
}

pub(in crate::accounts) async fn by_account(conn: &mut Conn, account: AccountId) -> DbResult<Option<Holder>> {
    open_accounts().filter(accounts::id.eq(account)).first(conn).await.optional()
}

pub(in crate::accounts) async fn is_member(conn: &mut Conn, account: AccountId, today: chrono::NaiveDate) -> DbResult<bool> {
    let posts = memberships::table
        .filter(memberships::account_id.eq(account))
        .filter(memberships::starts_on.le(today))
        .filter(memberships::ends_on.is_null().or(memberships::ends_on.ge(today)));
    diesel::select(diesel::dsl::exists(posts)).get_result(conn).await
}

/// Ties a name at a provider to an account; false if either is tied already.
pub(in crate::accounts) async fn tie(conn: &mut Conn, account: AccountId, issuer: &str, subject: &str, now: Instant) -> DbResult<bool> {
    let rows = diesel::insert_into(outside_identities::table)
        .values((
            outside_identities::issuer.eq(issuer),
            outside_identities::subject.eq(subject),
            outside_identities::account_id.eq(account),
            outside_identities::used_at.eq(now),
            outside_identities::created_at.eq(now),
        ))
        .on_conflict_do_nothing()
        .execute(conn)
        .await?;
    Ok(rows == 1)
}

pub(in crate::accounts) async fn mark_used(conn: &mut Conn, issuer: &str, subject: &str, now: Instant) -> DbResult<()> {
    diesel::update(outside_identities::table.find((issuer, subject)))
        .set(outside_identities::used_at.eq(now))
        .execute(conn)
        .await
        .map(|_| ())
}

/// Keeps a number that the provider vouches for, unless one is vouched for already. False if it is verified for
/// somebody else; the transaction is then over.
pub(in crate::accounts) async fn bind_number(
    conn: &mut Conn,
    account: AccountId,
    number: &PersonalId,
    issuer: &str,
    now: Instant,
) -> DbResult<bool> {
    let bound = diesel::update(accounts::table.find(account).filter(accounts::personal_id_verified_at.is_null()))
        .set((
            accounts::personal_id.eq(number),
            accounts::personal_id_verified_at.eq(now),
            accounts::personal_id_verified_by.eq(issuer),
            accounts::updated_at.eq(now),
        ))
        .execute(conn)
        .await;
    match bound {
        Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => Ok(false),
        bound => bound.map(|_| true),
    }
}

pub(in crate::accounts) async fn linked(conn: &mut Conn, account: AccountId) -> DbResult<Vec<LinkedProvider>> {
    outside_identities::table
        .filter(outside_identities::account_id.eq(account))
        .order(outside_identities::created_at)
        .select((outside_identities::issuer, outside_identities::created_at, outside_identities::used_at))
        .load(conn)
        .await
}

/// False if there was no such tie.
pub(in crate::accounts) async fn untie(conn: &mut Conn, account: AccountId, issuer: &str) -> DbResult<bool> {
    let tied = outside_identities::table.filter(outside_identities::account_id.eq(account)).filter(outside_identities::issuer.eq(issuer));
    diesel::delete(tied).execute(conn).await.map(|rows| rows == 1)
}
