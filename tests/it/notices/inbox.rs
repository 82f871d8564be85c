//! The inbox on the portal: the same events, the same words, nobody else's.

use actix_web::http::StatusCode;

use crate::{citizen::road, support::TestPortal};

const INBOX: &str = "/tai-khoan/thong-bao";
const BELL: &str = ".mc-account__bell .govuk-visually-hidden";

#[actix_web::test]
async fn what_a_letter_tells_lies_on_the_portal_until_it_is_read() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    assert!(citizen.get(INBOX).await.main_text().contains("Chưa có thông báo nào"));
    let draft = road::filled(&mut citizen).await;
    let code = road::code_of(&road::submitted(&mut citizen, &draft).await);
    let page = citizen.get(INBOX).await;
    // One for the session with its unread count, one for the list.
    page.assert_statements(2);
    assert_eq!(page.texts(BELL), ["Thông báo: 1 chưa đọc"]);
    let [title] = page.texts(".mc-told__title").try_into().expect("one notice");
    assert_eq!(title, format!("Đã nhận hồ sơ {code} của bạn Mới"));
    let href = page.attributes(".mc-told__title a", "href").remove(0);
    let mut other = portal.other_citizen().await;
    assert_eq!(other.get(&href).await.status, StatusCode::NOT_FOUND, "somebody else's");
    let opened = citizen.get(&href).await;
    assert_eq!(opened.texts(BELL), ["Thông báo"], "read by this very page");
    assert!(opened.main_text().contains("Bạn đã nộp hồ sơ đến"), "{}", opened.main_text());
    assert!(!opened.main_text().contains("http"), "a button instead of an address: {}", opened.main_text());
    assert_eq!(opened.attributes("main .mc-actions a", "href"), [format!("/ho-so/{code}")]);
    assert_eq!(citizen.get(INBOX).await.texts(".mc-told--new"), Vec::<String>::new());
}

#[actix_web::test]
async fn the_page_of_the_dossier_reads_its_notices() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = road::filled(&mut citizen).await;
    let code = road::code_of(&road::submitted(&mut citizen, &draft).await);
    let page = citizen.get(&format!("/ho-so/{code}")).await;
    page.assert_statements(8);
    assert_eq!(page.texts(BELL), ["Thông báo"]);
    assert_eq!(citizen.get(INBOX).await.texts(".mc-told--new"), Vec::<String>::new());
}

#[actix_web::test]
async fn all_can_be_marked_as_read_and_only_ones_own() {
    let portal = TestPortal::open().await;
    let (mut citizen, mut other) = (portal.citizen().await, portal.other_citizen().await);
    for browser in [&mut citizen, &mut other] {
        let draft = road::filled(browser).await;
        road::submitted(browser, &draft).await;
    }
    citizen.get(INBOX).await;
    let done = citizen.post_form(INBOX, &[]).await;
    let page = citizen.follow(&done).await;
    assert_eq!(page.texts(BELL), ["Thông báo"]);
    assert!(page.text().contains("Đã đánh dấu tất cả"));
    assert_eq!(other.get("/ho-so").await.texts(BELL), ["Thông báo: 1 chưa đọc"]);
}

#[actix_web::test]
async fn many_notices_come_in_pages() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = road::filled(&mut citizen).await;
    road::submitted(&mut citizen, &draft).await;
    super::copies(&portal, 44).await;
    let first = citizen.get(INBOX).await;
    assert_eq!(first.texts(BELL), ["Thông báo: 45 chưa đọc"]);
    assert_eq!(first.texts(".mc-told__title").len(), 20);
    let second = citizen.get(&first.attributes("a[rel=next]", "href")[0]).await;
    let third = citizen.get(&second.attributes("a[rel=next]", "href")[0]).await;
    assert_eq!(third.texts(".mc-told__title").len(), 5);
    assert!(third.attributes("a[rel=next]", "href").is_empty());
    let mut seen: Vec<String> = [first, second, third].iter().flat_map(|page| page.attributes(".mc-told__title a", "href")).collect();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 45, "each once");
}
