//! Agencies and their people: who may see and give what, invitations, ends, and lists.

use std::fmt::Write;

use actix_web::http::StatusCode;
use diesel::{QueryableByName, sql_types::BigInt};
use diesel_async::RunQueryDsl;

use crate::support::TestPortal;

const VIET_TRI: &str = "/quan-tri/co-quan/H44.148";

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

async fn posts(portal: &TestPortal) -> i64 {
    let found: Count =
        diesel::sql_query("SELECT count(*) AS count FROM memberships").get_result(&mut *portal.conn().await).await.expect("a count");
    found.count
}

#[actix_web::test]
async fn each_administrator_sees_his_own_and_what_is_below() {
    let portal = TestPortal::open().await;
    let everything = portal.administrator().await.get("/quan-tri/co-quan").await;
    everything.assert_statements(4);
    let all = everything.texts("tbody tr");
    assert!(all.len() > 148, "the province, its centres and communes: {}", all.len());
    let mut admin = portal.official("quantri", "viettri").await;
    let own = admin.get("/quan-tri/co-quan").await.texts("tbody tr");
    assert!(own.len() == 1 && own[0].contains("Phường Việt Trì"), "{own:#?}");
    let page = admin.get(VIET_TRI).await;
    assert!(page.main_text().contains("motcua.viettri@example.vn"), "{}", page.main_text());
    assert_eq!(admin.get("/quan-tri/co-quan/H44.213").await.status, StatusCode::NOT_FOUND);
    let form = admin.get(&format!("{VIET_TRI}/them-can-bo")).await;
    let roles = form.attributes("#role option", "value");
    assert!(roles.contains(&"reception_officer".to_owned()) && !roles.contains(&"system_admin".to_owned()), "{roles:?}");
}

#[actix_web::test]
async fn somebody_new_is_invited_sets_a_password_and_works() {
    let portal = TestPortal::open().await;
    let mut admin = portal.official("quantri", "viettri").await;
    let path = format!("{VIET_TRI}/them-can-bo");
    admin.get(&path).await;
    let wrong = admin.post_form(&path, &[("full_name", ""), ("email", "khong"), ("role", "system_admin"), ("from", "mai")]).await;
    let told = wrong.texts(".govuk-error-summary li");
    assert_eq!(
        told,
        [
            "Nhập họ và tên",
            "Nhập địa chỉ thư điện tử, ví dụ ten@example.vn",
            "Chọn vai trò bạn được quyền giao",
            "Nhập ngày, ví dụ 01/12/2026",
            "Nhập lý do; lý do được ghi vào nhật ký",
        ]
    );
    let post = [
        ("full_name", "Lê Văn Mới"),
        ("email", "moi.viettri@example.vn"),
        ("role", "case_officer"),
        ("title", "Chuyên viên"),
        ("from", "2026-11-23"),
        ("reason", "Quyết định 12/QĐ-UBND"),
    ];
    let done = admin.post_form(&path, &post).await;
    assert_eq!(done.location(), Some(VIET_TRI), "{:?}", done.texts(".govuk-error-summary li"));
    let page = admin.follow(&done).await;
    assert!(page.main_text().contains("Lê Văn Mới Chưa đặt mật khẩu"), "{}", page.main_text());
    portal.run_jobs().await;
    let letter = portal.mailbox.letters_to("moi.viettri@example.vn").pop().expect("a letter");
    let base = portal.platform.config.address();
    let link = letter.text.lines().find_map(|line| line.strip_prefix(&base)).expect("a link").to_owned();
    let mut person = portal.anonymous();
    person.get(&link).await;
    let set = person.post_form(&link, &[("password", "năm con cá vàng bơi")]).await;
    assert_eq!(set.location(), Some("/dang-nhap"), "{}", set.main_text());
    person.sign_in("moi.viettri@example.vn", "năm con cá vàng bơi").await;
    let desk = person.get("/can-bo").await;
    let enrols = desk.location().is_some_and(|to| to.contains("hai-buoc"));
    assert!(desk.status == StatusCode::OK || enrols, "the desk, or first the second factor: {}", desk.main_text());
    assert!(!admin.get(VIET_TRI).await.main_text().contains("Chưa đặt mật khẩu"));
}

#[actix_web::test]
async fn the_last_of_a_role_is_not_let_go_unnoticed() {
    let portal = TestPortal::open().await;
    let mut admin = portal.official("quantri", "viettri").await;
    let page = admin.get(VIET_TRI).await;
    let row = page.texts("tbody tr").iter().position(|row| row.contains("vanthu.viettri@example.vn")).expect("the clerk");
    let end = page.attributes("tbody a[href*='ket-thuc']", "href")[row].clone();
    let form = admin.get(&end).await;
    assert!(form.main_text().contains("Không còn ai khác giữ vai trò Văn thư ở Phường Việt Trì"), "{}", form.main_text());
    let refused = admin.post_form(&end, &[("last_day", "2026-11-23"), ("reason", "Nghỉ hưu")]).await;
    assert_eq!(refused.texts(".govuk-error-summary li"), ["Đánh dấu rằng bạn biết không còn ai giữ vai trò này"]);
    let done = admin.post_form(&end, &[("last_day", "2026-11-23"), ("reason", "Nghỉ hưu"), ("agreed", "yes")]).await;
    assert_eq!(done.location(), Some(VIET_TRI), "{:?}", done.texts(".govuk-error-summary li"));
    portal.wait(chrono::TimeDelta::days(1));
    let mut clerk = portal.official("vanthu", "viettri").await;
    assert_eq!(clerk.get("/can-bo").await.status, StatusCode::NOT_FOUND, "the post has ended");
    let mut other = portal.official("quantri", "vinhyen").await;
    assert_eq!(other.get(&end).await.status, StatusCode::NOT_FOUND, "not of his agency");
}

/// 1,500 people, of whom 20 lines cannot be read.
fn list(bad: bool) -> String {
    let mut text = String::from("Thư điện tử,Họ tên,Cơ quan,Vai trò,Chức danh,Từ ngày,Đến ngày\n");
    for number in 0..1_500 {
        let role = if number % 2 == 0 { "reception_officer" } else { "Văn thư" };
        let agency = ["H44.148", "H44.213", "H44.102"][number % 3];
        let wrong = bad && number % 75 == 10;
        let email = if wrong { format!("can-bo-{number}") } else { format!("can-bo-{number}@example.vn") };
        writeln!(text, "{email},Nguyễn Thị Số,{agency},{role},Cán bộ,01/12/2026,").expect("written");
    }
    text
}

#[actix_web::test]
async fn fifteen_hundred_people_are_tried_first_and_then_read_in_at_once() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    let path = "/quan-tri/nhap-can-bo";
    admin.get(path).await;
    let before = posts(&portal).await;
    let bad = list(true);
    for button in ["try", "apply"] {
        let told = admin.post_form(path, &[("text", &bad), ("reason", "Danh sách của tỉnh"), (button, "1")]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        let lines = told.texts("#report li");
        assert_eq!(lines.len(), 20, "{lines:#?}");
        assert_eq!(lines[0], "Dòng 12: “can-bo-10” không phải địa chỉ thư điện tử");
        assert!(told.raw_texts("textarea[name='text']")[0].contains("can-bo-1499@example.vn"), "what was pasted is still there");
        assert_eq!(posts(&portal).await, before, "nothing half done");
    }
    let good = list(false);
    let tried = admin.post_form(path, &[("text", &good), ("reason", ""), ("try", "1")]).await;
    assert!(tried.main_text().contains("1.500 dòng đúng") || tried.main_text().contains("1500 dòng đúng"), "{:.300}", tried.main_text());
    let done = admin.post_form(path, &[("text", &good), ("reason", "Danh sách của tỉnh"), ("apply", "1")]).await;
    assert_eq!(done.location(), Some("/quan-tri/co-quan"), "{:?}", done.texts(".govuk-error-summary li"));
    assert_eq!(posts(&portal).await, before + 1_500);
    let again = admin.post_form(path, &[("text", &good), ("reason", "Danh sách của tỉnh"), ("apply", "1")]).await;
    assert!(again.location().is_some());
    assert_eq!(posts(&portal).await, before + 1_500, "reading it in again changes nothing");
}
