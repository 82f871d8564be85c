//! The link in a letter: it opens exactly what the letter asks for, to its owner alone, and tells nobody else anything.

use actix_web::http::StatusCode;

use crate::{
    citizen::{
        road,
        walk::{PDF, Walk},
    },
    stories::desk,
    support::{Browser, TestPortal, Upload},
};

const OWNER: &str = "nguyen.van.mau@example.vn";

/// The paths of this portal that the newest letter to somebody names.
fn links(portal: &TestPortal, to: &str) -> Vec<String> {
    let letter = portal.mailbox.letters_to(to).pop().expect("a letter");
    let address = portal.platform.config.address();
    letter.text.split_whitespace().filter_map(|word| word.strip_prefix(&address)).map(str::to_owned).collect()
}

async fn asked(portal: &TestPortal, official: &mut Browser<'_>, code: &str) -> String {
    let item = Walk::of(portal, road::SERVICE, "01-").version.definition.documents[1].key.clone();
    let request = [("items", format!("document:{item}")), ("reason", "Ảnh mờ".to_owned()), ("days", "5".to_owned())];
    let request: Vec<(&str, &str)> = request.iter().map(|(name, value)| (*name, value.as_str())).collect();
    desk::send(official, code, "yeu-cau-bo-sung", &request).await;
    portal.run_jobs().await;
    item
}

#[actix_web::test]
async fn it_opens_the_supplement_after_sign_in_and_to_its_owner_alone() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let draft = road::filled(&mut citizen).await;
    let code = road::code_of(&road::submitted(&mut citizen, &draft).await);
    let item = asked(&portal, &mut portal.official("motcua", "viettri").await, &code).await;
    let path = format!("/ho-so/{code}/bo-sung");
    assert_eq!(links(&portal, OWNER), [path.as_str()], "one link, without any token");

    let mut stranger = portal.anonymous();
    let door = stranger.get(&path).await;
    assert_eq!(door.location(), Some(format!("/dang-nhap?tiep={path}").as_str()));
    let page = stranger.follow(&door).await;
    assert!(!page.main_text().contains("Ảnh mờ") && !page.main_text().contains("Mẫu"), "{}", page.main_text());
    let fields = [("email", OWNER), ("password", "cong-mot-cua-2026"), ("tiep", path.as_str())];
    let come = stranger.post_form("/dang-nhap", &fields).await;
    assert_eq!(come.location(), Some(path.as_str()));
    assert!(stranger.follow(&come).await.main_text().contains("Ảnh mờ"));
    assert_eq!(portal.other_citizen().await.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        portal.other_citizen().await.get("/ho-so/H44.07900-261123-9999/bo-sung").await.status,
        StatusCode::NOT_FOUND,
        "as if it were not"
    );

    let version = citizen.get(&path).await.input("version").expect("a version");
    let file = Upload { field: &item, file_name: "moi.pdf", media_type: "application/pdf", bytes: PDF };
    citizen.upload(&path, &[("version", &version)], &[file]).await;
    let spent = citizen.get(&path).await;
    assert_eq!(spent.location(), Some(format!("/ho-so/{code}").as_str()), "answered: nothing to send any more");
}

/// Received at the counter for somebody without an account: the letter leads where he can go.
#[actix_web::test]
async fn without_an_account_it_leads_to_the_look_up_and_to_the_door_of_an_account() {
    let portal = TestPortal::open().await;
    let mut counter = portal.official("motcua", "viettri").await;
    counter.get("/can-bo/tiep-nhan").await;
    let email = "lo.van.den@example.vn";
    let person = [
        ("service", road::SERVICE),
        ("channel", "in_person"),
        ("name", "Lò Văn Đến"),
        ("personal_id", "025190004321"),
        ("phone", "0912000777"),
        ("email", email),
    ];
    let made = counter.post_form("/can-bo/tiep-nhan", &person).await;
    let draft = made.location().unwrap_or_else(|| panic!("{}", made.main_text())).to_owned();
    for (page, answers) in road::PAGES {
        let answer = road::fill(&mut counter, &draft, page, answers).await;
        assert!(answer.location().is_some(), "{page}: {:?}", answer.texts(".govuk-error-summary li"));
    }
    let review = counter.get(&format!("{draft}/kiem-tra")).await;
    let action = review.attributes("main form", "action").into_iter().find(|to| to.starts_with("/can-bo/tiep-nhan")).expect("a button");
    let key = review.input("submission_key").expect("a key");
    let done = counter.post_form(&action, &[("submission_key", &key)]).await;
    let done = done.location().unwrap_or_else(|| panic!("{}", done.main_text())).to_owned();
    let code = done.trim_start_matches("/can-bo/ho-so/").trim_end_matches("/da-tiep-nhan");
    portal.run_jobs().await;
    assert_eq!(links(&portal, email), ["/tra-cuu"]);
    desk::press(&mut counter, code, "chuyen-buoc").await;
    asked(&portal, &mut portal.official("hotich", "viettri").await, code).await;
    assert_eq!(links(&portal, email), ["/nhan-ho-so"]);
}
