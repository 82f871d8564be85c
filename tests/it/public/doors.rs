//! Static pages, and what exists only in a demonstration.

use actix_web::http::StatusCode;

use crate::support::TestPortal;

#[actix_web::test]
async fn what_the_portal_says_about_itself() {
    let portal = TestPortal::open().await;
    let mut anybody = portal.anonymous();
    for (path, word) in [
        ("/tro-giup", "Nộp hồ sơ trực tuyến"),
        ("/bao-ve-du-lieu", "Ai xem được"),
        ("/kha-nang-tiep-can", "bàn phím"),
        ("/tra-cuu", "Mã hồ sơ"),
        ("/xac-minh", "Mã xác minh"),
    ] {
        let page = anybody.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.main_text().contains(word), "{path}: {}", page.main_text());
    }
}

#[actix_web::test]
async fn the_mailbox_page_exists_only_with_a_local_mailbox_in_a_demonstration() {
    let portal = TestPortal::open().await;
    assert_eq!(portal.anonymous().get("/hop-thu").await.status, StatusCode::NOT_FOUND, "letters go to memory here");
}

#[actix_web::test]
async fn the_chosen_language_stays_and_leads_back_only_to_this_portal() {
    let portal = TestPortal::open().await;
    let mut anybody = portal.anonymous();
    assert!(anybody.get("/tro-giup").await.text().contains("English"));
    let chosen = anybody.post_form("/ngon-ngu", &[("lang", "en"), ("back", "/tro-giup")]).await;
    assert_eq!(chosen.location(), Some("/tro-giup"));
    let page = anybody.get("/tro-giup").await;
    assert!(page.text().contains("lang=\"en\"") && page.text().contains("Track a dossier") && page.text().contains("Tiếng Việt"));
    let lured = anybody.post_form("/ngon-ngu", &[("lang", "vi"), ("back", "//evil.example")]).await;
    assert_eq!(lured.location(), Some("/"));
}
