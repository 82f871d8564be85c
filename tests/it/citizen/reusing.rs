//! Dùng lại thông tin lần trước, chủ hồ sơ, and answers that are not sent: what a draft knows besides what is typed.

use actix_web::http::StatusCode;

use super::road::{PAGES, begun, fill, filled, submitted};
use crate::support::{Answer, TestPortal};

fn offer(page: &Answer) -> String {
    page.texts(".mc-inset").join(" ")
}

#[actix_web::test]
async fn what_was_said_last_time_is_offered_by_its_source_and_overwrites_nothing() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let first = begun(&mut citizen).await;
    assert!(!offer(&citizen.get(&format!("{first}/noi-cu-tru")).await).contains("Dùng lại"), "nothing was said before");
    let draft = filled(&mut citizen).await;
    let receipt = submitted(&mut citizen, &draft).await;
    let code = super::road::code_of(&receipt);

    let next = begun(&mut citizen).await;
    let page = format!("{next}/noi-cu-tru");
    let asked = citizen.get(&page).await;
    let said = offer(&asked);
    assert!(said.contains(&code) && said.contains("Dùng lại thông tin này"), "{said}");
    assert_ne!(asked.input("requester.residence_address").as_deref(), Some("Tổ 1"), "nothing is filled in unasked");

    let typed = [("reuse", "1"), ("requester.residence_address", "Khu 3, xóm Đồi")];
    let typed = fill(&mut citizen, &next, "noi-cu-tru", &typed).await;
    assert_eq!(typed.location(), Some(page.as_str()), "{}", typed.main_text());
    let after = citizen.get(&page).await;
    assert_eq!(after.input("requester.residence_address").as_deref(), Some("Khu 3, xóm Đồi"), "what was typed stays");
    assert!(!offer(&after).contains(&code), "nothing is left to offer: {}", offer(&after));

    let third = begun(&mut citizen).await;
    let taken = fill(&mut citizen, &third, "noi-cu-tru", &[("reuse", "1")]).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
    let page = citizen.get(&format!("{third}/noi-cu-tru")).await;
    assert_eq!(page.input("requester.residence_address").as_deref(), Some("Tổ 1"));
    assert!(page.text().contains("Hãy kiểm tra lại trước khi tiếp tục"));
}

#[actix_web::test]
async fn nobody_is_offered_what_another_said() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = filled(&mut citizen).await;
    submitted(&mut citizen, &draft).await;
    let mut other = portal.other_citizen().await;
    let theirs = begun(&mut other).await;
    let page = other.get(&format!("{theirs}/noi-cu-tru")).await;
    assert!(!offer(&page).contains("Dùng lại"), "{}", offer(&page));
    fill(&mut other, &theirs, "noi-cu-tru", &[("reuse", "1")]).await;
    assert_ne!(other.get(&format!("{theirs}/noi-cu-tru")).await.input("requester.residence_address").as_deref(), Some("Tổ 1"));
}

#[actix_web::test]
async fn who_applies_for_another_is_told_apart_from_the_owner() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = filled(&mut citizen).await;
    let review = citizen.get(&format!("{draft}/kiem-tra")).await.main_text();
    assert!(!review.contains("Chủ hồ sơ"), "somebody who asks for himself is not told twice: {review}");

    let mine = [
        ("requester.full_name", "Nguyễn Văn Mẫu"),
        ("requester.phone", "0912 000 001"),
        ("requester.relation", "5"),
        ("requester.authorised", "no"),
    ];
    fill(&mut citizen, &draft, "nguoi-yeu-cau", &mine).await;
    fill(&mut citizen, &draft, "nguoi-duoc-dang-ky", &[("record.full_name", "Nguyễn Thị Con"), ("record.personal_id", "")]).await;
    let review = citizen.get(&format!("{draft}/kiem-tra")).await;
    assert!(review.main_text().contains("Chủ hồ sơ Nguyễn Thị Con"), "{}", review.main_text());
    let receipt = submitted(&mut citizen, &draft).await;
    let said = citizen.get(&receipt).await.main_text();
    assert!(said.contains("Nguyễn Văn Mẫu nộp thay cho chủ hồ sơ Nguyễn Thị Con"), "{said}");
    let code = super::road::code_of(&receipt);
    let mut desk = portal.official("motcua", "viettri").await;
    let bench = desk.get(&format!("/can-bo/ho-so/{code}")).await.main_text();
    assert!(bench.contains("Chủ hồ sơ Nguyễn Thị Con"), "{bench}");
}

#[actix_web::test]
async fn answers_that_are_not_sent_are_told_in_the_review() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = filled(&mut citizen).await;
    let review = format!("{draft}/kiem-tra");
    let told = citizen.get(&review).await.main_text();
    assert!(!told.contains("không được gửi"), "what the form filled in by itself is nobody's loss: {told}");
    let (page, said) = (PAGES[0].0, PAGES[0].1);
    let other = [said, &[("requester.relation", "15"), ("requester.relation_other", "Chị dâu"), ("requester.authorised", "no")]].concat();
    fill(&mut citizen, &draft, page, &other).await;
    fill(&mut citizen, &draft, page, said).await;
    let told = citizen.get(&review).await.main_text();
    assert!(told.contains("không được gửi") && told.contains("Chị dâu"), "{told}");
}

#[actix_web::test]
async fn the_same_sentence_from_two_pages_says_of_which_it_speaks() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = begun(&mut citizen).await;
    let links = citizen.get(&format!("{draft}/kiem-tra")).await.texts(".govuk-error-summary li");
    let mut once = links.clone();
    once.sort();
    once.dedup();
    assert_eq!(links.len(), once.len(), "two links that read alike: {links:?}");
}
