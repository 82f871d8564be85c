//! Coming in with a key instead of a password.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{Enrolling, SIGN_IN};
use crate::{
    accounts::{
        ceremonies::{self, Begun, CeremonyError},
        limits::{self, Limit, Network, TooMany},
        queries::{
            passkeys as table,
            sessions::{self, NewSession},
        },
        sign_in::{SignedIn, device_name},
    },
    audit,
    kernel::{
        actor::{Actor, Citizen},
        clock::Now,
        ids::AccountId,
    },
    platform::{
        config,
        crypto::{SecretKey, Token},
        db::{AsyncConnection, Conn, DbError},
        passkeys::{NotBelieved, Passkeys},
    },
};

/// Each question leaves a row; a counter's whole network is one.
const PER_NETWORK: Limit = Limit { name: "passkey_network", minutes: 15, most: 120 };

#[derive(Debug, thiserror::Error)]
pub enum AskRefused {
    #[error(transparent)]
    TooMany(#[from] TooMany),
    #[error(transparent)]
    NotBelieved(#[from] NotBelieved),
    #[error(transparent)]
    Ceremony(#[from] CeremonyError),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Asks whoever is there for a key.
pub async fn ask(
    conn: &mut Conn,
    key: &SecretKey,
    machine: &Passkeys,
    now: Now,
    (browser, network): (&Token, &Network),
) -> Result<Enrolling, AskRefused> {
    limits::take(conn, now, PER_NETWORK, network.as_str()).await??;
    let (asked, token) = (machine.ask()?, Token::new());
    let begun = Begun { kind: SIGN_IN, browser, account: None };
    ceremonies::begin(conn, key, now, begun, &token, &asked.state).await?;
    Ok(Enrolling { token, for_browser: asked.for_browser })
}

/// What came back from the device.
#[derive(Clone, Copy)]
pub struct Entering<'a> {
    pub browser: &'a Token,
    pub token: &'a Token,
    pub answer: &'a str,
    pub device: &'a str,
}

#[derive(Debug, thiserror::Error)]
pub enum EnterRefused {
    /// The device was not asked in this browser, or too long ago.
    #[error("nothing was asked")]
    NothingAsked,
    /// Taken away, or of another portal.
    #[error("nobody has this key")]
    Unknown,
    #[error(transparent)]
    NotBelieved(#[from] NotBelieved),
    #[error(transparent)]
    Ceremony(#[from] CeremonyError),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Opens a session for the owner of the key. The question is used up even if the answer is wrong.
pub async fn enter(
    conn: &mut Conn,
    key: &SecretKey,
    machine: &Passkeys,
    now: Now,
    settings: &config::Accounts,
    entering: Entering<'_>,
) -> Result<SignedIn, EnterRefused> {
    let ended = ceremonies::end::<Value>(conn, key, now, (SIGN_IN, entering.browser), entering.token).await?;
    let (state, _) = ended.ok_or(EnterRefused::NothingAsked)?;
    let answer = machine.read(entering.answer)?;
    let account = AccountId::from_uuid(answer.owner);
    let expires_at = now.plus(TimeDelta::hours(i64::from(settings.session_hours)));
    conn.transaction::<SignedIn, EnterRefused, _>(async |conn| {
        let held = table::lock(conn, account, &answer.key_id).await?.ok_or(EnterRefused::Unknown)?;
        let kept = machine.judge(state.clone(), &answer, held.kept)?;
        table::keep_used(conn, held.id, kept, now.instant()).await?;
        let (token, device) = (Token::new(), device_name(entering.device));
        let open = NewSession::open(&token, account, &device, now.instant(), expires_at);
        sessions::insert(conn, &open.strong(true)).await?;
        let actor = Actor::Citizen(Citizen { account, name: held.name.clone() });
        audit::record(conn, now, &actor, "sign_in", "account", &account.to_string(), json!({ "by": "passkey" })).await?;
        Ok(SignedIn { token, expires_at, account, name: held.name, awaits_second: false })
    })
    .await
}
