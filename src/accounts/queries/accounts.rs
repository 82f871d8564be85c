//! The table `accounts`.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    accounts::model::{Addressee, Credentials, NewAccount, Profile},
    kernel::{
        clock::Instant,
        ids::AccountId,
        person::{Email, PersonName},
    },
    platform::db::{
        Conn, DbResult,
        schema::{accounts, second_factors},
    },
};

/// False if the address has an account already.
pub(in crate::accounts) async fn insert(conn: &mut Conn, account: &NewAccount) -> DbResult<bool> {
    let rows = diesel::insert_into(accounts::table)
        .values(account)
        .on_conflict(accounts::email)
        .filter_target(accounts::closed_at.is_null())
        .do_nothing()
        .execute(conn)
        .await?;
    Ok(rows == 1)
}

/// The open accounts of these addresses.
pub(in crate::accounts) async fn of_emails(conn: &mut Conn, emails: &[&Email]) -> DbResult<Vec<(Email, AccountId)>> {
    accounts::table
        .filter(accounts::email.eq_any(emails.iter().map(|email| email.as_str())))
        .filter(accounts::closed_at.is_null())
        .select((accounts::email, accounts::id))
        .load(conn)
        .await
}

pub(in crate::accounts) async fn insert_many(conn: &mut Conn, rows: &[NewAccount]) -> DbResult<()> {
    for part in rows.chunks(500) {
        diesel::insert_into(accounts::table).values(part).execute(conn).await?;
    }
    Ok(())
}

/// The open account of an address, locked, and when the address was confirmed.
pub(in crate::accounts) async fn lock_by_email(conn: &mut Conn, email: &Email) -> DbResult<Option<(AccountId, Option<Instant>)>> {
    accounts::table
        .filter(accounts::email.eq(email))
        .filter(accounts::closed_at.is_null())
        .select((accounts::id, accounts::email_confirmed_at))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Registering again before the address was confirmed replaces what was said the first time.
pub(in crate::accounts) async fn replace_unconfirmed(conn: &mut Conn, id: AccountId, account: &NewAccount) -> DbResult<()> {
    diesel::update(accounts::table.find(id).filter(accounts::email_confirmed_at.is_null()))
        .set((
            accounts::full_name.eq(&account.full_name),
            accounts::phone.eq(&account.phone),
            accounts::personal_id.eq(&account.personal_id),
            accounts::birth_date.eq(account.birth_date),
            accounts::password_hash.eq(&account.password_hash),
            accounts::lang.eq(account.lang),
            accounts::updated_at.eq(account.updated_at),
        ))
        .execute(conn)
        .await
        .map(|_| ())
}

/// With the time at which a second factor was set up, if one was.
pub(in crate::accounts) async fn credentials(conn: &mut Conn, email: &Email) -> DbResult<Option<(Credentials, Option<Instant>)>> {
    accounts::table
        .filter(accounts::email.eq(email))
        .filter(accounts::closed_at.is_null())
        .left_join(second_factors::table.on(second_factors::account_id.eq(accounts::id).and(second_factors::confirmed_at.is_not_null())))
        .select((Credentials::as_select(), second_factors::confirmed_at.nullable()))
        .first(conn)
        .await
        .optional()
}

pub(in crate::accounts) async fn password_hash(conn: &mut Conn, id: AccountId) -> DbResult<Option<String>> {
    accounts::table.find(id).filter(accounts::closed_at.is_null()).select(accounts::password_hash).first(conn).await.optional()
}

pub(in crate::accounts) async fn addressee(conn: &mut Conn, id: AccountId) -> DbResult<Option<Addressee>> {
    accounts::table.find(id).filter(accounts::closed_at.is_null()).select(Addressee::as_select()).first(conn).await.optional()
}

/// Marks the address as confirmed, keeping the first time; the name, if the account is open.
pub(in crate::accounts) async fn confirm(conn: &mut Conn, id: AccountId, at: Instant) -> DbResult<Option<PersonName>> {
    diesel::update(accounts::table.find(id).filter(accounts::closed_at.is_null()))
        .set((
            accounts::email_confirmed_at.eq(diesel::dsl::case_when(
                accounts::email_confirmed_at.is_null(),
                at.into_sql::<diesel::sql_types::Nullable<diesel::sql_types::Timestamptz>>(),
            )
            .otherwise(accounts::email_confirmed_at)),
            accounts::updated_at.eq(at),
        ))
        .returning(accounts::full_name)
        .get_result(conn)
        .await
        .optional()
}

/// Sets the password of an open account, and confirms its address; the name.
pub(in crate::accounts) async fn set_password(conn: &mut Conn, id: AccountId, hash: &str, at: Instant) -> DbResult<Option<PersonName>> {
    let open = accounts::table.find(id).filter(accounts::closed_at.is_null());
    let set = diesel::update(open).set((accounts::password_hash.eq(hash), accounts::updated_at.eq(at))).execute(conn).await?;
    if set == 1 { confirm(conn, id, at).await } else { Ok(None) }
}

/// The profile of an open account. One statement.
pub async fn profile(conn: &mut Conn, id: AccountId) -> DbResult<Option<Profile>> {
    accounts::table.find(id).filter(accounts::closed_at.is_null()).select(Profile::as_select()).first(conn).await.optional()
}
