//! Coming in by a provider of identities: a real one, and one that lies.

mod crooked;
mod lies;
mod real;
mod roads;

use motcua::platform::config::SignInProvider;

use crate::support::{Answer, Browser};

/// Where providers are told to send people back to.
const BACK: &str = "/dang-nhap/voi/thu/ve";

/// The settings of a provider on this machine.
fn settings(port: u16, people: &str, secret: &str) -> SignInProvider {
    let written = format!(
        "key = 'thu'\nname = 'Căn cước thử'\npeople = '{people}'\nissuer = 'http://127.0.0.1:{port}'\nclient_id = 'motcua'\n\
         scopes = ['profile', 'email', 'personal']\npersonal_id_claim = 'personal_id'\nstrong_acr = ['muc-3']\nstrong_amr = ['mfa']\ntimeout_seconds = 10"
    );
    let mut provider: SignInProvider = toml::from_str(&written).expect("settings");
    provider.client_secret = secret.to_owned().into();
    provider
}

/// Presses the button on the sign-in page; the address at the provider.
async fn sets_out(browser: &mut Browser<'_>, wanted: &str) -> String {
    browser.get("/dang-nhap").await;
    let leaving = browser.post_form("/dang-nhap/voi/thu", &[("tiep", wanted)]).await;
    address_of(&leaving)
}

fn address_of(leaving: &Answer) -> String {
    let address = leaving.attributes("main a.govuk-button", "href").into_iter().next();
    let address = address.unwrap_or_else(|| panic!("no way out but {}: {:?} {}", leaving.status, leaving.location(), leaving.main_text()));
    assert_eq!(leaving.header("refresh"), Some(format!("0; url={address}").as_str()));
    address
}

/// A value in the question of an address.
fn asked(address: &str, name: &str) -> String {
    let url: reqwest::Url = address.parse().expect("an address");
    url.query_pairs().find(|(key, _)| key == name).unwrap_or_else(|| panic!("no {name} in {address}")).1.into_owned()
}

/// What the next page says about what was just done.
async fn told(browser: &mut Browser<'_>, answer: &Answer) -> String {
    browser.follow(answer).await.text()
}
