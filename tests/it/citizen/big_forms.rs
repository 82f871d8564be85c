//! Long forms and long tables cost no more statements than short ones, and answer in good time.

use std::time::Instant;

use actix_web::http::StatusCode;
use serde_json::{Value, json};

use super::trial::{addressed, begun, offering};
use crate::support::{Answer, Browser, TestPortal};

/// Ten pages of twenty questions of many kinds, half of them shown under a condition.
fn two_hundred() -> Vec<(&'static str, Value)> {
    const PAGES: [&str; 10] = ["t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9"];
    let kinds = ["text", "full_name", "number", "money", "date", "partial_date", "time", "yes_no", "phone", "personal_id"];
    let field = |page: &str, at: usize| {
        let mut field =
            json!({ "key": format!("{page}.q{at}"), "kind": kinds[at % 10], "label": format!("Câu {at}"), "required": at < 10 });
        if at >= 10 {
            field["show_if"] =
                json!({ "any": [{ "field": format!("{page}.q7"), "is": true }, { "field": format!("{page}.q2"), "more_than": 50 }] });
        }
        field
    };
    PAGES.iter().map(|page| (*page, Value::Array((0..20).map(|at| field(page, at)).collect()))).collect()
}

fn answers_of(page: &str) -> Vec<(String, String)> {
    let typed = ["Chữ", "Nguyễn Văn Mẫu", "60", "1.000", "5/11/1992", "1992", "7:30", "yes", "0912345678", "025190000001"];
    (0..20).map(|at| (format!("{page}.q{at}"), typed[at % 10].to_owned())).collect()
}

async fn timed(most: usize, what: &str, answer: impl Future<Output = Answer>) -> Answer {
    let begun = Instant::now();
    let answer = answer.await;
    let taken = begun.elapsed();
    eprintln!("{what}: {taken:?}, {} statements, {} KB", answer.statements.len(), answer.body.len() / 1024);
    answer.assert_statements(most);
    answer
}

async fn save(citizen: &mut Browser<'_>, draft: &str, page: &str, typed: &[(String, String)]) -> Answer {
    let path = format!("{draft}/{page}");
    // The fifth looks for what was said last time.
    let opened = timed(5, &format!("opening {page}"), citizen.get(&path)).await;
    let version = opened.input("version").expect("a version");
    let mut pairs = vec![("version", version.as_str())];
    pairs.extend(typed.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    let saved = timed(3, &format!("saving {page} by script"), citizen.post_script(&format!("{path}/tu-luu"), &pairs)).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
    if page == "giay-to" && typed.len() <= 1200 {
        assert_eq!(saved.json()["computed"]["total"], (typed.len() / 6 * 2).to_string(), "the sum is said anew");
    }
    let next = saved.json()["version"].as_str().expect("a version").to_owned();
    pairs[0].1 = &next;
    citizen.post_form(&path, &pairs).await
}

async fn submit(citizen: &mut Browser<'_>, draft: &str) {
    save(citizen, draft, "cuoi", &[("name".into(), "Nguyễn Văn Mẫu".into()), ("declaration".into(), "yes".into())]).await;
    let path = format!("{draft}/kiem-tra");
    let review = timed(6, "opening the review", citizen.get(&path)).await;
    let key = review.input("submission_key").expect("a key");
    let form = [("submission_key", key.as_str())];
    let done = timed(12, "submitting", citizen.post_form(&path, &form)).await;
    assert!(done.location().is_some_and(|to| to.ends_with("/da-nop")), "{:?}", done.texts(".govuk-error-summary li"));
}

#[actix_web::test]
async fn two_hundred_questions_open_save_and_submit_like_twenty() {
    let portal = offering(&two_hundred(), |_| {}).await;
    let mut citizen = portal.citizen().await;
    let draft = begun(&mut citizen).await.trim_end_matches("/noi-nop").trim_end_matches("/cac-phan").to_owned();
    addressed(&mut citizen, &draft).await;
    for (page, _) in two_hundred() {
        let saved = save(&mut citizen, &draft, page, &answers_of(page)).await;
        assert!(saved.location().is_some(), "{page}: {:?}", saved.texts(".govuk-error-summary li"));
    }
    submit(&mut citizen, &draft).await;
}

fn papers() -> Value {
    json!([{ "key": "items", "kind": "table", "label": "Giấy tờ", "item": "giấy tờ", "columns": [
        { "key": "name", "kind": "text", "label": "Tên giấy tờ" },
        { "key": "issued_on", "kind": "date", "label": "Ngày cấp", "required": false },
        { "key": "pages", "kind": "number", "label": "Số trang", "min": 1, "max": 500 },
        { "key": "copies", "kind": "number", "label": "Số bản", "min": 1, "max": 20 },
        { "key": "foreign", "kind": "yes_no", "label": "Của nước ngoài", "required": false },
        { "key": "note", "kind": "text", "label": "Ghi chú", "show_if": { "field": "foreign", "is": true } },
    ] }, { "key": "total", "kind": "computed", "label": "Tổng", "how": "sum", "of": "items.pages" }])
}

fn rows(count: usize) -> Vec<(String, String)> {
    let row = |at: usize| {
        [
            ("name", "Bằng tốt nghiệp"),
            ("issued_on.day", "5"),
            ("issued_on.month", "6"),
            ("issued_on.year", "2020"),
            ("pages", "2"),
            ("copies", "3"),
        ]
        .map(|(column, text)| (format!("items.{at}.{column}"), text.to_owned()))
    };
    (0..count).flat_map(row).collect()
}

async fn certifying() -> (TestPortal, &'static str) {
    (offering(&[("giay-to", papers())], |_| {}).await, "giay-to")
}

#[actix_web::test]
async fn two_hundred_rows_open_save_and_submit() {
    let (portal, page) = certifying().await;
    let mut citizen = portal.citizen().await;
    let draft = begun(&mut citizen).await.trim_end_matches("/noi-nop").trim_end_matches("/cac-phan").to_owned();
    addressed(&mut citizen, &draft).await;
    let saved = save(&mut citizen, &draft, page, &rows(200)).await;
    assert!(saved.location().is_some(), "{:?}", saved.texts(".govuk-error-summary li"));
    let again = timed(5, "opening 200 rows", citizen.get(&format!("{draft}/{page}"))).await;
    assert_eq!(again.attributes("[data-rows] > [data-row]", "data-row").len(), 200);
    assert!(again.texts(".mc-rows__spare fieldset").is_empty(), "no 201st row");
    assert!(again.main_text().contains("400"), "the sum is said");
    let more = save(&mut citizen, &draft, page, &rows(201)).await;
    assert_eq!(more.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(more.main_text().contains("Nhập không quá 200 dòng"), "{:?}", more.texts(".govuk-error-summary li"));
    save(&mut citizen, &draft, page, &rows(200)).await;
    submit(&mut citizen, &draft).await;
}

#[actix_web::test]
async fn rows_come_and_go_without_scripts() {
    let (portal, page) = certifying().await;
    let mut citizen = portal.citizen().await;
    let draft = begun(&mut citizen).await.trim_end_matches("/noi-nop").trim_end_matches("/cac-phan").to_owned();
    addressed(&mut citizen, &draft).await;
    let path = format!("{draft}/{page}");
    let press = async |citizen: &mut Browser<'_>, typed: &[(&str, &str)]| {
        let version = citizen.get(&path).await.input("version").expect("a version");
        let answer = citizen.post_form(&path, &[&[("version", version.as_str())], typed].concat()).await;
        assert_eq!(answer.location(), Some(format!("{path}#items").as_str()), "{}", answer.main_text());
    };
    let two = [
        ("items.0.name", "Bằng"),
        ("items.0.pages", "2"),
        ("items.0.copies", "1"),
        ("items.1.name", "Học bạ"),
        ("items.1.pages", "9"),
        ("items.1.copies", "1"),
    ];
    press(&mut citizen, &[&two[..], &[("~add", "items")]].concat()).await;
    let shown = citizen.get(&path).await;
    assert_eq!(shown.input("items.1.name").as_deref(), Some("Học bạ"));
    assert!(shown.text().contains("name=\"items.2.name\""), "an empty row to go on with");
    press(&mut citizen, &[&two[..], &[("~remove", "items.0")]].concat()).await;
    let shown = citizen.get(&path).await;
    assert_eq!(shown.input("items.0.name").as_deref(), Some("Học bạ"));
}

#[actix_web::test]
async fn a_megabyte_of_text_is_refused_kindly_and_what_was_saved_stays() {
    let portal = offering(&[("chu", json!([{ "key": "long", "kind": "textarea", "label": "Nội dung" }]))], |_| {}).await;
    let mut citizen = portal.citizen().await;
    let draft = begun(&mut citizen).await.trim_end_matches("/noi-nop").trim_end_matches("/cac-phan").to_owned();
    addressed(&mut citizen, &draft).await;
    let first = save(&mut citizen, &draft, "chu", &[("long".into(), "Nội dung ngắn".into())]).await;
    assert!(first.location().is_some());
    let path = format!("{draft}/chu");
    let version = citizen.get(&path).await.input("version").expect("a version");
    for (size, status) in [(1 << 20, StatusCode::PAYLOAD_TOO_LARGE), (300_000, StatusCode::UNPROCESSABLE_ENTITY)] {
        let huge = "a".repeat(size);
        let refused = citizen.post_form(&path, &[("version", &version), ("long", &huge)]).await;
        assert_eq!(refused.status, status);
        assert!(refused.body.len() < 100_000, "the page does not carry it back: {}", refused.body.len());
        if status == StatusCode::PAYLOAD_TOO_LARGE {
            assert!(refused.main_text().contains("lớn hơn 1 MB"), "{}", refused.main_text());
            assert_eq!(citizen.get(&path).await.texts("textarea"), ["Nội dung ngắn"]);
        } else {
            assert!(refused.main_text().contains("quá dài nên không nhận được"), "{}", refused.main_text());
        }
    }
}
