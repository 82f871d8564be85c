//! Another e-mail address: asked for with the password, confirmed from the letter at the new address,
//! told to the old one. Whether the new address has an account already, nobody learns here.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use crate::{
    accounts::{
        again::{self, Again, AgainRefused},
        letters::{self, LetterDesk, PER_ACCOUNT},
        limits::{self, TooMany},
        queries::email_changes::{self as table, EmailChange},
    },
    audit,
    kernel::{
        account_places::AccountPlace,
        actor::{Actor, Citizen},
        clock::Now,
        ids::AccountId,
        person::Email,
        places::Place,
    },
    platform::{
        config,
        crypto::Token,
        db::{AsyncConnection, Conn, Db, DbError, DbResult},
        queue::{self, Attempt, Job, JobError},
    },
};

/// Send the link to the new address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskNewAddress {
    change: Uuid,
}

impl Job for AskNewAddress {
    const KIND: &'static str = "ask_new_address";
}

/// Tell the old address that the account has moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TellOldAddress {
    change: Uuid,
}

impl Job for TellOldAddress {
    const KIND: &'static str = "tell_old_address";
}

#[derive(Debug, thiserror::Error)]
pub enum EmailRefused {
    #[error(transparent)]
    TooMany(#[from] TooMany),
    #[error(transparent)]
    Again(#[from] AgainRefused),
    #[error(transparent)]
    Db(#[from] DbError),
}

#[derive(Debug, thiserror::Error)]
pub enum LinkRefused {
    /// Never sent to this account, too old, used, or the address was taken meanwhile.
    #[error("the link does not work")]
    Unusable,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// A letter goes to the new address.
pub async fn ask_for_new_email(db: &Db, settings: &config::Accounts, who: Again<'_>, new: &Email) -> Result<(), EmailRefused> {
    let (now, account) = (who.now, who.citizen.account);
    let mut conn = again::prove(db, who).await?;
    limits::take(&mut conn, now, PER_ACCOUNT, &account.to_string()).await??;
    let expires_at = now.plus(TimeDelta::hours(i64::from(settings.link_hours)));
    conn.transaction::<(), EmailRefused, _>(async |conn| {
        let change = Uuid::now_v7();
        table::insert(conn, change, account, new, now.instant(), expires_at).await?;
        let actor = Actor::Citizen(who.citizen.clone());
        audit::record(conn, now, &actor, "ask_new_email", "account", &account.to_string(), json!({})).await?;
        queue::enqueue(conn, now, &AskNewAddress { change }).await?;
        Ok(())
    })
    .await
}

/// The address of an open link of this account.
pub async fn wanted_email(conn: &mut Conn, now: Now, account: AccountId, token: &Token) -> DbResult<Option<Email>> {
    let found = table::by_token(conn, account, &token.hash()).await?;
    Ok(found.filter(|change| is_open(change, now)).map(|change| change.new_email))
}

/// The account moves. Only its owner, signed in, can use the link.
pub async fn confirm_new_email(conn: &mut Conn, now: Now, citizen: &Citizen, token: &Token) -> Result<Email, LinkRefused> {
    conn.transaction::<Email, LinkRefused, _>(async |conn| {
        let found = table::by_token(conn, citizen.account, &token.hash()).await?;
        let change = found.filter(|change| is_open(change, now)).ok_or(LinkRefused::Unusable)?;
        if table::is_taken(conn, &change.new_email).await? {
            return Err(LinkRefused::Unusable);
        }
        table::apply(conn, &change, now.instant()).await?;
        let actor = Actor::Citizen(citizen.clone());
        audit::record(conn, now, &actor, "change_email", "account", &citizen.account.to_string(), json!({})).await?;
        queue::enqueue(conn, now, &TellOldAddress { change: change.id }).await?;
        Ok(change.new_email)
    })
    .await
}

fn is_open(change: &EmailChange, now: Now) -> bool {
    change.confirmed_at.is_none() && change.expires_at > now.instant()
}

/// Does [`AskNewAddress`]; to an address that has an account, a word to its owner instead.
pub async fn ask_new_address(desk: &LetterDesk, job: AskNewAddress, attempt: Attempt) -> Result<(), JobError> {
    let mut conn = desk.db.get().await?;
    let Some(change) = table::find(&mut conn, job.change).await?.filter(|change| is_open(change, attempt.now)) else { return Ok(()) };
    if table::is_taken(&mut conn, &change.new_email).await? {
        drop(conn);
        return letters::send(desk, &letters::To::new_of(&change), "known_address", Place::SignIn.path(), "", attempt).await;
    }
    let token = Token::new();
    table::keep_token(&mut conn, change.id, &token.hash()).await?;
    drop(conn);
    let path = Place::Account(AccountPlace::EmailLink(token.reveal())).path();
    letters::send(desk, &letters::To::new_of(&change), "confirm_new_address", path, "", attempt).await
}

/// Does [`TellOldAddress`].
pub async fn tell_old_address(desk: &LetterDesk, job: TellOldAddress, attempt: Attempt) -> Result<(), JobError> {
    let found = table::find(&mut *desk.db.get().await?, job.change).await?;
    let Some(change) = found else { return Ok(()) };
    letters::send(desk, &letters::To::old_of(&change), "account_changed", Place::SignIn.path(), "email-changed", attempt).await
}
