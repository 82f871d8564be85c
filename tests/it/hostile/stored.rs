//! Words that mean harm, in what people say of themselves and type at the doors: they stay words.

use super::nasty::MARK;
use crate::support::{Answer, TestPortal};

/// Markup, a template, SQL, a formula: one word for all who might take it for theirs.
const WORD: &str = "=1+1 <xss-probe onload=alert(1)>'\"&{{ 1234*5678 }} '; --";

fn escaped(answer: &Answer, what: &str) {
    let text = answer.text();
    assert!(!answer.status.is_server_error(), "{what}: {}", answer.status);
    assert!(!text.contains(MARK), "{what}: markup came back");
    assert!(!text.contains("7006652"), "{what}: a template was run");
}

#[actix_web::test]
async fn what_people_say_of_themselves_is_words_everywhere() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let fields = [("full_name", "Nguyễn Văn Mẫu"), ("phone", "0912345678"), ("address", WORD), ("lang", "vi")];
    citizen.get("/tai-khoan/thong-tin").await;
    citizen.post_form("/tai-khoan/thong-tin", &fields).await;
    citizen.headers.push(("user-agent", format!("Chrome {WORD}")));
    citizen.sign_in("nguyen.van.mau@example.vn", "cong-mot-cua-2026").await;
    for path in ["/tai-khoan", "/tai-khoan/thong-tin", "/tai-khoan/thiet-bi", "/tai-khoan/ai-da-xem", "/tai-khoan/du-lieu"] {
        escaped(&citizen.get(path).await, path);
    }
    let mut stranger = portal.anonymous();
    let typed = [("email", WORD), ("password", WORD), ("full_name", WORD), ("phone", WORD), ("tiep", WORD), ("q", WORD)];
    for path in ["/dang-nhap", "/dang-ky", "/quen-mat-khau", "/tra-cuu"] {
        escaped(&stranger.post_form(path, &typed).await, path);
    }
    let asked = super::nasty::in_address(WORD);
    for path in ["/dich-vu?q=", "/tra-cuu?ma=", "/tim-mot-cua?q=", "/dang-nhap?tiep=", "/xac-minh?code=", "/xac-minh/"] {
        escaped(&stranger.get(&format!("{path}{asked}")).await, path);
    }
}
