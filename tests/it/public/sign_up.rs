//! Signing up, with the letter that confirms the address.

use actix_web::http::StatusCode;
use chrono::TimeDelta;

use crate::support::{Browser, TestPortal};

const GOOD: [(&str, &str); 4] =
    [("full_name", "Lê Văn Thí"), ("email", "Le.Van.Thi@example.vn"), ("phone", "0912 345 679"), ("password", "bốn con mèo ngủ")];

async fn sign_up(browser: &mut Browser<'_>, more: &[(&str, &str)]) {
    browser.get("/dang-ky?tiep=/nop/khai-sinh").await;
    let sent = browser.post_form("/dang-ky", &[&GOOD, more].concat()).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, Some("/dang-ky/da-gui")), "{}", sent.main_text());
    assert!(browser.follow(&sent).await.main_text().contains("Hãy mở thư xác nhận"));
}

/// The path of the link in the newest letter to an address.
fn link(portal: &TestPortal, email: &str) -> String {
    let letter = portal.mailbox.letters_to(email).pop().expect("a letter");
    let base = portal.platform.config.address();
    let line = letter.text.lines().find(|line| line.starts_with(&base)).expect("a link").to_owned();
    assert!(letter.html.contains("Xác nhận địa chỉ e-mail") || letter.html.contains("Đăng nhập"));
    line.trim_start_matches(&base).to_owned()
}

#[actix_web::test]
async fn an_account_begins_with_the_link_of_the_letter() {
    let portal = TestPortal::open().await;
    let mut person = portal.anonymous();
    sign_up(
        &mut person,
        &[
            ("tiep", "/nop/khai-sinh"),
            ("personal_id", "025 190 000 123"),
            ("birth-day", "5"),
            ("birth-month", "11"),
            ("birth-year", "1990"),
        ],
    )
    .await;
    let early = person.post_form("/dang-nhap", &[("email", "le.van.thi@example.vn"), ("password", "bốn con mèo ngủ")]).await;
    assert!(early.main_text().contains("Địa chỉ e-mail chưa được xác nhận"), "{}", early.main_text());
    portal.run_jobs().await;
    assert_eq!(portal.mailbox.letters_to("le.van.thi@example.vn").len(), 2, "one for signing up, one for trying to sign in");
    let link = link(&portal, "le.van.thi@example.vn");
    let confirmed = person.get(&link).await;
    assert_eq!(confirmed.status, StatusCode::OK);
    assert!(confirmed.main_text().contains("Chào Lê Văn Thí"), "{}", confirmed.main_text());
    assert_eq!(person.get(&link).await.status, StatusCode::OK, "following it twice is no mistake");
    person.sign_in("le.van.thi@example.vn", "bốn con mèo ngủ").await;
    assert!(person.get("/").await.text().contains("Lê Văn Thí"));
}

#[actix_web::test]
async fn the_way_back_goes_along_with_the_letter() {
    let portal = TestPortal::open().await;
    let mut person = portal.anonymous();
    sign_up(&mut person, &[("tiep", "/nop/khai-sinh?a=b&c=d")]).await;
    portal.run_jobs().await;
    let confirmed = person.get(&link(&portal, "le.van.thi@example.vn")).await;
    let sign_in = confirmed.attributes("main a.govuk-button", "href");
    assert_eq!(person.get(&sign_in[0]).await.input("tiep").as_deref(), Some("/nop/khai-sinh?a=b&c=d"));
}

#[actix_web::test]
async fn a_known_address_learns_it_only_in_its_mailbox() {
    let portal = TestPortal::open().await;
    let mut stranger = portal.anonymous();
    sign_up(&mut stranger, &[]).await;
    let known = [("full_name", "Kẻ Lạ"), ("email", "tran.thi.thu@example.vn"), ("phone", "0912345670"), ("password", "mật khẩu của kẻ lạ")];
    let answer = stranger.post_form("/dang-ky", &known).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, Some("/dang-ky/da-gui")));
    portal.run_jobs().await;
    let letter = portal.mailbox.letters_to("tran.thi.thu@example.vn").pop().expect("a letter");
    assert_eq!(letter.subject, "Bạn đã có tài khoản");
    assert!(!letter.text.contains("/dang-ky/xac-nhan/"));
    portal.other_citizen().await;
}

#[actix_web::test]
async fn what_is_wrong_is_said_and_what_was_typed_is_kept() {
    let portal = TestPortal::open().await;
    let mut person = portal.anonymous();
    person.get("/dang-ky").await;
    let fields = [
        ("full_name", "Lê 2"),
        ("email", "le.van"),
        ("phone", "123"),
        ("password", "ngắn"),
        ("personal_id", "12"),
        ("birth-day", "31"),
        ("birth-month", "02"),
        ("birth-year", "1990"),
    ];
    let answer = person.post_form("/dang-ky", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let links = answer.attributes(".govuk-error-summary a", "href");
    assert_eq!(links, ["#full_name", "#email", "#phone", "#password", "#personal_id", "#birth"]);
    assert!(links.iter().all(|link| answer.attributes(link, "id").len() == 1), "every link lands on its box");
    assert_eq!((answer.input("full_name").as_deref(), answer.input("birth-day").as_deref()), (Some("Lê 2"), Some("31")));
    assert!(answer.texts("title")[0].starts_with("Lỗi:"));
    assert!(!answer.text().contains("ngắn\""), "a password never comes back");
}

#[actix_web::test]
async fn an_old_link_says_what_to_do() {
    let portal = TestPortal::open().await;
    let mut person = portal.anonymous();
    sign_up(&mut person, &[]).await;
    portal.run_jobs().await;
    let link = link(&portal, "le.van.thi@example.vn");
    portal.wait(TimeDelta::hours(49));
    let late = person.get(&link).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(late.main_text().contains("Liên kết đã hết hạn"));
    assert_eq!(person.get("/dang-ky/xac-nhan/khong-co").await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn nobodys_mailbox_is_flooded() {
    let portal = TestPortal::open().await;
    let mut person = portal.anonymous();
    for _ in 0..8 {
        sign_up(&mut person, &[]).await;
    }
    portal.run_jobs().await;
    assert_eq!(portal.mailbox.letters_to("le.van.thi@example.vn").len(), 4);
}
