//! The portal of a test is the portal of production.

use actix_web::http::StatusCode;

use crate::support::TestPortal;

#[actix_web::test]
async fn machines_see_that_it_lives_and_that_it_is_ready() {
    let portal = TestPortal::open().await;
    for path in ["/healthz", "/readyz"] {
        let answer = portal.anonymous().get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
    }
}

#[actix_web::test]
async fn an_unknown_address_is_a_page_with_an_id_and_strict_headers() {
    let portal = TestPortal::open().await;
    let answer = portal.anonymous().get("/khong-co").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.header("content-security-policy").is_some_and(|policy| !policy.contains("unsafe")));
    assert!(answer.header("x-request-id").is_some());
    assert!(!answer.main_text().is_empty());
}
