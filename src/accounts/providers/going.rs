//! Setting out for a provider.

use serde::{Deserialize, Serialize};

use super::KIND;
use crate::{
    accounts::{
        again::{self, Again, AgainRefused},
        ceremonies::{self, Begun, CeremonyError},
        limits::{self, Limit, Network, TooMany},
    },
    kernel::{clock::Now, ids::AccountId},
    platform::{
        crypto::{SecretKey, Token},
        db::{Db, DbError},
        oidc::{Provider, ProviderError, Secrets},
    },
};

/// Each journey asks the provider and leaves a row; a counter's whole network is one.
const PER_NETWORK: Limit = Limit { name: "provider_network", minutes: 15, most: 120 };

#[derive(Debug, thiserror::Error)]
pub enum GoingRefused {
    #[error(transparent)]
    Provider(#[from] ProviderError),
    #[error(transparent)]
    TooMany(#[from] TooMany),
    #[error(transparent)]
    Again(#[from] AgainRefused),
    #[error("no connection is free")]
    Busy,
    #[error(transparent)]
    Ceremony(#[from] CeremonyError),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// What is remembered of a journey.
#[derive(Serialize, Deserialize)]
pub(super) struct Remembered {
    /// So that the answer of one provider is not taken for that of another.
    pub provider: String,
    pub secrets: Secrets,
    pub back_to: Option<String>,
}

/// The address at the provider to which this browser is to go. `back` is where the provider sends it afterwards.
pub async fn go(
    db: &Db,
    key: &SecretKey,
    now: Now,
    provider: &Provider,
    back: &str,
    (browser, network): (&Token, &Network),
    back_to: Option<&str>,
) -> Result<String, GoingRefused> {
    let mut conn = db.get().await.map_err(|_| GoingRefused::Busy)?;
    limits::take(&mut conn, now, PER_NETWORK, network.as_str()).await??;
    drop(conn);
    set_out(db, key, now, provider, back, (browser, None), back_to).await
}

/// The same for somebody signed in who wants to tie his account to the provider: it opens a way in, so he proves
/// once more who he is.
pub async fn go_to_tie(
    db: &Db,
    key: &SecretKey,
    who: Again<'_>,
    provider: &Provider,
    back: &str,
    browser: &Token,
) -> Result<String, GoingRefused> {
    let (now, account) = (who.now, who.citizen.account);
    drop(again::prove(db, who).await?);
    set_out(db, key, now, provider, back, (browser, Some(account)), None).await
}

/// No connection is held while the provider is asked.
async fn set_out(
    db: &Db,
    key: &SecretKey,
    now: Now,
    provider: &Provider,
    back: &str,
    (browser, account): (&Token, Option<AccountId>),
    back_to: Option<&str>,
) -> Result<String, GoingRefused> {
    let state = Token::new();
    let journey = provider.begin(now, back, &state).await?;
    let remembered = Remembered { provider: provider.key().to_owned(), secrets: journey.secrets, back_to: back_to.map(str::to_owned) };
    let mut conn = db.get().await.map_err(|_| GoingRefused::Busy)?;
    ceremonies::begin(&mut conn, key, now, Begun { kind: KIND, browser, account }, &state, &remembered).await?;
    Ok(journey.address)
}
