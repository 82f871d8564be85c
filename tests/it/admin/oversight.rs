//! System, failed jobs, audit.

use actix_web::http::StatusCode;
use diesel_async::RunQueryDsl;

use crate::support::TestPortal;

#[actix_web::test]
async fn the_system_says_what_is_well_and_what_to_do() {
    let portal = TestPortal::open().await;
    let page = portal.administrator().await.get("/quan-tri/he-thong").await;
    page.assert_statements(6);
    let rows = page.texts("tbody tr");
    assert!(rows.iter().any(|row| row.starts_with("Cấu trúc cơ sở dữ liệu Tốt")), "{rows:#?}");
    assert!(rows.iter().any(|row| row.contains("đặt mail.smtp_url trong portal.toml")), "{rows:#?}");
    assert_eq!(rows.len(), 8, "{rows:#?}");
}

#[actix_web::test]
async fn a_failed_job_is_tried_again_or_given_up_for_a_reason() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    let ids = ["01900000-0000-7000-8000-00000000000a", "01900000-0000-7000-8000-00000000000b"];
    for id in ids {
        let dead = format!(
            "INSERT INTO jobs (id, kind, payload, attempts, dead_at, last_error) VALUES ('{id}', 'seal_audit', '{{}}', 10, now(), 'hỏng')"
        );
        diesel::sql_query(dead).execute(&mut *portal.conn().await).await.expect("a failed job");
    }
    assert_eq!(admin.get("/quan-tri/viec-nen").await.texts("section h2").len(), 2);
    let path = |id: &str| format!("/quan-tri/viec-nen/{id}");
    let refused = admin.post_form(&path(ids[0]), &[("retry", "1"), ("reason", " ")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.main_text());
    admin.post_form(&path(ids[0]), &[("retry", "1"), ("reason", "Máy chủ thư đã chạy lại")]).await;
    admin.post_form(&path(ids[1]), &[("give-up", "1"), ("reason", "Không còn cần")]).await;
    assert!(admin.get("/quan-tri/viec-nen").await.main_text().contains("Không có việc nào bị lỗi"));
    let again = admin.post_form(&path(ids[1]), &[("give-up", "1"), ("reason", "Lần nữa")]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    let audit = admin.get("/quan-tri/nhat-ky?loai=job").await.texts("tbody tr");
    assert!(audit.len() == 2 && audit[0].contains("Bỏ việc nền") && audit[0].contains("Không còn cần"), "{audit:#?}");
}

#[actix_web::test]
async fn the_audit_is_narrowed_by_who_what_and_when() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    admin.get("/quan-tri/dich-vu/khai-sinh").await;
    admin.post_form("/quan-tri/dich-vu/khai-sinh/ban-nhap", &[]).await;
    let rows = admin.get("/quan-tri/nhat-ky?ai=C%E1%BA%A5u&viec=begin_draft").await;
    rows.assert_statements(2);
    let rows = rows.texts("tbody tr");
    assert!(rows.len() == 1 && rows[0].contains("Dịch vụ khai-sinh"), "{rows:#?}");
    assert!(admin.get("/quan-tri/nhat-ky?ai=Kh%C3%B4ng+ai").await.main_text().contains("Không có dòng nào"));
    assert!(admin.get("/quan-tri/nhat-ky?den=2026-11-22&viec=begin_draft").await.main_text().contains("Không có dòng nào"));
    assert_eq!(admin.get("/quan-tri/nhat-ky?tu=2026-11-23&viec=begin_draft").await.texts("tbody tr").len(), 1);
}
