//! Signing in. Unknown accounts and wrong passwords look the same and take about the same time; the
//! right password of an account whose address is not confirmed brings the letter again.
//!
//! The verb takes the pool, not a connection: a password takes tens of milliseconds to check, and
//! while a crowd waits for its turn the connections must be free for everybody else.

use chrono::TimeDelta;
use serde_json::json;
use tokio::sync::OnceCell;

use super::{
    letters::{self, AskToConfirm},
    limits::{self, Limit, Network, TooMany},
    model::Credentials,
    password::{self, LONGEST},
    queries::{
        accounts, passkeys,
        sessions::{self, NewSession},
    },
};
use crate::{
    audit,
    kernel::{
        actor::{Actor, Citizen},
        clock::{Instant, Now},
        ids::AccountId,
        person::{Email, PersonName},
    },
    platform::{
        config,
        crypto::{PasswordError, Token, hash_password, verify_password},
        db::{AsyncConnection, Conn, Db, DbError},
        queue,
    },
};

/// A quarter of an hour: long enough to make guessing hopeless, short enough to wait for.
const WINDOW_MINUTES: u32 = 15;

/// How long a right password waits for its code.
pub(super) const HALF_WAY_MINUTES: i64 = 10;

/// What somebody typed, and from where.
pub struct Attempt<'a> {
    pub email: &'a str,
    pub password: &'a str,
    pub network: &'a Network,
    /// The browser's name for itself, shown in the list of one's sessions.
    pub device: &'a str,
    /// The local path to go to in the end; goes along if the letter must be sent again.
    pub back_to: Option<&'a str>,
}

/// The token is for the cookie; the database keeps its hash.
#[derive(Debug)]
pub struct SignedIn {
    pub token: Token,
    pub expires_at: Instant,
    pub account: AccountId,
    pub name: PersonName,
    /// The password was right; nothing opens before the code of the second factor.
    pub awaits_second: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum SignInRefused {
    #[error("no account with this address and password")]
    Wrong,
    /// The password is right; the letter with the link is on its way again.
    #[error("the e-mail address is not confirmed")]
    Unconfirmed,
    #[error(transparent)]
    TooMany(#[from] TooMany),
    #[error("no connection is free")]
    Busy,
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Limits of this installation, with the keys by which one attempt is counted.
struct Tries {
    limits: [(Limit, String); 2],
}

impl Tries {
    fn of(settings: &config::Accounts, attempt: &Attempt<'_>) -> Self {
        let limit = |name, most| Limit { name, minutes: WINDOW_MINUTES, most };
        let network = attempt.network.as_str();
        let account = format!("{} {network}", attempt.email.trim().to_lowercase());
        Self {
            limits: [
                (limit("sign_in_account", settings.sign_in_attempts), account),
                (limit("sign_in_network", settings.sign_in_attempts_per_address), network.to_owned()),
            ],
        }
    }

    async fn take(&self, conn: &mut Conn, now: Now) -> Result<(), SignInRefused> {
        for (limit, key) in &self.limits {
            limits::take(conn, now, *limit, key).await??;
        }
        Ok(())
    }

    /// A good sign-in counts nothing: a whole counter may share one network address.
    async fn give_back(&self, conn: &mut Conn, now: Now) -> Result<(), DbError> {
        for (limit, key) in &self.limits {
            limits::give_back(conn, now, *limit, key).await?;
        }
        Ok(())
    }
}

/// Opens a session for the right address and password.
pub async fn sign_in(db: &Db, now: Now, settings: &config::Accounts, attempt: Attempt<'_>) -> Result<SignedIn, SignInRefused> {
    let tries = Tries::of(settings, &attempt);
    let found = {
        let mut conn = db.get().await.map_err(|_| SignInRefused::Busy)?;
        tries.take(&mut conn, now).await?;
        match attempt.email.parse::<Email>() {
            Ok(email) => accounts::credentials(&mut conn, &email).await?,
            Err(_) => None,
        }
    };
    let (found, second_factor) = prove(found, attempt.password).await?.ok_or(SignInRefused::Wrong)?;
    let mut conn = db.get().await.map_err(|_| SignInRefused::Busy)?;
    if found.email_confirmed_at.is_none() {
        remind(&mut conn, now, &found, attempt.back_to).await?;
        return Err(SignInRefused::Unconfirmed);
    }
    let awaits_second = second_factor.is_some() || passkeys::guards(&mut conn, found.id, now.today()).await?;
    let lifetime = match awaits_second {
        true => TimeDelta::minutes(HALF_WAY_MINUTES),
        false => TimeDelta::hours(i64::from(settings.session_hours)),
    };
    conn.transaction::<SignedIn, SignInRefused, _>(async |conn| {
        tries.give_back(conn, now).await?;
        open(conn, now, found, attempt.device, awaits_second, now.plus(lifetime)).await
    })
    .await
}

/// An account, and since when it has a second factor.
type Found = (Credentials, Option<Instant>);

/// The account, if the password is its own. Without an account a password is checked all the same.
async fn prove(found: Option<Found>, typed: &str) -> Result<Option<Found>, PasswordError> {
    static NOBODYS_HASH: OnceCell<String> = OnceCell::const_new();
    let typed: String = password::normal(typed).chars().take(LONGEST + 1).collect();
    let hash = match &found {
        Some((account, _)) => account.password_hash.clone(),
        None => NOBODYS_HASH.get_or_try_init(|| hash_password(Token::new().reveal())).await?.clone(),
    };
    let right = verify_password(typed, hash).await?;
    Ok(found.filter(|_| right))
}

async fn open(
    conn: &mut Conn,
    now: Now,
    account: Credentials,
    device: &str,
    awaits_second: bool,
    expires_at: Instant,
) -> Result<SignedIn, SignInRefused> {
    let token = Token::new();
    let device = device_name(device);
    let make = if awaits_second { NewSession::half_way } else { NewSession::open };
    sessions::insert(conn, &make(&token, account.id, &device, now.instant(), expires_at)).await?;
    let actor = Actor::Citizen(Citizen { account: account.id, name: account.full_name.clone() });
    let act = if awaits_second { "give_password" } else { "sign_in" };
    audit::record(conn, now, &actor, act, "account", &account.id.to_string(), json!({})).await?;
    Ok(SignedIn { token, expires_at, account: account.id, name: account.full_name, awaits_second })
}

/// What a browser calls itself, as it is kept.
pub(super) fn device_name(said: &str) -> String {
    said.chars().filter(|c| !c.is_control()).take(200).collect()
}

async fn remind(conn: &mut Conn, now: Now, account: &Credentials, back_to: Option<&str>) -> Result<(), SignInRefused> {
    if limits::take(conn, now, letters::PER_ACCOUNT, &account.id.to_string()).await?.is_ok() {
        let letter = AskToConfirm { account: account.id, back_to: back_to.map(str::to_owned) };
        queue::enqueue(conn, now, &letter).await?;
    }
    Ok(())
}
