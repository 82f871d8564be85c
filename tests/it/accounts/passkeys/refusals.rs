//! Answers that are not believed.

use actix_web::http::StatusCode;
use chrono::TimeDelta;

use super::{answers, asked, begun, device::Device, enrolled, portal};
use crate::support::Browser;

async fn is_stranger(browser: &mut Browser<'_>) -> bool {
    browser.get("/ho-so").await.status == StatusCode::SEE_OTHER
}

#[actix_web::test]
async fn an_answer_counts_once_and_where_it_was_asked_for() {
    let portal = portal().await;
    let mut device = enrolled(&mut portal.citizen().await, "Máy").await;
    let (mut one, mut two) = (portal.anonymous(), portal.anonymous());
    let (first, second) = (asked(&mut one).await, asked(&mut two).await);
    let answer = device.opens(&first.asked);
    answers(&mut two, &first, &answer).await;
    assert!(is_stranger(&mut two).await, "asked for in another browser");
    answers(&mut two, &second, &answer).await;
    assert!(is_stranger(&mut two).await, "the answer to another question");
    answers(&mut one, &first, &answer).await;
    assert!(!is_stranger(&mut one).await);
    let mut again = portal.anonymous();
    asked(&mut again).await;
    answers(&mut again, &first, &answer).await;
    assert!(is_stranger(&mut again).await, "an answer that was used");
    let late = asked(&mut again).await;
    portal.wait(TimeDelta::minutes(16));
    answers(&mut again, &late, &device.opens(&late.asked)).await;
    assert!(is_stranger(&mut again).await, "too late");
}

#[actix_web::test]
async fn a_device_that_is_not_its_owners_opens_nothing() {
    let portal = portal().await;
    let mut device = enrolled(&mut portal.citizen().await, "Máy").await;
    let other = enrolled(&mut portal.other_citizen().await, "Máy").await;
    let mut browser = portal.anonymous();
    let question = asked(&mut browser).await;
    let answer = device.opens_as(&question.asked, &other.owner());
    answers(&mut browser, &question, &answer).await;
    assert!(is_stranger(&mut browser).await, "a key opens its own account only");

    let question = asked(&mut browser).await;
    let mut forged = Device::new();
    let stolen: serde_json::Value = serde_json::from_str(&device.opens(&question.asked)).expect("an answer");
    let mut answer: serde_json::Value = serde_json::from_str(&forged.opens_as(&question.asked, &device.owner())).expect("an answer");
    (answer["id"], answer["rawId"]) = (stolen["id"].clone(), stolen["rawId"].clone());
    answers(&mut browser, &question, &answer.to_string()).await;
    assert!(is_stranger(&mut browser).await, "signed with another key");

    device.verifies = false;
    let question = asked(&mut browser).await;
    let answer = device.opens(&question.asked);
    answers(&mut browser, &question, &answer).await;
    assert!(is_stranger(&mut browser).await, "found on a table: nobody was verified");
    device.verifies = true;

    device.origin = "http://localhost:9999";
    let question = asked(&mut browser).await;
    let answer = device.opens(&question.asked);
    answers(&mut browser, &question, &answer).await;
    assert!(is_stranger(&mut browser).await, "answered on another site");
    device.origin = super::ORIGIN;

    let question = asked(&mut browser).await;
    let answer = device.opens(&question.asked);
    answers(&mut browser, &question, &answer).await;
    assert!(!is_stranger(&mut browser).await, "and honestly it opens");
    device.forgets(3);
    let mut copy = portal.anonymous();
    let question = asked(&mut copy).await;
    let answer = device.opens(&question.asked);
    answers(&mut copy, &question, &answer).await;
    assert!(is_stranger(&mut copy).await, "a copy that counts behind");
}

#[actix_web::test]
async fn nonsense_is_refused_kindly() {
    let portal = portal().await;
    let mut browser = portal.anonymous();
    for answer in ["", "null", "{}", "[1", "{\"id\":\"\",\"rawId\":\"\",\"type\":\"public-key\",\"response\":{}}"] {
        let question = asked(&mut browser).await;
        let refused = answers(&mut browser, &question, answer).await;
        assert_eq!(refused.location(), Some("/dang-nhap"), "{answer}");
    }
    let refused = browser.post_form("/dang-nhap/khoa/mo", &[("token", "x"), ("answer", "{}")]).await;
    assert_eq!(refused.location(), Some("/dang-nhap"));
}

/// Sends what a device made; the page afterwards.
async fn send(browser: &mut Browser<'_>, token: &str, answer: &str) -> String {
    let answer = browser.post_form("/tai-khoan/khoa/luu", &[("token", token), ("answer", answer)]).await;
    browser.follow(&answer).await.text()
}

#[actix_web::test]
async fn a_new_key_is_kept_only_as_it_was_asked_for() {
    let portal = portal().await;
    let (mut citizen, mut other) = (portal.citizen().await, portal.other_citizen().await);
    let question = begun(&mut citizen, "Máy").await;
    let answer = Device::new().makes(&question.asked);
    other.get("/tai-khoan/khoa").await;
    assert!(send(&mut other, &question.token, &answer).await.contains("Bạn đã đợi quá lâu"), "somebody else's");
    let mut elsewhere = Device::new();
    elsewhere.origin = "http://localhost:1";
    let lie = elsewhere.makes(&question.asked);
    assert!(send(&mut citizen, &question.token, &lie).await.contains("Chưa thêm được khóa này"));
    assert!(send(&mut citizen, &question.token, &answer).await.contains("Bạn đã đợi quá lâu"), "a question is asked once");
    let mut careless = Device::new();
    careless.verifies = false;
    let question = begun(&mut citizen, "Máy").await;
    let answer = careless.makes(&question.asked);
    assert!(send(&mut citizen, &question.token, &answer).await.contains("Chưa thêm được khóa này"), "nobody was verified");
    assert!(citizen.get("/tai-khoan/khoa").await.main_text().contains("Bạn chưa có khóa truy cập nào"));
}
