//! A new key, the list of keys, taking one away.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{LONGEST_NAME, MOST, NEW};
use crate::{
    accounts::{
        again::{self, Again, AgainRefused},
        ceremonies::{self, Begun, CeremonyError},
        letters::{Change, TellAccountChanged},
        queries::passkeys::{self as table, NewPasskey, PasskeyLine},
    },
    audit,
    kernel::{
        actor::{Actor, Citizen},
        clock::Now,
        ids::{AccountId, PasskeyId},
        text,
    },
    platform::{
        crypto::{SecretKey, Token},
        db::{AsyncConnection, Conn, Db, DbError, DbResult},
        passkeys::{NotBelieved, Passkeys},
        queue,
    },
};

#[derive(Debug, thiserror::Error)]
pub enum EnrolRefused {
    /// The device was not asked in this browser, or too long ago.
    #[error("nothing was asked")]
    NothingAsked,
    #[error("too many keys")]
    Enough,
    /// Some account has this key already.
    #[error("the key is known")]
    Known,
    #[error(transparent)]
    NotBelieved(#[from] NotBelieved),
    #[error(transparent)]
    Again(#[from] AgainRefused),
    #[error(transparent)]
    Ceremony(#[from] CeremonyError),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// What waits for the device.
#[derive(Debug)]
pub struct Enrolling {
    pub token: Token,
    /// The question, for the browser.
    pub for_browser: String,
}

#[derive(Serialize, Deserialize)]
struct Remembered {
    name: String,
    state: Value,
}

/// Asks the device for a new key, after the password. Without a name the key is called by the day.
pub async fn ask_for_new(
    db: &Db,
    key: &SecretKey,
    machine: &Passkeys,
    who: Again<'_>,
    name: &str,
    browser: &Token,
) -> Result<Enrolling, EnrolRefused> {
    let (now, citizen) = (who.now, who.citizen);
    let mut conn = again::prove(db, who).await?;
    let there = table::key_ids(&mut conn, citizen.account).await?;
    if there.len() >= MOST {
        return Err(EnrolRefused::Enough);
    }
    let name: String = text::line(name).chars().take(LONGEST_NAME).collect();
    let asked = machine.ask_new(citizen.account.as_uuid(), citizen.name.as_str(), citizen.name.as_str(), there)?;
    let begun = Begun { kind: NEW, browser, account: Some(citizen.account) };
    let token = Token::new();
    ceremonies::begin(&mut conn, key, now, begun, &token, &Remembered { name, state: asked.state }).await?;
    Ok(Enrolling { token, for_browser: asked.for_browser })
}

/// Keeps the key that the device made. Its owner is told by letter.
pub async fn keep_new(
    conn: &mut Conn,
    key: &SecretKey,
    machine: &Passkeys,
    now: Now,
    citizen: &Citizen,
    (browser, token): (&Token, &Token),
    answer: &str,
) -> Result<(), EnrolRefused> {
    let ended = ceremonies::end::<Remembered>(conn, key, now, (NEW, browser), token).await?;
    let (remembered, whose) = ended.ok_or(EnrolRefused::NothingAsked)?;
    if whose != Some(citizen.account) {
        return Err(EnrolRefused::NothingAsked);
    }
    let made = machine.judge_new(remembered.state, answer)?;
    let account = citizen.account;
    conn.transaction::<(), EnrolRefused, _>(async |conn| {
        let row = NewPasskey {
            id: PasskeyId::new(),
            account_id: account,
            key_id: &made.id,
            name: &remembered.name,
            kept: made.kept.clone(),
            created_at: now.instant(),
        };
        if !table::insert(conn, &row).await? {
            return Err(EnrolRefused::Known);
        }
        Ok(note(conn, now, citizen, Change::PasskeyAdded).await?)
    })
    .await
}

pub async fn list(conn: &mut Conn, account: AccountId) -> DbResult<Vec<PasskeyLine>> {
    table::list(conn, account).await
}

#[derive(Debug, thiserror::Error)]
pub enum RevokeRefused {
    #[error("no such key")]
    NoSuchKey,
    #[error(transparent)]
    Again(#[from] AgainRefused),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// The key opens nothing any more.
pub async fn revoke(db: &Db, who: Again<'_>, id: PasskeyId) -> Result<(), RevokeRefused> {
    let (now, citizen) = (who.now, who.citizen);
    let mut conn = again::prove(db, who).await?;
    conn.transaction::<(), RevokeRefused, _>(async |conn| {
        if !table::remove(conn, citizen.account, id).await? {
            return Err(RevokeRefused::NoSuchKey);
        }
        Ok(note(conn, now, citizen, Change::PasskeyRemoved).await?)
    })
    .await
}

/// A line for the audit, a letter for the owner.
async fn note(conn: &mut Conn, now: Now, citizen: &Citizen, change: Change) -> DbResult<()> {
    let actor = Actor::Citizen(citizen.clone());
    audit::record(conn, now, &actor, change.as_str(), "account", &citizen.account.to_string(), json!({})).await?;
    queue::enqueue(conn, now, &TellAccountChanged { account: citizen.account, change }).await.map(drop)
}
