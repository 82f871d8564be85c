//! What people do with their own account.

use actix_web::http::StatusCode;
use motcua::platform::mail::Letter;

use crate::support::TestPortal;

const EMAIL: &str = "nguyen.van.mau@example.vn";
const PASSWORD: &str = "cong-mot-cua-2026";
const NEW_PASSWORD: &str = "bon-con-meo-ngu-trua";

fn link(letter: &Letter) -> String {
    let address = letter.text.split_whitespace().find(|word| word.contains("/tai-khoan/email/")).expect("a link");
    address[address.find("/tai-khoan").expect("a path")..].to_owned()
}

#[actix_web::test]
async fn a_new_password_ends_the_other_sessions() {
    let portal = TestPortal::open().await;
    let (mut here, mut elsewhere) = (portal.citizen().await, portal.citizen().await);
    here.get("/tai-khoan/mat-khau").await;
    let cases = [(PASSWORD, "ngan", "#new_password"), ("khong-phai-mat-khau", NEW_PASSWORD, "#password")];
    for (old, new, field) in cases {
        let refused = here.post_form("/tai-khoan/mat-khau", &[("password", old), ("new_password", new)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), [field]);
        assert!(!refused.text().contains(new) && !refused.text().contains(old), "a password never comes back");
    }
    assert_eq!(elsewhere.get("/tai-khoan").await.status, StatusCode::OK);
    let done = here.post_form("/tai-khoan/mat-khau", &[("password", PASSWORD), ("new_password", NEW_PASSWORD)]).await;
    assert!(here.follow(&done).await.text().contains("Đã đổi mật khẩu"));
    assert_eq!(elsewhere.get("/tai-khoan").await.status, StatusCode::SEE_OTHER, "signed out");
    portal.run_jobs().await;
    assert!(portal.mailbox.letters_to(EMAIL).iter().any(|letter| letter.text.contains("vừa được đổi")));
    let old = portal.anonymous().post_form("/dang-nhap", &[("email", EMAIL), ("password", PASSWORD)]).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
    portal.anonymous().sign_in(EMAIL, NEW_PASSWORD).await;
}

#[actix_web::test]
async fn a_new_address_is_confirmed_there_and_told_to_the_old() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    citizen.get("/tai-khoan/email").await;
    let bad = citizen.post_form("/tai-khoan/email", &[("email", EMAIL), ("password", PASSWORD)]).await;
    assert_eq!(bad.attributes(".govuk-error-summary a", "href"), ["#email"]);
    let asked = citizen.post_form("/tai-khoan/email", &[("email", "mau.moi@example.vn"), ("password", PASSWORD)]).await;
    assert_eq!(asked.location(), Some("/tai-khoan"));
    portal.run_jobs().await;
    let link = link(&portal.mailbox.letters_to("mau.moi@example.vn")[0]);
    let mut stranger = portal.other_citizen().await;
    assert_eq!(stranger.get(&link).await.status, StatusCode::NOT_FOUND, "the link is its owner's");
    assert_eq!(stranger.post_form(&link, &[]).await.status, StatusCode::NOT_FOUND);
    assert!(citizen.get("/tai-khoan").await.main_text().contains(EMAIL), "nothing changed yet");
    assert!(citizen.get(&link).await.main_text().contains("mau.moi@example.vn"));
    let moved = citizen.post_form(&link, &[]).await;
    assert!(citizen.follow(&moved).await.main_text().contains("mau.moi@example.vn"));
    assert_eq!(citizen.get(&link).await.status, StatusCode::NOT_FOUND, "a link works once");
    portal.run_jobs().await;
    assert!(portal.mailbox.letters_to(EMAIL).iter().any(|letter| letter.text.contains("địa chỉ e-mail khác")));
    portal.anonymous().sign_in("mau.moi@example.vn", PASSWORD).await;
}

#[actix_web::test]
async fn an_address_that_has_an_account_is_told_in_its_mailbox_only() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    citizen.get("/tai-khoan/email").await;
    let asked = citizen.post_form("/tai-khoan/email", &[("email", "tran.thi.thu@example.vn"), ("password", PASSWORD)]).await;
    assert_eq!(asked.location(), Some("/tai-khoan"), "the same answer");
    portal.run_jobs().await;
    let letters = portal.mailbox.letters_to("tran.thi.thu@example.vn");
    assert!(letters.len() == 1 && !letters[0].text.contains("/tai-khoan/email/"), "{letters:?}");
}

#[actix_web::test]
async fn sessions_are_listed_and_ended_by_their_owner_only() {
    let portal = TestPortal::open().await;
    let (mut here, mut elsewhere, mut other) = (portal.citizen().await, portal.citizen().await, portal.other_citizen().await);
    let page = here.get("/tai-khoan/thiet-bi").await;
    let ends: Vec<String> = page.attributes("main form", "action").into_iter().filter(|path| !path.ends_with("/khac")).collect();
    assert_eq!(ends.len(), 1, "this device is not ended here: {}", page.main_text());
    other.get("/tai-khoan/mat-khau").await;
    assert_eq!(other.post_form(&ends[0], &[]).await.status, StatusCode::NOT_FOUND, "nobody ends another's session");
    assert_eq!(elsewhere.get("/tai-khoan").await.status, StatusCode::OK);
    assert_eq!(here.post_form(&ends[0], &[]).await.location(), Some("/tai-khoan/thiet-bi"));
    assert_eq!(elsewhere.get("/tai-khoan").await.status, StatusCode::SEE_OTHER);
    let mut third = portal.citizen().await;
    here.post_form("/tai-khoan/thiet-bi/khac", &[]).await;
    assert_eq!(third.get("/tai-khoan").await.status, StatusCode::SEE_OTHER);
    assert_eq!(here.get("/tai-khoan").await.status, StatusCode::OK);
    assert_eq!(other.get("/tai-khoan").await.status, StatusCode::OK);
}

#[actix_web::test]
async fn details_are_corrected_and_mistakes_are_said() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let page = citizen.get("/tai-khoan/thong-tin").await;
    assert_eq!(page.input("full_name").as_deref(), Some("Nguyễn Văn Mẫu"));
    let wrong =
        [("full_name", ""), ("phone", "12"), ("birth-day", "31"), ("birth-month", "2"), ("birth-year", "1990"), ("address", "Thôn 1")];
    let refused = citizen.post_form("/tai-khoan/thong-tin", &wrong).await;
    assert_eq!(refused.attributes(".govuk-error-summary a", "href"), ["#full_name", "#phone", "#birth"]);
    assert_eq!(refused.input("address").as_deref(), Some("Thôn 1"));
    let right = [("full_name", "Nguyễn Văn Mẫn"), ("phone", "0987654321"), ("address", "Thôn 1"), ("lang", "vi")];
    let saved = citizen.post_form("/tai-khoan/thong-tin", &right).await;
    let page = citizen.follow(&saved).await;
    assert!(page.main_text().contains("Nguyễn Văn Mẫn") && page.main_text().contains("Thôn 1"), "{}", page.main_text());
}

#[actix_web::test]
async fn a_copy_holds_everything_and_no_secret() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let answer = citizen.get("/tai-khoan/du-lieu/tai-ve").await;
    assert!(answer.header("content-disposition").is_some_and(|header| header.starts_with("attachment")));
    let copy = answer.json();
    assert_eq!(copy["account"]["email"], EMAIL);
    assert_eq!(copy["account"]["sessions"].as_array().map(Vec::len), Some(1));
    assert!(copy["account"]["acts"].as_array().is_some_and(|acts| acts.iter().any(|act| act["act"] == "sign_in")));
    for secret in ["argon2", "token", "password_hash"] {
        assert!(!answer.text().contains(secret), "{secret}");
    }
}

#[actix_web::test]
async fn a_closed_account_signs_in_no_more() {
    let portal = TestPortal::open().await;
    let (mut citizen, mut elsewhere) = (portal.citizen().await, portal.citizen().await);
    citizen.get("/tai-khoan/dong").await;
    assert_eq!(citizen.post_form("/tai-khoan/dong", &[("password", "sai")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let closed = citizen.post_form("/tai-khoan/dong", &[("password", PASSWORD)]).await;
    assert_eq!(closed.location(), Some("/"));
    assert_eq!(citizen.get("/tai-khoan").await.status, StatusCode::SEE_OTHER);
    assert_eq!(elsewhere.get("/tai-khoan").await.status, StatusCode::SEE_OTHER);
    let again = portal.anonymous().post_form("/dang-nhap", &[("email", EMAIL), ("password", PASSWORD)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut official = portal.official("motcua", "viettri").await;
    official.get("/tai-khoan/dong").await;
    let refused = official.post_form("/tai-khoan/dong", &[("password", PASSWORD)]).await;
    assert!(refused.main_text().contains("quản trị viên kết thúc"), "{}", refused.main_text());
}
