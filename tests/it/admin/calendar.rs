//! The calendar in the browser: foreseen, confirmed, counted again, told; of everybody and of one agency.

use actix_web::http::StatusCode;
use motcua::{
    calendar::CalendarBook,
    dossiers::{self, EventKind},
    kernel::dossier_code::DossierCode,
};

use crate::{
    dossiers::people::{citizen, official, seen, submitted},
    support::{TestPortal, at, test_config},
};

const STORM: [(&str, &str); 4] = [("from", "2026-11-26"), ("name", "Nghỉ bão"), ("kind", "holiday"), ("foresee", "1")];

/// A dossier of Việt Trì that is due on Friday, 27 November, at nine.
async fn accepted(portal: &TestPortal) -> DossierCode {
    let (rules, mut conn) = (portal.rules.clone(), portal.conn().await);
    let conn = &mut *conn;
    let owner = citizen(conn, "nguyen.van.mau@example.vn").await;
    let desk = official(conn, "motcua.viettri").await;
    let code = submitted(portal, conn, &owner, "02-").await;
    let at_desk = seen(conn, &rules, portal, &desk, &code).await;
    let done = dossiers::accept(conn, &rules, portal.now(), &desk, &at_desk).await.expect("accepted");
    assert_eq!(done.due_at, Some(at(2026, 11, 27, 9, 0)));
    portal.run_jobs().await;
    code
}

fn hidden(page: &crate::support::Answer) -> String {
    page.attributes("input[name='seen']", "value").first().expect("what was looked at").clone()
}

#[actix_web::test]
async fn a_day_off_is_foreseen_then_moves_dates_with_an_event_and_a_letter() {
    let mut portal = TestPortal::open().await;
    let code = accepted(&portal).await;
    let letters = portal.mailbox.letters().len();
    let mut admin = portal.administrator().await;
    let form = admin.get("/quan-tri/lich/them-ngay?nam=2026").await;
    assert!(form.main_text().contains("Thêm ngày nghỉ: Cả tỉnh"), "{}", form.main_text());
    let looked = admin.post_form("/quan-tri/lich/them-ngay", &STORM).await;
    assert!(looked.main_text().contains("1 hồ sơ sẽ đổi ngày hẹn."), "{}", looked.main_text());
    let row = looked.texts("#foreseen tbody tr");
    assert_eq!(row, [format!("{code} UBND phường Việt Trì 27/11/2026, 09:00 30/11/2026, 09:00")]);
    let year = admin.get("/quan-tri/lich?nam=2026").await;
    assert!(!year.main_text().contains("Nghỉ bão"), "looking changes nothing");

    let apply = |seen: &str, reason: &str| {
        let mut pairs: Vec<(String, String)> = STORM[..3].iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        pairs.extend([("apply", "1"), ("seen", seen), ("reason", reason)].map(|(k, v)| (k.to_owned(), v.to_owned())));
        pairs
    };
    let stale = admin.post_form("/quan-tri/lich/them-ngay", &borrowed(&apply("0 abc", "Bão số 5"))).await;
    assert!(stale.main_text().contains("Thông tin đã thay đổi từ lúc bạn xem"), "{}", stale.main_text());
    let bare = admin.post_form("/quan-tri/lich/them-ngay", &borrowed(&apply(&hidden(&looked), " "))).await;
    assert_eq!(bare.texts(".govuk-error-summary li"), ["Nhập lý do; lý do được ghi vào nhật ký"]);
    let done = admin.post_form("/quan-tri/lich/them-ngay", &borrowed(&apply(&hidden(&looked), "Bão số 5"))).await;
    assert_eq!(done.location(), Some("/quan-tri/lich?nam=2026"), "{}", done.main_text());
    let year = admin.follow(&done).await;
    assert!(year.main_text().contains("1 hồ sơ đang được tính lại"), "{}", year.main_text());
    assert!(
        year.texts("#days tbody tr").iter().any(|row| row.starts_with("26/11/2026 Nghỉ bão Nghỉ lễ")),
        "{:#?}",
        year.texts("#days tbody tr")
    );
    assert!(year.main_text().contains("Bão số 5"));
    portal.run_jobs().await;
    moved(&portal, &code, letters).await;
    drop(admin);

    portal.restart().await;
    let year = portal.administrator().await.get("/quan-tri/lich?nam=2026").await;
    assert!(year.main_text().contains("Nghỉ bão"), "a start does not undo it");
}

/// The citizen's dossier has its new date, an event in a sound chain, and one letter more.
async fn moved(portal: &TestPortal, code: &DossierCode, letters: usize) {
    let (rules, mut conn) = (portal.rules.current(), portal.conn().await);
    let owner = citizen(&mut conn, "nguyen.van.mau@example.vn").await;
    let page = dossiers::dossier_for_owner(&mut conn, &rules, portal.now(), &owner, code).await.expect("readable").expect("his");
    assert_eq!(page.facts.deadline.due_at, Some(at(2026, 11, 30, 9, 0)));
    let event = page.events.first().expect("an event");
    assert_eq!((event.kind, event.due_after), (EventKind::Recounted, Some(at(2026, 11, 30, 9, 0))));
    let told = portal.mailbox.letters();
    assert_eq!(told.len(), letters + 1);
    assert!(told.last().is_some_and(|letter| letter.text.contains("30/11/2026")));
    assert!(dossiers::verify_chains(&mut conn).await.expect("readable").broken.is_empty());
}

fn borrowed(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    pairs.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect()
}

/// Fills a form, looks, and applies.
async fn apply(browser: &mut crate::support::Browser<'_>, path: &str, pairs: &[(&str, &str)]) -> crate::support::Answer {
    let looked = browser.post_form(path, pairs).await;
    assert_eq!(looked.status, StatusCode::OK, "{:?}", looked.texts(".govuk-error-summary li"));
    let seen = hidden(&looked);
    let confirmed = [pairs, &[("apply", "1"), ("seen", seen.as_str()), ("reason", "Theo công văn")]].concat();
    browser.post_form(path, &confirmed).await
}

#[actix_web::test]
async fn an_agency_closes_by_itself_and_has_hours_of_its_own() {
    let portal = TestPortal::open().await;
    let code = accepted(&portal).await;
    let mut admin = portal.official("quantri", "vinhyen").await;
    admin.get("/quan-tri/lich").await;
    let day = [("from", "2026-11-26"), ("name", "Giỗ Thành hoàng"), ("co-quan", "H44.213")];
    let looked = admin.post_form("/quan-tri/lich/them-ngay", &day).await;
    assert!(looked.main_text().contains("Không hồ sơ nào đổi ngày hẹn."), "another agency's dossier stays: {}", looked.main_text());
    for foreign in ["H44.148", ""] {
        let pairs = [("from", "2026-11-26"), ("name", "Nghỉ"), ("co-quan", foreign)];
        let answer = admin.post_form("/quan-tri/lich/them-ngay", &pairs).await;
        let own = foreign.is_empty() && answer.main_text().contains("Phường Vĩnh Yên");
        assert!(own || answer.status == StatusCode::NOT_FOUND, "{foreign}: {}", answer.main_text());
    }
    let mut admin = portal.official("quantri", "viettri").await;
    let page = admin.get("/quan-tri/lich?nam=2026").await;
    assert!(page.main_text().contains("Phường Việt Trì") && page.main_text().contains("theo giờ chung của tỉnh"));
    let day = [("from", "2026-11-26"), ("name", "Giỗ Thành hoàng"), ("co-quan", "H44.148")];
    let done = apply(&mut admin, "/quan-tri/lich/them-ngay", &day).await;
    assert_eq!(done.location(), Some("/quan-tri/lich?nam=2026&co-quan=H44.148"), "{}", done.main_text());
    let year = admin.follow(&done).await;
    assert_eq!(year.texts("td.mc-year__day--local"), ["26 nghỉ: Giỗ Thành hoàng"]);
    let remove = year.attributes("#days a[href*='bo-ngay']", "href");
    assert_eq!(remove.len(), 1, "only his own may be taken back");
    portal.run_jobs().await;
    moved(&portal, &code, portal.mailbox.letters().len() - 1).await;

    let hours = [
        ("co-quan", "H44.148"),
        ("days-1", "mon"),
        ("days-1", "fri"),
        ("morning-1", "8h-11h30"),
        ("afternoon-1", "13:30 - 17:00"),
        ("season-from-1", "1/11"),
        ("season-to-1", "31/3"),
    ];
    let done = apply(&mut admin, "/quan-tri/lich/gio", &hours).await;
    let year = admin.follow(&done).await;
    assert!(year.main_text().contains("Thứ Hai, Thứ Sáu: 08:00–11:30, 13:30–17:00 (từ 01/11 đến 31/03 hằng năm)"), "{}", year.main_text());
    let wrong = admin.post_form("/quan-tri/lich/gio", &[("co-quan", "H44.148"), ("days-1", "mon"), ("morning-1", "sáng")]).await;
    assert_eq!(wrong.texts(".govuk-error-summary li"), ["Viết giờ như 07:30-11:30; giờ chiều sau giờ sáng"]);

    let back = apply(&mut admin, "/quan-tri/lich/bo-ngay", &[("ngay", "2026-11-26"), ("co-quan", "H44.148")]).await;
    assert!(back.location().is_some(), "{}", back.main_text());
    portal.run_jobs().await;
    let (rules, mut conn) = (portal.rules.current(), portal.conn().await);
    assert_eq!(dossiers::would_move(&mut conn, &rules, portal.now()).await.expect("counted"), [], "everything has been counted");
}

#[actix_web::test]
async fn a_year_is_announced_read_in_and_taken_away_as_a_file() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    let year = admin.get("/quan-tri/lich?nam=2027").await;
    assert!(year.main_text().contains("dự kiến, chưa được công bố") && !year.texts("td.mc-year__day--expected").is_empty());
    assert!(admin.get("/quan-tri/lich?nam=2035").await.main_text().contains("Chưa có ngày nghỉ nào của năm 2035"));
    let path = "/quan-tri/lich/nhap";
    admin.get(path).await;
    let list = "Từ;Đến;Tên;Tên tiếng Anh;Loại;Làm bù\n01/01/2027;;Tết Dương lịch;New Year's Day\n\
        03/02/2027;09/02/2027;Tết Nguyên đán, sớm một ngày\n30/04/2027;;Nghỉ hoán đổi;;hoán đổi;24/04/2027\n";
    let bad =
        format!("{list}32/01/2027;;Không có ngày này\n05/02/2027;;Trùng\n01/05/2028;;Năm khác\n02/05/2027;;Lạ;;nghỉ hè\n03/05/2027;\n");
    let told = admin.post_form(path, &[("year", "2027"), ("source", "Thông báo 1/TB"), ("text", &bad)]).await;
    assert_eq!(
        told.texts("#report li"),
        [
            "Dòng 5: “32/01/2027” không phải ngày; viết như 01/12/2026",
            "Dòng 6: ngày 05/02/2027 đã có ở dòng trên",
            "Dòng 7: “01/05/2028” không thuộc năm 2027",
            "Dòng 8: “nghỉ hè” không phải loại ngày nghỉ; viết nghỉ lễ, nghỉ bù hoặc hoán đổi",
            "Dòng 9: cần từ 3 đến 6 cột, dòng này có 2",
        ]
    );
    let done = apply(&mut admin, path, &[("year", "2027"), ("source", "Thông báo 1/TB"), ("text", list)]).await;
    assert_eq!(done.location(), Some("/quan-tri/lich?nam=2027"), "{}", done.main_text());
    let year = admin.follow(&done).await;
    assert!(!year.main_text().contains("chưa được công bố"), "announced");
    assert!(year.texts("td.mc-year__day--worked") == ["24 làm bù cho ngày 30/04/2027"], "{:?}", year.texts("td.mc-year__day--worked"));
    let file = admin.get("/quan-tri/lich/tai-ve?nam=2027").await;
    let hours = test_config().folder.read("calendar/office_hours.toml").expect("the hours");
    let read = CalendarBook::read([
        ("2027.toml".to_owned(), String::from_utf8(file.body).expect("text")),
        ("office_hours.toml".to_owned(), hours),
    ])
    .expect("a sound file");
    assert_eq!(read.years[&2027], portal.rules.book().0.years[&2027], "the file says the same");

    let done = apply(&mut admin, "/quan-tri/lich/cong-bo", &[("year", "2028"), ("source", "Thông báo 2/TB")]).await;
    let year = admin.follow(&done).await;
    assert!(year.texts("td.mc-year__day--expected").is_empty() && year.main_text().contains("Căn cứ: Thông báo 2/TB"));
    let audit = admin.get("/quan-tri/nhat-ky?loai=calendar").await;
    assert_eq!(audit.texts("tbody tr").len(), 2);
}
