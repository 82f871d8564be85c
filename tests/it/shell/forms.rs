//! Forms: only the portal's own are taken, and nothing that was typed is lost.

use actix_web::{
    http::{StatusCode, header},
    test::TestRequest,
};

use crate::support::TestPortal;

#[actix_web::test]
async fn a_browser_gets_one_cookie_when_a_form_is_shown() {
    let portal = TestPortal::open().await;
    let mut anybody = portal.anonymous();
    let page = anybody.get("/dang-nhap").await;
    let cookie = page.header("set-cookie").expect("a cookie").to_owned();
    assert!(cookie.starts_with("motcua=") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    let before = page.input("csrf");
    let again = anybody.get("/dang-nhap").await;
    assert!(again.header("set-cookie").is_none(), "the cookie stays");
    assert_ne!(again.input("csrf"), before, "the token of the form is masked anew");
}

#[actix_web::test]
async fn a_form_from_elsewhere_is_refused_without_showing_it_again() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    citizen.get("/dang-nhap").await;
    citizen.headers.push(("sec-fetch-site", "cross-site".into()));
    let answer = citizen.post_form("/nop/khai-sinh", &[("a", "planted")]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(!answer.text().contains("planted"));
}

#[actix_web::test]
async fn a_form_that_came_too_late_is_shown_again_with_what_was_typed() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let answer = citizen.post_raw("/dang-ky", &[("csrf", "not-ours"), ("full_name", "Nguyễn Thị Mẫu"), ("password", "mat-khau")]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(answer.main_text().contains("Trang này đã mở quá lâu"), "{}", answer.main_text());
    assert_eq!(answer.input("full_name").as_deref(), Some("Nguyễn Thị Mẫu"));
    assert_eq!(answer.input("password"), None, "a password is never written into a page");
    assert!(answer.input("csrf").is_some(), "one press sends it again");
}

#[actix_web::test]
async fn an_ended_session_keeps_what_was_typed() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    citizen.get("/ho-so").await;
    portal.wait(chrono::TimeDelta::hours(30));
    let path = "/nop/ban-nhap/0197aaaa-0000-7000-8000-000000000000/nguoi-yeu-cau";
    let form = citizen.get("/dang-nhap").await.input("csrf").expect("a token");
    let answer = citizen.post_raw(path, &[("csrf", &form), ("requester.full_name", "Nguyễn Thị Mẫu")]).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{}", answer.main_text());
    assert_eq!(answer.input("requester.full_name").as_deref(), Some("Nguyễn Thị Mẫu"));
    assert!(answer.main_text().contains("Phiên đăng nhập đã hết"));
}

#[actix_web::test]
async fn a_form_without_end_is_answered_with_a_sentence() {
    let portal = TestPortal::open().await;
    let mut anybody = portal.anonymous();
    let huge = "a".repeat(600 * 1024);
    let answer = anybody.post_form("/dang-nhap", &[("email", &huge)]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(answer.main_text().contains("lớn hơn 1 MB"), "{}", answer.main_text());
}

#[actix_web::test]
async fn files_without_a_token_are_not_taken() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let body = "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\r\n--x--\r\n";
    let request = TestRequest::post()
        .uri("/nop/ban-nhap/0197aaaa-0000-7000-8000-000000000000/tep")
        .insert_header((header::CONTENT_TYPE, "multipart/form-data; boundary=x"));
    let answer = citizen.send(request.set_payload(body)).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", answer.main_text());
}
