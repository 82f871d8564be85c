//! Following a dossier by its code and four digits.

use actix_web::http::StatusCode;

use crate::support::TestPortal;

#[actix_web::test]
async fn a_missing_dossier_has_one_message() {
    let portal = TestPortal::open().await;
    let mut anybody = portal.anonymous();
    let page = anybody.get("/tra-cuu?ma=H44.147-261123-0007").await;
    assert_eq!(page.input("code").as_deref(), Some("H44.147-261123-0007"));
    let answer = anybody.post_form("/tra-cuu", &[("code", "h44.147-261123-0007"), ("last_four", "1234")]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.main_text().contains("Không tìm thấy hồ sơ khớp với mã và 4 số cuối"), "{}", answer.main_text());
}

#[actix_web::test]
async fn what_cannot_be_a_code_is_said_at_its_box() {
    let portal = TestPortal::open().await;
    let answer = portal.anonymous().post_form("/tra-cuu", &[("code", "<b>"), ("last_four", "12a4")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.attributes(".govuk-error-summary a", "href"), ["#code", "#last_four"]);
    assert_eq!(answer.input("code").as_deref(), Some("<b>"));
}

#[actix_web::test]
async fn digits_are_not_guessed() {
    let portal = TestPortal::open().await;
    let mut guesser = portal.anonymous();
    let mut statuses = Vec::new();
    for guess in 0..31 {
        let digits = format!("{guess:04}");
        statuses.push(guesser.post_form("/tra-cuu", &[("code", "H44.147-261123-0007"), ("last_four", &digits)]).await.status);
    }
    assert_eq!(statuses[29], StatusCode::NOT_FOUND);
    assert_eq!(statuses[30], StatusCode::TOO_MANY_REQUESTS);
}
