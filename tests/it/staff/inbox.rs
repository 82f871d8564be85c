//! The list: its pages, its filters, what it says to begin with, what it leaves in the audit.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;

use super::many;
use crate::{
    citizen::road,
    support::{Answer, TestPortal},
};

fn codes(page: &Answer) -> Vec<String> {
    page.texts(".mc-queue__code")
}

async fn submitted(portal: &TestPortal) -> String {
    let mut citizen = portal.citizen().await;
    let draft = road::filled(&mut citizen).await;
    road::code_of(&road::submitted(&mut citizen, &draft).await)
}

#[actix_web::test]
async fn leafing_forward_and_back_shows_every_dossier_once() {
    let portal = TestPortal::open().await;
    many::generate(&portal, 20_000).await;
    let mut desk = portal.official("motcua", "viettri").await;
    let mut page = desk.get("/can-bo?hang=all").await;
    let (mut seen, mut pages) = (Vec::new(), vec![codes(&page)]);
    while let Some(next) = page.attributes("a[rel=next]", "href").first().cloned() {
        seen.extend(codes(&page));
        page = desk.get(&next).await;
        page.assert_statements(5);
        pages.push(codes(&page));
    }
    seen.extend(codes(&page));
    assert!(pages.len() > 2, "{} pages", pages.len());
    assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), seen.len(), "a dossier twice");
    for expected in pages.iter().rev().skip(1) {
        let back = page.attributes("a[rel=prev]", "href").first().cloned().expect("a way back");
        page = desk.get(&back).await;
        assert_eq!(&codes(&page), expected);
    }
    assert!(page.attributes("a[rel=prev]", "href").is_empty(), "nothing before the first page");
}

#[actix_web::test]
async fn what_is_late_stands_first_and_counters_agree_with_their_lists() {
    let portal = TestPortal::open().await;
    many::generate(&portal, 20_000).await;
    let mut desk = portal.official("motcua", "viettri").await;
    for queue in ["mine", "late", "today", "new", "waiting", "to_sign", "to_return", "open"] {
        let page = desk.get(&format!("/can-bo?hang={queue}")).await;
        let current = page.texts(".mc-side__link[aria-current] .mc-side__count");
        let said: usize = current.first().and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("{queue}: {current:?}"));
        let mut shown = codes(&page).len();
        let mut leaf = page.attributes("a[rel=next]", "href").first().cloned();
        while let Some(next) = leaf {
            let page = desk.get(&next).await;
            shown += codes(&page).len();
            leaf = page.attributes("a[rel=next]", "href").first().cloned();
        }
        assert_eq!(shown, said, "{queue}");
    }
    let page = desk.get("/can-bo?hang=late").await;
    let badges = page.texts(".mc-deadline");
    assert!(!badges.is_empty() && badges.iter().all(|badge| badge.to_lowercase().contains("quá hạn")), "{badges:?}");
}

#[actix_web::test]
async fn every_box_of_the_filter_takes_away_what_does_not_fit() {
    let portal = TestPortal::open().await;
    let code = submitted(&portal).await;
    let mut desk = portal.official("motcua", "viettri").await;
    let boxes = desk.get("/can-bo?hang=open").await;
    let services = boxes.attributes("#dich-vu option", "value");
    let service = services.iter().find(|id| !id.is_empty()).expect("a service").clone();
    let fits = [
        "trang-thai=registered",
        "nguon=online",
        "can-bo=chua",
        "nhan-tu=2026-11-23",
        "nhan-den=23/11/2026",
        "tim=nguyen%20van%20mau",
        "tim=0912000001",
    ];
    for one in fits {
        let page = desk.get(&format!("/can-bo?hang=open&{one}")).await;
        assert_eq!(codes(&page), std::slice::from_ref(&code), "{one}: {}", page.main_text());
        page.assert_statements(5);
    }
    let misfits = [
        "trang-thai=processing",
        "nguon=postal",
        "can-bo=toi",
        "nhan-tu=2026-11-24",
        "nhan-den=2026-11-22",
        "han-tu=2027-01-01",
        "tim=nguyen%20van%20nam",
        "buoc=sign",
    ];
    for one in misfits {
        let page = desk.get(&format!("/can-bo?hang=open&{one}")).await;
        assert!(codes(&page).is_empty(), "{one}");
        assert!(page.attributes(".mc-empty a", "href").iter().any(|href| href == "/can-bo?hang=open"), "{one}: no way out");
    }
    let by_service = desk.get(&format!("/can-bo?hang=open&dich-vu={service}")).await;
    assert_eq!(by_service.status, StatusCode::OK);
    assert_eq!(desk.get("/can-bo?hang=khong&sau=x&nhan-tu=hom%20qua&can-bo=ai-do").await.status, StatusCode::OK);
}

#[actix_web::test]
async fn the_next_task_is_the_one_with_the_least_room_and_says_why() {
    let portal = TestPortal::open().await;
    let code = submitted(&portal).await;
    let mut desk = portal.official("motcua", "viettri").await;
    let page = desk.get("/can-bo").await;
    let task = page.texts(".mc-task").join(" ");
    assert!(task.contains(&code) && task.contains("Phải trả lời người nộp trước"), "{task}");
    assert!(task.replace('\u{a0}', " ").contains("còn 1 ngày làm việc"), "{task}");
    assert_eq!(page.attributes(".mc-task a", "href"), [format!("/can-bo/ho-so/{code}")]);
    assert!(desk.get("/can-bo?hang=late").await.texts(".mc-task").is_empty(), "only beside one's own queue");
    let mut leader = portal.official("chutich", "viettri").await;
    assert!(leader.get("/can-bo").await.texts(".mc-task").is_empty(), "nothing waits for the leader");
    portal.wait(chrono::TimeDelta::days(3));
    // The session has ended meanwhile.
    let mut desk = portal.official("motcua", "viettri").await;
    let late = desk.get("/can-bo").await.texts(".mc-task").join(" ");
    assert!(late.contains("Đã quá hạn"), "{late}");
}

#[actix_web::test]
async fn a_search_is_written_in_the_audit_without_its_words() {
    let portal = TestPortal::open().await;
    let code = submitted(&portal).await;
    let mut desk = portal.official("motcua", "viettri").await;
    desk.get("/can-bo?hang=all").await;
    desk.get("/can-bo?hang=all&tim=0912%20000%20001").await;
    let lines = many::audited(&portal, "search_dossiers").await;
    assert_eq!(lines, [("phone".to_owned(), serde_json::json!({ "by": "phone", "found": [code] }))]);
}
