//! Whether a service is the right one is asked first; who needs another is told so, and where it is.

use actix_web::http::StatusCode;
use serde_json::{Value, json};

use super::{
    road::fill,
    trial::{addressed, begun, offering},
};
use crate::support::TestPortal;

async fn marriage() -> TestPortal {
    let question = json!([{ "key": "foreign", "kind": "yes_no", "label": "Có yếu tố nước ngoài?" }]);
    let details: Value = json!([{ "key": "note", "kind": "text", "label": "Ghi chú", "required": false }]);
    offering(&[("dieu-kien", question), ("chi-tiet", details)], |service| {
        service.eligibility = serde_json::from_value(json!([{
            "when": { "field": "foreign", "is": true }, "reason": "Kết hôn có yếu tố nước ngoài làm theo thủ tục khác.",
            "alternative": "1.004873", "advice": "Hỏi Bộ phận Một cửa."
        }]))
        .expect("rules");
    })
    .await
}

#[actix_web::test]
async fn who_needs_another_service_is_told_before_anything_else() {
    let portal = marriage().await;
    let mut citizen = portal.citizen().await;
    let first = begun(&mut citizen).await;
    let draft = first.trim_end_matches("/dieu-kien").to_owned();
    assert_ne!(first, draft, "the first page is that of the question: {first}");
    let stopped = fill(&mut citizen, &draft, "dieu-kien", &[("foreign", "yes")]).await;
    assert_eq!(stopped.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = stopped.main_text();
    assert!(said.contains("Bạn cần làm thủ tục khác") && said.contains("yếu tố nước ngoài") && said.contains("Một cửa"), "{said}");
    let ways = stopped.attributes("main a", "href");
    assert!(ways.iter().any(|way| way == "/dich-vu/xac-nhan-tinh-trang-hon-nhan"), "{ways:?}");
    assert_eq!(citizen.get(&draft).await.location(), Some(first.as_str()), "the draft waits at the question");
}

#[actix_web::test]
async fn the_others_go_on_and_choose_the_agency_second() {
    let portal = marriage().await;
    let mut citizen = portal.citizen().await;
    let first = begun(&mut citizen).await;
    let draft = first.trim_end_matches("/dieu-kien").to_owned();
    let right = fill(&mut citizen, &draft, "dieu-kien", &[("foreign", "no")]).await;
    assert_eq!(right.location(), Some(format!("{draft}/noi-nop").as_str()), "{}", right.main_text());
    addressed(&mut citizen, &draft).await;
    assert_eq!(citizen.get(&draft).await.location(), Some(format!("{draft}/cuoi").as_str()));
    let page = citizen.get(&format!("{draft}/chi-tiet")).await.main_text();
    assert!(page.contains("Bước 3 trên 5") || page.contains("3/5") || page.contains("3 / 5"), "{page}");
}

#[actix_web::test]
async fn nobody_submits_what_is_not_for_him() {
    let portal = marriage().await;
    let mut citizen = portal.citizen().await;
    let draft = begun(&mut citizen).await.trim_end_matches("/dieu-kien").to_owned();
    fill(&mut citizen, &draft, "dieu-kien", &[("foreign", "yes")]).await;
    addressed(&mut citizen, &draft).await;
    fill(&mut citizen, &draft, "cuoi", &[("name", "Nguyễn Văn Mẫu"), ("declaration", "yes")]).await;
    let path = format!("{draft}/kiem-tra");
    let key = citizen.get(&path).await.input("submission_key").expect("a key");
    let refused = citizen.post_form(&path, &[("submission_key", &key)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.main_text().contains("yếu tố nước ngoài"), "{}", refused.main_text());
}
