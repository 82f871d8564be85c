//! The second page of signing in: the password was right, now the code.

use chrono::TimeDelta;
use serde_json::json;

use super::{Code, TRIES, opened, recovery_hash};
use crate::{
    accounts::{
        letters::{Change, TellAccountChanged},
        limits::{self, TooMany},
        queries::{second_factors as table, sessions},
        sign_in::SignedIn,
    },
    audit,
    kernel::{
        actor::{Actor, Citizen},
        clock::Now,
        ids::AccountId,
    },
    platform::{
        config,
        crypto::{SealError, SecretKey, Token},
        db::{AsyncConnection, Conn, DbError, DbResult},
        queue,
    },
};

#[derive(Debug, thiserror::Error)]
pub enum SecondStepRefused {
    /// Not right, or used before.
    #[error("wrong code")]
    Wrong,
    /// No password was given in the last minutes: begin again.
    #[error("nobody is half way in")]
    Expired,
    #[error(transparent)]
    TooMany(#[from] TooMany),
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Whether somebody gave a password in this browser some minutes ago.
pub async fn is_awaited(conn: &mut Conn, now: Now, token: &Token) -> DbResult<bool> {
    Ok(sessions::half_way(conn, &token.hash(), now.instant()).await?.is_some())
}

/// Opens the session for which the password was given, under a new token.
pub async fn second_step(
    conn: &mut Conn,
    key: &SecretKey,
    now: Now,
    settings: &config::Accounts,
    token: &Token,
    code: Option<Code>,
) -> Result<SignedIn, SecondStepRefused> {
    let half = sessions::half_way(conn, &token.hash(), now.instant()).await?.ok_or(SecondStepRefused::Expired)?;
    let citizen = Citizen { account: half.account, name: half.name };
    limits::take(conn, now, TRIES, &citizen.account.to_string()).await??;
    let code = code.ok_or(SecondStepRefused::Wrong)?;
    let expires_at = now.plus(TimeDelta::hours(i64::from(settings.session_hours)));
    conn.transaction::<SignedIn, SecondStepRefused, _>(async |conn| {
        let by = accept(conn, key, now, citizen.account, &code).await?;
        // Of two browsers with the same half session, one goes on.
        if !sessions::remove(conn, &token.hash()).await? {
            return Err(SecondStepRefused::Expired);
        }
        let fresh = Token::new();
        sessions::insert(conn, &sessions::NewSession::open(&fresh, citizen.account, &half.device, now.instant(), expires_at)).await?;
        let actor = Actor::Citizen(citizen.clone());
        audit::record(conn, now, &actor, "sign_in", "account", &citizen.account.to_string(), json!({ "second": by })).await?;
        limits::give_back(conn, now, TRIES, &citizen.account.to_string()).await?;
        Ok(SignedIn { token: fresh, expires_at, account: citizen.account, name: citizen.name.clone(), awaits_second: false })
    })
    .await
}

/// Uses the code up; the word for the audit.
async fn accept(conn: &mut Conn, key: &SecretKey, now: Now, account: AccountId, code: &Code) -> Result<&'static str, SecondStepRefused> {
    match code {
        Code::OneTime(digits) => {
            let factor = table::lock(conn, account).await?.ok_or(SecondStepRefused::Expired)?;
            let step = opened(key, account, &factor.secret)?.step_of(digits, now.instant());
            let step = step.filter(|step| *step > factor.last_step).ok_or(SecondStepRefused::Wrong)?;
            table::keep_step(conn, account, step).await?;
            Ok("one_time_code")
        }
        Code::Recovery(word) => {
            if !table::use_code(conn, account, &recovery_hash(key, account, word), now.instant()).await? {
                return Err(SecondStepRefused::Wrong);
            }
            queue::enqueue(conn, now, &TellAccountChanged { account, change: Change::RecoveryCodeUsed }).await?;
            Ok("recovery_code")
        }
    }
}
