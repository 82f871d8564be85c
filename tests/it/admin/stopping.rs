//! A service is paused, taken up again, and closed with another in its place.

use actix_web::http::StatusCode;

use crate::{
    citizen::road,
    support::{Browser, TestPortal},
};

const SERVICE: &str = "/quan-tri/dich-vu/ban-sao-trich-luc";

async fn stopped(admin: &mut Browser<'_>, fields: &[(&str, &str)]) -> crate::support::Answer {
    let path = format!("{SERVICE}/tam-dung");
    admin.get(&path).await;
    admin.post_form(&path, fields).await
}

#[actix_web::test]
async fn a_paused_service_takes_nothing_and_goes_on_where_it_was() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = road::filled(&mut citizen).await;
    let mut admin = portal.administrator().await;
    let empty = stopped(&mut admin, &[("kind", "paused"), ("message", " "), ("reason", "Nâng cấp")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(empty.texts(".govuk-error-summary li"), ["Nhập lời báo cho công dân"]);
    let message = "Tạm dừng đến 17:00 để nâng cấp cơ sở dữ liệu.";
    let done = stopped(&mut admin, &[("kind", "paused"), ("message", message), ("reason", "Nâng cấp")]).await;
    assert_eq!(done.location(), Some(SERVICE), "{:?}", done.texts(".govuk-error-summary li"));
    assert!(admin.get(SERVICE).await.main_text().contains("Tạm dừng tiếp nhận"));

    let page = portal.anonymous().get("/dich-vu/ban-sao-trich-luc").await.main_text();
    assert!(page.contains(message) && page.contains("Hồ sơ đã nộp trước đó vẫn được giải quyết"), "{page}");
    let begun = citizen.post_form("/nop/ban-sao-trich-luc", &[]).await;
    assert!(!begun.status.is_success() && begun.main_text().contains(message), "{}", begun.main_text());
    let review = format!("{draft}/kiem-tra");
    let key = citizen.get(&review).await.input("submission_key").expect("a key");
    let handed_in = citizen.post_form(&review, &[("submission_key", &key)]).await;
    assert!(handed_in.location().is_none() && handed_in.main_text().contains(message), "{}", handed_in.main_text());

    let resume = format!("{SERVICE}/mo-lai");
    let silent = admin.post_form(&resume, &[("reason", "")]).await;
    assert!(silent.main_text().contains("Nhập lý do"), "{}", silent.main_text());
    admin.post_form(&resume, &[("reason", "Đã nâng cấp xong")]).await;
    road::submitted(&mut citizen, &draft).await;
    let log = admin.get("/quan-tri/nhat-ky").await.main_text();
    assert!(
        log.contains("Tạm dừng hoặc đóng dịch vụ Dịch vụ")
            && log.contains("Nhận hồ sơ trở lại Dịch vụ")
            && log.contains("Đã nâng cấp xong"),
        "{log}"
    );
}

#[actix_web::test]
async fn a_closed_service_is_not_found_any_more_and_leads_to_its_successor() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    let told = [("kind", "closed"), ("message", "Đã gộp vào thủ tục khác."), ("reason", "Quyết định mới")];
    let own = stopped(&mut admin, &[&told[..], &[("successor", "ban-sao-trich-luc")]].concat()).await;
    assert_eq!(own.texts(".govuk-error-summary li"), ["Dịch vụ thay thế phải đang tiếp nhận hồ sơ; chọn dịch vụ khác"]);
    stopped(&mut admin, &[&told[..], &[("successor", "ban-sao-tu-so-goc")]].concat()).await;
    let page = portal.anonymous().get("/dich-vu/ban-sao-trich-luc").await;
    assert!(page.main_text().contains("Dịch vụ này đã đóng"), "{}", page.main_text());
    assert!(page.attributes("main a", "href").contains(&"/dich-vu/ban-sao-tu-so-goc".to_owned()));
    let found = portal.anonymous().get("/dich-vu?q=tr%C3%ADch%20l%E1%BB%A5c%20khai%20sinh").await;
    assert!(!found.attributes("main a", "href").contains(&"/dich-vu/ban-sao-trich-luc".to_owned()), "{}", found.main_text());
}

#[actix_web::test]
async fn a_service_like_another_says_that_nobody_checked_it() {
    let portal = TestPortal::open().await;
    let mut admin = portal.administrator().await;
    let path = "/quan-tri/them-dich-vu";
    let form = admin.get(&format!("{path}?giong=ban-sao-trich-luc")).await;
    assert_eq!(form.input("field").as_deref(), Some("Hộ tịch"));
    let facts = [("name", "Bản sao giấy tờ mới"), ("code", "1.999002"), ("field", "Hộ tịch"), ("like", "ban-sao-trich-luc")];
    let made = admin.post_form(path, &facts).await;
    assert_eq!(made.location(), Some("/quan-tri/dich-vu/ban-sao-giay-to-moi/ban-nhap"), "{:?}", made.texts(".govuk-error-summary li"));
    let steps = admin.get("/quan-tri/dich-vu/ban-sao-giay-to-moi/ban-nhap/phan/steps").await;
    assert!(steps.main_text().contains("Tra cứu sổ, dự thảo"), "{}", steps.main_text());
    let facts = admin.get("/quan-tri/dich-vu/ban-sao-giay-to-moi/ban-nhap/phan/information/0").await;
    assert!(facts.raw_texts("textarea[name='unverified']")[0].contains("Chép từ thủ tục 2.000635"), "{}", facts.main_text());
    let again = admin.post_form(path, &[("name", "Bản sao giấy tờ mới"), ("code", "1.999003"), ("field", "Hộ tịch")]).await;
    assert!(again.texts(".govuk-error-summary li")[0].starts_with("Địa chỉ này đã có"), "{}", again.main_text());
}
