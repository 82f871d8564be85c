//! Text messages: who wants them, what they say, when they are silent, how they fail.

use std::time::Duration;

use chrono::TimeDelta;
use motcua::platform::sms::{HttpGateway, HttpGatewaySettings, Sms, SmsError, SmsGateway, TextMessage};

use super::sms_office::SmsOffice;
use crate::{
    citizen::road,
    support::{Browser, TestPortal},
};

const WAYS: &str = "/tai-khoan/cach-bao";

fn gateway(office: &SmsOffice) -> HttpGateway {
    HttpGateway::new(HttpGatewaySettings {
        url: format!("http://127.0.0.1:{}/gui", office.port),
        token: "bi-mat".into(),
        from: "MotCua".into(),
        timeout: Duration::from_millis(700),
    })
    .expect("a gateway")
}

async fn portal(office: &SmsOffice) -> TestPortal {
    let mut portal = TestPortal::open().await;
    portal.platform.sms = Sms::through(gateway(office));
    portal
}

async fn submit(citizen: &mut Browser<'_>) -> String {
    let draft = road::filled(citizen).await;
    road::code_of(&road::submitted(citizen, &draft).await)
}

#[tokio::test]
async fn every_way_to_fail_is_told_apart() {
    let message = TextMessage { id: "m1".into(), to: "0912000001".parse().expect("a number"), text: "Ho so 1".into() };
    let office = SmsOffice::open(&[]).await;
    gateway(&office).send(&message).await.expect("taken");
    assert_eq!(office.taken()[0]["to"], "+84912000001");
    let head = office.heads().remove(0);
    assert!(head.contains("idempotency-key: m1") && head.contains("authorization: bearer bi-mat"), "{head}");
    type Right = fn(&SmsError) -> bool;
    let cases: [(u16, Right); 7] = [
        (422, |e| matches!(e, SmsError::BadAddress(_))),
        (429, |e| matches!(e, SmsError::Throttled(_))),
        (400, |e| matches!(e, SmsError::Permanent(_))),
        (401, |e| matches!(e, SmsError::Unreachable(_))),
        (503, |e| matches!(e, SmsError::Unreachable(_))),
        (302, |e| matches!(e, SmsError::Unreachable(_))),
        (408, |e| matches!(e, SmsError::Temporary(_))),
    ];
    for (status, right) in cases {
        let office = SmsOffice::open(&[status]).await;
        let error = gateway(&office).send(&message).await.expect_err("refused");
        assert!(right(&error), "{status}: {error:?}");
        assert!(!error.to_string().contains("bi-mat") && !error.to_string().contains("/gui"), "{error}");
    }
}

#[actix_web::test]
async fn who_wants_messages_gets_the_code_and_what_happened() {
    let office = SmsOffice::open(&[503]).await;
    let portal = portal(&office).await;
    let mut citizen = portal.citizen().await;
    submit(&mut citizen).await;
    portal.run_jobs().await;
    assert!(office.heads().is_empty(), "nobody is sent messages who did not ask for them");
    assert!(citizen.get(WAYS).await.main_text().contains("Tin nhắn đến số"));
    let saved = citizen.post_form(WAYS, &[("email", "yes"), ("sms", "yes")]).await;
    assert_eq!(saved.location(), Some("/tai-khoan"));
    let code = submit(&mut citizen).await;
    portal.run_jobs().await;
    portal.wait(TimeDelta::minutes(2));
    portal.run_jobs().await;
    let [message] = office.taken().try_into().expect("one message, at the second attempt");
    assert_eq!(message["text"], format!("Ho so {code} da duoc gui!"));
    let ids: Vec<String> =
        office.heads().iter().filter_map(|head| head.lines().find(|l| l.starts_with("idempotency-key")).map(str::to_owned)).collect();
    assert!(ids.len() == 2 && ids[0] == ids[1], "the same id at every attempt: {ids:?}");
    let log = citizen.get(&format!("/ho-so/{code}/thong-bao")).await.main_text();
    assert!(log.contains("Tin nhắn đến số •••") && log.contains("Thư điện tử đến n•••@example.vn"), "{log}");
    assert!(!log.contains("nguyen.van.mau@") && !log.contains("912"), "{log}");
}

#[actix_web::test]
async fn telephones_are_silent_at_night() {
    let office = SmsOffice::open(&[]).await;
    let portal = portal(&office).await;
    let mut citizen = portal.citizen().await;
    citizen.get(WAYS).await;
    citizen.post_form(WAYS, &[("email", "yes"), ("sms", "yes")]).await;
    // Ten hours after nine in the morning, and three more: ten in the evening.
    portal.wait(TimeDelta::hours(10));
    citizen.get("/ho-so").await;
    let draft = road::filled(&mut citizen).await;
    portal.wait(TimeDelta::hours(3));
    road::submitted(&mut citizen, &draft).await;
    portal.run_jobs().await;
    assert!(office.taken().is_empty());
    portal.wait(TimeDelta::hours(8));
    portal.run_jobs().await;
    assert!(office.taken().is_empty(), "six in the morning");
    portal.wait(TimeDelta::hours(1));
    portal.run_jobs().await;
    assert_eq!(office.taken().len(), 1);
}

#[actix_web::test]
async fn without_letters_only_what_must_be_told_is_written() {
    let office = SmsOffice::open(&[]).await;
    let portal = portal(&office).await;
    let mut citizen = portal.citizen().await;
    citizen.get(WAYS).await;
    citizen.post_form(WAYS, &[]).await;
    let code = submit(&mut citizen).await;
    portal.run_jobs().await;
    assert!(portal.mailbox.letters().is_empty() && office.heads().is_empty(), "on the portal only");
    assert!(citizen.get("/tai-khoan/thong-bao").await.main_text().contains(&code));
    let mut desk = portal.official("motcua", "viettri").await;
    let page = desk.get(&format!("/can-bo/ho-so/{code}/tu-choi")).await;
    let version = page.input("version").expect("a version");
    let refused = desk
        .post_form(&format!("/can-bo/ho-so/{code}/tu-choi"), &[("version", &version), ("reason", "Không thuộc thẩm quyền của phường.")])
        .await;
    assert!(refused.location().is_some(), "{}", refused.main_text());
    portal.run_jobs().await;
    assert_eq!(portal.mailbox.letters().len(), 1, "a refusal is always told by letter");
}
