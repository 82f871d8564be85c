//! Signing in and out.

use actix_web::http::StatusCode;
use chrono::TimeDelta;

use crate::support::TestPortal;

const PASSWORD: &str = "cong-mot-cua-2026";

#[actix_web::test]
async fn people_come_to_the_page_they_asked_for() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.anonymous();
    let asked = citizen.get("/dang-nhap?tiep=/nop/khai-sinh").await;
    assert_eq!(asked.input("tiep").as_deref(), Some("/nop/khai-sinh"));
    let fields = [("email", "nguyen.van.mau@example.vn"), ("password", PASSWORD), ("tiep", "/nop/khai-sinh")];
    assert_eq!(citizen.post_form("/dang-nhap", &fields).await.location(), Some("/nop/khai-sinh"));
    assert_eq!(citizen.get("/dang-nhap?tiep=/ho-so").await.location(), Some("/ho-so"), "whoever is signed in goes on at once");
    for (email, own) in [("tran.thi.thu@example.vn", "/ho-so"), ("motcua.viettri@example.vn", "/can-bo")] {
        for elsewhere in ["https://evil.example/", "//evil.example", "/\\evil.example"] {
            let mut other = portal.anonymous();
            let fields = [("email", email), ("password", PASSWORD), ("tiep", elsewhere)];
            assert_eq!(other.post_form("/dang-nhap", &fields).await.location(), Some(own), "{elsewhere}");
        }
    }
}

#[actix_web::test]
async fn a_wrong_password_and_an_unknown_account_read_the_same() {
    let portal = TestPortal::open().await;
    let mut anybody = portal.anonymous();
    let mut texts = Vec::new();
    for email in ["nguyen.van.mau@example.vn", "khong.co@example.vn", "không phải e-mail"] {
        let answer = anybody.post_form("/dang-nhap", &[("email", email), ("password", "sai-mat-khau-roi")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.input("email").as_deref(), Some(email), "what was typed is kept");
        assert!(!answer.text().contains("sai-mat-khau-roi"), "a password never comes back");
        texts.push(answer.main_text());
    }
    assert!(texts[0].contains("Địa chỉ e-mail hoặc mật khẩu chưa đúng"), "{}", texts[0]);
    assert!(texts.iter().all(|text| *text == texts[0]), "{texts:?}");
}

#[actix_web::test]
async fn guessing_is_stopped_for_a_quarter_of_an_hour_at_most() {
    let portal = TestPortal::open().await;
    let mut guesser = portal.anonymous();
    let mut last = None;
    for _ in 0..=portal.platform.config.accounts.sign_in_attempts {
        last = Some(guesser.post_form("/dang-nhap", &[("email", "nguyen.van.mau@example.vn"), ("password", "doan-mo-mat-khau")]).await);
    }
    let last = last.expect("an answer");
    assert_eq!(last.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(last.main_text().contains("Hãy thử lại sau 09:15"), "{}", last.main_text());
    portal.other_citizen().await;
    portal.wait(TimeDelta::minutes(15));
    portal.citizen().await;
}

#[actix_web::test]
async fn signing_out_ends_the_session_on_the_server() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    assert_eq!(citizen.get("/dang-nhap").await.status, StatusCode::SEE_OTHER);
    let page = citizen.get("/").await;
    assert!(page.text().contains("Nguyễn Văn Mẫu"));
    let out = citizen.post_form("/dang-xuat", &[]).await;
    assert_eq!((out.status, out.location()), (StatusCode::SEE_OTHER, Some("/")));
    let after = citizen.get("/").await;
    assert!(!after.text().contains("Nguyễn Văn Mẫu") && after.text().contains("Bạn đã đăng xuất."));
}

#[actix_web::test]
async fn without_the_pages_token_nobody_is_signed_in() {
    let portal = TestPortal::open().await;
    let fields = [("email", "nguyen.van.mau@example.vn"), ("password", PASSWORD)];
    let answer = portal.anonymous().post_raw("/dang-nhap", &fields).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert!(!answer.text().contains(PASSWORD));
}
