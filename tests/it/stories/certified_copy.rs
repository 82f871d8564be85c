//! A citizen asks for copies from the register; the ward accepts, draws up, signs, issues and hands over.

use actix_web::http::StatusCode;

use crate::{
    citizen::road,
    support::{Browser, TestPortal},
};

#[actix_web::test]
async fn from_the_first_page_to_the_counter() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = road::filled(&mut citizen).await;
    let receipt = road::submitted(&mut citizen, &draft).await;
    let code = road::code_of(&receipt);

    let mut desk = portal.official("motcua", "viettri").await;
    press(&mut desk, &code, "tiep-nhan").await;
    portal.run_jobs().await;
    let letters = portal.mailbox.letters();
    assert!(letters.iter().any(|letter| letter.enclosures.len() == 1), "the slip goes with the letter");
    press(&mut desk, &code, "chuyen-buoc").await;

    let mut clerk = portal.official("vanthu", "viettri").await;
    for _ in 0..6 {
        let mut officer = portal.official("hotich", "viettri").await;
        let mut chair = portal.official("chutich", "viettri").await;
        if offers(&mut officer, &code, "chuyen-buoc").await {
            press(&mut officer, &code, "chuyen-buoc").await;
        } else if offers(&mut chair, &code, "ky-duyet").await {
            press(&mut chair, &code, "ky-duyet").await;
        } else {
            break;
        }
    }
    assert!(clerk.get(&bench(&code)).await.attributes(".mc-bench__acts a", "href").iter().any(|href| href.ends_with("ban-hanh")));
}

fn bench(code: &str) -> String {
    format!("/can-bo/ho-so/{code}")
}

/// Whether the workbench of this official has such a button.
async fn offers(official: &mut Browser<'_>, code: &str, act: &str) -> bool {
    let page = official.get(&bench(code)).await;
    page.attributes(".mc-bench__acts button", "formaction").iter().any(|action| action.ends_with(act))
}

/// Presses a button of the workbench, having seen the dossier as it is.
async fn press(official: &mut Browser<'_>, code: &str, act: &str) {
    let page = official.get(&bench(code)).await;
    let version = page.input("version").expect("a version");
    let done = official.post_form(&format!("{}/{act}", bench(code)), &[("version", &version), ("note", "")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{act}: {}", done.text());
}
