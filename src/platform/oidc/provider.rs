//! One provider: what is known of it, sending there, and reading what it says.

use anyhow::Context;
use chrono::TimeDelta;
use openidconnect::{
    AdditionalClaims, AuthenticationFlow, AuthorizationCode, ClaimsVerificationError, Client, ClientId, ClientSecret, CsrfToken,
    EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields, IssuerUrl, Nonce, OAuth2TokenResponse,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope, StandardErrorResponse, StandardTokenResponse,
    TokenResponse,
    core::{
        CoreAuthDisplay, CoreAuthPrompt, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreResponseType, CoreRevocableToken, CoreRevocationErrorResponse,
        CoreTokenIntrospectionResponse, CoreTokenType,
    },
};
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use super::wire::Wire;
use crate::{
    kernel::clock::{Instant, Now},
    platform::{
        config::{ProviderPeople, SignInProvider},
        crypto::Token,
        outgoing,
    },
};

/// What a provider says of itself is asked again after this.
const KNOWN_FOR: TimeDelta = TimeDelta::hours(1);
/// How far the clocks of two machines may be apart.
const CLOCKS_APART: TimeDelta = TimeDelta::minutes(2);
/// A token that was made longer ago was not made for this journey.
const OLDEST_TOKEN: TimeDelta = TimeDelta::minutes(15);

/// Claims beyond those that the protocol names.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Others(serde_json::Map<String, serde_json::Value>);

impl AdditionalClaims for Others {}

type Fields = IdTokenFields<Others, EmptyExtraTokenFields, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;
type Reply = StandardTokenResponse<Fields, CoreTokenType>;
type Desk = Client<
    Others,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Reply,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

#[derive(Debug, thiserror::Error)]
pub enum ProviderError {
    /// It does not answer, or not as a provider does.
    #[error("the provider cannot be reached: {0}")]
    Down(String),
    /// It does not know the code: used before, too late, or not its own.
    #[error("the provider refused the code: {0}")]
    Refused(String),
    /// What came cannot be believed.
    #[error("what the provider sent cannot be believed: {0}")]
    NotBelieved(String),
}

/// Kept by the portal until somebody comes back.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Secrets {
    nonce: String,
    verifier: String,
}

/// The way there.
#[derive(Debug)]
pub struct Journey {
    pub address: String,
    pub secrets: Secrets,
}

/// What the provider says of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Who it is there, for ever.
    pub subject: String,
    pub name: Option<String>,
    /// Only an address that the provider has verified.
    pub email: Option<String>,
    pub personal_id: Option<String>,
    /// A second factor was given there, of a kind that the settings accept.
    pub strong: bool,
}

struct Known {
    metadata: CoreProviderMetadata,
    asked_at: Instant,
}

pub struct Provider {
    settings: SignInProvider,
    issuer: IssuerUrl,
    wire: Wire,
    known: Mutex<Option<Known>>,
}

impl Provider {
    pub(super) fn open(settings: &SignInProvider) -> anyhow::Result<Self> {
        let fault = || format!("sign_in.toml: the issuer of {:?}", settings.key);
        outgoing::allowed(&settings.issuer).with_context(fault)?;
        let issuer = IssuerUrl::new(settings.issuer.clone()).with_context(fault)?;
        Ok(Self { issuer, wire: Wire::open(settings.timeout_seconds)?, settings: settings.clone(), known: Mutex::default() })
    }

    pub fn key(&self) -> &str {
        &self.settings.key
    }

    pub fn name(&self) -> &str {
        &self.settings.name
    }

    pub fn people(&self) -> ProviderPeople {
        self.settings.people
    }

    /// Its name in the protocol: whom a subject belongs to.
    pub fn issuer(&self) -> &str {
        &self.settings.issuer
    }

    /// The way to the provider, which sends people back to `back` with this state.
    pub async fn begin(&self, now: Now, back: &str, state: &Token) -> Result<Journey, ProviderError> {
        let desk = self.desk(now, back, false).await?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let state = state.reveal();
        let flow = AuthenticationFlow::<CoreResponseType>::AuthorizationCode;
        let request = desk.authorize_url(flow, || CsrfToken::new(state), Nonce::new_random).set_pkce_challenge(challenge);
        let scopes = self.settings.scopes.iter().cloned().map(Scope::new);
        let (url, _, nonce) = request.add_scopes(scopes).url();
        // Browsers go where the provider says: no place may be said to which we ourselves would not go.
        let url = outgoing::allowed(url.as_str()).map_err(|error| ProviderError::NotBelieved(error.to_string()))?;
        let secrets = Secrets { nonce: nonce.secret().clone(), verifier: verifier.into_secret() };
        Ok(Journey { address: url.to_string(), secrets })
    }

    /// Changes the code for what the provider says, and checks it.
    pub async fn finish(&self, now: Now, back: &str, code: &str, secrets: &Secrets) -> Result<Told, ProviderError> {
        let desk = self.desk(now, back, false).await?;
        let reply = self.exchange(&desk, code, secrets).await?;
        let nonce = Nonce::new(secrets.nonce.clone());
        let told = match self.read(&desk, &reply, &nonce, now) {
            // Keys are changed now and then, and at once when one is lost.
            Err(ClaimsVerificationError::SignatureVerification(_)) => self.read(&self.desk(now, back, true).await?, &reply, &nonce, now),
            read => read,
        };
        let told = told.map_err(|error| ProviderError::NotBelieved(error.to_string()))?;
        self.completed(&desk, &reply, told).await
    }

    async fn exchange(&self, desk: &Desk, code: &str, secrets: &Secrets) -> Result<Reply, ProviderError> {
        let request = desk.exchange_code(AuthorizationCode::new(code.to_owned())).map_err(not_believed)?;
        let request = request.set_pkce_verifier(PkceCodeVerifier::new(secrets.verifier.clone()));
        let wire = self.wire.clone();
        let http = move |request| {
            let wire = wire.clone();
            async move { wire.call(request).await }
        };
        request.request_async(&http).await.map_err(|error| match error {
            RequestTokenError::ServerResponse(said) => ProviderError::Refused(said.error().as_ref().to_owned()),
            RequestTokenError::Request(error) => ProviderError::Down(error.to_string()),
            RequestTokenError::Parse(..) => ProviderError::Down("its answer cannot be read".to_owned()),
            RequestTokenError::Other(error) => ProviderError::Down(error),
        })
    }

    /// Checks signature, issuer, audience, times and nonce.
    fn read(&self, desk: &Desk, reply: &Reply, nonce: &Nonce, now: Now) -> Result<Told, ClaimsVerificationError> {
        let token = reply.id_token().ok_or_else(|| ClaimsVerificationError::Other("there is no ID token".to_owned()))?;
        let young = move |made: Instant| match made > now.plus(CLOCKS_APART) || made < now.plus(-OLDEST_TOKEN) {
            true => Err("made at another time".to_owned()),
            false => Ok(()),
        };
        let verifier = desk.id_token_verifier().set_time_fn(move || now.instant()).set_issue_time_verifier_fn(young);
        let claims = token.claims(&verifier, nonce)?;
        let acr = claims.auth_context_ref().is_some_and(|acr| self.settings.strong_acr.iter().any(|strong| **strong == **acr));
        let amr = claims.auth_method_refs().is_some_and(|all| all.iter().any(|amr| self.settings.strong_amr.iter().any(|s| **s == **amr)));
        Ok(Told {
            subject: claims.subject().to_string(),
            name: claims.name().and_then(|name| name.get(None)).map(|name| name.to_string()),
            email: claims.email().filter(|_| claims.email_verified() == Some(true)).map(|email| email.to_string()),
            personal_id: self.personal_id(claims.additional_claims()),
            strong: acr || amr,
        })
    }

    /// Some providers tell names and addresses only when asked once more, with the token they gave.
    async fn completed(&self, desk: &Desk, reply: &Reply, told: Told) -> Result<Told, ProviderError> {
        let subject = openidconnect::SubjectIdentifier::new(told.subject.clone());
        let Ok(request) = desk.user_info(reply.access_token().to_owned(), Some(subject)) else { return Ok(told) };
        let wire = self.wire.clone();
        let http = move |request| {
            let wire = wire.clone();
            async move { wire.call(request).await }
        };
        let more: openidconnect::UserInfoClaims<Others, CoreGenderClaim> = request.request_async(&http).await.map_err(not_believed)?;
        let name = || more.name().and_then(|name| name.get(None)).map(|name| name.to_string());
        let email = || more.email().filter(|_| more.email_verified() == Some(true)).map(|email| email.to_string());
        Ok(Told {
            name: told.name.or_else(name),
            email: told.email.or_else(email),
            personal_id: told.personal_id.or_else(|| self.personal_id(more.additional_claims())),
            ..told
        })
    }

    fn personal_id(&self, others: &Others) -> Option<String> {
        let claim = &self.settings.personal_id_claim;
        others.0.get(claim).filter(|_| !claim.is_empty()).and_then(|value| value.as_str()).map(str::to_owned)
    }

    /// Set up with what is known of the provider, which is asked if that is old, or wanted fresh.
    async fn desk(&self, now: Now, back: &str, fresh: bool) -> Result<Desk, ProviderError> {
        let back = RedirectUrl::new(back.to_owned()).map_err(not_believed)?;
        let mut known = self.known.lock().await;
        let metadata = match known.as_ref().filter(|known| !fresh && known.asked_at > now.plus(-KNOWN_FOR)) {
            Some(known) => known.metadata.clone(),
            None => {
                let metadata = self.ask().await?;
                known.insert(Known { metadata, asked_at: now.instant() }).metadata.clone()
            }
        };
        drop(known);
        let secret = self.settings.client_secret.expose_secret();
        let secret = (!secret.is_empty()).then(|| ClientSecret::new(secret.to_owned()));
        Ok(Desk::from_provider_metadata(metadata, ClientId::new(self.settings.client_id.clone()), secret).set_redirect_uri(back))
    }

    async fn ask(&self) -> Result<CoreProviderMetadata, ProviderError> {
        let wire = self.wire.clone();
        let http = move |request| {
            let wire = wire.clone();
            async move { wire.call(request).await }
        };
        CoreProviderMetadata::discover_async(self.issuer.clone(), &http).await.map_err(|error| ProviderError::Down(whole(&error)))
    }
}

fn not_believed(error: impl std::error::Error) -> ProviderError {
    ProviderError::NotBelieved(whole(&error))
}

/// An error with its causes.
fn whole(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        said = format!("{said}: {inner}");
        cause = inner.source();
    }
    said
}
