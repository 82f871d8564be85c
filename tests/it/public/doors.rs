//! Static pages, and what exists only in a demonstration.

use actix_web::http::StatusCode;

use crate::support::{Answer, TestPortal};

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
    let page = anybody.get("/tro-giup?a=b").await;
    let chosen = anybody.get(&switch(&page)).await;
    assert_eq!(chosen.location(), Some("/tro-giup?a=b"));
    let page = anybody.get("/tro-giup").await;
    assert!(page.text().contains("lang=\"en\"") && page.text().contains("Track a dossier") && page.text().contains("Tiếng Việt"));
    for lure in ["/ngon-ngu?lang=vi&tiep=//evil.example", "/ngon-ngu?lang=xx&tiep=https://evil.example", "/ngon-ngu"] {
        assert_eq!(anybody.get(lure).await.location(), Some("/"), "{lure}");
    }
}

/// Where the footer of a page leads to for the other language.
fn switch(page: &Answer) -> String {
    page.attributes(".mc-footer__language a", "href").pop().expect("a link to the other language")
}

#[actix_web::test]
async fn who_only_reads_gets_no_cookie() {
    let portal = TestPortal::open().await;
    let mut anybody = portal.anonymous();
    for path in ["/", "/dich-vu", "/dich-vu/khai-sinh", "/dich-vu?q=khai+sinh", "/tro-giup", "/xac-minh", "/khong-co"] {
        assert_eq!(anybody.get(path).await.header("set-cookie"), None, "{path}");
    }
}

#[actix_web::test]
async fn weaknesses_are_reported_where_the_settings_say() {
    let silent = TestPortal::open().await;
    assert_eq!(silent.anonymous().get("/.well-known/security.txt").await.status, StatusCode::NOT_FOUND, "nobody is named");
    for (contact, line) in [
        ("an-ninh@motcua.example", "Contact: mailto:an-ninh@motcua.example\n"),
        ("https://motcua.example/an-ninh", "Contact: https://motcua.example/an-ninh\n"),
    ] {
        let portal = TestPortal::open_with(|config| config.security.contact = contact.to_owned()).await;
        let answer = portal.anonymous().get("/.well-known/security.txt").await;
        assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, Some("text/plain; charset=utf-8")));
        let text = answer.text();
        assert!(
            text.contains(line) && text.contains("Expires: 2027-05-22T00:00:00Z\n") && text.contains("Preferred-Languages: vi, en\n"),
            "{text}"
        );
    }
}
