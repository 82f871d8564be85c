//! Words that mean harm, in what people say of themselves and type at the doors: they stay words.

use super::{WORD, harmless};
use crate::support::TestPortal;

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
        harmless(&citizen.get(path).await, path);
    }
    let mut stranger = portal.anonymous();
    let typed = [("email", WORD), ("password", WORD), ("full_name", WORD), ("phone", WORD), ("tiep", WORD), ("q", WORD)];
    for path in ["/dang-nhap", "/dang-ky", "/quen-mat-khau", "/tra-cuu"] {
        harmless(&stranger.post_form(path, &typed).await, path);
    }
    let asked = crate::hostile::nasty::in_address(WORD);
    for path in ["/dich-vu?q=", "/tra-cuu?ma=", "/tim-mot-cua?q=", "/dang-nhap?tiep=", "/xac-minh?code=", "/xac-minh/"] {
        harmless(&stranger.get(&format!("{path}{asked}")).await, path);
    }
}
