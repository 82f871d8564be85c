//! Yêu cầu bổ sung: ready reasons, read as the citizen will read it, sent once.

use actix_web::http::StatusCode;

use crate::{
    citizen::road,
    stories::desk::bench,
    support::{Browser, TestPortal},
};

const BLURRED: &str = "Ảnh chụp bị mờ hoặc thiếu góc, không đọc được.";

async fn submitted(portal: &TestPortal) -> String {
    let mut citizen = portal.citizen().await;
    let draft = road::filled(&mut citizen).await;
    let receipt = road::submitted(&mut citizen, &draft).await;
    road::code_of(&receipt)
}

/// The page of the composer, its version and its first tick box.
async fn composer(desk: &mut Browser<'_>, code: &str) -> (String, String, String) {
    let path = format!("{}/yeu-cau-bo-sung", bench(code));
    let page = desk.get(&path).await;
    let item = page.attributes("input[name='items']", "value").first().cloned().expect("something to tick");
    (path, page.input("version").expect("a version"), item)
}

#[actix_web::test]
async fn the_request_is_read_as_the_citizen_will_before_it_is_sent() {
    let portal = TestPortal::open().await;
    let code = submitted(&portal).await;
    let mut desk = portal.official("motcua", "viettri").await;
    let (path, version, item) = composer(&mut desk, &code).await;
    let typed = |canned, reason, preview| {
        [
            ("version", version.as_str()),
            ("items", item.as_str()),
            ("canned", canned),
            ("reason", reason),
            ("days", "5"),
            ("preview", preview),
        ]
    };
    let nothing = desk.post_form(&path, &typed("", "", "yes")).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY, "what is wrong is said before it is read, too");
    let shown = desk.post_form(&path, &typed("canned-blurred", "Chụp cả con dấu.", "yes")).await;
    let read = shown.texts(".mc-notice .mc-inset").join(" ");
    // Five days from Monday are Saturday: nobody's time ends on a day off.
    assert!(read.contains("30/11/2026") && read.contains(BLURRED) && read.contains("Chụp cả con dấu."), "{}", shown.main_text());
    let reason = shown.texts("textarea[name='reason']").join("");
    assert!(reason.contains(BLURRED) && reason.ends_with("Chụp cả con dấu."), "{reason}");
    assert!(desk.get(&bench(&code)).await.main_text().contains("Đã nộp, chờ tiếp nhận"), "nothing was sent");

    let (path, version, item) = composer(&mut desk, &code).await;
    let fields =
        [("version", version.as_str()), ("items", item.as_str()), ("canned", "canned-blurred"), ("reason", reason.as_str()), ("days", "5")];
    assert!(desk.post_form(&path, &fields).await.location().is_some());
    let mut citizen = portal.citizen().await;
    let asked = citizen.get(&format!("/ho-so/{code}/bo-sung")).await.main_text();
    assert!(asked.contains("30/11/2026") && asked.contains("Chụp cả con dấu."), "{asked}");
    assert_eq!(asked.matches(BLURRED).count(), 1, "a reason that is there already is not said twice");
}

#[actix_web::test]
async fn who_sends_a_form_without_a_version_has_seen_nothing() {
    let portal = TestPortal::open().await;
    let code = submitted(&portal).await;
    let mut desk = portal.official("motcua", "viettri").await;
    desk.get(&bench(&code)).await;
    let blind = desk.post_form(&format!("{}/tiep-nhan", bench(&code)), &[]).await;
    assert_eq!(blind.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", blind.main_text());
    assert!(blind.main_text().contains("Nguyễn Văn Mẫu"), "who was last, and what he did: {}", blind.main_text());
}
