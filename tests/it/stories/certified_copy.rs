//! A citizen asks for copies from the register; the ward accepts, draws up, signs, issues and hands over at the counter.

use actix_web::http::StatusCode;

use super::desk::{bench, offers, press, send};
use crate::{
    citizen::{road, walk::PDF},
    support::{Browser, TestPortal, Upload},
};

#[actix_web::test]
async fn from_the_first_page_to_the_counter() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = road::filled(&mut citizen).await;
    let receipt = road::submitted(&mut citizen, &draft).await;
    let code = road::code_of(&receipt);

    let mut desk = portal.official("motcua", "viettri").await;
    press(&mut desk, &code, "tiep-nhan").await;
    portal.run_jobs().await;
    let letters = portal.mailbox.letters();
    assert!(letters.iter().any(|letter| letter.enclosures.len() == 1), "the slip goes with the letter");
    press(&mut desk, &code, "chuyen-buoc").await;
    worked_on(&portal, &code).await;
    let mut clerk = portal.official("vanthu", "viettri").await;
    issued(&mut clerk, &code).await;
    send(&mut desk, &code, "tra-ket-qua", &[("receiver", "Nguyễn Văn Mẫu")]).await;
    let done = citizen.get("/ho-so").await.main_text();
    assert!(done.contains("Đã xong") && done.contains("Đã trả kết quả"), "{done}");
    let result = citizen.get(&format!("/ho-so/{code}/ket-qua")).await;
    assert_eq!(result.body, PDF);
}

/// Pressed on by whoever may, until it lies with the clerk.
pub async fn worked_on(portal: &TestPortal, code: &str) {
    for _ in 0..6 {
        let mut officer = portal.official("hotich", "viettri").await;
        let mut chair = portal.official("chutich", "viettri").await;
        if offers(&mut officer, code, "chuyen-buoc").await {
            press(&mut officer, code, "chuyen-buoc").await;
        } else if offers(&mut chair, code, "ky-duyet").await {
            press(&mut chair, code, "ky-duyet").await;
        } else {
            return;
        }
    }
    panic!("the dossier never comes to the clerk")
}

/// What is missing is said; with number, date, signer and the signed scan it goes out.
pub async fn issued(clerk: &mut Browser<'_>, code: &str) {
    let form = format!("{}/ban-hanh", bench(code));
    let page = clerk.get(&form).await;
    let version = page.input("version").expect("a version");
    let empty = clerk.upload(&form, &[("version", &version)], &[]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.main_text().contains("Nhập số, ký hiệu của kết quả"), "{}", empty.main_text());
    let fields = [
        ("version", version.as_str()),
        ("number", "31/TL-BS"),
        ("issued_on-day", "23"),
        ("issued_on-month", "11"),
        ("issued_on-year", "2026"),
        ("signer", "Hoàng Văn Ký"),
        ("summary", "Bản sao trích lục"),
    ];
    let scan = Upload { field: "file", file_name: "trich-luc.pdf", media_type: "application/pdf", bytes: PDF };
    let done = clerk.upload(&form, &fields, &[scan]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.main_text());
}
