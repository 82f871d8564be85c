//! What begins on one page and ends on another, with somebody else in between: a provider of identities, or the
//! device that holds a passkey. Used once, soon, and only in the browser that began it; its secrets lie sealed.

use chrono::TimeDelta;
use serde::{Serialize, de::DeserializeOwned};

use super::queries::ceremonies::{self as table, NewCeremony};
use crate::{
    kernel::{clock::Now, ids::AccountId},
    platform::{
        crypto::{SealError, SecretKey, Token},
        db::{Conn, DbError},
    },
};

/// Long enough to find the telephone and to type a password elsewhere.
const MINUTES: i64 = 15;

#[derive(Debug, thiserror::Error)]
pub enum CeremonyError {
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Which kind, in which browser (its cookie), begun by whom.
#[derive(Clone, Copy)]
pub(super) struct Begun<'a> {
    pub kind: &'static str,
    pub browser: &'a Token,
    pub account: Option<AccountId>,
}

/// Keeps the secrets under a token.
pub(super) async fn begin(
    conn: &mut Conn,
    key: &SecretKey,
    now: Now,
    begun: Begun<'_>,
    token: &Token,
    secrets: &impl Serialize,
) -> Result<(), CeremonyError> {
    let (hash, browser) = (token.hash(), begun.browser.hash());
    let plain = serde_json::to_vec(secrets).map_err(|_| SealError::Broken)?;
    let sealed = key.seal(begun.kind, &hash, &plain)?;
    let row = NewCeremony {
        token_hash: &hash,
        kind: begun.kind,
        browser_hash: &browser,
        account_id: begun.account,
        sealed: &sealed,
        expires_at: now.plus(TimeDelta::minutes(MINUTES)),
        created_at: now.instant(),
    };
    Ok(table::insert(conn, &row).await?)
}

/// The secrets, and who began; `None` if nothing of this kind waits for this token in this browser.
pub(super) async fn end<T: DeserializeOwned>(
    conn: &mut Conn,
    key: &SecretKey,
    now: Now,
    (kind, browser): (&'static str, &Token),
    token: &Token,
) -> Result<Option<(T, Option<AccountId>)>, CeremonyError> {
    let hash = token.hash();
    let Some((sealed, account)) = table::take(conn, &hash, kind, &browser.hash(), now.instant()).await? else { return Ok(None) };
    let plain = key.unseal(kind, &hash, &sealed)?;
    let secrets = serde_json::from_slice(&plain).map_err(|_| SealError::Broken)?;
    Ok(Some((secrets, account)))
}
