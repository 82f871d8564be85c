//! A page of the editor that saves itself; two who write at once; undoing.

use actix_web::http::StatusCode;

use super::forms::{as_shown, borrowed, with};
use crate::support::{Browser, TestPortal};

const DRAFT: &str = "/quan-tri/dich-vu/xac-nhan-tinh-trang-hon-nhan/ban-nhap";
const FEE: &str = "/quan-tri/dich-vu/xac-nhan-tinh-trang-hon-nhan/ban-nhap/phan/fees/0";

async fn begun(admin: &mut Browser<'_>) -> Vec<(String, String)> {
    admin.get(DRAFT.trim_end_matches("/ban-nhap")).await;
    admin.post_form(DRAFT, &[]).await;
    as_shown(&admin.get(FEE).await, FEE)
}

#[actix_web::test]
async fn what_is_typed_is_saved_without_a_button_and_makes_one_line_of_history() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    let pairs = begun(&mut admin).await;
    let mut number = "1".to_owned();
    for amount in ["9", "95", "9500"] {
        let typed = with(with(pairs.clone(), "amount", amount), "number", &number);
        let saved = admin.post_script(&format!("{FEE}/tu-luu"), &borrowed(&typed)).await;
        assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
        saved.assert_statements(5);
        number = saved.json()["version"].as_str().expect("a number").to_owned();
    }
    assert_eq!(admin.get(FEE).await.input("amount").as_deref(), Some("9500"));
    let history = admin.get(&format!("{DRAFT}/lich-su")).await;
    assert_eq!(history.texts("tbody tr").len(), 2, "{}", history.main_text());

    let undone = admin.post_form(&format!("{DRAFT}/hoan-tac"), &[("number", &number)]).await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.main_text());
    assert_eq!(admin.get(FEE).await.input("amount").as_deref(), Some("0"));
    let again = admin.get(FEE).await.input("number").expect("a number");
    admin.post_form(&format!("{DRAFT}/hoan-tac"), &[("number", &again)]).await;
    assert!(admin.get(DRAFT).await.text().contains("Không còn gì để hoàn tác"));
}

#[actix_web::test]
async fn what_cannot_be_saved_is_told_and_nothing_is_overwritten() {
    let portal = TestPortal::open().await;
    let (mut first, mut second) = (portal.administrator().await, portal.administrator().await);
    let pairs = begun(&mut first).await;
    let address = format!("{FEE}/tu-luu");
    let wrong = first.post_script(&address, &borrowed(&with(pairs.clone(), "amount", "mười"))).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.json()["errors"][0], "Mức thu: nhập số nguyên, ví dụ 8000");

    let theirs = as_shown(&second.get(FEE).await, FEE);
    second.post_form(FEE, &borrowed(&with(theirs, "amount", "10000"))).await;
    let mine = with(pairs, "amount", "9500");
    let conflict = first.post_script(&address, &borrowed(&mine)).await;
    assert_eq!(conflict.status, StatusCode::CONFLICT);
    let told = conflict.json()["conflicts"][0].clone();
    assert_eq!((told["label"].as_str(), told["mine"].as_str(), told["theirs"].as_str()), (Some("Mức thu"), Some("9500"), Some("10000")));
    let page = first.post_form(FEE, &borrowed(&mine)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.texts(".govuk-error-summary tbody tr"), ["Mức thu 9500 10000"], "both versions, where they differ");
    assert_eq!(page.input("amount").as_deref(), Some("9500"), "what was typed is still there");
}

/// Another kind has other boxes: the page must be shown anew before anything of it is saved.
#[actix_web::test]
async fn another_kind_waits_for_the_button() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    begun(&mut admin).await;
    let path = format!("{DRAFT}/phan/form-muc-dich/0.2");
    let pairs = with(as_shown(&admin.get(&path).await, &path), "kind", "money");
    let waits = admin.post_script(&format!("{path}/tu-luu"), &borrowed(&pairs)).await;
    assert_eq!(waits.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(waits.json()["errors"][0], "Loại câu trả lời đã đổi; bấm Lưu để hiện các ô của loại mới");
}

/// Beside the list stands the page as citizens see it, and with a switch everything that is asked only under a condition.
#[actix_web::test]
async fn the_preview_shows_every_branch_on_demand_and_may_be_framed_only_here() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    begun(&mut admin).await;
    let list = admin.get(&format!("{DRAFT}/phan/form-muc-dich")).await;
    let frame = list.attributes("iframe", "src").pop().expect("a preview");
    let usual = admin.get(&frame).await;
    assert_eq!(usual.header("x-frame-options"), Some("SAMEORIGIN"));
    assert!(usual.header("content-security-policy").is_some_and(|policy| policy.contains("frame-ancestors 'self'")));
    assert!(!usual.text().contains("Chỉ hiện khi"));
    let switch = list.attributes(".mc-part__switch a", "href").pop().expect("a switch");
    let all = admin.get(&switch).await;
    assert!(all.main_text().contains("Chỉ hiện khi: Bạn dùng giấy xác nhận để làm gì? là “Mục đích khác”"), "{}", all.main_text());
    let alone = admin.get(&format!("{DRAFT}/xem-thu/muc-dich")).await;
    assert_eq!(alone.header("x-frame-options"), Some("DENY"));
}
