//! Making a key, coming in with it, taking it away.

use actix_web::http::StatusCode;

use super::{PASSWORD, answers, asked, begun, enrolled, portal};
use crate::support::TestPortal;

#[actix_web::test]
async fn a_key_opens_the_account_without_a_password() {
    let portal = portal().await;
    let mut citizen = portal.citizen().await;
    citizen.get("/tai-khoan/khoa/them").await;
    let wrong = citizen.post_form("/tai-khoan/khoa/them", &[("name", "Máy"), ("password", "khong-phai")]).await;
    assert_eq!((wrong.status, wrong.input("name").as_deref()), (StatusCode::UNPROCESSABLE_ENTITY, Some("Máy")));
    let mut device = enrolled(&mut citizen, "  Điện thoại\u{7} của tôi ").await;
    let list = citizen.get("/tai-khoan/khoa").await.main_text();
    assert!(list.contains("Điện thoại của tôi") && list.contains("Chưa dùng lần nào"), "{list}");
    portal.run_jobs().await;
    assert!(portal.mailbox.letters().iter().any(|letter| letter.text.contains("Một khóa truy cập vừa được thêm")));

    let mut browser = portal.anonymous();
    let question = asked(&mut browser).await;
    let before = browser.cookie("motcua");
    let come = answers(&mut browser, &question, &device.opens(&question.asked)).await;
    assert_eq!(come.location(), Some("/ho-so"), "{}", come.main_text());
    assert_ne!(browser.cookie("motcua"), before, "a new token");
    assert!(browser.get("/tai-khoan").await.main_text().contains("nguyen.van.mau@example.vn"));
    assert!(browser.get("/tai-khoan/khoa").await.main_text().contains("Dùng lần cuối"));

    let remove = citizen.get("/tai-khoan/khoa").await.attributes(".govuk-summary-list__actions a", "href").remove(0);
    let mut other = portal.other_citizen().await;
    assert_eq!(other.get(&remove).await.status, StatusCode::NOT_FOUND);
    assert_eq!(other.post_form(&remove, &[("password", PASSWORD)]).await.status, StatusCode::NOT_FOUND);
    citizen.get(&remove).await;
    assert_eq!(citizen.post_form(&remove, &[("password", "khong-phai")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let gone = citizen.post_form(&remove, &[("password", PASSWORD)]).await;
    assert!(citizen.follow(&gone).await.text().contains("Đã xóa khóa truy cập"));
    let mut late = portal.anonymous();
    let question = asked(&mut late).await;
    let refused = answers(&mut late, &question, &device.opens(&question.asked)).await;
    assert!(late.follow(&refused).await.text().contains("Chưa đăng nhập được bằng khóa truy cập"));
}

#[actix_web::test]
async fn an_official_with_a_key_comes_in_by_it_and_not_by_the_password_alone() {
    let portal = portal().await;
    const EMAIL: &str = "motcua.viettri@example.vn";
    let mut official = portal.signed_in(EMAIL).await;
    assert_eq!(official.get("/can-bo").await.location(), Some("/tai-khoan/hai-buoc"));
    let mut device = enrolled(&mut official, "Khóa cơ quan").await;

    let mut browser = portal.anonymous();
    let half = browser.post_form("/dang-nhap", &[("email", EMAIL), ("password", PASSWORD)]).await;
    assert_eq!(half.location(), Some("/dang-nhap/ma"), "the password alone opens nothing any more");
    assert_eq!(browser.get("/tai-khoan/hai-buoc").await.location(), Some("/dang-nhap?tiep=/tai-khoan/hai-buoc"));
    assert_eq!(browser.get("/dang-nhap/ma").await.attributes("form[data-passkey-needed]", "action"), ["/dang-nhap/khoa"]);
    let question = asked(&mut browser).await;
    let come = answers(&mut browser, &question, &device.opens(&question.asked)).await;
    assert_eq!(come.location(), Some("/can-bo"));
    assert_eq!(browser.get("/can-bo").await.status, StatusCode::OK, "a key is two factors at once");
}

#[actix_web::test]
async fn a_closed_account_opens_to_no_key() {
    let portal = portal().await;
    let mut citizen = portal.citizen().await;
    let mut device = enrolled(&mut citizen, "").await;
    assert!(citizen.get("/tai-khoan/khoa").await.main_text().contains("Khóa chưa đặt tên"));
    citizen.get("/tai-khoan/dong").await;
    citizen.post_form("/tai-khoan/dong", &[("password", PASSWORD)]).await;
    let mut browser = portal.anonymous();
    let question = asked(&mut browser).await;
    answers(&mut browser, &question, &device.opens(&question.asked)).await;
    assert_eq!(browser.get("/ho-so").await.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn the_same_device_makes_one_key() {
    let portal = portal().await;
    let mut citizen = portal.citizen().await;
    enrolled(&mut citizen, "Một").await;
    let question = begun(&mut citizen, "Hai").await;
    assert_eq!(question.asked["publicKey"]["excludeCredentials"].as_array().map(Vec::len), Some(1));
    let selection = &question.asked["publicKey"]["authenticatorSelection"];
    assert_eq!((selection["userVerification"].as_str(), selection["residentKey"].as_str()), (Some("required"), Some("required")));
}

#[actix_web::test]
async fn an_address_without_a_name_offers_none() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let page = citizen.get("/tai-khoan/khoa").await;
    assert!(page.main_text().contains("chỉ dùng được khi cổng có tên miền riêng"), "{}", page.main_text());
    assert_eq!(citizen.get("/tai-khoan/khoa/them").await.status, StatusCode::NOT_FOUND);
    let mut browser = portal.anonymous();
    assert!(browser.get("/dang-nhap").await.attributes("form[data-passkey-needed]", "action").is_empty());
    assert_eq!(browser.post_form("/dang-nhap/khoa", &[]).await.status, StatusCode::NOT_FOUND);
}
