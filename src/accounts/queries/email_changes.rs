//! The table `email_changes`.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::{
    kernel::{
        clock::Instant,
        ids::AccountId,
        lang::Lang,
        person::{Email, PersonName},
    },
    platform::db::{
        Conn, DbResult,
        schema::{accounts, email_changes},
    },
};

/// A change on its way, with the person whom letters greet.
#[derive(Debug, Clone, Queryable)]
pub(in crate::accounts) struct EmailChange {
    pub id: Uuid,
    pub account: AccountId,
    pub old_email: Email,
    pub new_email: Email,
    pub expires_at: Instant,
    pub confirmed_at: Option<Instant>,
    pub name: PersonName,
    pub lang: Lang,
}

/// Earlier changes that wait are forgotten: the last word counts.
pub(in crate::accounts) async fn insert(
    conn: &mut Conn,
    id: Uuid,
    account: AccountId,
    new: &Email,
    now: Instant,
    expires_at: Instant,
) -> DbResult<()> {
    let waiting = email_changes::table.filter(email_changes::account_id.eq(account)).filter(email_changes::confirmed_at.is_null());
    diesel::delete(waiting).execute(conn).await?;
    let old: Email = accounts::table.find(account).select(accounts::email).first(conn).await?;
    diesel::insert_into(email_changes::table)
        .values((
            email_changes::id.eq(id),
            email_changes::account_id.eq(account),
            email_changes::old_email.eq(old),
            email_changes::new_email.eq(new),
            email_changes::expires_at.eq(expires_at),
            email_changes::created_at.eq(now),
        ))
        .execute(conn)
        .await
        .map(|_| ())
}

pub(in crate::accounts) async fn find(conn: &mut Conn, id: Uuid) -> DbResult<Option<EmailChange>> {
    open_accounts().filter(email_changes::id.eq(id)).first(conn).await.optional()
}

pub(in crate::accounts) async fn by_token(conn: &mut Conn, account: AccountId, hash: &[u8]) -> DbResult<Option<EmailChange>> {
    let found = open_accounts().filter(email_changes::account_id.eq(account)).filter(email_changes::token_hash.eq(hash));
    found.first(conn).await.optional()
}

#[diesel::dsl::auto_type(no_type_alias)]
fn open_accounts() -> _ {
    email_changes::table.inner_join(accounts::table).filter(accounts::closed_at.is_null()).select((
        email_changes::id,
        email_changes::account_id,
        email_changes::old_email,
        email_changes::new_email,
        email_changes::expires_at,
        email_changes::confirmed_at,
        accounts::full_name,
        accounts::lang,
    ))
}

pub(in crate::accounts) async fn keep_token(conn: &mut Conn, id: Uuid, hash: &[u8]) -> DbResult<()> {
    diesel::update(email_changes::table.find(id)).set(email_changes::token_hash.eq(hash)).execute(conn).await.map(|_| ())
}

pub(in crate::accounts) async fn is_taken(conn: &mut Conn, email: &Email) -> DbResult<bool> {
    let same = accounts::table.filter(accounts::email.eq(email)).filter(accounts::closed_at.is_null());
    diesel::select(diesel::dsl::exists(same)).get_result(conn).await
}

/// The unique index refuses an address that another account takes at the same moment.
pub(in crate::accounts) async fn apply(conn: &mut Conn, change: &EmailChange, now: Instant) -> DbResult<()> {
    diesel::update(email_changes::table.find(change.id)).set(email_changes::confirmed_at.eq(now)).execute(conn).await?;
    diesel::update(accounts::table.find(change.account))
        .set((accounts::email.eq(&change.new_email), accounts::email_confirmed_at.eq(now), accounts::updated_at.eq(now)))
        .execute(conn)
        .await
        .map(|_| ())
}

pub(in crate::accounts) async fn forget_before(conn: &mut Conn, instant: Instant) -> DbResult<usize> {
    diesel::delete(email_changes::table.filter(email_changes::expires_at.lt(instant))).execute(conn).await
}
