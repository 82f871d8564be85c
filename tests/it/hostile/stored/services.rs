//! Three services that together ask in every way there is: each box of their forms, then every screen, letter,
//! paper and table of the dossiers made of them.

use std::collections::BTreeSet;

use motcua::forms::Kind;

use super::{WORD, bare, harmless, letters_are_words, look_everywhere, pages, tables};
use crate::{
    citizen::{road, walk::Walk},
    stories::desk::{bench, press},
    support::{Browser, TestPortal},
};

/// With an example each, and the commune whose officials get it.
const SERVICES: [(&str, &str, &str); 3] =
    [("khai-sinh", "01-", "hoabinh"), ("su-dung-tam-long-duong-via-he", "01-", "viettri"), ("thanh-lap-ho-kinh-doanh", "02-", "viettri")];

#[actix_web::test]
async fn the_three_services_ask_in_every_way() {
    let portal = TestPortal::open().await;
    let mut asked = BTreeSet::new();
    for (slug, example, _) in SERVICES {
        let walk = Walk::of(&portal, slug, example);
        asked.extend(walk.version.form.definition().pages.iter().flat_map(|page| page.fields()).map(|field| field.kind.word()));
    }
    let missing: Vec<&&str> = Kind::WORDS.iter().filter(|word| !asked.contains(**word)).collect();
    assert!(missing.is_empty(), "no question of these kinds is tried: {missing:?}");
}

#[actix_web::test]
async fn a_birth_is_words_everywhere() {
    stays_words(SERVICES[0], 20).await;
}

#[actix_web::test]
async fn a_pavement_is_words_everywhere() {
    stays_words(SERVICES[1], 6).await;
}

#[actix_web::test]
async fn a_household_business_is_words_everywhere() {
    stays_words(SERVICES[2], 10).await;
}

async fn stays_words((slug, example, commune): (&str, &str, &str), least: usize) {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let (code, tally) = submitted(&portal, &mut citizen, slug, example).await;
    eprintln!("{slug}: {} boxes tried, {} took the word", tally.tried, tally.took.len());
    assert!(tally.took.len() >= least, "only {:?} took the word: the pass has lost its way", tally.took);
    portal.run_jobs().await;
    let own = [format!("/ho-so/{code}"), format!("/ho-so/{code}/da-nop"), "/ho-so".into(), "/tai-khoan/du-lieu".into()];
    let told = look_everywhere("owner", &mut citizen, &own, 60).await;
    assert!(told.iter().any(|address| address.contains(&code)), "the owner reads the words nowhere: {told:?}");
    let whole = citizen.get("/tai-khoan/du-lieu/tai-ve").await;
    assert!(bare(&whole.text()).contains("<xss-probe"), "a file to take along holds what was written");
    assert_eq!(whole.header("x-content-type-options"), Some("nosniff"));
    assert!(whole.header("content-disposition").is_some_and(|way| way.starts_with("attachment")));
    for post in ["motcua", "chutich"] {
        let mut official = portal.official(post, commune).await;
        let told = look_everywhere(post, &mut official, &["/can-bo".into(), bench(&code)], 90).await;
        assert!(told.contains(&bench(&code)), "{post} reads the words nowhere: {told:?}");
    }
    let mut desk = portal.official("motcua", commune).await;
    press(&mut desk, &code, "tiep-nhan").await;
    let asked = super::super::nasty::in_address(WORD);
    harmless(&desk.get(&format!("/can-bo?q={asked}")).await, "the search");
    tables::hold_no_formulas(&mut desk).await;
    let mut anybody = portal.anonymous();
    let digits = walk_phone(&portal, slug, example);
    harmless(&anybody.post_form("/tra-cuu", &[("code", &code), ("last_four", &digits)]).await, "the public look-up");
    assert!(letters_are_words(&portal) > 0, "a letter has left");
}

async fn submitted(portal: &TestPortal, citizen: &mut Browser<'_>, slug: &str, example: &str) -> (String, pages::Tally) {
    let walk = Walk::of(portal, slug, example);
    let mut tally = pages::Tally::default();
    let (draft, _) = walk
        .filled_by(citizen, &mut async |citizen: &mut Browser<'_>, draft: &str, here: &str| {
            pages::attack(&walk, &mut tally, citizen, draft, here).await
        })
        .await;
    harmless(&citizen.get(&format!("{draft}/kiem-tra")).await, "the review");
    let code = road::code_of(&road::submitted(citizen, &draft).await);
    (code, tally)
}

/// The last digits by which anybody may follow it.
fn walk_phone(portal: &TestPortal, slug: &str, example: &str) -> String {
    let posted = Walk::of(portal, slug, example).example.posted();
    let given = |(key, text): &&(String, String)| key.ends_with("phone") && text.len() > 4;
    let phone = posted.iter().find(given).map(|(_, text)| text.replace(' ', "")).expect("a phone number");
    phone.chars().skip(phone.chars().count() - 4).collect()
}
