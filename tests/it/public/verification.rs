//! Asking whether a paper is true.

use actix_web::http::StatusCode;

use crate::support::TestPortal;

#[actix_web::test]
async fn a_typed_code_gets_the_address_of_the_papers_qr_code() {
    let portal = TestPortal::open().await;
    let mut anybody = portal.anonymous();
    let answer = anybody.get("/xac-minh?ma=7kqm-2xhv+9trc").await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, Some("/xac-minh/7KQM2XHV9TRC")));
    let missing = anybody.follow(&answer).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert!(missing.main_text().contains("Không có văn bản nào mang mã này"), "{}", missing.main_text());
}
