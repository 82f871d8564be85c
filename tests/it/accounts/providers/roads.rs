//! Whose account it is: officials, second factors, numbers that are bound once.

use actix_web::http::StatusCode;
use serde_json::{Value, json};

use super::{BACK, address_of, asked, crooked::Crooked, sets_out, settings, told};
use crate::{
    accounts::passkeys,
    support::{Answer, Browser, TestPortal},
};

const PASSWORD: &str = "cong-mot-cua-2026";

async fn portal(provider: &Crooked, people: &str) -> TestPortal {
    let settings = settings(provider.port, people, "");
    TestPortal::open_with(|config| {
        config.sign_in.push(settings);
        config.portal.demo = false;
    })
    .await
}

/// The provider says of somebody what the test says, with `more` on top.
async fn comes_back(portal: &TestPortal, provider: &Crooked, browser: &mut Browser<'_>, address: &str, more: Value) -> Answer {
    let now = portal.now().instant().timestamp();
    let mut token = json!({ "iss": provider.issuer(), "aud": "motcua", "iat": now, "exp": now + 300, "nonce": asked(address, "nonce") });
    for (key, value) in more.as_object().expect("claims") {
        token[key] = value.clone();
    }
    provider.says(token);
    browser.get(&format!("{BACK}?code=ma&state={}", asked(address, "state"))).await
}

async fn comes_in(portal: &TestPortal, provider: &Crooked, browser: &mut Browser<'_>, more: Value) -> Answer {
    let address = sets_out(browser, "").await;
    comes_back(portal, provider, browser, &address, more).await
}

async fn ties(portal: &TestPortal, provider: &Crooked, browser: &mut Browser<'_>, more: Value) -> Answer {
    browser.get("/tai-khoan/lien-ket/thu").await;
    let leaving = browser.post_form("/tai-khoan/lien-ket/thu", &[("password", PASSWORD)]).await;
    comes_back(portal, provider, browser, &address_of(&leaving), more).await
}

#[actix_web::test]
async fn an_officials_provider_lets_in_who_has_a_post() {
    let provider = Crooked::open().await;
    let portal = portal(&provider, "officials").await;
    let nobody = json!({ "sub": "x", "name": "Ai Đó", "email": "ai.do@example.vn", "email_verified": true });
    let mut browser = portal.anonymous();
    let refused = comes_in(&portal, &provider, &mut browser, nobody).await;
    assert!(told(&mut browser, &refused).await.contains("chưa gắn với cán bộ nào"), "no account is made");

    let mut citizen = portal.citizen().await;
    let refused = ties(&portal, &provider, &mut citizen, json!({ "sub": "mau" })).await;
    assert!(told(&mut citizen, &refused).await.contains("chưa gắn với cán bộ nào"), "a citizen is no official");

    let mut official = portal.official("motcua", "viettri").await;
    assert_eq!(ties(&portal, &provider, &mut official, json!({ "sub": "cb-1" })).await.location(), Some("/tai-khoan/lien-ket"));
    let mut weak = portal.anonymous();
    let come = comes_in(&portal, &provider, &mut weak, json!({ "sub": "cb-1" })).await;
    assert_eq!(come.location(), Some("/tai-khoan/hai-buoc"), "the desk still wants a second factor");
    assert_eq!(weak.get("/can-bo").await.location(), Some("/tai-khoan/hai-buoc"));
    for strong in [json!({ "sub": "cb-1", "amr": ["pwd", "mfa"] }), json!({ "sub": "cb-1", "acr": "muc-3" })] {
        let mut browser = portal.anonymous();
        assert_eq!(comes_in(&portal, &provider, &mut browser, strong).await.location(), Some("/can-bo"));
        assert_eq!(browser.get("/can-bo").await.status, StatusCode::OK);
    }
    let mut weak_words = portal.anonymous();
    let come = comes_in(&portal, &provider, &mut weak_words, json!({ "sub": "cb-1", "amr": ["pwd"], "acr": "muc-1" })).await;
    assert_eq!(come.location(), Some("/tai-khoan/hai-buoc"));
}

#[actix_web::test]
async fn a_weak_provider_opens_no_more_than_the_password_does() {
    let provider = Crooked::open().await;
    let settings = settings(provider.port, "officials", "");
    let portal = TestPortal::open_with(|config| {
        config.sign_in.push(settings);
        config.portal.demo = false;
        config.portal.address = passkeys::ORIGIN.into();
    })
    .await;
    let mut official = portal.signed_in("motcua.viettri@example.vn").await;
    ties(&portal, &provider, &mut official, json!({ "sub": "cb-1" })).await;
    passkeys::enrolled(&mut official, "Khóa cơ quan").await;
    let mut weak = portal.anonymous();
    let come = comes_in(&portal, &provider, &mut weak, json!({ "sub": "cb-1", "amr": ["pwd"] })).await;
    assert_eq!(come.location(), Some("/dang-nhap/ma"), "whoever has a passkey is asked for it");
    assert_eq!(weak.get("/tai-khoan").await.location(), Some("/dang-nhap?tiep=/tai-khoan"));
    let mut strong = portal.anonymous();
    let come = comes_in(&portal, &provider, &mut strong, json!({ "sub": "cb-1", "amr": ["mfa"] })).await;
    assert_eq!(come.location(), Some("/can-bo"));
}

#[actix_web::test]
async fn a_post_that_has_ended_lets_nobody_in() {
    use diesel_async::SimpleAsyncConnection;
    let provider = Crooked::open().await;
    let portal = portal(&provider, "officials").await;
    let mut official = portal.official("motcua", "viettri").await;
    ties(&portal, &provider, &mut official, json!({ "sub": "cb-1" })).await;
    let leave =
        "UPDATE memberships SET ends_on = '2026-11-22' FROM accounts a WHERE a.id = account_id AND a.email = 'motcua.viettri@example.vn'";
    portal.conn().await.batch_execute(leave).await.expect("left");
    let mut browser = portal.anonymous();
    let refused = comes_in(&portal, &provider, &mut browser, json!({ "sub": "cb-1", "amr": ["mfa"] })).await;
    assert_eq!(refused.location(), Some("/dang-nhap"));
}

#[actix_web::test]
async fn a_number_belongs_to_one_person() {
    let provider = Crooked::open().await;
    let portal = portal(&provider, "citizens").await;
    let mine = json!({ "sub": "mau", "personal_id": "025199000777" });
    let mut citizen = portal.citizen().await;
    citizen.get("/tai-khoan/lien-ket/thu").await;
    let wrong = citizen.post_form("/tai-khoan/lien-ket/thu", &[("password", "khong-phai")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "the password first");
    assert_eq!(ties(&portal, &provider, &mut citizen, mine.clone()).await.location(), Some("/tai-khoan/lien-ket"));
    let details = citizen.get("/tai-khoan/thong-tin").await;
    assert!(details.main_text().contains("025199000777 (đã xác nhận"), "{}", details.main_text());
    let name = [("full_name", "Nguyễn Văn Mẫu"), ("phone", "0912345678"), ("personal_id", "025199000888"), ("lang", "vi")];
    assert_eq!(citizen.post_form("/tai-khoan/thong-tin", &name).await.status, StatusCode::SEE_OTHER);
    assert!(citizen.get("/tai-khoan/thong-tin").await.main_text().contains("025199000777"), "bound once");
    portal.run_jobs().await;
    assert!(portal.mailbox.letters().iter().any(|letter| letter.text.contains("vừa được liên kết với một nơi đăng nhập khác")));

    let mut other = portal.other_citizen().await;
    for (taken, what) in [(mine, "đã gắn với một tài khoản khác"), (json!({ "sub": "thu", "personal_id": "025199000777" }), "đã gắn với")]
    {
        let refused = ties(&portal, &provider, &mut other, taken).await;
        assert!(told(&mut other, &refused).await.contains(what));
    }
    let mut stranger = portal.anonymous();
    let refused = comes_in(&portal, &provider, &mut stranger, json!({ "sub": "mau", "personal_id": "025199000999" })).await;
    assert!(told(&mut stranger, &refused).await.contains("khác với số định danh"));

    citizen.get("/tai-khoan/lien-ket/thu/go").await;
    let untied = citizen.post_form("/tai-khoan/lien-ket/thu/go", &[("password", PASSWORD)]).await;
    assert!(told(&mut citizen, &untied).await.contains("Đã bỏ liên kết"));
    let mut stranger = portal.anonymous();
    comes_in(&portal, &provider, &mut stranger, json!({ "sub": "mau" })).await;
    assert_eq!(stranger.get("/ho-so").await.status, StatusCode::SEE_OTHER, "no tie, no number: nobody");
}

#[actix_web::test]
async fn an_address_alone_ties_nothing() {
    let provider = Crooked::open().await;
    let portal = portal(&provider, "citizens").await;
    let known = "nguyen.van.mau@example.vn";
    let cases = [
        (json!({ "sub": "a", "name": "Kẻ Lạ", "email": known, "email_verified": true }), "đã có tài khoản"),
        (json!({ "sub": "b", "name": "Kẻ Lạ", "email": "ke.la@example.vn", "email_verified": false }), "chưa cho biết"),
        (json!({ "sub": "c", "name": "Kẻ Lạ" }), "chưa cho biết"),
    ];
    for (claims, what) in cases {
        let mut browser = portal.anonymous();
        let refused = comes_in(&portal, &provider, &mut browser, claims).await;
        assert!(told(&mut browser, &refused).await.contains(what), "{what}");
        assert_eq!(browser.get("/ho-so").await.status, StatusCode::SEE_OTHER);
    }
}
