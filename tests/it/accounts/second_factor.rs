//! The code beside the password: set up, asked for, used once, lost and found on paper.

use actix_web::http::StatusCode;
use chrono::TimeDelta;
use motcua::platform::crypto::OneTimeSecret;

use crate::support::{Answer, Browser, TestPortal};

const EMAIL: &str = "nguyen.van.mau@example.vn";
const PASSWORD: &str = "cong-mot-cua-2026";

/// What an authenticator app knows after scanning.
struct Phone(OneTimeSecret);

impl Phone {
    /// Reads the letters for typing by hand.
    fn scan(page: &Answer) -> Self {
        let letters = page.texts(".mc-code").join("").replace(' ', "");
        let five = |letter: char| "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(letter).expect("base 32");
        let bits: Vec<bool> = letters.chars().map(five).flat_map(|value| (0..5).rev().map(move |bit| value >> bit & 1 == 1)).collect();
        let bytes: Vec<u8> = bits.chunks(8).map(|byte| byte.iter().fold(0, |sum, bit| sum << 1 | u8::from(*bit))).collect();
        Self(OneTimeSecret::from_bytes(&bytes).expect("twenty bytes"))
    }

    fn shows(&self, portal: &TestPortal) -> String {
        self.0.code_at(portal.now().instant())
    }
}

/// Sets codes up; the phone, and the codes on paper.
async fn enrol(portal: &TestPortal, browser: &mut Browser<'_>) -> (Phone, Vec<String>) {
    browser.get("/tai-khoan/hai-buoc").await;
    let begun = browser.post_form("/tai-khoan/hai-buoc", &[]).await;
    let page = browser.follow(&begun).await;
    let phone = Phone::scan(&page);
    let code = phone.shows(portal);
    let done = browser.post_form("/tai-khoan/hai-buoc/bat", &[("code", &code), ("password", PASSWORD)]).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.main_text());
    let paper = done.texts(".mc-codes .mc-code");
    assert_eq!(paper.len(), 10);
    (phone, paper)
}

async fn give_password<'a>(portal: &'a TestPortal, email: &str) -> Browser<'a> {
    let mut browser = portal.anonymous();
    let half = browser.post_form("/dang-nhap", &[("email", email), ("password", PASSWORD), ("tiep", "/tai-khoan")]).await;
    assert_eq!(half.location(), Some("/dang-nhap/ma?tiep=/tai-khoan"), "{}", half.main_text());
    assert_eq!(browser.get("/ho-so").await.location(), Some("/dang-nhap?tiep=/ho-so"), "half way in is not in");
    browser.follow(&half).await;
    browser
}

async fn send(browser: &mut Browser<'_>, code: &str) -> Answer {
    browser.post_form("/dang-nhap/ma", &[("code", code), ("tiep", "/tai-khoan")]).await
}

#[actix_web::test]
async fn the_password_alone_opens_nothing_any_more() {
    let portal = TestPortal::open().await;
    let (phone, _) = enrol(&portal, &mut portal.citizen().await).await;
    portal.run_jobs().await;
    assert!(portal.mailbox.letters().iter().any(|letter| letter.text.contains("Xác thực hai bước vừa được bật")));
    portal.wait(TimeDelta::minutes(1));
    let mut browser = give_password(&portal, EMAIL).await;
    let wrong = send(&mut browser, "000000").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.main_text().contains("Mã chưa đúng hoặc đã dùng rồi"), "{}", wrong.main_text());
    assert_eq!(wrong.input("tiep").as_deref(), Some("/tai-khoan"));
    let code = phone.shows(&portal);
    let (before, right) = (browser.cookie("motcua"), send(&mut browser, &code).await);
    assert_eq!(right.location(), Some("/tai-khoan"), "{}", right.main_text());
    assert_ne!(browser.cookie("motcua"), before, "the token of the half session is no session");
    assert_eq!(browser.get("/ho-so").await.status, StatusCode::OK);

    let mut other = give_password(&portal, EMAIL).await;
    let again = send(&mut other, &code).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "a code opens once");
}

#[actix_web::test]
async fn a_code_on_paper_opens_once_and_the_owner_is_told() {
    let portal = TestPortal::open().await;
    let (_, paper) = enrol(&portal, &mut portal.citizen().await).await;
    let mut browser = give_password(&portal, EMAIL).await;
    assert!(browser.get("/dang-nhap/ma?cach=giay").await.main_text().contains("Mã dự phòng"));
    assert_eq!(send(&mut browser, &paper[0].to_lowercase()).await.status, StatusCode::SEE_OTHER);
    let page = browser.get("/tai-khoan/hai-buoc").await;
    assert!(page.main_text().contains("Bạn còn 9 mã dự phòng"), "{}", page.main_text());
    portal.run_jobs().await;
    assert!(portal.mailbox.letters().iter().any(|letter| letter.text.contains("bằng một mã dự phòng")));
    let mut other = give_password(&portal, EMAIL).await;
    assert_eq!(send(&mut other, &paper[0]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(send(&mut other, &paper[1]).await.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn guessing_codes_is_stopped_for_a_quarter_of_an_hour() {
    let portal = TestPortal::open().await;
    let (phone, _) = enrol(&portal, &mut portal.citizen().await).await;
    let mut browser = give_password(&portal, EMAIL).await;
    for _ in 0..10 {
        assert_eq!(send(&mut browser, "000000").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    portal.wait(TimeDelta::minutes(1));
    let stopped = send(&mut browser, &phone.shows(&portal)).await;
    assert_eq!(stopped.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(stopped.main_text().contains("Hãy thử lại sau 09:15"), "{}", stopped.main_text());
    portal.wait(TimeDelta::minutes(15));
    let late = send(&mut browser, &phone.shows(&portal)).await;
    assert_eq!(late.location(), Some("/dang-nhap?tiep=/tai-khoan"), "the password was given too long ago");
    let mut again = give_password(&portal, EMAIL).await;
    assert_eq!(send(&mut again, &phone.shows(&portal)).await.status, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn setting_up_asks_the_password_and_the_code() {
    let portal = TestPortal::open().await;
    let mut browser = portal.citizen().await;
    browser.get("/tai-khoan/hai-buoc").await;
    assert_eq!(browser.get("/tai-khoan/hai-buoc/bat").await.status, StatusCode::SEE_OTHER, "nothing was begun");
    let begun = browser.post_form("/tai-khoan/hai-buoc", &[]).await;
    let page = browser.follow(&begun).await;
    let qr = page.attributes("img.mc-qr", "src");
    assert!(qr[0].starts_with("data:image/svg+xml;base64,"), "{qr:?}");
    let phone = Phone::scan(&page);
    assert!(Phone::scan(&browser.get("/tai-khoan/hai-buoc/bat").await).0 == phone.0, "looking again changes nothing");
    for (code, password, field) in [("123", PASSWORD, "#code"), (phone.shows(&portal).as_str(), "sai-mat-khau-roi", "#password")] {
        let refused = browser.post_form("/tai-khoan/hai-buoc/bat", &[("code", code), ("password", password)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), [field]);
        assert!(!refused.text().contains("sai-mat-khau-roi"));
    }
    portal.citizen().await;
}

#[actix_web::test]
async fn it_can_be_turned_off_with_the_password() {
    let portal = TestPortal::open().await;
    let mut browser = portal.citizen().await;
    enrol(&portal, &mut browser).await;
    let renewed = browser.post_form("/tai-khoan/hai-buoc/ma-du-phong", &[("password", PASSWORD)]).await;
    assert_eq!(renewed.texts(".mc-codes .mc-code").len(), 10);
    let refused = browser.post_form("/tai-khoan/hai-buoc/tat", &[("password", "khong-phai-mat-khau")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let off = browser.post_form("/tai-khoan/hai-buoc/tat", &[("password", PASSWORD)]).await;
    assert!(browser.follow(&off).await.text().contains("Đã tắt xác thực hai bước."));
    portal.citizen().await;
}

#[actix_web::test]
async fn the_desk_opens_to_officials_with_codes_only() {
    let portal = TestPortal::open_with(|config| config.portal.demo = false).await;
    let mut official = portal.anonymous();
    let signed_in = official.post_form("/dang-nhap", &[("email", "motcua.viettri@example.vn"), ("password", PASSWORD)]).await;
    assert_eq!(signed_in.location(), Some("/tai-khoan/hai-buoc"));
    let page = official.follow(&signed_in).await;
    assert!(page.main_text().contains("Cán bộ cần xác thực hai bước"), "{}", page.main_text());
    assert_eq!(official.get("/can-bo").await.location(), Some("/tai-khoan/hai-buoc"));
    let act = official.post_form("/can-bo/ho-so/H44.101-261123-0001/tiep-nhan", &[]).await;
    assert_eq!(act.status, StatusCode::FORBIDDEN);
    enrol(&portal, &mut official).await;
    assert_eq!(official.get("/can-bo").await.status, StatusCode::OK);
    let off = official.post_form("/tai-khoan/hai-buoc/tat", &[("password", PASSWORD)]).await;
    assert_eq!(off.location(), Some("/tai-khoan/hai-buoc"), "officials keep it");
    assert_eq!(official.get("/can-bo").await.status, StatusCode::OK);
    portal.wait(TimeDelta::minutes(1));
    give_password(&portal, "motcua.viettri@example.vn").await;
}

#[actix_web::test]
async fn an_installation_may_decide_otherwise() {
    let settings = |config: &mut motcua::platform::config::Config| {
        config.portal.demo = false;
        config.security.second_factor_for_staff = false;
    };
    let portal = TestPortal::open_with(settings).await;
    let mut official = portal.official("motcua", "viettri").await;
    assert_eq!(official.get("/can-bo").await.status, StatusCode::OK);
}

/// One more post for somebody of the demonstration, at the agency of another.
async fn appointed(portal: &TestPortal, email: &str, role: &str, where_is: &str) {
    use diesel_async::SimpleAsyncConnection;
    let post = format!(
        "INSERT INTO memberships (id, account_id, agency_id, role, starts_on)
         SELECT gen_random_uuid(), a.id, m.agency_id, '{role}', '2026-01-01' FROM accounts a, accounts b, memberships m
         WHERE a.email = '{email}' AND b.email = '{where_is}' AND m.account_id = b.id LIMIT 1"
    );
    portal.conn().await.batch_execute(&post).await.expect("appointed");
}

#[actix_web::test]
async fn the_administrator_of_the_unit_resets_a_lost_second_factor() {
    const RESET: &str = "/can-bo/dat-lai-xac-thuc";
    const LOST: &str = "hotich.viettri@example.vn";
    let portal = TestPortal::open().await;
    enrol(&portal, &mut portal.signed_in(LOST).await).await;
    assert_eq!(portal.official("motcua", "viettri").await.get(RESET).await.status, StatusCode::NOT_FOUND, "not an administrator");
    appointed(&portal, "vanthu.viettri@example.vn", "unit_admin", LOST).await;
    appointed(&portal, "vanthu.vinhyen@example.vn", "unit_admin", "motcua.vinhyen@example.vn").await;
    let right = [("email", LOST), ("reason", "Mất điện thoại"), ("password", PASSWORD)];
    let mut elsewhere = portal.official("vanthu", "vinhyen").await;
    elsewhere.get(RESET).await;
    let foreign = elsewhere.post_form(RESET, &right).await;
    assert_eq!(foreign.attributes(".govuk-error-summary a", "href"), ["#email"], "another unit's official");
    let mut admin = portal.official("vanthu", "viettri").await;
    admin.get(RESET).await;
    for (field, value) in [("email", "vanthu.viettri@example.vn"), ("reason", " "), ("password", "khong-phai")] {
        let typed: Vec<(&str, &str)> = right.iter().map(|(name, old)| (*name, if *name == field { value } else { old })).collect();
        let refused = admin.post_form(RESET, &typed).await;
        assert_eq!(refused.attributes(".govuk-error-summary a", "href"), [format!("#{field}")], "{field}");
    }
    give_password(&portal, LOST).await;
    let done = admin.post_form(RESET, &right).await;
    assert!(admin.follow(&done).await.text().contains("Đã đặt lại xác thực hai bước"));
    portal.run_jobs().await;
    assert!(portal.mailbox.letters_to(LOST).iter().any(|letter| letter.text.contains("Quản trị viên đơn vị")));
    portal.signed_in(LOST).await;
}
