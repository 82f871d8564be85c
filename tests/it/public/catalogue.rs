//! Finding a service and reading about it.

use actix_web::http::StatusCode;

use motcua::kernel::places::Place;

use crate::support::TestPortal;

#[actix_web::test]
async fn a_service_is_found_as_people_type() {
    let portal = TestPortal::open().await;
    let mut anybody = portal.anonymous();
    for (typed, code) in [
        ("xac nhan doc than", "1.004873"),
        ("tinh trang hon nhan", "1.004873"),
        ("đăng ký khai sinh", "1.001193"),
        ("trich luc", "2.000635"),
        ("1.004873", "1.004873"),
    ] {
        let page = anybody.get(&Place::Services.asking(&[("q", typed)])).await;
        assert_eq!(page.status, StatusCode::OK);
        let codes = page.texts(".mc-list .mc-code");
        assert_eq!(codes.first().map(String::as_str), Some(code), "{typed}: {codes:?}");
        page.assert_statements(3);
    }
}

#[actix_web::test]
async fn nothing_found_says_what_to_do() {
    let portal = TestPortal::open().await;
    let page = portal.anonymous().get("/dich-vu?q=zzzzqqqq").await;
    assert_eq!(page.status, StatusCode::OK);
    let text = page.main_text();
    assert!(text.contains("Không tìm thấy “zzzzqqqq”") && text.contains("Gõ ít từ hơn") && text.contains("Có thể bạn cần"), "{text}");
}

#[actix_web::test]
async fn an_event_of_life_and_a_field_narrow_the_list() {
    let portal = TestPortal::open().await;
    let mut anybody = portal.anonymous();
    let born = anybody.get("/dich-vu?viec=sinh-con").await;
    assert!(born.texts(".mc-code").contains(&"1.001193".to_owned()));
    let field = anybody.get("/dich-vu?linh-vuc=H%E1%BB%99+t%E1%BB%8Bch&truc-tuyen=co").await;
    assert_eq!(field.texts(".mc-list .mc-code").len(), 3);
    for nonsense in ["/dich-vu?viec=abc&trang=-4", "/dich-vu?trang=99999999999", "/dich-vu?q=%25%25_%00"] {
        assert_eq!(anybody.get(nonsense).await.status, StatusCode::OK, "{nonsense}");
    }
}

#[actix_web::test]
async fn the_service_page_answers_before_the_button_and_after() {
    let portal = TestPortal::open().await;
    let page = portal.anonymous().get("/dich-vu/xac-nhan-tinh-trang-hon-nhan").await;
    assert_eq!(page.status, StatusCode::OK);
    page.assert_statements(3);
    let text = page.main_text();
    for word in
        ["3 ngày làm việc", "Không thu lệ phí", "Bắt đầu nộp hồ sơ", "Ai được nộp", "Giấy tờ cần có", "Bạn không phải nộp", "1.004873"]
    {
        assert!(text.contains(word), "{word} is missing: {text}");
    }
    let button = page.attributes("a.govuk-button", "href");
    assert_eq!(button, ["/nop/xac-nhan-tinh-trang-hon-nhan"]);
    let signed_in = portal.citizen().await.get("/dich-vu/xac-nhan-tinh-trang-hon-nhan").await;
    signed_in.assert_statements(3);
    assert_eq!(portal.anonymous().get("/dich-vu/khong-co").await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn the_home_page_leads_everywhere() {
    let portal = TestPortal::open().await;
    let page = portal.anonymous().get("/").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.statements.len(), 0, "a stranger's home page asks the database nothing");
    assert!(page.attributes(".mc-tile", "href").contains(&"/dich-vu?viec=ket-hon".to_owned()));
    portal.citizen().await.get("/").await.assert_statements(3);
}
