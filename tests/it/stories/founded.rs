//! An administrator makes a service from nothing in the browser, mends what the proof finds and puts it into
//! force for midnight; a citizen applies, officials finish; a second version changes the fee, and only for dossiers after it.

use actix_web::http::StatusCode;

use super::{
    certified_copy::{issued, worked_on},
    desk::{press, send},
};
use crate::{
    admin::forms::{as_shown, borrowed},
    citizen::{road, walk::Walk},
    support::{Answer, Browser, TestPortal, at},
};

const SLUG: &str = "dang-ky-hoat-dong-nha-van-hoa";
const DRAFT: &str = "/quan-tri/dich-vu/dang-ky-hoat-dong-nha-van-hoa/ban-nhap";

type Pairs<'a> = &'a [(&'a str, &'a str)];

/// Opens a page of the editor, types into some of its boxes, and saves it.
async fn set(admin: &mut Browser<'_>, place: &str, typed: Pairs<'_>) {
    let path = format!("{DRAFT}/phan/{place}");
    let shown = admin.get(&path).await;
    assert_eq!(shown.status, StatusCode::OK, "{place}: {}", shown.main_text());
    let mut pairs = as_shown(&shown, &path);
    pairs.retain(|(name, _)| !typed.iter().any(|(other, _)| other == name));
    pairs.extend(typed.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let saved = admin.post_form(&path, &borrowed(&pairs)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{place}: {:?}", saved.texts(".govuk-error-summary li"));
}

/// Presses a button of a list: `up`, `down`, `remove`, `add`.
async fn arrange(admin: &mut Browser<'_>, part: &str, pressed: Pairs<'_>) {
    let number = admin.get(&format!("{DRAFT}/phan/{part}")).await.input("number").expect("a number");
    let pairs = [&[("number", number.as_str())], pressed].concat();
    let done = admin.post_form(&format!("{DRAFT}/phan/{part}/sap-xep"), &pairs).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{part} {pressed:?}: {}", done.main_text());
}

/// A question of a kind, at a place of the page: first what every question has, then what is its own.
async fn question(admin: &mut Browser<'_>, place: usize, (key, kind, label): (&str, &str, &str), more: Pairs<'_>) {
    if place > 0 {
        arrange(admin, "form-nha-van-hoa", &[("add", &format!("0.{place}"))]).await;
    }
    let item = format!("form-nha-van-hoa/0.{place}");
    set(admin, &item, &[("key", key), ("kind", kind), ("label", label)]).await;
    if !more.is_empty() {
        set(admin, &item, more).await;
    }
}

async fn proof(admin: &mut Browser<'_>) -> Vec<String> {
    admin.get(&format!("{DRAFT}/cong-bo")).await.texts("#errors a")
}

async fn published(admin: &mut Browser<'_>, date: &str, reason: &str) -> Answer {
    let path = format!("{DRAFT}/cong-bo");
    let number = admin.get(&path).await.input("number").expect("a number");
    let form = [("number", number.as_str()), ("when", "at"), ("date", date), ("time", "00:00"), ("reason", reason), ("agreed", "yes")];
    let done = admin.post_form(&path, &form).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{:?} {:?}", done.texts(".govuk-error-summary li"), done.texts("#errors a"));
    admin.follow(&done).await
}

/// From nothing: what is missing and what is wrong is told at the form.
async fn founded(admin: &mut Browser<'_>) {
    let path = "/quan-tri/them-dich-vu";
    admin.get(path).await;
    let name = ("name", "Đăng ký hoạt động nhà văn hóa");
    let taken = admin.post_form(path, &[name, ("code", "1.001193"), ("field", "Văn hóa"), ("level", "commune")]).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.texts(".govuk-error-summary li")[0].starts_with("Mã này đã dùng cho “Đăng ký khai sinh"), "{}", taken.main_text());
    assert_eq!(taken.input("name").as_deref(), Some(name.1), "what was typed is still there");
    let made = admin.post_form(path, &[name, ("code", "1.999001"), ("field", "Văn hóa"), ("level", "commune")]).await;
    assert_eq!(made.location(), Some(DRAFT), "{:?}", made.texts(".govuk-error-summary li"));
    let list = admin.get("/quan-tri/dich-vu").await.texts("tbody tr");
    assert!(list.iter().any(|row| row.contains("1.999001") && row.contains("Chưa có hiệu lực")), "{list:#?}");
}

/// Twelve questions of nine kinds, one of them a group of people.
async fn form(admin: &mut Browser<'_>) {
    arrange(admin, "form", &[("title", "Nhà văn hóa"), ("key", "nha-van-hoa"), ("add", "page")]).await;
    arrange(admin, "form", &[("up", "nha-van-hoa")]).await;
    question(admin, 0, ("house.name", "text", "Tên nhà văn hóa"), &[]).await;
    question(admin, 1, ("house.address", "address", "Địa chỉ"), &[]).await;
    question(admin, 2, ("house.area", "number", "Diện tích"), &[("min", "10"), ("unit", "m²")]).await;
    question(admin, 3, ("house.opens", "date", "Ngày bắt đầu"), &[("future", "yes"), ("not_before", "hôm nay")]).await;
    question(admin, 4, ("house.licensed", "yes_no", "Đã có giấy phép trước đây?"), &[]).await;
    let shown = [("show_if.question", "house.licensed"), ("show_if.test", "is"), ("show_if.value", "Có")];
    question(admin, 5, ("house.old_licence", "text", "Số giấy phép cũ"), &shown).await;
    let kinds = "village | Nhà văn hóa thôn\nward | Nhà văn hóa phường";
    question(admin, 6, ("house.kind", "select", "Loại hình"), &[("options", kinds)]).await;
    question(admin, 7, ("house.uses", "checkboxes", "Hoạt động"), &[("options", "library | Thư viện\nsport | Thể thao")]).await;
    question(admin, 8, ("house.plan", "textarea", "Kế hoạch hoạt động"), &[("required", "")]).await;
    question(admin, 9, ("keepers", "group", "Người phụ trách"), &[("item", "người phụ trách"), ("min", "1")]).await;
    set(admin, "form-nha-van-hoa/0.9.0", &[("key", "full_name"), ("kind", "full_name"), ("label", "Họ và tên")]).await;
    arrange(admin, "form-nha-van-hoa", &[("add", "0.9.1")]).await;
    set(admin, "form-nha-van-hoa/0.9.1", &[("key", "phone"), ("kind", "phone"), ("label", "Số điện thoại")]).await;
    question(admin, 10, ("copies", "number", "Số bản giấy phép"), &[("min", "1")]).await;
    question(admin, 11, ("house.poor_area", "yes_no", "Ở xã đặc biệt khó khăn?"), &[]).await;
}

async fn papers_and_fee(admin: &mut Browser<'_>) {
    arrange(admin, "documents", &[("add", "0")]).await;
    let licensed = [("when.question", "house.licensed"), ("when.test", "is"), ("when.value", "Có")];
    set(admin, "documents/0", &[&[("key", "old_licence"), ("name", "Giấy phép cũ")], &licensed[..]].concat()).await;
    arrange(admin, "documents", &[("add", "1")]).await;
    let large = [
        ("when.question", "house.area"),
        ("when.test", "at_least"),
        ("when.value", "300"),
        ("when.question", "house.uses"),
        ("when.test", "contains"),
        ("when.value", "sport"),
        ("when.join", "all"),
    ];
    set(admin, "documents/1", &[&[("key", "safety"), ("name", "Phương án an toàn")], &large[..]].concat()).await;
    let said = admin.get(&format!("{DRAFT}/phan/documents/1")).await.main_text();
    assert!(said.contains("Nghĩa là: Diện tích") && said.contains("và Hoạt động có chọn “Thể thao”"), "{said}");
    arrange(admin, "fees", &[("add", "0")]).await;
    let exempt =
        [("exempt.reason", "Xã đặc biệt khó khăn"), ("exempt.question", "house.poor_area"), ("exempt.test", "is"), ("exempt.value", "Có")];
    set(
        admin,
        "fees/0",
        &[&[("key", "licence"), ("name", "Lệ phí cấp giấy phép"), ("amount", "10.000"), ("count", "copies")], &exempt[..]].concat(),
    )
    .await;
}

/// What the proof finds is mended where its links lead.
async fn mended(admin: &mut Browser<'_>) {
    arrange(admin, "steps", &[("remove", "1")]).await;
    let found = proof(admin).await;
    for wrong in [
        "Tổng số giờ các bước là 8 giờ, thời hạn của dịch vụ là 24 giờ; sửa số giờ của bước hoặc thời hạn",
        "Tóm tắt: chưa có nội dung",
        "Đối tượng: chưa có nội dung",
        "Tên: chưa có nội dung",
    ] {
        assert!(found.iter().any(|sentence| sentence == wrong), "{wrong}: {found:#?}");
    }
    set(admin, "steps/1", &[("hours", "20")]).await;
    let facts = [
        ("summary", "Đăng ký để nhà văn hóa được hoạt động."),
        ("applicants", "Thôn, tổ dân phố"),
        ("keywords", "nhà văn hóa thôn\ncâu lạc bộ"),
        ("decision", "01/QĐ-UBND"),
    ];
    set(admin, "information/0", &facts).await;
    set(admin, "results/0", &[("name", "Giấy phép hoạt động nhà văn hóa")]).await;
    assert_eq!(proof(admin).await.iter().filter(|text| text.contains("chưa có nội dung")).count(), 0);
    let steps = admin.get(&format!("{DRAFT}/phan/steps")).await;
    assert_eq!(steps.texts("svg text.mc-workflow__text--strong"), ["Tiếp nhận hồ sơ", "Ký duyệt", "Đóng dấu, phát hành", "Trả kết quả"]);
    assert!(steps.texts("svg desc")[0].contains("Ký duyệt (Lãnh đạo đơn vị · 20 giờ) → Đóng dấu"), "{:?}", steps.texts("svg desc"));
}

const ANSWERS: &str = r#"
"requester.full_name" = "Nguyễn Văn Mẫu"
"requester.personal_id" = "025190000001"
"requester.phone" = "0912 000 001"
"house.name" = "Nhà văn hóa thôn Đông"
"house.address" = "Thôn Đông"
"house.area" = "120"
"house.opens" = "01/12/2026"
"house.licensed" = "yes"
"house.old_licence" = "12/GP"
"house.kind" = "village"
"house.uses" = ["library", "sport"]
"keepers.0.full_name" = "Lê Thị Giữ"
"keepers.0.phone" = "0912 000 009"
"copies" = "2"
"house.poor_area" = "no"
"return_method" = "in_person"
"declaration" = "yes"
"#;

/// Whether a stranger finds the service, and reads its page.
async fn is_public(portal: &TestPortal) -> (bool, bool) {
    let mut stranger = portal.anonymous();
    let found = stranger.get("/dich-vu?q=nh%C3%A0%20v%C4%83n%20h%C3%B3a").await.main_text().contains("Đăng ký hoạt động nhà văn hóa");
    (found, stranger.get(&format!("/dich-vu/{SLUG}")).await.status == StatusCode::OK)
}

/// Hands a dossier in; its code, and what the review said.
async fn submitted(portal: &TestPortal, citizen: &mut Browser<'_>) -> (String, String) {
    let (draft, _) = Walk::saying(portal, SLUG, ANSWERS).filled(citizen).await;
    let review = citizen.get(&format!("{draft}/kiem-tra")).await.main_text();
    (road::code_of(&road::submitted(citizen, &draft).await), review)
}

async fn finished(portal: &TestPortal, code: &str) {
    let mut desk = portal.official("motcua", "viettri").await;
    press(&mut desk, code, "tiep-nhan").await;
    press(&mut desk, code, "chuyen-buoc").await;
    worked_on(portal, code).await;
    issued(&mut portal.official("vanthu", "viettri").await, code).await;
    send(&mut desk, code, "tra-ket-qua", &[("receiver", "Nguyễn Văn Mẫu")]).await;
}

#[actix_web::test]
async fn a_service_from_nothing_is_put_into_force_applied_for_and_changed() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    founded(&mut admin).await;
    form(&mut admin).await;
    papers_and_fee(&mut admin).await;
    mended(&mut admin).await;
    let service = published(&mut admin, "2026-11-24", "Quyết định 01/QĐ-UBND").await;
    assert!(service.main_text().contains("Chờ hiệu lực 24/11/2026, 00:00"), "{}", service.main_text());
    portal.run_jobs().await;
    assert_eq!(is_public(&portal).await, (false, false), "nobody sees it before its day");

    portal.clock.set(at(2026, 11, 24, 0, 0));
    portal.run_jobs().await;
    assert_eq!(is_public(&portal).await, (true, true));
    portal.clock.set(at(2026, 11, 24, 9, 0));
    let mut citizen = portal.citizen().await;
    let (first, review) = submitted(&portal, &mut citizen).await;
    assert!(review.contains("20.000"), "two copies at 10,000: {review}");
    finished(&portal, &first).await;
    assert!(citizen.get(&format!("/ho-so/{first}")).await.main_text().contains("Đã trả kết quả"));

    let (running, _) = submitted(&portal, &mut citizen).await;
    let mut admin = portal.administrator().await;
    admin.get(&format!("/quan-tri/dich-vu/{SLUG}")).await;
    admin.post_form(DRAFT, &[]).await;
    set(&mut admin, "fees/0", &[("amount", "15.000")]).await;
    let second = published(&mut admin, "2026-11-25", "Nghị quyết mới về lệ phí").await;
    assert!(second.main_text().contains("Nghị quyết mới về lệ phí"), "{}", second.main_text());
    portal.clock.set(at(2026, 11, 25, 9, 0));
    let mut citizen = portal.citizen().await;
    let (_, review) = submitted(&portal, &mut citizen).await;
    assert!(review.contains("30.000"), "two copies at 15,000: {review}");
    let mut desk = portal.official("motcua", "viettri").await;
    let bench = desk.get(&format!("/can-bo/ho-so/{running}")).await.main_text();
    assert!(bench.contains("20.000") && !bench.contains("30.000"), "the running dossier keeps its fee: {bench}");
}
