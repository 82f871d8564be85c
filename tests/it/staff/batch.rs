//! One act on many dossiers.

use actix_web::http::StatusCode;

use crate::{
    citizen::road,
    stories::desk,
    support::{Browser, TestPortal},
};

async fn submitted(citizen: &mut Browser<'_>) -> String {
    let draft = road::filled(citizen).await;
    road::code_of(&road::submitted(citizen, &draft).await)
}

#[actix_web::test]
async fn what_can_be_forwarded_is_and_the_rest_says_why_and_can_be_tried_again() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let (ready, new) = (submitted(&mut citizen).await, submitted(&mut citizen).await);
    let mut official = portal.official("motcua", "viettri").await;
    desk::press(&mut official, &ready, "tiep-nhan").await;
    let list = official.get("/can-bo?hang=open").await;
    let mut boxes = list.attributes("input[name=ma]", "value");
    boxes.sort();
    assert_eq!(boxes, [ready.clone(), new.clone()]);
    let asked = format!("/can-bo/hang-loat?viec=forward&ma={ready}&ma={new}&ma=H44.999-200101-0001");
    let preview = official.get(&asked).await;
    assert!(preview.texts("[aria-labelledby=will] li").join(" ").contains(&ready), "{}", preview.main_text());
    let wont = preview.texts("[aria-labelledby=wont] li");
    assert!(wont.len() == 2 && wont[0].contains(&new) && wont[1].contains("Không tìm thấy"), "{wont:?}");
    let items = preview.attributes("input[name=item]", "value");
    assert_eq!(items.len(), 1);
    // Somebody posts the other one, too: it is refused alone.
    let fields = [("viec", "forward"), ("item", items[0].as_str()), ("item", &format!("{new}:1")), ("note", "Chuyển gộp")];
    let report = official.post_form("/can-bo/hang-loat", &fields).await;
    assert_eq!(report.status, StatusCode::OK);
    assert!(report.texts("[aria-labelledby=done] li").join(" ").contains(&ready), "{}", report.main_text());
    assert!(report.texts("[aria-labelledby=failed] li").join(" ").contains(&new), "{}", report.main_text());
    let retry = report.attributes("[aria-labelledby=failed] a.govuk-button", "href");
    assert_eq!(retry, [format!("/can-bo/hang-loat?viec=forward&ma={new}")]);
    // The same form again finds the dossier changed.
    let again = official.post_form("/can-bo/hang-loat", &fields[..2]).await;
    assert!(again.texts("[aria-labelledby=failed] li").join(" ").contains("đã xử lý hồ sơ này"), "{}", again.main_text());
    assert!(!desk::offers(&mut official, &ready, "chuyen-buoc").await, "it is at the next step");
}

#[actix_web::test]
async fn nobody_forwards_or_prints_what_is_not_of_his_agency() {
    let portal = TestPortal::open().await;
    let code = submitted(&mut portal.citizen().await).await;
    let mut official = portal.official("motcua", "viettri").await;
    let papers = official.get(&format!("/can-bo/hang-loat?viec=print&ma={code}")).await;
    assert_eq!(papers.attributes("[aria-labelledby=prints] a", "href").len(), 1, "{}", papers.main_text());
    let mut stranger = portal.official("motcua", "vinhyen").await;
    for act in ["print", "forward"] {
        let page = stranger.get(&format!("/can-bo/hang-loat?viec={act}&ma={code}")).await;
        assert!(page.texts("[aria-labelledby=wont] li").join(" ").contains("Không tìm thấy"), "{}", page.main_text());
        assert!(!page.main_text().contains("Nguyễn Văn Mẫu"));
    }
    let forged = stranger.post_form("/can-bo/hang-loat", &[("viec", "forward"), ("item", &format!("{code}:1"))]).await;
    assert!(forged.texts("[aria-labelledby=failed] li").join(" ").contains("Không tìm thấy"), "{}", forged.main_text());
    assert_eq!(official.get("/can-bo/hang-loat").await.location(), Some("/can-bo"));
}
