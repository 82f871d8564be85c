//! Giao việc: taken, given, taken back; shared out by what everybody has; two who want the same.

use actix_web::http::StatusCode;

use super::many;
use crate::{
    citizen::road,
    stories::desk,
    support::{Browser, TestPortal},
};

/// A dossier at the step of the civil status officers.
async fn at_civil_status(portal: &TestPortal) -> String {
    let mut citizen = portal.citizen().await;
    let draft = road::filled(&mut citizen).await;
    let code = road::code_of(&road::submitted(&mut citizen, &draft).await);
    let mut counter = portal.official("motcua", "viettri").await;
    desk::press(&mut counter, &code, "tiep-nhan").await;
    desk::press(&mut counter, &code, "chuyen-buoc").await;
    code
}

fn address(code: &str) -> String {
    format!("/can-bo/ho-so/{code}/giao-viec")
}

async fn version(official: &mut Browser<'_>, code: &str) -> String {
    official.get(&address(code)).await.input("version").expect("a version")
}

async fn held(official: &mut Browser<'_>) -> Vec<String> {
    official.get("/can-bo?hang=held").await.texts(".mc-queue__code")
}

#[actix_web::test]
async fn an_official_takes_what_is_free_and_a_colleague_is_told_who_has_it() {
    let portal = TestPortal::open().await;
    let code = at_civil_status(&portal).await;
    let (mut one, mut other) = (portal.official("hotich", "viettri").await, portal.official("hotich2", "viettri").await);
    let bench = one.get(&desk::bench(&code)).await;
    assert!(bench.texts(".mc-hands").join(" ").contains("Tôi nhận việc này"), "{}", bench.main_text());
    let seen = version(&mut other, &code).await;
    let taken = one.post_form(&address(&code), &[("version", &seen), ("to", "toi")]).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.main_text());
    assert_eq!(held(&mut one).await, std::slice::from_ref(&code));
    // The colleague pressed at the same time.
    let late = other.post_form(&address(&code), &[("version", &seen), ("to", "toi")]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.main_text().contains("Phạm Văn Hộ"), "{}", late.main_text());
    let knowing = version(&mut other, &code).await;
    let again = other.post_form(&address(&code), &[("version", &knowing), ("to", "toi")]).await;
    assert!(again.main_text().contains("đang giao cho đồng nghiệp khác"), "{}", again.main_text());
    assert!(held(&mut other).await.is_empty());
    assert!(!other.get("/can-bo").await.texts(".mc-queue__code").contains(&code), "it is in the hands of a colleague");
    let bench = other.get(&desk::bench(&code)).await;
    assert!(bench.texts(".mc-hands").join(" ").contains("Đang giao cho Phạm Văn Hộ"), "{}", bench.main_text());
    assert!(bench.main_text().contains("Phân công xử lý: Phạm Văn Hộ"), "the history says it");
    bench.assert_statements(8);
    // Laid down again, it is anybody's.
    let version = version(&mut one, &code).await;
    one.post_form(&address(&code), &[("version", &version), ("to", "chung")]).await;
    assert!(held(&mut one).await.is_empty());
    assert!(other.get("/can-bo").await.texts(".mc-queue__code").contains(&code));
    let mut citizen = portal.citizen().await;
    assert!(!citizen.get(&format!("/ho-so/{code}")).await.main_text().contains("Phạm Văn Hộ"), "who works on it is the office's affair");
}

#[actix_web::test]
async fn a_leader_gives_it_to_who_may_act_and_takes_it_back() {
    let portal = TestPortal::open().await;
    let code = at_civil_status(&portal).await;
    let mut leader = portal.official("chutich", "viettri").await;
    let page = leader.get(&address(&code)).await;
    let offered = page.texts(".govuk-radios__label").join("; ");
    assert!(offered.contains("Phạm Văn Hộ") && offered.contains("Chử Thị Hậu") && !offered.contains("Lê Thị Tiếp"), "{offered}");
    assert!(page.texts(".govuk-radios__hint").join("; ").contains("Đang giữ 0 hồ sơ"), "{}", page.main_text());
    let seen = page.input("version").expect("a version");
    let bare = leader.post_form(&address(&code), &[("version", &seen)]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.main_text().contains("Chọn cán bộ được giao"));
    let colleague = page.attributes(".govuk-radios__input", "value").first().cloned().expect("a colleague");
    let given = leader.post_form(&address(&code), &[("version", &seen), ("to", &colleague)]).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.main_text());
    let page = leader.get(&address(&code)).await;
    assert!(page.texts(".govuk-radios__hint").join("; ").contains("Đang giữ 1 hồ sơ"), "{}", page.main_text());
    let (mut one, mut other) = (portal.official("hotich", "viettri").await, portal.official("hotich2", "viettri").await);
    let (with_one, with_other) = (held(&mut one).await.len(), held(&mut other).await.len());
    assert_eq!(with_one + with_other, 1);
    let without = if with_one == 1 { &mut other } else { &mut one };
    let seen = version(without, &code).await;
    let forbidden = without.post_form(&address(&code), &[("version", &seen), ("to", "chung")]).await;
    assert!(forbidden.main_text().contains("đang giao cho đồng nghiệp khác"), "{}", forbidden.main_text());
    let seen = version(&mut leader, &code).await;
    let back = leader.post_form(&address(&code), &[("version", &seen), ("to", "chung")]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.main_text());
    assert!(held(&mut one).await.is_empty() && held(&mut other).await.is_empty());
    let audited = many::audited(&portal, "assign").await;
    assert_eq!(audited.len(), 2, "{audited:?}");
    assert!(audited[0].1["hands"].is_string() && audited[1].1["hands"].is_null(), "{audited:?}");
}

#[actix_web::test]
async fn many_are_shared_out_by_what_everybody_has_already() {
    let portal = TestPortal::open().await;
    let mut codes = Vec::new();
    for _ in 0..3 {
        codes.push(at_civil_status(&portal).await);
    }
    let mut one = portal.official("hotich", "viettri").await;
    let seen = version(&mut one, &codes[0]).await;
    one.post_form(&address(&codes[0]), &[("version", &seen), ("to", "toi")]).await;
    let mut leader = portal.official("chutich", "viettri").await;
    let asked = format!("/can-bo/hang-loat?viec=assign&ma={}&ma={}&ma={}", codes[0], codes[1], codes[2]);
    let preview = leader.get(&asked).await;
    let will = preview.texts("[aria-labelledby=will] li");
    let wont = preview.texts("[aria-labelledby=wont] li").join(" ");
    assert_eq!(will.len(), 2, "{}", preview.main_text());
    assert!(will[0].contains("Chử Thị Hậu"), "who has nothing gets the first: {will:?}");
    assert!(wont.contains(&codes[0]) && wont.contains("đã có người xử lý"), "{wont}");
    let choices = preview.texts("#giao option").join("; ");
    assert!(choices.contains("Chia theo số việc đang có") && choices.contains("Đang giữ 1 hồ sơ"), "{choices}");
    let items = preview.attributes("input[name=item]", "value");
    let fields: Vec<(&str, &str)> = [("viec", "assign")].into_iter().chain(items.iter().map(|item| ("item", item.as_str()))).collect();
    let report = leader.post_form("/can-bo/hang-loat", &fields).await;
    assert_eq!(report.texts("[aria-labelledby=done] li").len(), 2, "{}", report.main_text());
    let mut other = portal.official("hotich2", "viettri").await;
    let (with_one, with_other) = (held(&mut one).await.len(), held(&mut other).await.len());
    assert_eq!((with_one + with_other, with_one.abs_diff(with_other)), (3, 1), "as evenly as three can be shared");
    // Who does not lead takes for himself.
    let fresh = at_civil_status(&portal).await;
    let mine = other.get(&format!("/can-bo/hang-loat?viec=assign&ma={fresh}")).await;
    assert!(mine.texts("#giao option").is_empty() && mine.texts("[aria-labelledby=will] li")[0].contains("Chử Thị Hậu"));
}
