//! Whether an account exists cannot be read from a clock, nor a session be given to somebody beforehand.

use std::time::{Duration, Instant};

use crate::support::TestPortal;

const PASSWORD: &str = "khong-phai-mat-khau";

async fn fastest(portal: &TestPortal, email: &str) -> Duration {
    let mut fastest = Duration::MAX;
    for _ in 0..5 {
        let mut browser = portal.anonymous();
        browser.get("/dang-nhap").await;
        let begun = Instant::now();
        browser.post_form("/dang-nhap", &[("email", email), ("password", PASSWORD)]).await;
        fastest = fastest.min(begun.elapsed());
    }
    fastest
}

#[actix_web::test]
async fn an_unknown_account_takes_as_long_as_a_wrong_password() {
    let portal = TestPortal::open().await;
    // The first of all makes the hash that unknown accounts are compared with.
    fastest(&portal, "chua.ai.biet@example.vn").await;
    let (known, unknown) = (fastest(&portal, "nguyen.van.mau@example.vn").await, fastest(&portal, "khong.co@example.vn").await);
    let (slow, fast) = (known.max(unknown), known.min(unknown));
    assert!(slow < fast * 3, "known {known:?}, unknown {unknown:?}");
}

#[actix_web::test]
async fn a_session_given_beforehand_is_nobodys() {
    let portal = TestPortal::open().await;
    let mut attacker = portal.anonymous();
    attacker.get("/dang-nhap").await;
    let planted = attacker.cookie("motcua").expect("a token");
    let mut victim = portal.anonymous();
    victim.headers.push(("cookie", format!("motcua={planted}")));
    let page = victim.get("/dang-nhap").await;
    let csrf = page.input("csrf").unwrap_or_default();
    let come =
        victim.post_raw("/dang-nhap", &[("csrf", &csrf), ("email", "nguyen.van.mau@example.vn"), ("password", "cong-mot-cua-2026")]).await;
    assert_eq!(come.location(), Some("/ho-so"), "{}", come.main_text());
    assert_eq!(attacker.get("/ho-so").await.location(), Some("/dang-nhap?tiep=/ho-so"));
}
