//! Liên kết đăng nhập: the providers of identities that an account is tied to.

use actix_web::HttpResponse;
use serde::Serialize;

use super::again::{self, AgainPage, again};
use crate::{
    accounts::providers::{self, GoingRefused, UntieRefused},
    kernel::{
        account_places::AccountPlace,
        places::{Place, ways_in::WayIn},
    },
    platform::{
        config::ProviderPeople,
        oidc::{Provider, ProviderError},
        views::{FlashKind, Page},
    },
    web::{
        Error,
        extract::{CitizenIn, Conn, FormPairs, Path},
        leaving,
        shell::respond,
        words,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct ProvidersPage {
    providers: Vec<ProviderRow>,
    back: String,
}

#[derive(Debug, Clone, Serialize)]
struct ProviderRow {
    name: String,
    /// When it was last used; empty if the account is not tied to it.
    used: String,
    /// Where it is tied, or untied.
    href: String,
}

impl Page for ProvidersPage {
    const TEMPLATE: &'static str = "citizen/account/providers.html";

    fn samples() -> Vec<Self> {
        let row = |used: &str| ProviderRow { name: "VNeID".into(), used: used.into(), href: "/tai-khoan/lien-ket/vneid".into() };
        let page = |providers| Self { providers, back: "/tai-khoan".into() };
        vec![page(vec![row("23/11/2026, 09:12"), row("")]), page(vec![])]
    }
}

pub(super) async fn show(citizen: CitizenIn, mut conn: Conn) -> Result<HttpResponse, Error> {
    let tied = providers::tied(conn.open().await?, citizen.citizen.account).await?;
    let is_official = citizen.session().is_some_and(|session| session.official.is_some() || session.must_enrol);
    let offered = citizen.platform().providers.all().filter(|provider| is_official || provider.people() == ProviderPeople::Citizens);
    let rows = offered.map(|provider| {
        let used = tied.iter().find(|tied| tied.issuer == provider.issuer()).map(|tied| words::moment(tied.used_at));
        let key = provider.key().to_owned();
        let place = if used.is_some() { AccountPlace::ProviderUntie(key) } else { AccountPlace::ProviderTie(key) };
        ProviderRow { name: provider.name().to_owned(), used: used.unwrap_or_default(), href: Place::Account(place).path() }
    });
    respond::page(&citizen, &ProvidersPage { providers: rows.collect(), back: Place::Account(AccountPlace::Home).path() })
}

pub(super) async fn ask_to_tie(citizen: CitizenIn, Path(key): Path<String>) -> Result<HttpResponse, Error> {
    known(&citizen, &key)?;
    respond::page(&citizen, &AgainPage::of("tie", false, AccountPlace::Providers))
}

pub(super) async fn tie(citizen: CitizenIn, Path(key): Path<String>, form: FormPairs) -> Result<HttpResponse, Error> {
    let (platform, provider) = (citizen.platform(), known(&citizen, &key)?);
    let browser = citizen.token().ok_or(Error::FormExpired)?;
    let back = format!("{}{}", platform.config.address(), WayIn::ProviderBack(key.clone()).path());
    let list = Place::Account(AccountPlace::Providers);
    match providers::go_to_tie(&platform.db, &platform.key, again(&citizen, &form), provider, &back, &browser).await {
        Ok(address) => leaving::leave(&citizen, provider.name(), address, &list),
        Err(GoingRefused::Again(refused)) => {
            let trouble = again::trouble(&citizen, refused)?;
            respond::page_with(trouble.status, &citizen, &AgainPage::of("tie", false, AccountPlace::Providers).refused(trouble))
        }
        Err(GoingRefused::Provider(ProviderError::Down(why))) => {
            tracing::warn!(provider = provider.key(), why, "a provider cannot be reached");
            citizen.say(FlashKind::Warning, "provider-down", &[("name", provider.name().into())]);
            Ok(respond::see_other(&list))
        }
        Err(GoingRefused::Busy) => Err(Error::Busy),
        Err(GoingRefused::Db(error)) => Err(error.into()),
        Err(other) => Err(Error::internal(other)),
    }
}

pub(super) async fn ask_to_untie(citizen: CitizenIn, Path(key): Path<String>) -> Result<HttpResponse, Error> {
    known(&citizen, &key)?;
    respond::page(&citizen, &AgainPage::of("untie", true, AccountPlace::Providers))
}

pub(super) async fn untie(citizen: CitizenIn, Path(key): Path<String>, form: FormPairs) -> Result<HttpResponse, Error> {
    let provider = known(&citizen, &key)?;
    match providers::untie(&citizen.platform().db, again(&citizen, &form), provider.issuer()).await {
        Ok(()) => citizen.say(FlashKind::Success, "provider-untied", &[("name", provider.name().into())]),
        Err(UntieRefused::NotTied) => {}
        Err(UntieRefused::Again(refused)) => {
            let trouble = again::trouble(&citizen, refused)?;
            let status = trouble.status;
            return respond::page_with(status, &citizen, &AgainPage::of("untie", true, AccountPlace::Providers).refused(trouble));
        }
        Err(UntieRefused::Db(error)) => return Err(error.into()),
    }
    Ok(respond::see_other(&Place::Account(AccountPlace::Providers)))
}

fn known<'a>(citizen: &'a CitizenIn, key: &str) -> Result<&'a Provider, Error> {
    citizen.platform().providers.find(key).ok_or(Error::NotFound)
}
