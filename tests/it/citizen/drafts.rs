//! From the first answer to the receipt.

use actix_web::http::StatusCode;
use diesel_async::RunQueryDsl;
use motcua::platform::db::Conn;

use super::road::{begun, fill, filled, submitted};
use crate::support::TestPortal;

#[actix_web::test]
async fn a_citizen_fills_in_and_submits_and_sees_the_code() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = filled(&mut citizen).await;
    let review = citizen.get(&format!("{draft}/kiem-tra")).await.main_text();
    assert!(review.contains("Nguyễn Văn Mẫu") && review.contains("16.000"), "{review}");
    let receipt = submitted(&mut citizen, &draft).await;
    let page = citizen.get(&receipt).await;
    assert!(page.main_text().contains("Đã nộp hồ sơ"), "{}", page.main_text());
    let mine = citizen.get("/ho-so").await.main_text();
    assert!(mine.contains("Đã nộp, chờ tiếp nhận"), "{mine}");
}

#[actix_web::test]
async fn pressing_twice_gives_one_dossier() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = filled(&mut citizen).await;
    let path = format!("{draft}/kiem-tra");
    let key = citizen.get(&path).await.input("submission_key").expect("a key");
    let first = citizen.post_form(&path, &[("submission_key", &key)]).await;
    let second = citizen.post_form(&path, &[("submission_key", &key)]).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.main_text());
    assert_eq!(first.location(), second.location());
}

#[actix_web::test]
async fn a_wrong_answer_is_kept_and_explained() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = begun(&mut citizen).await;
    let wrong = fill(&mut citizen, &draft, "nguoi-yeu-cau", &[("requester.full_name", "Nguyễn 2"), ("requester.phone", "12")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.texts("title")[0].starts_with("Lỗi:"));
    let links = wrong.attributes(".govuk-error-summary a", "href");
    assert!(links.iter().any(|link| link == "#requester-phone"), "{links:?}");
    assert_eq!(wrong.input("requester.phone").as_deref(), Some("12"));
    let later = citizen.get(&format!("{draft}/nguoi-yeu-cau")).await;
    assert_eq!(later.input("requester.phone").as_deref(), Some("12"), "what was typed waits");
}

#[actix_web::test]
async fn saving_while_typing_asks_three_times_at_most() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = begun(&mut citizen).await;
    let version = citizen.get(&format!("{draft}/nguoi-yeu-cau")).await.input("version").expect("a version");
    citizen.headers.push(("accept", "application/json".into()));
    let path = format!("{draft}/nguoi-yeu-cau/tu-luu");
    let saved = citizen.post_script(&path, &[("version", &version), ("requester.full_name", "Nguyễn Thị Mẫu")]).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
    assert_eq!(saved.json()["saved_at"], "09:00");
    saved.assert_statements(3);
    let stale = citizen.post_script(&path, &[("version", &version), ("requester.full_name", "Trần Thị Thử")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert_eq!(stale.json()["conflicts"][0]["theirs"], "Nguyễn Thị Mẫu");
}

#[actix_web::test]
async fn two_tabs_are_shown_both_values() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = begun(&mut citizen).await;
    let path = format!("{draft}/nguoi-yeu-cau");
    let version = citizen.get(&path).await.input("version").expect("a version");
    citizen.post_form(&path, &[("version", &version), ("leave", "1"), ("requester.full_name", "Nguyễn Thị Mẫu")]).await;
    let other = citizen.post_form(&path, &[("version", &version), ("requester.full_name", "Trần Thị Thử")]).await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    let shown = other.main_text();
    assert!(shown.contains("Nguyễn Thị Mẫu") && shown.contains("Trần Thị Thử"), "{shown}");
    let (again, mine) = (other.input("version").expect("a version"), other.input("requester.full_name").expect("mine"));
    let chosen = citizen.post_form(&path, &[("version", &again), ("leave", "1"), ("requester.full_name", &mine)]).await;
    assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.main_text());
}

#[actix_web::test]
async fn an_unfinished_draft_is_not_taken_and_says_what_is_missing() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = begun(&mut citizen).await;
    let path = format!("{draft}/kiem-tra");
    let key = citizen.get(&path).await.input("submission_key").expect("a key");
    let answer = citizen.post_form(&path, &[("submission_key", &key)]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let links = answer.attributes(".govuk-error-summary a", "href");
    assert!(links.iter().any(|link| link.contains("/nhan-ket-qua?loi=1#")), "{links:?}");
}

#[actix_web::test]
async fn somebody_elses_draft_does_not_exist() {
    let portal = TestPortal::open().await;
    let draft = begun(&mut portal.citizen().await).await;
    let mut other = portal.other_citizen().await;
    for page in ["noi-nop", "nguoi-yeu-cau", "tep", "kiem-tra", "xoa"] {
        assert_eq!(other.get(&format!("{draft}/{page}")).await.status, StatusCode::NOT_FOUND, "{page}");
    }
    other.get("/dang-nhap").await;
    let saved = other.post_form(&format!("{draft}/nguoi-yeu-cau"), &[("version", "1"), ("requester.full_name", "Kẻ Lạ")]).await;
    assert_eq!(saved.status, StatusCode::NOT_FOUND);
}

async fn rows(conn: &mut Conn, query: &str) -> usize {
    diesel::sql_query(query).execute(conn).await.expect("an answer")
}

#[actix_web::test]
async fn submitting_is_one_short_transaction() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = filled(&mut citizen).await;
    let path = format!("{draft}/kiem-tra");
    let key = citizen.get(&path).await.input("submission_key").expect("a key");
    citizen.post_form(&path, &[("submission_key", &key)]).await.assert_statements(12);
    let mut conn = portal.conn().await;
    for table in ["dossier_events", "notices", "papers"] {
        let others = format!("SELECT 1 FROM {table} t, dossiers d WHERE t.dossier_id = d.id AND t.xmin <> d.xmin");
        assert_eq!(rows(&mut conn, &others).await, 0, "{table} is written with the dossier or not at all");
        assert!(rows(&mut conn, &format!("SELECT 1 FROM {table}")).await > 0, "{table} is written");
    }
}

#[actix_web::test]
async fn a_draft_is_opened_where_something_is_still_to_do() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = begun(&mut citizen).await;
    assert_eq!(citizen.get(&draft).await.location(), Some(format!("{draft}/nguoi-yeu-cau").as_str()));
    let done = filled(&mut citizen).await;
    assert_eq!(citizen.get(&done).await.location(), Some(format!("{done}/kiem-tra").as_str()));
}

#[actix_web::test]
async fn a_change_asked_for_in_the_review_leads_back_to_it() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = filled(&mut citizen).await;
    let page = citizen.get(&format!("{draft}/viec-ho-tich?sua=1")).await;
    let version = page.input("version").expect("a version");
    assert_eq!(page.input("from_review").as_deref(), Some("1"));
    let path = format!("{draft}/viec-ho-tich");
    let saved = citizen.post_form(&path, &[("version", &version), ("from_review", "1"), ("copies", "3")]).await;
    assert_eq!(saved.location(), Some(format!("{draft}/kiem-tra").as_str()), "{}", saved.main_text());
}

#[actix_web::test]
async fn a_long_form_shows_all_its_parts_and_how_far_each_is() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = begun(&mut citizen).await;
    let page = citizen.get(&format!("{draft}/nguoi-yeu-cau")).await;
    assert!(page.attributes(".mc-steps a", "href").contains(&format!("{draft}/cac-phan")), "reached from each step");
    let fresh = citizen.get(&format!("{draft}/cac-phan")).await;
    assert!(!fresh.main_text().contains("Đang làm dở"), "what was filled in beforehand is nobody's work: {}", fresh.main_text());
    let typed = [("requester.full_name", "Nguyễn Thị Mẫu"), ("requester.phone", "12"), ("leave", "1")];
    fill(&mut citizen, &draft, "nguoi-yeu-cau", &typed).await;
    let parts = citizen.get(&format!("{draft}/cac-phan")).await;
    let state = |title: &str| {
        let row = parts.texts("main li").into_iter().find(|row| row.starts_with(title)).unwrap_or_else(|| panic!("{}", parts.main_text()));
        row.trim_start_matches(title).trim().to_owned()
    };
    assert_eq!((state("Nơi nộp").as_str(), state("Kiểm tra lại").contains("Chưa làm")), ("Xong", true));
    assert_eq!(state("Người yêu cầu"), "Cần sửa");
    fill(&mut citizen, &draft, "noi-cu-tru", &[("requester.residence_scope", "1"), ("leave", "1")]).await;
    let parts = citizen.get(&format!("{draft}/cac-phan")).await;
    assert!(parts.main_text().contains("Đang làm dở"), "{}", parts.main_text());
    assert!(
        parts.texts("main li").iter().any(|row| row.starts_with("Giấy tờ") && row.ends_with("Không bắt buộc")),
        "{}",
        parts.main_text()
    );
    assert_eq!(portal.other_citizen().await.get(&format!("{draft}/cac-phan")).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn ones_dossiers_of_one_service_are_told_apart_by_whom_they_are_for() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let nameless = begun(&mut citizen).await;
    let draft = filled(&mut citizen).await;
    let mine = citizen.get("/ho-so").await;
    let titles = mine.texts(".mc-list__title");
    let whom = "Cấp bản sao trích lục hộ tịch của Nguyễn Văn Mẫu";
    assert!(titles.iter().any(|title| title == whom), "{titles:?}");
    assert!(titles.iter().all(|title| !title.contains('…')), "nobody is not named: {titles:?}");
    submitted(&mut citizen, &draft).await;
    assert_eq!(citizen.get("/ho-so").await.texts(".mc-list__title").iter().filter(|title| *title == whom).count(), 1);
    fill(&mut citizen, &nameless, "nguoi-duoc-dang-ky", &[("record.full_name", "Trần Thị Thử"), ("leave", "1")]).await;
    assert!(citizen.get("/ho-so").await.main_text().contains("trích lục hộ tịch của Trần Thị Thử"));
}

#[actix_web::test]
async fn a_past_dossier_is_copied_without_its_files_and_its_declaration() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = filled(&mut citizen).await;
    let receipt = submitted(&mut citizen, &draft).await;
    let past = receipt.trim_end_matches("/da-nop").to_owned();
    let page = citizen.get(&past).await;
    let again = page.attributes("main form", "action").into_iter().find(|action| action.ends_with("/nop-lai")).expect("a button");
    let made = citizen.post_form(&again, &[]).await;
    let parts = made.location().unwrap_or_else(|| panic!("{}", made.main_text())).to_owned();
    let copy = parts.trim_end_matches("/cac-phan").to_owned();
    assert_ne!(copy, draft);
    assert!(citizen.get(&parts).await.text().contains("Đã tạo bản nháp từ hồ sơ"));
    assert_eq!(citizen.get(&format!("{copy}/viec-ho-tich")).await.input("record.agency").as_deref(), Some("UBND xã Kim Đức"));
    let review = citizen.get(&format!("{copy}/kiem-tra")).await;
    let links = review.attributes(".govuk-error-summary a", "href");
    assert!(links.len() == 1 && links[0].ends_with("/nhan-ket-qua?loi=1#declaration"), "only the declaration is missing: {links:?}");
    let mut other = portal.other_citizen().await;
    other.get("/tra-cuu").await;
    assert_eq!(other.post_form(&again, &[]).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn a_character_that_no_database_keeps_breaks_nothing() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = begun(&mut citizen).await;
    let told = fill(&mut citizen, &draft, "nguoi-yeu-cau", &[("requester.phone", "\u{0}12\u{0}")]).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", told.main_text());
    assert!(told.attributes(".govuk-error-summary a", "href").contains(&"#requester-phone".to_owned()));
    assert_eq!(told.input("requester.phone").as_deref(), Some("12"), "what can be seen is kept");
}
