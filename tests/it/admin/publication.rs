//! A version is published for a day to come: before, the old one holds, and its dossiers keep it.

use chrono::TimeDelta;
use diesel::{QueryableByName, sql_types::Text};
use diesel_async::RunQueryDsl;

use super::forms::{as_shown, borrowed, with};
use crate::{
    citizen::road,
    support::{Browser, TestPortal, at},
};

const DRAFT: &str = "/quan-tri/dich-vu/ban-sao-trich-luc/ban-nhap";

#[derive(QueryableByName)]
struct Pinned {
    #[diesel(sql_type = Text)]
    version: String,
}

async fn version_of(portal: &TestPortal, code: &str) -> String {
    let query = "SELECT v.number::text AS version FROM dossiers d JOIN service_versions v ON v.id = d.service_version_id WHERE d.code = $1";
    let found: Pinned = diesel::sql_query(query).bind::<Text, _>(code).get_result(&mut *portal.conn().await).await.expect("the dossier");
    found.version
}

/// A new amount of the only fee, saved in a new draft.
async fn with_fee(admin: &mut Browser<'_>, amount: &str) {
    admin.get(DRAFT.trim_end_matches("/ban-nhap")).await;
    admin.post_form(DRAFT, &[]).await;
    let path = format!("{DRAFT}/phan/fees/0");
    let pairs = with(as_shown(&admin.get(&path).await, &path), "amount", amount);
    let saved = admin.post_form(&path, &borrowed(&pairs)).await;
    assert_eq!(saved.location(), Some(path.as_str()), "{:?}", saved.texts(".govuk-error-summary li"));
}

async fn published(admin: &mut Browser<'_>, date: &str, time: &str) -> crate::support::Answer {
    let path = format!("{DRAFT}/cong-bo");
    let page = admin.get(&path).await;
    let pairs = [("when", "at"), ("date", date), ("time", time), ("reason", "Nghị quyết mới về lệ phí"), ("agreed", "yes")];
    let number = page.input("number").unwrap_or_else(|| panic!("{}", page.main_text()));
    admin.post_form(&path, &[&[("number", number.as_str())], &pairs[..]].concat()).await
}

async fn submitted(citizen: &mut Browser<'_>) -> (String, String) {
    let draft = road::filled(citizen).await;
    let review = citizen.get(&format!("{draft}/kiem-tra")).await.main_text();
    (road::code_of(&road::submitted(citizen, &draft).await), review)
}

#[actix_web::test]
async fn a_fee_published_for_midnight_holds_from_midnight_and_not_before() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    with_fee(&mut admin, "9000").await;
    let done = published(&mut admin, "2026-11-24", "00:00").await;
    assert_eq!(done.location(), Some("/quan-tri/dich-vu/ban-sao-trich-luc"), "{:?}", done.texts(".govuk-error-summary li"));
    let service = admin.follow(&done).await;
    assert!(service.main_text().contains("Chờ hiệu lực 24/11/2026, 00:00"), "{}", service.main_text());

    let mut citizen = portal.citizen().await;
    let (before, review) = submitted(&mut citizen).await;
    assert!(review.contains("16.000"), "two copies at the old amount: {review}");
    portal.clock.set(at(2026, 11, 23, 23, 59) + TimeDelta::seconds(59));
    assert_eq!(portal.rules.catalogue.in_force(road::SERVICE, portal.now().instant()).expect("in force").number, 1);
    portal.clock.set(at(2026, 11, 24, 0, 0));
    let mut citizen = portal.citizen().await;
    let (after, review) = submitted(&mut citizen).await;
    assert!(review.contains("18.000"), "two copies at the new amount: {review}");
    assert_eq!((version_of(&portal, &before).await, version_of(&portal, &after).await), ("1".to_owned(), "2".to_owned()));

    let version = portal.administrator().await.get("/quan-tri/dich-vu/ban-sao-trich-luc/phien-ban/2").await;
    assert!(
        version.main_text().contains("8.000 ₫ 9.000 ₫") && version.main_text().contains("Nghị quyết mới về lệ phí"),
        "{}",
        version.main_text()
    );
}

#[actix_web::test]
async fn publication_asks_for_a_reason_a_day_to_come_and_what_is_to_know() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    with_fee(&mut admin, "9000").await;
    let path = format!("{DRAFT}/cong-bo");
    let number = admin.get(&path).await.input("number").expect("a number");
    let form = [("number", number.as_str()), ("when", "at"), ("date", "ngày mai"), ("time", "00:00"), ("reason", " ")];
    let told = admin.post_form(&path, &form).await.texts(".govuk-error-summary li");
    assert_eq!(
        told,
        [
            "Nhập ngày và giờ, ví dụ 01/12/2026 và 00:00",
            "Nhập lý do; lý do được ghi vào nhật ký",
            "Đánh dấu rằng bạn đã đọc những điều cần biết",
        ]
    );
    let past = published(&mut admin, "2026-11-22", "00:00").await.texts(".govuk-error-summary li");
    assert_eq!(past, ["Thời điểm đã qua; bây giờ là 23/11/2026, 09:00. Chọn thời điểm sau đó"]);
    published(&mut admin, "2026-12-01", "00:00").await;
    with_fee(&mut admin, "9500").await;
    let earlier = published(&mut admin, "2026-11-30", "00:00").await.texts(".govuk-error-summary li");
    assert_eq!(earlier, ["Phiên bản 2 đã hẹn có hiệu lực từ 01/12/2026, 00:00; chọn thời điểm sau đó"]);
}

#[actix_web::test]
async fn an_error_blocks_and_leads_to_its_place() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    with_fee(&mut admin, "9000").await;
    let path = format!("{DRAFT}/phan/steps/1");
    let pairs = with(as_shown(&admin.get(&path).await, &path), "hours", "99");
    admin.post_form(&path, &borrowed(&pairs)).await;
    let told = published(&mut admin, "2026-12-01", "00:00").await;
    assert_eq!(told.texts(".govuk-error-summary li"), ["Sửa các lỗi đã nêu rồi công bố"]);
    let links = told.attributes("#errors a", "href");
    assert!(links.contains(&format!("{DRAFT}/phan/steps")), "{links:?}");
    assert!(told.main_text().contains("Tổng số giờ các bước là"), "{}", told.main_text());
}

/// A start of the portal never overwrites what an administrator published.
#[actix_web::test]
async fn the_files_of_the_installation_wait_behind_an_administrators_version() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    with_fee(&mut admin, "9000").await;
    published(&mut admin, "2026-11-24", "00:00").await;
    let all = crate::catalogue::files();
    let services = motcua::catalogue::read_services(&all).expect("services");
    let mut conn = portal.conn().await;
    let again = motcua::catalogue::publish_with(&mut conn, portal.now(), &services, &all).await.expect("a start");
    assert!(again.new.is_empty(), "{again:?}");
    assert!(!admin.get("/quan-tri/dich-vu/ban-sao-trich-luc").await.main_text().contains("Tệp cài đặt đã đổi"));
    let mut changed = services.clone();
    changed.iter_mut().filter(|service| service.slug == "ban-sao-trich-luc").for_each(|service| service.decision = "1/QĐ-MỚI".into());
    let again = motcua::catalogue::publish_with(&mut conn, portal.now(), &changed, &all).await.expect("a start");
    assert!(again.new.is_empty(), "{again:?}");
    assert!(admin.get("/quan-tri/dich-vu/ban-sao-trich-luc").await.main_text().contains("Tệp cài đặt đã đổi"));
}
