//! Signing in by a provider of identities: the way there, and the way back.

use actix_web::{HttpRequest, HttpResponse, http::header};
use serde::Deserialize;

use super::{
    sign_in::{wanted, welcome},
    sign_up::network,
};
use crate::{
    accounts::providers::{self, Arrival, ArrivalRefused, Arrived, GoingRefused, NotMatched},
    kernel::{
        account_places::AccountPlace,
        places::{Place, ways_in::WayIn},
    },
    platform::{
        oidc::{Provider, ProviderError},
        views::FlashKind,
    },
    web::{
        Error,
        extract::{Conn, FormPairs, Path, Query, Visitor},
        leaving,
        shell::{Visit, respond},
        words,
    },
};

pub(super) async fn go(visitor: Visitor, Path(key): Path<String>, form: FormPairs) -> Result<HttpResponse, Error> {
    let platform = visitor.platform();
    let provider = platform.providers.find(&key).ok_or(Error::NotFound)?;
    let back_to = wanted(respond::local_path(form.text("tiep")));
    let (browser, back) = (visitor.token().ok_or(Error::FormExpired)?, back(&visitor, provider));
    let whence = (&browser, &network(&visitor));
    match providers::go(&platform.db, &platform.key, visitor.now(), provider, &back, whence, back_to).await {
        Ok(address) => leaving::leave(&visitor, provider.name(), address, &Place::SignIn),
        Err(GoingRefused::Provider(error)) => Ok(stay(&visitor, provider, &ArrivalRefused::Provider(error))),
        Err(GoingRefused::TooMany(wait)) => {
            visitor.say(FlashKind::Warning, "public-try-later", &[("time", words::time(wait.until).into())]);
            Ok(respond::see_other(&Place::SignIn))
        }
        Err(GoingRefused::Busy) => Err(Error::Busy),
        Err(GoingRefused::Db(error)) => Err(error.into()),
        Err(other) => Err(Error::internal(other)),
    }
}

/// What a provider sends back with. An answer in another order is no answer.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Came {
    code: String,
    state: String,
    error: String,
    iss: String,
}

pub(super) async fn came(
    visitor: Visitor,
    request: HttpRequest,
    mut conn: Conn,
    Path(key): Path<String>,
    Query(came): Query<Came>,
) -> Result<HttpResponse, Error> {
    let platform = visitor.platform();
    let provider = platform.providers.find(&key).ok_or(Error::NotFound)?;
    if !came.error.is_empty() {
        visitor.say(FlashKind::Info, "provider-stopped", &[("name", provider.name().into())]);
        return Ok(respond::see_other(&doorstep(&visitor)));
    }
    let device = request.headers().get(header::USER_AGENT).and_then(|name| name.to_str().ok()).unwrap_or_default();
    let (browser, back) = (visitor.token(), back(&visitor, provider));
    let Some(browser) = browser.filter(|_| came.iss.is_empty() || came.iss == provider.issuer()) else {
        return Ok(stay(&visitor, provider, &ArrivalRefused::NoJourney));
    };
    let arrival = Arrival { provider, back: &back, browser: &browser, state: &came.state, code: &came.code, device, lang: visitor.lang() };
    match providers::arrive(&platform.db, &platform.key, visitor.now(), &platform.config.accounts, arrival).await {
        Ok(Arrived::In { signed_in, back_to }) => welcome(&visitor, &mut conn, back_to.as_deref(), &signed_in).await,
        Ok(Arrived::Tied) => {
            visitor.say(FlashKind::Success, "provider-tied", &[("name", provider.name().into())]);
            Ok(respond::see_other(&Place::Account(AccountPlace::Providers)))
        }
        Err(ArrivalRefused::Busy) => Err(Error::Busy),
        Err(ArrivalRefused::Db(error)) => Err(error.into()),
        Err(ArrivalRefused::Password(error)) => Err(Error::internal(error)),
        Err(refused) => Ok(stay(&visitor, provider, &refused)),
    }
}

/// Where the provider sends people: told to it beforehand, letter by letter.
fn back(visit: &Visit, provider: &Provider) -> String {
    format!("{}{}", visit.platform().config.address(), WayIn::ProviderBack(provider.key().to_owned()).path())
}

/// Where somebody stood before setting out.
fn doorstep(visit: &Visit) -> Place {
    if visit.session().is_some() { Place::Account(AccountPlace::Providers) } else { Place::SignIn }
}

/// Back on the doorstep, with what went wrong and another way in.
fn stay(visit: &Visit, provider: &Provider, refused: &ArrivalRefused) -> HttpResponse {
    let key = match refused {
        ArrivalRefused::Provider(ProviderError::Down(_)) => "provider-down",
        ArrivalRefused::Provider(_) | ArrivalRefused::NoJourney => "provider-again",
        ArrivalRefused::NotMatched(NotMatched::Another) => "provider-another",
        ArrivalRefused::NotMatched(NotMatched::OtherPerson) => "provider-other-person",
        ArrivalRefused::NoAccount => "provider-no-account",
        ArrivalRefused::AddressTaken => "provider-address-taken",
        ArrivalRefused::NoPost => "provider-no-post",
        _ => "provider-again",
    };
    tracing::warn!(provider = provider.key(), %refused, "somebody did not come in by a provider");
    visit.say(FlashKind::Warning, key, &[("name", provider.name().into())]);
    respond::see_other(&doorstep(visit))
}
