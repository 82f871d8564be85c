//! The list of services and the page of one.

use actix_web::http::StatusCode;

use crate::support::TestPortal;

#[actix_web::test]
async fn every_service_stands_in_the_list_with_what_is_in_force() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    assert_eq!(admin.get("/quan-tri").await.status, StatusCode::OK);
    let list = admin.get("/quan-tri/dich-vu").await;
    list.assert_statements(4);
    let rows = list.texts("tbody tr");
    assert_eq!(rows.len(), portal.rules.catalogue.all_in_force(portal.now().instant()).len());
    assert!(rows.iter().all(|row| row.contains("Đang áp dụng phiên bản 1")), "{rows:#?}");
    assert!(rows.iter().any(|row| row.contains("chưa kiểm chứng")), "{rows:#?}");
}

#[actix_web::test]
async fn a_version_shows_the_files_it_was_written_in() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    let service = admin.get("/quan-tri/dich-vu/khai-sinh").await;
    service.assert_statements(4);
    assert!(service.main_text().contains("Tệp cài đặt của cổng"), "{}", service.main_text());
    let version = admin.get("/quan-tri/dich-vu/khai-sinh/phien-ban/1").await;
    let shown = version.raw_texts("pre").into_iter().next().unwrap_or_default();
    assert!(version.texts("summary").iter().any(|name| name == "service.toml"), "{}", version.main_text());
    assert!(!shown.is_empty());
    assert_eq!(admin.get("/quan-tri/dich-vu/khai-sinh/phien-ban/9").await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn the_files_of_a_version_are_carried_away_the_same_each_time() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    let path = "/quan-tri/dich-vu/khai-sinh/phien-ban/1/tai-ve";
    let (first, second) = (admin.get(path).await, admin.get(path).await);
    assert_eq!(first.header("content-type"), Some("application/zip"));
    assert!(first.body.starts_with(b"PK\x03\x04") && first.body == second.body);
    let text = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/config/services/khai-sinh/service.toml")).expect("the file");
    assert!(first.body.windows(text.len()).any(|part| part == text.as_slice()), "the file is in it byte for byte");
}

#[actix_web::test]
async fn who_administers_a_commune_has_a_home_but_no_services() {
    let portal = TestPortal::open().await;
    let mut admin = portal.official("quantri", "viettri").await;
    assert_eq!(admin.get("/quan-tri").await.status, StatusCode::OK);
    assert_eq!(admin.get("/quan-tri/dich-vu").await.status, StatusCode::NOT_FOUND);
}
