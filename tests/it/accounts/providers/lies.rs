//! What a provider, or somebody who pretends to be one, may say without being believed.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{BACK, asked, crooked::Crooked, sets_out, settings, told};
use crate::support::{Browser, TestPortal};

async fn portal(provider: &Crooked) -> TestPortal {
    let settings = settings(provider.port, "citizens", "");
    TestPortal::open_with(|config| config.sign_in.push(settings)).await
}

/// An honest token for this journey.
fn honest(portal: &TestPortal, provider: &Crooked, nonce: &str) -> Value {
    let now = portal.now().instant().timestamp();
    json!({
        "iss": provider.issuer(), "aud": "motcua", "sub": "an", "iat": now, "exp": now + 300, "nonce": nonce,
        "name": "Phạm Thị An", "email": "pham.thi.an@example.vn", "email_verified": true, "personal_id": "025199000111",
    })
}

/// Comes back with a code and the right state.
async fn comes_back(browser: &mut Browser<'_>, address: &str) -> crate::support::Answer {
    browser.get(&format!("{BACK}?code=ma&state={}", asked(address, "state"))).await
}

async fn is_stranger(browser: &mut Browser<'_>) -> bool {
    browser.get("/ho-so").await.status == StatusCode::SEE_OTHER
}

/// Changes what the token says, at this time.
type Lie = fn(&mut Value, i64);

#[actix_web::test]
async fn an_honest_token_lets_in_and_everything_else_does_not() {
    let provider = Crooked::open().await;
    let portal = portal(&provider).await;
    let now = portal.now().instant().timestamp();
    let lies: [(&str, Lie); 9] = [
        ("another issuer", |token, _| token["iss"] = json!("https://id.example.com")),
        ("for another", |token, _| token["aud"] = json!("another")),
        ("for us and another", |token, _| token["aud"] = json!(["motcua", "another"])),
        ("another nonce", |token, _| token["nonce"] = json!("something else")),
        ("no nonce", |token, _| drop(token.as_object_mut().expect("claims").remove("nonce"))),
        ("over", |token, now| token["exp"] = json!(now - 1)),
        ("old", |token, now| token["iat"] = json!(now - 3600)),
        ("of tomorrow", |token, now| token["iat"] = json!(now + 3600)),
        ("no subject", |token, _| drop(token.as_object_mut().expect("claims").remove("sub"))),
    ];
    for (what, lie) in lies {
        let mut browser = portal.anonymous();
        let address = sets_out(&mut browser, "").await;
        let mut token = honest(&portal, &provider, &asked(&address, "nonce"));
        lie(&mut token, now);
        provider.says(token);
        let refused = comes_back(&mut browser, &address).await;
        assert_eq!(refused.location(), Some("/dang-nhap"), "{what}");
        assert!(is_stranger(&mut browser).await, "{what}");
    }
    let mut browser = portal.anonymous();
    let address = sets_out(&mut browser, "/tai-khoan").await;
    provider.says(honest(&portal, &provider, &asked(&address, "nonce")));
    assert_eq!(comes_back(&mut browser, &address).await.location(), Some("/tai-khoan"));
    assert!(!is_stranger(&mut browser).await);
}

#[actix_web::test]
async fn a_token_must_be_signed_with_a_key_that_the_provider_shows() {
    let provider = Crooked::open().await;
    let portal = portal(&provider).await;
    for (what, header) in [("unsigned", json!({ "alg": "none" })), ("by the secret", json!({ "alg": "HS256" }))] {
        let mut browser = portal.anonymous();
        let address = sets_out(&mut browser, "").await;
        provider.says(honest(&portal, &provider, &asked(&address, "nonce")));
        provider.heads_with(header);
        comes_back(&mut browser, &address).await;
        assert!(is_stranger(&mut browser).await, "{what}");
    }
    provider.heads_with(json!({ "alg": "ES256", "kid": "1" }));
    provider.forges();
    let mut browser = portal.anonymous();
    let address = sets_out(&mut browser, "").await;
    provider.says(honest(&portal, &provider, &asked(&address, "nonce")));
    comes_back(&mut browser, &address).await;
    assert!(is_stranger(&mut browser).await, "forged");

    let before = provider.keys_asked();
    provider.changes_keys("2");
    let address = sets_out(&mut browser, "").await;
    provider.says(honest(&portal, &provider, &asked(&address, "nonce")));
    comes_back(&mut browser, &address).await;
    assert!(!is_stranger(&mut browser).await, "the keys were changed, and asked for anew");
    assert_eq!(provider.keys_asked(), before + 1);
}

#[actix_web::test]
async fn a_journey_belongs_to_its_browser_and_ends_once() {
    let provider = Crooked::open().await;
    let portal = portal(&provider).await;
    let (mut victim, mut thief) = (portal.anonymous(), portal.anonymous());
    let address = sets_out(&mut thief, "").await;
    provider.says(honest(&portal, &provider, &asked(&address, "nonce")));
    victim.get("/dang-nhap").await;
    let refused = comes_back(&mut victim, &address).await;
    assert!(told(&mut victim, &refused).await.contains("Hãy bấm lại nút"));
    assert!(is_stranger(&mut victim).await, "somebody else's journey signs nobody in");
    assert!(provider.asked().is_empty(), "no code is spent on it");

    for state in ["", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
        thief.get(&format!("{BACK}?code=ma&state={state}")).await;
        assert!(is_stranger(&mut thief).await, "state {state:?}");
    }
    let elsewhere = format!("{BACK}?code=ma&state={}&iss=https://id.example.com", asked(&address, "state"));
    thief.get(&elsewhere).await;
    assert!(is_stranger(&mut thief).await, "the answer of another provider");
    comes_back(&mut thief, &address).await;
    assert!(!is_stranger(&mut thief).await);
    let sent = provider.asked();
    assert!(sent[0].contains("code_verifier=") && sent[0].contains("code=ma"), "{sent:?}");
    assert_eq!(asked(&address, "code_challenge_method"), "S256");

    let mut again = portal.anonymous();
    let address = sets_out(&mut again, "").await;
    provider.says(honest(&portal, &provider, &asked(&address, "nonce")));
    portal.wait(TimeDelta::minutes(16));
    comes_back(&mut again, &address).await;
    assert!(is_stranger(&mut again).await, "too late");
}

#[actix_web::test]
async fn nobody_is_led_elsewhere() {
    let provider = Crooked::open().await;
    let portal = portal(&provider).await;
    for wanted in ["https://evil.example", "//evil.example", "/\\evil.example"] {
        let mut browser = portal.anonymous();
        let address = sets_out(&mut browser, wanted).await;
        assert_eq!(asked(&address, "redirect_uri"), format!("http://127.0.0.1:8080{BACK}"));
        provider.says(honest(&portal, &provider, &asked(&address, "nonce")));
        assert_eq!(comes_back(&mut browser, &address).await.location(), Some("/ho-so"), "{wanted}");
    }
    for about in [
        json!({ "authorization_endpoint": "http://evil.example/auth" }),
        json!({ "authorization_endpoint": "javascript:alert(1)" }),
        json!({ "jwks_uri": "http://169.254.169.254/keys" }),
        json!({ "issuer": "https://id.example.com" }),
    ] {
        provider.says_of_itself(about.clone());
        portal.wait(TimeDelta::hours(2));
        let mut browser = portal.anonymous();
        browser.get("/dang-nhap").await;
        let refused = browser.post_form("/dang-nhap/voi/thu", &[]).await;
        assert_eq!(refused.location(), Some("/dang-nhap"), "{about}");
    }
}
