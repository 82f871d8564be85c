//! Registration: an account that waits for its address to be confirmed. Whoever registers reads
//! the same words whether or not the address has an account; only its mailbox learns the difference.

use chrono::NaiveDate;
use serde_json::json;

use super::{
    letters::{self, AskToConfirm, TellKnownAddress},
    limits::{self, Limit, Network, TooMany},
    model::NewAccount,
    password::Password,
    queries::{accounts, links},
};
use crate::{
    audit,
    kernel::{
        actor::{Actor, Citizen},
        clock::Now,
        ids::AccountId,
        lang::Lang,
        person::{Email, PersonName, PersonalId, Phone},
    },
    platform::{
        crypto::{PasswordError, hash_password},
        db::{AsyncConnection, Conn, Db, DbError},
        queue,
    },
};

/// A commune's counter helps many people from one network in an hour.
const PER_NETWORK: Limit = Limit { name: "register_network", minutes: 60, most: 60 };

/// What somebody tells about himself, checked word by word.
pub struct Registration {
    pub name: PersonName,
    pub email: Email,
    pub phone: Phone,
    pub password: Password,
    pub personal_id: Option<PersonalId>,
    pub birth_date: Option<NaiveDate>,
    pub lang: Lang,
    /// The local path to go to once all is done.
    pub back_to: Option<String>,
}

/// A letter is on its way to the address. Says nothing about whether the account is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Registered;

#[derive(Debug, thiserror::Error)]
pub enum RegistrationRefused {
    #[error(transparent)]
    TooMany(#[from] TooMany),
    #[error("no connection is free")]
    Busy,
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Keeps the account and asks its mailbox. Takes the pool for the same reason as
/// [`sign_in`](super::sign_in()).
pub async fn register(db: &Db, now: Now, registration: Registration, network: &Network) -> Result<Registered, RegistrationRefused> {
    let connection = || async { db.get().await.map_err(|_| RegistrationRefused::Busy) };
    limits::take(&mut *connection().await?, now, PER_NETWORK, network.as_str()).await??;
    let (account, back_to) = as_account(registration, now).await?;
    let mut conn = connection().await?;
    conn.transaction::<Registered, RegistrationRefused, _>(async |conn| {
        if accounts::insert(conn, &account).await? {
            ask(conn, now, account.id, &account, back_to).await?;
            return Ok(Registered);
        }
        match accounts::lock_by_email(conn, &account.email).await? {
            Some((known, Some(_confirmed))) => tell(conn, now, known).await?,
            Some((known, None)) => {
                accounts::replace_unconfirmed(conn, known, &account).await?;
                links::drop_confirmations(conn, known).await?;
                ask(conn, now, known, &account, back_to).await?;
            }
            // Closed between the two statements: registering again will do.
            None => {}
        }
        Ok(Registered)
    })
    .await
}

async fn as_account(registration: Registration, now: Now) -> Result<(NewAccount, Option<String>), PasswordError> {
    let account = NewAccount {
        id: AccountId::new(),
        password_hash: hash_password(registration.password.into_inner()).await?,
        email: registration.email,
        email_confirmed_at: None,
        full_name: registration.name,
        phone: Some(registration.phone),
        personal_id: registration.personal_id,
        birth_date: registration.birth_date,
        lang: registration.lang,
        demo: false,
        created_at: now.instant(),
        updated_at: now.instant(),
    };
    Ok((account, registration.back_to))
}

async fn ask(conn: &mut Conn, now: Now, id: AccountId, account: &NewAccount, back_to: Option<String>) -> Result<(), DbError> {
    let actor = Actor::Citizen(Citizen { account: id, name: account.full_name.clone() });
    audit::record(conn, now, &actor, "register", "account", &id.to_string(), json!({})).await?;
    if limits::take(conn, now, letters::PER_ACCOUNT, &id.to_string()).await?.is_ok() {
        queue::enqueue(conn, now, &AskToConfirm { account: id, back_to }).await?;
    }
    Ok(())
}

async fn tell(conn: &mut Conn, now: Now, account: AccountId) -> Result<(), DbError> {
    if limits::take(conn, now, letters::PER_ACCOUNT, &account.to_string()).await?.is_ok() {
        queue::enqueue(conn, now, &TellKnownAddress { account }).await?;
    }
    Ok(())
}
