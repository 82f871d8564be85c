//! A forgotten password: a letter with a link to the address, then a new password. Who asks reads the
//! same words whether or not the address has an account; who holds the mailbox decides.

use serde_json::json;

use super::{
    letters::{self, Change, SendNewPasswordLink, TellAccountChanged},
    limits::{self, Limit, Network, TooMany},
    password::Password,
    queries::{accounts, links, sessions},
};
use crate::{
    audit,
    kernel::{
        actor::{Actor, Citizen},
        clock::Now,
        ids::AccountId,
        person::Email,
    },
    platform::{
        crypto::{PasswordError, Token, hash_password},
        db::{AsyncConnection, Conn, Db, DbError},
        queue,
    },
};

/// A commune's counter helps many people from one network in an hour.
const PER_NETWORK: Limit = Limit { name: "recovery_network", minutes: 60, most: 60 };

/// If the address has an account, a letter is on its way. Says nothing about whether it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkAsked;

#[derive(Debug, thiserror::Error)]
pub enum RecoveryRefused {
    #[error(transparent)]
    TooMany(#[from] TooMany),
    /// Never sent, used already, or replaced by a later letter.
    #[error("no such link")]
    Unknown,
    #[error("the link has expired")]
    Expired,
    #[error("no connection is free")]
    Busy,
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Asks for the letter with the link.
pub async fn ask_for_new_password(conn: &mut Conn, now: Now, email: &Email, network: &Network) -> Result<LinkAsked, RecoveryRefused> {
    limits::take(conn, now, PER_NETWORK, network.as_str()).await??;
    conn.transaction::<LinkAsked, RecoveryRefused, _>(async |conn| {
        let account = accounts::lock_by_email(conn, email).await?.map(|(account, _)| account);
        // An address without an account is counted all the same, and its letter goes to nobody: both take as long.
        let counted = account.map_or_else(|| email.to_string(), |account| account.to_string());
        let within = limits::take(conn, now, letters::PER_ACCOUNT, &counted).await?.is_ok();
        if within {
            queue::enqueue(conn, now, &SendNewPasswordLink { account: account.unwrap_or_else(AccountId::new) }).await?;
        }
        Ok(LinkAsked)
    })
    .await
}

/// Whether a link can still be used: asked when its page is shown. Nothing changes.
pub async fn new_password_link(conn: &mut Conn, now: Now, token: &Token) -> Result<(), RecoveryRefused> {
    living(conn, now, &token.hash()).await.map(drop)
}

/// Sets the password, ends every session of the account and every other link to it. Reading the
/// letter has proved the address too.
pub async fn set_new_password(db: &Db, now: Now, token: &Token, password: Password) -> Result<(), RecoveryRefused> {
    let connection = || async { db.get().await.map_err(|_| RecoveryRefused::Busy) };
    let hash = token.hash();
    living(&mut *connection().await?, now, &hash).await?;
    let password_hash = hash_password(password.into_inner()).await?;
    connection()
        .await?
        .transaction::<(), RecoveryRefused, _>(async |conn| {
            let account = living(conn, now, &hash).await?;
            if !links::mark_used(conn, &hash, now.instant()).await? {
                return Err(RecoveryRefused::Unknown);
            }
            let name = accounts::set_password(conn, account, &password_hash, now.instant()).await?.ok_or(RecoveryRefused::Unknown)?;
            links::drop_unused(conn, account).await?;
            sessions::remove_all(conn, account).await?;
            let actor = Actor::Citizen(Citizen { account, name });
            audit::record(conn, now, &actor, "set_new_password", "account", &account.to_string(), json!({})).await?;
            Ok(queue::enqueue(conn, now, &TellAccountChanged { account, change: Change::PasswordChanged }).await.map(drop)?)
        })
        .await
}

async fn living(conn: &mut Conn, now: Now, token_hash: &[u8]) -> Result<AccountId, RecoveryRefused> {
    let link = links::find_new_password(conn, token_hash).await?.ok_or(RecoveryRefused::Unknown)?;
    if link.expires_at <= now.instant() { Err(RecoveryRefused::Expired) } else { Ok(link.account_id) }
}
