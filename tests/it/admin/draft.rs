//! A draft in the browser: begun, edited, taken back, thrown away; two who save at once.

use actix_web::http::StatusCode;

use super::forms::{as_shown, borrowed, with};
use crate::support::{Browser, TestPortal};

const DRAFT: &str = "/quan-tri/dich-vu/xac-nhan-tinh-trang-hon-nhan/ban-nhap";

async fn begun(admin: &mut Browser<'_>) {
    admin.get(DRAFT.trim_end_matches("/ban-nhap")).await;
    let made = admin.post_form(DRAFT, &[]).await;
    assert_eq!(made.location(), Some(DRAFT), "{}", made.main_text());
}

#[actix_web::test]
async fn every_page_of_a_draft_saved_untouched_changes_nothing() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    begun(&mut admin).await;
    let pages =
        ["information/0", "documents/0", "steps/1", "fees/0", "deadlines/0", "competence/1", "form-muc-dich/page", "form-muc-dich/0.0"];
    for page in pages {
        let path = format!("{DRAFT}/phan/{page}");
        let shown = admin.get(&path).await;
        assert_eq!(shown.status, StatusCode::OK, "{page}: {}", shown.main_text());
        let pairs = as_shown(&shown, &path);
        let saved = admin.post_form(&path, &borrowed(&pairs)).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{page}: {:?}", saved.texts(".govuk-error-summary li"));
    }
    let history = admin.get(&format!("{DRAFT}/lich-su")).await;
    assert_eq!(history.texts("tbody tr").len(), 1, "nothing was saved: {}", history.main_text());
}

#[actix_web::test]
async fn a_step_and_a_fee_are_changed_and_taken_back() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    begun(&mut admin).await;
    let path = format!("{DRAFT}/phan/fees/0");
    let shown = admin.get(&path).await;
    shown.assert_statements(4);
    let wrong = with(as_shown(&shown, &path), "amount", "mười nghìn");
    let refused = admin.post_form(&path, &borrowed(&wrong)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.texts(".govuk-error-summary li"), ["Mức thu: nhập số nguyên, ví dụ 8000"]);
    assert_eq!(refused.input("amount").as_deref(), Some("mười nghìn"), "what was typed is still there");
    let right = with(as_shown(&refused, &path), "amount", "10.000");
    let saved = admin.post_form(&path, &borrowed(&right)).await;
    saved.assert_statements(5);
    let desk = admin.get(DRAFT).await;
    assert!(desk.main_text().contains("Mức thu 0 ₫ 10.000 ₫"), "{}", desk.main_text());
    let back = admin.post_form(&format!("{DRAFT}/lich-su"), &[("number", "2"), ("to", "1")]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.main_text());
    assert!(admin.get(DRAFT).await.main_text().contains("Chưa có gì thay đổi"));
    let gone = admin.post_form(&format!("{DRAFT}/bo"), &[("reason", "")]).await;
    assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY, "a reason is needed");
    admin.post_form(&format!("{DRAFT}/bo"), &[("reason", "Nhập nhầm")]).await;
    assert_eq!(admin.get(DRAFT).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn two_administrators_at_once_lose_nothing() {
    let portal = TestPortal::open().await;
    let (mut first, mut second) = (portal.administrator().await, portal.administrator().await);
    begun(&mut first).await;
    let path = format!("{DRAFT}/phan/deadlines/0");
    let (mine, theirs) = (as_shown(&first.get(&path).await, &path), as_shown(&second.get(&path).await, &path));
    second.post_form(&path, &borrowed(&with(theirs, "limit", "4"))).await;
    let told = first.post_form(&path, &borrowed(&with(mine, "note", "Ghi chú của tôi"))).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(told.main_text().contains("Chu Thị Cấu đã lưu bản nháp lúc"), "{}", told.main_text());
    assert_eq!(told.raw_texts("textarea[name='note']"), ["Ghi chú của tôi"]);
}

#[actix_web::test]
async fn a_file_is_edited_as_text_and_an_error_says_where() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    begun(&mut admin).await;
    let path = format!("{DRAFT}/tep?ten=form/muc-dich.toml");
    let shown = admin.get(&path).await;
    let number = shown.input("number").expect("a number");
    let text = shown.raw_texts("textarea").remove(0);
    let broken = format!("{text}\n[[sections]\n");
    let refused = admin.post_form(&path, &[("number", &number), ("text", &broken)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let line = broken.lines().count();
    assert!(refused.main_text().contains(&format!("Dòng {line}")), "{}", refused.main_text());
    assert!(refused.raw_texts("textarea").remove(0).contains("[[sections]\n"), "what was typed is still there");
    let saved = admin.post_form(&path, &[("number", &number), ("text", &format!("# Đã xem\n{text}"))]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.main_text());
    assert!(admin.get(&path).await.raw_texts("textarea").remove(0).starts_with("# Đã xem\n"));
}
