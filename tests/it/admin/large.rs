//! A service of two hundred questions opens and saves like a small one; what was typed survives the end of a session.

use std::fmt::Write;

use actix_web::http::StatusCode;

use super::forms::{as_shown, borrowed, with};
use crate::support::TestPortal;

const DRAFT: &str = "/quan-tri/dich-vu/ban-sao-trich-luc/ban-nhap";

#[actix_web::test]
async fn two_hundred_questions_open_and_save_within_ten_statements() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    admin.get(DRAFT.trim_end_matches("/ban-nhap")).await;
    admin.post_form(DRAFT, &[]).await;
    let file = format!("{DRAFT}/tep?ten=form/noi-cu-tru.toml");
    let shown = admin.get(&file).await;
    let mut text = shown.raw_texts("textarea").remove(0);
    for number in 0..200 {
        writeln!(text, "\n[[sections.fields]]\nkey = \"q{number}\"\nkind = \"text\"\nlabel = \"Câu {number}\"\nrequired = false")
            .expect("written");
    }
    let number = shown.input("number").expect("a number");
    let saved = admin.post_form(&file, &[("number", &number), ("text", &text)]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.main_text());
    let list = admin.get(&format!("{DRAFT}/phan/form-noi-cu-tru")).await;
    list.assert_statements(10);
    assert!(list.texts(".mc-parts__row--field").len() >= 200);
    let last = list.attributes(".mc-parts__row--field a", "href").pop().expect("a question");
    let item = admin.get(&last).await;
    item.assert_statements(10);
    let pairs = with(as_shown(&item, &last), "label", "Câu cuối cùng");
    let saved = admin.post_form(&last, &borrowed(&pairs)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{:?}", saved.texts(".govuk-error-summary li"));
    saved.assert_statements(10);
    admin.get(&format!("{DRAFT}/cong-bo")).await.assert_statements(10);
}

/// The session ends while somebody types: the page that asks to sign in holds every box, and sends them on.
#[actix_web::test]
async fn what_was_typed_survives_the_end_of_the_session() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    admin.get(DRAFT.trim_end_matches("/ban-nhap")).await;
    admin.post_form(DRAFT, &[]).await;
    let path = format!("{DRAFT}/phan/fees/0");
    let pairs = with(as_shown(&admin.get(&path).await, &path), "amount", "9500");
    let mut stranger = portal.anonymous();
    let told = stranger.post_form(&path, &borrowed(&pairs)).await;
    assert!(!told.status.is_success(), "{}", told.main_text());
    assert_eq!(told.input("amount").as_deref(), Some("9500"), "{}", told.main_text());
    assert!(told.attributes("form", "action").contains(&path), "{:?}", told.attributes("form", "action"));
}
