//! Setting the second factor up, renewing the codes on paper, turning it off. Each act asks the password
//! again: whoever finds an open browser must not be able to lock its owner out.

use serde_json::json;

use super::{SECRET, TRIES, opened, recovery_hash, sealed};
use crate::{
    accounts::{
        again::{self, Again, AgainRefused},
        letters::{Change, TellAccountChanged},
        limits::{self, TooMany},
        queries::second_factors as table,
    },
    audit,
    kernel::{
        actor::{Actor, Citizen},
        clock::Now,
        ids::AccountId,
    },
    platform::{
        crypto::{OneTimeSecret, SealError, SecretKey, check_code},
        db::{AsyncConnection, Conn, Db, DbError, DbResult},
        queue,
    },
};

/// Enough for years; few enough for a slip of paper.
const RECOVERY_CODES: usize = 10;

#[derive(Debug, thiserror::Error)]
pub enum EnrolRefused {
    /// Not the code that the device should show now.
    #[error("wrong code")]
    WrongCode,
    /// Set up already, or never begun: the page was old.
    #[error("nothing to confirm")]
    Nothing,
    /// Officials must keep it.
    #[error("this account must keep its second factor")]
    Required,
    #[error(transparent)]
    TooMany(#[from] TooMany),
    #[error(transparent)]
    Again(#[from] AgainRefused),
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Makes a secret to be shown, unless one is being set up or in use.
pub async fn begin(conn: &mut Conn, key: &SecretKey, now: Now, account: AccountId) -> Result<(), EnrolRefused> {
    let secret = sealed(key, account, &OneTimeSecret::new())?;
    Ok(table::prepare(conn, account, &secret, now.instant()).await?)
}

/// The secret that is being set up; `None` if it is confirmed or was never begun.
pub async fn preparing(conn: &mut Conn, key: &SecretKey, account: AccountId) -> Result<Option<OneTimeSecret>, EnrolRefused> {
    let found = table::find(conn, account).await?.filter(|factor| factor.confirmed_at.is_none());
    Ok(found.map(|factor| opened(key, account, &factor.secret)).transpose()?)
}

/// The device shows the right code: from now on it is asked for. The recovery codes, to be shown once.
pub async fn confirm(db: &Db, key: &SecretKey, who: Again<'_>, code: &str) -> Result<Vec<String>, EnrolRefused> {
    let (now, citizen) = (who.now, who.citizen);
    let mut conn = again::prove(db, who).await?;
    let account = citizen.account.to_string();
    limits::take(&mut conn, now, TRIES, &account).await??;
    conn.transaction::<Vec<String>, EnrolRefused, _>(async |conn| {
        let factor = table::lock(conn, citizen.account).await?.filter(|factor| factor.confirmed_at.is_none());
        let factor = factor.ok_or(EnrolRefused::Nothing)?;
        let secret = opened(key, citizen.account, &factor.secret)?;
        let step = secret.step_of(code, now.instant()).ok_or(EnrolRefused::WrongCode)?;
        table::confirm(conn, citizen.account, step, now.instant()).await?;
        limits::give_back(conn, now, TRIES, &account).await?;
        note(conn, now, citizen, Change::SecondFactorOn).await?;
        Ok(renew(conn, key, now, citizen).await?)
    })
    .await
}

/// New codes on paper; the old ones open nothing any more.
pub async fn new_recovery_codes(db: &Db, key: &SecretKey, who: Again<'_>) -> Result<Vec<String>, EnrolRefused> {
    let (now, citizen) = (who.now, who.citizen);
    let mut conn = again::prove(db, who).await?;
    conn.transaction::<Vec<String>, EnrolRefused, _>(async |conn| {
        if table::lock(conn, citizen.account).await?.is_none_or(|factor| factor.confirmed_at.is_none()) {
            return Err(EnrolRefused::Nothing);
        }
        note(conn, now, citizen, Change::RecoveryCodes).await?;
        Ok(renew(conn, key, now, citizen).await?)
    })
    .await
}

/// The password alone signs in again. Not for those who must keep it.
pub async fn turn_off(db: &Db, who: Again<'_>, required: bool) -> Result<(), EnrolRefused> {
    let (now, citizen) = (who.now, who.citizen);
    let mut conn = again::prove(db, who).await?;
    if required {
        return Err(EnrolRefused::Required);
    }
    conn.transaction::<(), EnrolRefused, _>(async |conn| {
        table::remove(conn, citizen.account).await?;
        Ok(note(conn, now, citizen, Change::SecondFactorOff).await?)
    })
    .await
}

/// How many codes on paper are left; `None` if the second factor is off.
pub async fn recovery_codes_left(conn: &mut Conn, account: AccountId) -> DbResult<Option<i64>> {
    match table::find(conn, account).await?.and_then(|factor| factor.confirmed_at) {
        Some(_) => table::count_unused_codes(conn, account).await.map(Some),
        None => Ok(None),
    }
}

async fn renew(conn: &mut Conn, key: &SecretKey, now: Now, citizen: &Citizen) -> DbResult<Vec<String>> {
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| check_code()).collect();
    let hashes: Vec<Vec<u8>> = codes.iter().map(|code| recovery_hash(key, citizen.account, code)).collect();
    table::replace_codes(conn, citizen.account, &hashes, now.instant()).await?;
    Ok(codes)
}

/// A line for the audit, a letter for the owner.
async fn note(conn: &mut Conn, now: Now, citizen: &Citizen, change: Change) -> DbResult<()> {
    let actor = Actor::Citizen(citizen.clone());
    let data = json!({ "of": SECRET });
    audit::record(conn, now, &actor, change.as_str(), "account", &citizen.account.to_string(), data).await?;
    queue::enqueue(conn, now, &TellAccountChanged { account: citizen.account, change }).await.map(drop)
}
