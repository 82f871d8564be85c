//! The main job: somebody without an account gets a certificate of marital status. Through the screens
//! from the search box to the downloaded result, with a supplement on the way, and every letter read.

use actix_web::http::StatusCode;
use chrono::TimeDelta;

use super::desk::{bench, head, offers, press, send};
use crate::{
    citizen::{
        road,
        walk::{PDF, PNG, Walk},
    },
    support::{Answer, Browser, TestPortal, Upload},
};

const SLUG: &str = "xac-nhan-tinh-trang-hon-nhan";
const MAIL: &str = "hong.anh@example.vn";
const PASSWORD: &str = "một cửa thân thiện";
const ASKED: &str = "partner.place_of_registration";
const ASKED_ON: &str = "nguoi-du-dinh-ket-hon";

#[actix_web::test]
async fn from_the_search_box_to_the_downloaded_result() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.anonymous();
    found_by_everyday_words(&mut citizen).await;
    signed_up(&portal, &mut citizen).await;
    let code = submitted(&portal, &mut citizen).await;
    tracked(&portal, &code, "Đã nộp, chờ tiếp nhận").await;
    accepted(&portal, &code).await;
    supplemented(&portal, &mut citizen, &code).await;
    signed_and_issued(&portal, &code).await;
    collected(&portal, &mut citizen, &code).await;
    tracked(&portal, &code, "Đã trả kết quả").await;
}

/// Without marks, in the words of the street; the service page then says what to bring and leads on.
async fn found_by_everyday_words(citizen: &mut Browser<'_>) {
    for words in ["xac%20nhan%20doc%20than", "tinh%20trang%20hon%20nhan"] {
        let found = citizen.get(&format!("/dich-vu?q={words}")).await;
        let first = found.attributes(".mc-list__title a", "href").into_iter().next();
        assert_eq!(first.as_deref(), Some(format!("/dich-vu/{SLUG}").as_str()), "{words}");
        assert!(found.main_text().contains("1.004873"));
    }
    let service = citizen.get(&format!("/dich-vu/{SLUG}")).await;
    assert!(service.attributes("main a.govuk-button", "href").contains(&format!("/nop/{SLUG}")));
    let closed = citizen.get(&format!("/nop/{SLUG}")).await;
    assert_eq!(closed.location(), Some(format!("/dang-nhap?tiep=/nop/{SLUG}").as_str()));
}

/// The link of the letter confirms the address and leads back to the service.
async fn signed_up(portal: &TestPortal, citizen: &mut Browser<'_>) {
    let back = format!("/nop/{SLUG}");
    citizen.get(&format!("/dang-ky?tiep={back}")).await;
    let fields =
        [("full_name", "Nguyễn Thị Hồng Ánh"), ("email", MAIL), ("phone", "0912 345 678"), ("password", PASSWORD), ("tiep", &back)];
    let sent = citizen.post_form("/dang-ky", &fields).await;
    assert_eq!(sent.location(), Some("/dang-ky/da-gui"), "{}", sent.main_text());
    portal.run_jobs().await;
    let base = portal.platform.config.address();
    let letter = portal.mailbox.letters_to(MAIL).pop().expect("a letter");
    let link = letter.text.lines().find_map(|line| line.strip_prefix(&base)).expect("a link");
    let confirmed = citizen.get(link).await;
    let sign_in = confirmed.attributes("main a.govuk-button", "href").remove(0);
    citizen.get(&sign_in).await;
    let inside = citizen.post_form("/dang-nhap", &[("email", MAIL), ("password", PASSWORD), ("tiep", &back)]).await;
    assert_eq!(inside.location(), Some(back.as_str()));
}

/// Every page, one of them also by the script that saves while typing; a photo and a PDF; the review; the receipt.
async fn submitted(portal: &TestPortal, citizen: &mut Browser<'_>) -> String {
    let walk = Walk::of(portal, SLUG, "01-");
    let (draft, passed) = walk.filled(citizen).await;
    assert!(passed.iter().any(|page| page.ends_with("/muc-dich")) && passed.iter().any(|page| page.ends_with("/tep")), "{passed:?}");
    saved_while_typing(citizen, &draft).await;
    let papers = format!("{draft}/tep");
    citizen.get(&papers).await;
    let given = [
        Upload { field: "cam_doan", file_name: "ảnh chụp.png", media_type: "image/png", bytes: PNG },
        Upload { field: "giay_to_khac", file_name: "bản quét.pdf", media_type: "application/pdf", bytes: PDF },
    ];
    let on = citizen.upload(&papers, &[("continue", "1")], &given).await;
    assert_eq!(on.location(), Some(format!("{draft}/kiem-tra").as_str()), "{}", on.main_text());
    let review = citizen.follow(&on).await;
    for said in ["Nguyễn Thị Hồng Ánh", "05/11/1992", "UBND phường Việt Trì", "ảnh chụp.png", "bản quét.pdf"] {
        assert!(review.main_text().contains(said), "{said} in {}", review.main_text());
    }
    let receipt = road::submitted(citizen, &draft).await;
    let code = road::code_of(&receipt);
    let page = citizen.get(&receipt).await.main_text();
    for said in [code.as_str(), "Việc tiếp theo", "ảnh chụp.png", "bản quét.pdf", "UBND phường Việt Trì"] {
        assert!(page.contains(said), "{said} in {page}");
    }
    let letter = told(portal, "Đã nhận hồ sơ").await;
    assert!(letter.contains(&code));
    code
}

async fn saved_while_typing(citizen: &mut Browser<'_>, draft: &str) {
    let page = citizen.get(&format!("{draft}/{ASKED_ON}?sua=1")).await;
    let version = page.input("version").expect("a version");
    let saved = citizen.post_script(&format!("{draft}/{ASKED_ON}/tu-luu"), &[("version", &version), (ASKED, "UBND phường")]).await;
    assert_eq!((saved.status, saved.json()["saved_at"].as_str()), (StatusCode::OK, Some("09:00")));
    assert_eq!(citizen.get(&format!("{draft}/{ASKED_ON}")).await.input(ASKED).as_deref(), Some("UBND phường"));
}

/// What anybody reads who holds the code and four digits: no name.
async fn tracked(portal: &TestPortal, code: &str, status: &str) {
    let mut anybody = portal.anonymous();
    anybody.get("/tra-cuu").await;
    let found = anybody.post_form("/tra-cuu", &[("code", code), ("last_four", "5678")]).await;
    assert!(found.main_text().contains(status) && found.main_text().contains(code), "{}", found.main_text());
    assert!(!found.text().contains("Ánh") && !found.text().contains("0912"), "no name, no number");
    let wrong = anybody.post_form("/tra-cuu", &[("code", code), ("last_four", "0000")]).await;
    assert!(!wrong.main_text().contains(status), "{}", wrong.main_text());
}

/// Found on the inbox, opened beside its papers, accepted: the return date and the slip go out.
async fn accepted(portal: &TestPortal, code: &str) {
    let mut desk = portal.official("motcua", "viettri").await;
    assert!(desk.get("/can-bo?hang=new").await.main_text().contains(code));
    let page = head(&mut desk, code).await;
    assert!(page.main_text().contains("ảnh chụp.png"));
    assert_eq!(desk.get(&page.attributes(".mc-preview img", "src").remove(0)).await.body, PNG);
    press(&mut desk, code, "tiep-nhan").await;
    // Tuesday the 24th is a day off (NQ 28/2026/QH16): three working days end on Friday.
    let letter = told(portal, "đã được tiếp nhận").await;
    assert!(letter.contains("27/11/2026"), "{letter}");
    assert_slip(portal);
    press(&mut desk, code, "chuyen-buoc").await;
}

fn assert_slip(portal: &TestPortal) {
    let letter = portal.mailbox.letters_to(MAIL).pop().expect("a letter");
    let slip = letter.enclosures.first().expect("Giấy tiếp nhận hồ sơ và hẹn trả kết quả");
    assert!(slip.bytes.starts_with(b"%PDF-"), "{}", slip.file_name);
}

/// Asked once for one answer; the clock stands still until exactly that is given.
async fn supplemented(portal: &TestPortal, citizen: &mut Browser<'_>, code: &str) {
    let mut examiner = portal.official("hotich", "viettri").await;
    let item = format!("field:{ASKED}");
    let request = [("items", item.as_str()), ("reason", "Ghi rõ phường nơi dự định đăng ký kết hôn."), ("days", "5")];
    send(&mut examiner, code, "yeu-cau-bo-sung", &request).await;
    told(portal, "cần bạn bổ sung").await;
    portal.wait(TimeDelta::days(2));
    citizen.sign_in(MAIL, PASSWORD).await;
    let mut examiner = portal.official("hotich", "viettri").await;
    let mine = citizen.get("/ho-so").await;
    assert!(mine.main_text().contains("Cần bạn làm") && mine.main_text().contains("Bổ sung ngay"), "{}", mine.main_text());
    assert!(head(&mut examiner, code).await.main_text().contains("Tạm dừng"));
    let path = format!("/ho-so/{code}/bo-sung");
    let page = citizen.get(&path).await;
    assert_eq!(page.attributes("main form [name]", "name"), ["csrf", "version", ASKED], "exactly what was asked for");
    let version = page.input("version").expect("a version");
    let fields = [("version", version.as_str()), (ASKED, "UBND phường Nông Trang, tỉnh Phú Thọ"), ("copies", "9")];
    let sent = citizen.upload(&path, &fields, &[]).await;
    assert_eq!(sent.location(), Some(format!("/ho-so/{code}").as_str()), "{}", sent.main_text());
    told(portal, "Đã nhận phần bổ sung").await;
    let changed = head(&mut examiner, code).await;
    assert!(changed.main_text().contains("UBND phường Nông Trang"));
    press(&mut examiner, code, "hoan-thanh-bo-sung").await;
    let resumed = told(portal, "đã đủ, tiếp tục giải quyết").await;
    assert!(resumed.contains("Ngày hẹn trả kết quả mới") && !resumed.contains("27/11/2026"), "{resumed}");
    assert!(!head(&mut examiner, code).await.main_text().contains("Tạm dừng"), "the clock runs again");
}

/// Drafted and entered in the register, signed by the chair, numbered and dated by the clerk.
async fn signed_and_issued(portal: &TestPortal, code: &str) {
    let (mut examiner, mut chair) = (portal.official("hotich", "viettri").await, portal.official("chutich", "viettri").await);
    assert!(!offers(&mut chair, code, "ky-duyet").await, "nothing to sign yet");
    press(&mut examiner, code, "chuyen-buoc").await;
    press(&mut examiner, code, "chuyen-buoc").await;
    press(&mut chair, code, "ky-duyet").await;
    let mut clerk = portal.official("vanthu", "viettri").await;
    let form = format!("{}/ban-hanh", bench(code));
    let page = clerk.get(&form).await;
    let (version, day) = (page.input("version").expect("a version"), page.input("issued_on-day").expect("a day"));
    let fields = [
        ("version", version.as_str()),
        ("number", "12/UBND-XNTTHN"),
        ("issued_on-day", &day),
        ("issued_on-month", "11"),
        ("issued_on-year", "2026"),
        ("signer", "Hoàng Văn Ký, Chủ tịch"),
        ("summary", "Giấy xác nhận tình trạng hôn nhân"),
    ];
    let file = Upload { field: "file", file_name: "ket-qua.pdf", media_type: "application/pdf", bytes: PDF };
    let issued = clerk.upload(&form, &fields, &[file]).await;
    assert_eq!(issued.status, StatusCode::SEE_OTHER, "{}", issued.main_text());
    told(portal, "đã có kết quả").await;
}

/// Seen first, then handed over on paper; both are in the history.
async fn collected(portal: &TestPortal, citizen: &mut Browser<'_>, code: &str) {
    let page = citizen.get(&format!("/ho-so/{code}")).await;
    assert!(page.main_text().contains("Đã có kết quả"), "{}", page.main_text());
    assert!(!page.main_text().contains(", ."), "an address that is not known leaves nothing behind: {}", page.main_text());
    let result = citizen.get(&format!("/ho-so/{code}/ket-qua")).await;
    assert_eq!((result.status, result.body.as_slice()), (StatusCode::OK, PDF));
    assert_eq!(portal.other_citizen().await.get(&format!("/ho-so/{code}/ket-qua")).await.status, StatusCode::NOT_FOUND);
    let mut desk = portal.official("motcua", "viettri").await;
    send(&mut desk, code, "tra-ket-qua", &[("receiver", "Nguyễn Thị Hồng Ánh")]).await;
    told(portal, "Đã trả kết quả").await;
    let road: Answer = citizen.get(&format!("/ho-so/{code}")).await;
    let history = road.main_text();
    for event in ["Đã nộp hồ sơ", "Đã tiếp nhận hồ sơ", "Đã gửi bổ sung", "Đã ký duyệt", "Đã có kết quả", "Đã trả kết quả"]
    {
        assert!(history.contains(event), "{event} in {history}");
    }
    assert!(!history.contains("Hoàng Văn Ký") && !history.contains("Phạm Văn Hộ"), "roles, never names of officials");
}

/// Does the jobs and gives the text of the newest letter, which must be about this.
async fn told(portal: &TestPortal, about: &str) -> String {
    portal.run_jobs().await;
    let letter = portal.mailbox.letters_to(MAIL).pop().expect("a letter");
    assert!(letter.subject.contains(about), "{about}: {}", letter.subject);
    letter.text
}
