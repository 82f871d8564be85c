//! Every official paper, written by the acts themselves: what stands in the PDF is what the act said, and
//! anybody can verify it. The pictures lie in `target/tmp/papers`, to be looked at.

use std::{path::PathBuf, process::Command};

use super::desk::{bench, press, send};
use crate::{
    citizen::{
        road,
        walk::{PDF, Walk},
    },
    support::{Browser, TestPortal, Upload},
};

/// A reason with every mark, in which letters easily get lost.
const REASON: &str = "Ảnh chụp mờ, không đọc được số quyển; đề nghị gửi bản rõ nghĩa, kèm “trích lục” cũ – nếu đã có.";

/// Kind, what it is called, and what must stand on it besides number, code and applicant.
const PAPERS: &[(&str, &[&str])] = &[
    ("Biên nhận nộp hồ sơ trực tuyến", &["Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh", "16.000 ₫"]),
    ("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", &[REASON, "Lê Thị Tiếp"]),
    ("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", &["Lê Thị Tiếp", "09 giờ 00 phút, ngày 23 tháng 11 năm 2026"]),
    ("Biên nhận thu phí, lệ phí", &["16.000 ₫", "Trần Thị Thử nộp thay", "Chuyển khoản", "Mười sáu nghìn đồng"]),
    ("Thông báo dừng giải quyết hồ sơ", &[REASON, "Hoàng Văn Ký"]),
    ("Phiếu xin lỗi và hẹn lại ngày trả kết quả", &[REASON, "ngày 27 tháng 11 năm 2026", "Hoàng Văn Ký"]),
    ("Phiếu kiểm soát quá trình giải quyết hồ sơ", &["Tra cứu sổ, dự thảo", "Phạm Văn Hộ", "Đóng dấu, phát hành"]),
    ("Giấy biên nhận trả kết quả", &["31/TL-BS", "Trần Thị Thử, vợ", "•••0002"]),
];

#[actix_web::test]
async fn every_paper_says_what_the_act_said_and_can_be_verified() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let code = through_everything(&portal, &mut citizen).await;
    let mut desk = portal.official("motcua", "viettri").await;
    let page = desk.get(&bench(&code)).await;
    let links: Vec<(String, String)> =
        page.texts("main a[href^='/van-ban/']").into_iter().zip(page.attributes("main a[href^='/van-ban/']", "href")).collect();
    for (title, words) in PAPERS {
        let (_, href) = links.iter().find(|(text, _)| text == title).unwrap_or_else(|| panic!("no {title} among {links:?}"));
        let pdf = desk.get(href).await.body;
        checked(&portal, title, &pdf, &[*words, &[code.as_str(), "Nguyễn Văn Mẫu"]].concat()).await;
    }
    let mut citizen = portal.citizen().await;
    let refused = refused(&portal, &mut citizen).await;
    let page = desk.get(&bench(&refused)).await;
    let slip = page.attributes("main a[href^='/van-ban/']", "href");
    let pdf = desk.get(slip.last().expect("a slip")).await.body;
    checked(&portal, "Phiếu từ chối tiếp nhận, giải quyết hồ sơ", &pdf, &[REASON, refused.as_str(), "Nguyễn Văn Mẫu"]).await;
}

async fn submitted(portal: &TestPortal, citizen: &mut Browser<'_>) -> String {
    let draft = road::filled(citizen).await;
    let receipt = road::submitted(citizen, &draft).await;
    let _ = portal;
    road::code_of(&receipt)
}

/// One dossier to which everything happens that leaves a paper.
async fn through_everything(portal: &TestPortal, citizen: &mut Browser<'_>) -> String {
    let code = submitted(portal, citizen).await;
    let mut desk = portal.official("motcua", "viettri").await;
    let item = Walk::of(portal, road::SERVICE, "01-").version.definition.documents[1].key.clone();
    let request = [("items", format!("document:{item}")), ("reason", REASON.to_owned()), ("days", "5".to_owned())];
    let request: Vec<(&str, &str)> = request.iter().map(|(name, value)| (*name, value.as_str())).collect();
    send(&mut desk, &code, "yeu-cau-bo-sung", &request).await;
    let path = format!("/ho-so/{code}/bo-sung");
    let version = citizen.get(&path).await.input("version").expect("a version");
    let file = Upload { field: &item, file_name: "cũ.pdf", media_type: "application/pdf", bytes: PDF };
    let sent = citizen.upload(&path, &[("version", &version)], &[file]).await;
    assert!(sent.location().is_some(), "{}", sent.main_text());
    press(&mut desk, &code, "tiep-nhan").await;
    press(&mut desk, &code, "chuyen-buoc").await;

    let mut examiner = portal.official("hotich", "viettri").await;
    send(&mut examiner, &code, "yeu-cau-thanh-toan", &[("reason", "Phí hai bản sao.")]).await;
    let page = citizen.get(&format!("/ho-so/{code}")).await.main_text();
    assert!(page.contains("Nộp 16.000 ₫") && page.contains("Phí hai bản sao."), "{page}");
    let path = format!("{}/thu-phi", bench(&code));
    let version = desk.get(&path).await.input("version").expect("a version");
    let told = desk.post_form(&path, &[("version", &version), ("payer", "Trần Thị Thử nộp thay")]).await;
    assert!(told.main_text().contains("Chọn hình thức nộp tiền") && told.input("payer").as_deref() == Some("Trần Thị Thử nộp thay"));
    send(&mut desk, &code, "thu-phi", &[("method", "transfer"), ("payer", "Trần Thị Thử nộp thay")]).await;

    let mut chair = portal.official("chutich", "viettri").await;
    send(&mut chair, &code, "dung-xu-ly", &[("reason", REASON)]).await;
    let page = citizen.get(&format!("/ho-so/{code}")).await.main_text();
    assert!(page.contains("Cơ quan tạm dừng giải quyết") && page.contains(REASON), "{page}");
    send(&mut chair, &code, "tiep-tuc", &[("reason", "")]).await;
    put_off(&mut chair, &code).await;
    let page = citizen.get(&format!("/ho-so/{code}")).await.main_text();
    assert!(page.contains("xin lỗi bạn") && page.contains("27/11/2026") && page.contains(REASON), "{page}");
    press(&mut examiner, &code, "chuyen-buoc").await;
    press(&mut chair, &code, "ky-duyet").await;
    issued(portal, &code).await;
    send(&mut desk, &code, "tra-ket-qua", &[("receiver", "Trần Thị Thử, vợ"), ("id_paper", "025195000002")]).await;
    code
}

/// A day off and a day in the past are no new dates, and what was typed stays.
async fn put_off(chair: &mut Browser<'_>, code: &str) {
    let path = format!("{}/hen-lai", bench(code));
    let version = chair.get(&path).await.input("version").expect("a version");
    for day in ["24", "1", ""] {
        let fields =
            [("version", version.as_str()), ("new_day-day", day), ("new_day-month", "11"), ("new_day-year", "2026"), ("reason", REASON)];
        let told = chair.post_form(&path, &fields).await;
        assert!(told.main_text().contains("Nhập ngày hẹn trả mới"), "{day}: {}", told.main_text());
        assert!(told.text().contains("không đọc được số quyển"));
    }
    send(chair, code, "hen-lai", &[("new_day-day", "27"), ("new_day-month", "11"), ("new_day-year", "2026"), ("reason", REASON)]).await;
}

async fn issued(portal: &TestPortal, code: &str) {
    let mut clerk = portal.official("vanthu", "viettri").await;
    let form = format!("{}/ban-hanh", bench(code));
    let version = clerk.get(&form).await.input("version").expect("a version");
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
    assert!(done.location().is_some(), "{}", done.main_text());
}

async fn refused(portal: &TestPortal, citizen: &mut Browser<'_>) -> String {
    let code = submitted(portal, citizen).await;
    send(&mut portal.official("motcua", "viettri").await, &code, "tu-choi", &[("reason", REASON)]).await;
    code
}

/// The text of the PDF as another program reads it holds every word; the check code on it leads to a page
/// that calls it genuine and names nobody.
async fn checked(portal: &TestPortal, title: &str, pdf: &[u8], words: &[&str]) {
    let text = read(title, pdf);
    let bare = |words: &str| words.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    for word in words.iter().chain([&title.to_uppercase().as_str()]) {
        assert!(bare(&text).contains(&bare(word)), "{title}: no “{word}” in\n{text}");
    }
    let code = text.split("/xac-minh/").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("an address").to_owned();
    let page = portal.anonymous().get(&format!("/xac-minh/{code}")).await;
    assert!(page.main_text().contains(title), "{title}: {}", page.main_text());
    assert!(!page.text().contains("Mẫu"), "{title}: nobody is named");
}

/// Saves the PDF and its pictures, and reads its text with poppler, which `scripts/need reader` sees to.
fn read(title: &str, pdf: &[u8]) -> String {
    assert!(pdf.starts_with(b"%PDF-"), "{title} is a PDF");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("papers");
    std::fs::create_dir_all(&folder).expect("a folder");
    let name = motcua::kernel::text::fold(title).replace([' ', ','], "-");
    let file = folder.join(format!("{name}.pdf"));
    std::fs::write(&file, pdf).expect("written");
    let drawn = Command::new("pdftoppm").args(["-png", "-r", "80"]).arg(&file).arg(folder.join(&name)).status();
    assert!(drawn.expect("pdftoppm: run `scripts/need reader`").success());
    let read = Command::new("pdftotext").arg("-raw").arg(&file).arg("-").output().expect("pdftotext: run `scripts/need reader`");
    String::from_utf8(read.stdout).expect("UTF-8")
}
