//! A forgotten password: the letter, the link, and what nobody learns by asking.

use actix_web::http::StatusCode;
use chrono::TimeDelta;

use crate::support::{Answer, Browser, TestPortal};

const MAIL: &str = "nguyen.van.mau@example.vn";
const NEW: &str = "năm con cá vàng bơi";

async fn ask(browser: &mut Browser<'_>, email: &str) -> Answer {
    browser.get("/quen-mat-khau").await;
    browser.post_form("/quen-mat-khau", &[("email", email)]).await
}

/// The path of the link in the newest letter.
async fn link(portal: &TestPortal) -> String {
    portal.run_jobs().await;
    let letter = portal.mailbox.letters_to(MAIL).pop().expect("a letter");
    assert_eq!(letter.subject, "Đặt lại mật khẩu của bạn");
    let base = portal.platform.config.address();
    letter.text.lines().find_map(|line| line.strip_prefix(&base)).expect("a link").to_owned()
}

async fn signs_in(portal: &TestPortal, password: &str) -> bool {
    let answer = portal.anonymous().post_form("/dang-nhap", &[("email", MAIL), ("password", password)]).await;
    answer.status == StatusCode::SEE_OTHER
}

#[actix_web::test]
async fn the_letter_leads_to_a_new_password_once_and_ends_every_session() {
    let portal = TestPortal::open().await;
    let mut elsewhere = portal.citizen().await;
    let mut person = portal.anonymous();
    assert!(person.get("/dang-nhap").await.attributes("main a", "href").contains(&"/quen-mat-khau".to_owned()));
    let asked = ask(&mut person, MAIL).await;
    assert_eq!(asked.location(), Some("/quen-mat-khau/da-gui"), "{}", asked.main_text());
    assert!(person.follow(&asked).await.main_text().contains("Hãy mở hộp thư của bạn"));
    let link = link(&portal).await;
    for _ in 0..2 {
        assert_eq!(person.get(&link).await.status, StatusCode::OK, "looking at it uses nothing up");
    }
    let weak = person.post_form(&link, &[("password", "ngắn")]).await;
    assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(weak.attributes(".govuk-error-summary a", "href"), ["#password"]);
    let set = person.post_form(&link, &[("password", NEW)]).await;
    assert_eq!(set.location(), Some("/dang-nhap"), "{}", set.main_text());
    assert!(person.follow(&set).await.text().contains("Đã đặt mật khẩu mới"));
    assert!(!signs_in(&portal, "cong-mot-cua-2026").await && signs_in(&portal, NEW).await);
    assert_eq!(elsewhere.get("/ho-so").await.location(), Some("/dang-nhap?tiep=/ho-so"), "signed out on every device");
    assert_eq!(person.get(&link).await.status, StatusCode::NOT_FOUND);
    assert_eq!(person.post_form(&link, &[("password", "bốn con mèo ngủ")]).await.status, StatusCode::NOT_FOUND);
    assert!(signs_in(&portal, NEW).await);
}

#[actix_web::test]
async fn an_unknown_address_reads_the_same_and_gets_no_letter() {
    let portal = TestPortal::open().await;
    let mut person = portal.anonymous();
    let (known, unknown) = (ask(&mut person, MAIL).await, ask(&mut person, "khong.co@example.vn").await);
    assert_eq!((known.status, known.location()), (unknown.status, unknown.location()));
    assert_eq!(known.body, unknown.body);
    portal.run_jobs().await;
    assert!(portal.mailbox.letters_to("khong.co@example.vn").is_empty());
    assert_eq!(portal.mailbox.letters_to(MAIL).len(), 1);
    let wrong = ask(&mut person, "khong phai e-mail").await;
    assert_eq!((wrong.status, wrong.input("email").as_deref()), (StatusCode::UNPROCESSABLE_ENTITY, Some("khong phai e-mail")));
}

#[actix_web::test]
async fn a_link_lives_two_hours_and_the_first_one_used_ends_the_others() {
    let portal = TestPortal::open().await;
    let mut person = portal.anonymous();
    ask(&mut person, MAIL).await;
    let first = link(&portal).await;
    portal.wait(TimeDelta::minutes(90));
    ask(&mut person, MAIL).await;
    let second = link(&portal).await;
    assert_ne!(first, second);
    portal.wait(TimeDelta::minutes(31));
    let late = person.get(&first).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(late.main_text().contains("Liên kết đã quá thời gian dùng"), "{}", late.main_text());
    assert_eq!(person.get("/dang-nhap").await.status, StatusCode::OK);
    assert_eq!(person.post_form(&first, &[("password", NEW)]).await.status, StatusCode::GONE);
    ask(&mut person, MAIL).await;
    let third = link(&portal).await;
    assert_eq!(person.post_form(&third, &[("password", NEW)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(person.get(&second).await.status, StatusCode::NOT_FOUND, "an older link does not take the new password away");
}

#[actix_web::test]
async fn nobodys_mailbox_is_flooded_and_no_network_may_ask_for_ever() {
    let portal = TestPortal::open().await;
    let mut person = portal.anonymous();
    for _ in 0..8 {
        assert_eq!(ask(&mut person, MAIL).await.status, StatusCode::SEE_OTHER);
    }
    portal.run_jobs().await;
    assert_eq!(portal.mailbox.letters_to(MAIL).len(), 4);
    for _ in 0..52 {
        ask(&mut person, "khong.co@example.vn").await;
    }
    let last = ask(&mut person, "tran.thi.thu@example.vn").await;
    assert_eq!(last.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(last.main_text().contains("Hãy thử lại sau 10:00"), "{}", last.main_text());
}
