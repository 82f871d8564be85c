//! Coming in and going out.

use actix_web::{
    http::{Method, StatusCode},
    test::TestRequest,
};

use crate::support::TestPortal;

#[actix_web::test]
async fn a_page_that_does_not_exist_says_so_in_words() {
    let portal = TestPortal::open().await;
    let mut anybody = portal.anonymous();
    for path in ["/khong-co", "/ho-so-gi-do/1", "/tep", "/nop"] {
        let answer = anybody.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.main_text().contains("Không tìm thấy trang này"), "{}", answer.main_text());
    }
    let wrong_method = anybody.send(TestRequest::default().method(Method::GET).uri("/dang-xuat")).await;
    assert_eq!(wrong_method.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn every_answer_tells_the_browser_to_be_careful() {
    let portal = TestPortal::open().await;
    let mut anybody = portal.anonymous();
    for path in ["/dang-nhap", "/khong-co", "/healthz"] {
        let answer = anybody.get(path).await;
        assert!(answer.header("content-security-policy").is_some_and(|policy| policy.starts_with("default-src 'none'")), "{path}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
        assert!(answer.header("x-request-id").is_some_and(|id| id.len() == 36), "{path}");
    }
}

#[actix_web::test]
async fn who_is_not_signed_in_is_sent_to_sign_in_and_comes_back() {
    let portal = TestPortal::open().await;
    let answer = portal.anonymous().get("/ho-so/H44.101-261123-0007?a=b").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.location(), Some("/dang-nhap?tiep=/ho-so/H44.101-261123-0007%3Fa%3Db"));
}

#[actix_web::test]
async fn a_script_hears_errors_as_data() {
    let portal = TestPortal::open().await;
    let mut script = portal.anonymous();
    script.headers.push(("accept", "application/json".into()));
    let answer = script.get("/khong-co").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(answer.json()["error"], "not-found");
    assert_eq!(script.get("/ho-so").await.json()["error"], "sign-in-first");
}

#[actix_web::test]
async fn pages_go_out_packed_and_machines_know_that_we_live() {
    let portal = TestPortal::open().await;
    let mut phone = portal.anonymous();
    phone.headers.push(("accept-encoding", "gzip, br".into()));
    assert_eq!(phone.get("/dang-nhap").await.header("content-encoding"), Some("br"));
    assert_eq!(phone.get("/healthz").await.status, StatusCode::OK);
}
