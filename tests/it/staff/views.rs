//! Saved views: a question to the list under a name, one's own or the unit's; and the way through a list.

use actix_web::http::StatusCode;

use crate::{
    citizen::road,
    support::{Browser, TestPortal},
};

const PAGE: &str = "/can-bo/bo-loc";

fn side(page: &crate::support::Answer) -> String {
    page.texts(".mc-side__link").join("; ")
}

async fn keep(official: &mut Browser<'_>, name: &str, question: &str, share: bool) {
    let fields = [("name", name), ("ds", question), ("share", "yes")];
    let kept = official.post_form(PAGE, if share { &fields } else { &fields[..2] }).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.main_text());
}

#[actix_web::test]
async fn a_question_is_kept_under_a_name_and_shared_with_the_unit_alone() {
    let portal = TestPortal::open().await;
    let mut official = portal.official("motcua", "viettri").await;
    let list = official.get("/can-bo?hang=late&nguon=postal").await;
    assert_eq!(list.input("ds").as_deref(), Some("hang=late&nguon=postal"));
    keep(&mut official, "Bưu chính quá hạn", "hang=late&nguon=postal&sau=xyz&la=khong-biet", true).await;
    keep(&mut official, "Của riêng tôi", "hang=open&can-bo=toi", false).await;
    let list = official.get("/can-bo?hang=late&nguon=postal").await;
    assert!(side(&list).contains("Bưu chính quá hạn") && side(&list).contains("Của riêng tôi"), "{}", side(&list));
    assert_eq!(list.texts(".mc-side__link[aria-current]"), ["Bưu chính quá hạn"]);
    list.assert_statements(5);
    let kept = list.attributes(".mc-side__link", "href").into_iter().find(|href| href.contains("postal")).expect("the view");
    assert_eq!(kept, "/can-bo?hang=late&nguon=postal", "nothing else is kept");
    let mut colleague = portal.official("hotich", "viettri").await;
    let seen = side(&colleague.get("/can-bo").await);
    assert!(seen.contains("Bưu chính quá hạn") && !seen.contains("Của riêng tôi"), "{seen}");
    let mut stranger = portal.official("motcua", "vinhyen").await;
    assert!(!side(&stranger.get("/can-bo").await).contains("Bưu chính"), "another unit's");
    // Only who made it changes it.
    let page = official.get(PAGE).await;
    let (rename, delete) = (page.attributes("main form", "action")[0].clone(), page.attributes("main button", "formaction")[0].clone());
    assert_eq!(colleague.post_form(&rename, &[("name", "Khác")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(colleague.post_form(&delete, &[]).await.status, StatusCode::NOT_FOUND);
    official.post_form(&rename, &[("name", "Của riêng tôi")]).await;
    assert!(official.get(PAGE).await.main_text().contains("Bưu chính quá hạn"), "the name is taken");
    official.post_form(&rename, &[("name", "Chậm, bưu chính")]).await;
    assert!(side(&official.get("/can-bo").await).contains("Chậm, bưu chính"));
    official.post_form(&delete, &[]).await;
    assert!(!side(&official.get("/can-bo").await).contains("Chậm, bưu chính"));
}

#[actix_web::test]
async fn from_one_dossier_one_goes_on_through_the_list_one_came_from() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    for _ in 0..3 {
        let draft = road::filled(&mut citizen).await;
        road::submitted(&mut citizen, &draft).await;
    }
    let mut official = portal.official("motcua", "viettri").await;
    let list = official.get("/can-bo?hang=new").await;
    let (codes, links) = (list.texts(".mc-queue__code"), list.attributes("a.mc-queue__code", "href"));
    let mut page = official.get(&links[0]).await;
    let mut walked = vec![codes[0].clone()];
    for _ in 0..2 {
        let next = page.attributes("a[rel=next]", "href").first().cloned().expect("a way on");
        let onward = official.get(&next).await;
        // Who it is, the next dossier, and which of how many that is.
        onward.assert_statements(3);
        let there = onward.location().expect("a dossier").to_owned();
        page = official.get(&there).await;
        page.assert_statements(8);
        assert_eq!(page.texts(".mc-beside__at"), [format!("Hồ sơ {}/3 trong danh sách", walked.len() + 1)]);
        walked.push(there.split(['/', '?']).nth(3).expect("a code").to_owned());
    }
    assert_eq!(walked, codes);
    let next = page.attributes("a[rel=next]", "href").first().cloned().expect("a way on");
    let end = official.get(&next).await;
    assert_eq!(end.location(), Some("/can-bo?hang=new"), "the last one leads back to the list");
    let before = page.attributes("a[rel=prev]", "href").first().cloned().expect("a way back");
    assert!(official.get(&before).await.location().expect("a dossier").contains(&codes[1]));
    assert_eq!(page.attributes(".mc-back__link", "href"), ["/can-bo?hang=new"]);
    let plain = official.get(&format!("/can-bo/ho-so/{}", codes[0])).await;
    assert!(plain.attributes("a[rel=next]", "href").is_empty(), "one who does not come from a list has no next");
    assert_eq!(official.get("/can-bo/ke-tiep?vt=x").await.location(), Some("/can-bo"));
}
