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
    assert!(field.texts(".mc-list .mc-code").len() >= 3);
    for nonsense in ["/dich-vu?viec=abc&sau=-4", "/dich-vu?sau=1.004222&truoc=x", "/dich-vu?cap=abc&doi-tuong=%00", "/dich-vu?q=%25%25_%00"]
    {
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
        ["3 ngày làm việc", "Do tỉnh quy định", "Bắt đầu nộp hồ sơ", "Ai được nộp", "Giấy tờ cần có", "Bạn không phải nộp", "1.004873"]
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
    assert_eq!(
        page.texts(".mc-list .mc-code").first().map(String::as_str),
        Some("1.001193"),
        "the first service is that of the first event"
    );
    portal.citizen().await.get("/").await.assert_statements(3);
}

#[actix_web::test]
async fn a_procedure_that_is_not_offered_says_so_and_where_to_go() {
    let portal = TestPortal::open().await;
    let mut anybody = portal.anonymous();
    let page = anybody.get("/dich-vu/1.004222").await;
    assert_eq!(page.status, StatusCode::OK);
    page.assert_statements(1);
    let text = page.main_text();
    for word in
        ["Đăng ký thường trú", "chưa nộp được trên cổng này", "Trung tâm Phục vụ hành chính công", "Cổng Dịch vụ công quốc gia", "1.004222"]
    {
        assert!(text.contains(word), "{word} is missing: {text}");
    }
    assert!(!text.contains("Bắt đầu nộp hồ sơ"));
    for (address, service) in [("/dich-vu/1.004873", "/dich-vu/xac-nhan-tinh-trang-hon-nhan"), ("/dich-vu/1001193", "/dich-vu/khai-sinh")] {
        assert_eq!(anybody.get(address).await.location(), Some(service), "a service has a page of its own");
    }
    for nowhere in ["/dich-vu/6.999999", "/dich-vu/1.00", "/dich-vu/khong-co"] {
        assert_eq!(anybody.get(nowhere).await.status, StatusCode::NOT_FOUND, "{nowhere}");
    }
}

#[actix_web::test]
async fn long_texts_are_shown_where_they_were_imported() {
    let portal = TestPortal::open().await;
    let line = r#"{"ma_thu_tuc":"1.004222","ten_thu_tuc":"Đăng ký thường trú","trinh_tu_thuc_hien":"Bước 1: <b>nộp</b>.","cach_thuc_thuc_hien":"Trực tiếp7 Ngày làm việcMiễn phí","thanh_phan_ho_so":"Tên giấy tờMẫu đơn, tờ khaiSố lượngTờ khai bịa1 bản chính","can_cu_phap_ly":"Luật 68/2020/QH14"}"#;
    let mut conn = portal.conn().await;
    motcua::catalogue::procedures::import(&mut conn, line, |_, _| {}).await.expect("imported");
    let page = portal.anonymous().get("/dich-vu/1.004222").await;
    let text = page.main_text();
    for word in
        ["Tờ khai bịa", "1 bản chính", "7 ngày làm việc", "68/2020/QH14", "Bước 1: <b>nộp</b>.", "nguyên văn từ Cơ sở dữ liệu quốc gia"]
    {
        assert!(text.contains(word), "{word} is missing: {text}");
    }
}

#[actix_web::test]
async fn filters_stand_in_the_address_and_the_walk_keeps_them() {
    let portal = TestPortal::open().await;
    let mut anybody = portal.anonymous();
    let first = anybody.get("/dich-vu?linh-vuc=Thu%E1%BA%BF&cap=province&doi-tuong=business").await;
    first.assert_statements(3);
    assert_eq!(first.attributes("select[name='cap'] option[selected]", "value"), ["province"]);
    let next = first.attributes(".mc-pages a[rel='next']", "href").pop().expect("a second page");
    assert!(
        next.contains("linh-vuc=") && next.contains("cap=province") && next.contains("doi-tuong=business") && next.contains("sau="),
        "{next}"
    );
    let second = anybody.get(&next).await;
    second.assert_statements(3);
    assert_ne!(second.texts(".mc-list .mc-code"), first.texts(".mc-list .mc-code"));
    let back = second.attributes(".mc-pages a[rel='prev']", "href").pop().expect("a way back");
    assert_eq!(anybody.get(&back).await.texts(".mc-list .mc-code"), first.texts(".mc-list .mc-code"));
}

#[actix_web::test]
async fn an_event_of_life_also_tells_what_is_done_elsewhere() {
    let portal = TestPortal::open().await;
    let page = portal.anonymous().get("/dich-vu?viec=cu-tru").await;
    page.assert_statements(3);
    assert!(page.texts(".mc-code").contains(&"1.004222".to_owned()), "{}", page.main_text());
    let home = portal.anonymous().get("/").await;
    assert_eq!(home.attributes(".mc-tile", "href").len(), 8, "every event of life has something");
    assert!(home.main_text().contains("Nộp được trên cổng này"));
}

#[actix_web::test]
async fn the_one_stop_shop_is_found_by_present_and_former_names() {
    let portal = TestPortal::open().await;
    let mut anybody = portal.anonymous();
    for (typed, word) in [
        ("viet tri", "Trung tâm Phục vụ hành chính công phường Việt Trì"),
        ("Xã Yên Mông", "Trước đây là Xã Yên Mông"),
        ("duu lau", "phường Việt Trì"),
        ("Quán Thánh", "Thành phố Hà Nội"),
        ("không đâu cả", "Không tìm thấy xã, phường"),
        ("", "Tìm Một cửa của bạn"),
    ] {
        let page = anybody.get(&Place::FindCounter.asking(&[("xa", typed)])).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.main_text().contains(word), "{typed}: {}", page.main_text());
        page.assert_statements(0);
    }
}

#[actix_web::test]
async fn a_network_that_searches_without_end_has_to_wait() {
    use motcua::accounts::limits::{self, Limit};
    let portal = TestPortal::open().await;
    let mut anybody = portal.anonymous();
    let page = anybody.get("/dich-vu?q=khai%20sinh").await;
    assert_eq!(page.status, StatusCode::OK);
    page.assert_statements(3);
    let limit = Limit { name: "search_network", minutes: 10, most: 600 };
    let mut conn = portal.conn().await;
    for _ in 0..600 {
        let _counted = limits::take(&mut conn, portal.now(), limit, "127.0.0.1").await.expect("counted");
    }
    drop(conn);
    assert_eq!(anybody.get("/dich-vu?q=khai%20sinh").await.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(anybody.get("/dich-vu").await.status, StatusCode::OK, "reading goes on");
    assert_eq!(portal.citizen().await.get("/dich-vu?q=khai%20sinh").await.status, StatusCode::OK);
    portal.wait(chrono::TimeDelta::minutes(10));
    assert_eq!(anybody.get("/dich-vu?q=khai%20sinh").await.status, StatusCode::OK);
}

/// Bytes that are no text and a zero, which no database takes.
#[actix_web::test]
async fn what_is_no_text_narrows_nothing_and_breaks_nothing() {
    let portal = TestPortal::open().await;
    for name in ["q", "linh-vuc", "cap", "doi-tuong", "viec", "sau", "truoc"] {
        let page = portal.anonymous().get(&format!("/dich-vu?{name}=%ff%fe%00%c3%28")).await;
        assert!(!page.status.is_server_error(), "{name}: {}", page.status);
    }
    let register = portal.official("motcua", "viettri").await.get("/can-bo/so-theo-doi?linh-vuc=a%00b").await;
    assert_eq!(register.status, StatusCode::OK);
}
