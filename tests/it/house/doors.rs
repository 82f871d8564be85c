//! Closed by default: every address is tried by everybody for whom it is not.

use actix_web::{
    http::{Method, StatusCode},
    test::TestRequest,
};

use super::{
    routes::{
        Door::{self, Admin, Anyone, Citizen, Official, UnitAdmin},
        ROUTES,
    },
    source::none,
};
use crate::support::{Answer, Browser, TestPortal};

/// An address of nothing that exists, of the right form.
fn nowhere(path: &str) -> String {
    let mut filled = String::new();
    for part in path.split_inclusive('}') {
        let (before, name) = part.split_once('{').unwrap_or((part, ""));
        filled += before;
        filled += match name.trim_end_matches('}') {
            "" => "",
            "code" if path.starts_with("/xac-minh") => "ABCDEFGHJKLM",
            "code" => "H44.999-200101-0001",
            "id" | "file" => "01900000-0000-7000-8000-000000000000",
            "slug" => "khong-co",
            _ => "0",
        };
    }
    filled
}

async fn knock(browser: &mut Browser<'_>, method: &str, path: &str) -> Answer {
    match method {
        "POST" => browser.post_form(path, &[]).await,
        "HEAD" => browser.send(TestRequest::default().method(Method::HEAD).uri(path)).await,
        _ => browser.get(path).await,
    }
}

/// Every route behind one of these doors, asked by one browser; answers what it should not have got.
async fn try_all(browser: &mut Browser<'_>, doors: &[Door], expected: &[StatusCode]) -> Vec<String> {
    let mut breaches = Vec::new();
    for (method, path, _) in ROUTES.iter().filter(|(_, _, door)| doors.contains(door)) {
        let answer = knock(browser, method, &nowhere(path)).await;
        if !expected.contains(&answer.status) {
            breaches.push(format!("{method} {path} answers {}: {:.200}", answer.status, answer.main_text()));
        }
    }
    breaches
}

#[actix_web::test]
async fn strangers_are_sent_to_sign_in() {
    let portal = TestPortal::open().await;
    let mut stranger = portal.anonymous();
    let mut breaches =
        try_all(&mut stranger, &[Citizen, Official, Admin, UnitAdmin], &[StatusCode::SEE_OTHER, StatusCode::UNAUTHORIZED]).await;
    for (_, path, _) in ROUTES.iter().filter(|(method, _, door)| !matches!(door, Anyone | Door::Machine | Door::Demo) && *method == "GET") {
        let answer = stranger.get(&nowhere(path)).await;
        if !answer.location().is_some_and(|to| to.starts_with("/dang-nhap?tiep=")) {
            breaches.push(format!("GET {path} sends a stranger to {:?}", answer.location()));
        }
    }
    none(breaches);
}

#[actix_web::test]
async fn for_a_citizen_the_desk_does_not_exist() {
    let portal = TestPortal::open().await;
    none(try_all(&mut portal.citizen().await, &[Official, Admin, UnitAdmin], &[StatusCode::NOT_FOUND]).await);
}

#[actix_web::test]
async fn for_officials_the_office_of_administrators_does_not_exist() {
    let portal = TestPortal::open().await;
    for post in ["motcua", "chutich"] {
        none(try_all(&mut portal.official(post, "viettri").await, &[Admin, UnitAdmin], &[StatusCode::NOT_FOUND]).await);
    }
}

#[actix_web::test]
async fn for_who_administers_an_agency_the_services_do_not_exist() {
    let portal = TestPortal::open().await;
    none(try_all(&mut portal.official("quantri", "viettri").await, &[Admin], &[StatusCode::NOT_FOUND]).await);
}

/// What does not exist is not found, whatever is posted to it; nothing breaks.
#[actix_web::test]
async fn nobody_finds_what_does_not_exist() {
    let portal = TestPortal::open().await;
    let mut breaches = Vec::new();
    for (method, path, door) in ROUTES.iter().filter(|(_, path, _)| path.contains('{')) {
        let mut browser = match door {
            Official => portal.official("motcua", "viettri").await,
            Admin | UnitAdmin => portal.administrator().await,
            _ => portal.citizen().await,
        };
        // A page with a form gives the token of this session.
        browser.get("/tra-cuu").await;
        let answer = knock(&mut browser, method, &nowhere(path)).await;
        // Whether a paper or a link is genuine is an answer, not an error.
        let is_answer = path.starts_with("/xac-minh") || path.starts_with("/dang-ky/xac-nhan");
        // An empty form may be unreadable before anybody looks for the dossier; it never succeeds.
        let is_right = match *method {
            "POST" => !answer.status.is_success() && !answer.status.is_server_error(),
            _ => is_answer || answer.status == StatusCode::NOT_FOUND,
        };
        if !is_right {
            breaches.push(format!("{method} {path} answers {}: {:.200}", answer.status, answer.main_text()));
        }
    }
    none(breaches);
}

/// A form that did not come from a page of ours changes nothing.
#[actix_web::test]
async fn a_forged_form_is_refused_everywhere() {
    let portal = TestPortal::open().await;
    let mut breaches = Vec::new();
    for (_, path, door) in ROUTES.iter().filter(|(method, _, _)| *method == "POST") {
        let mut browser = match door {
            Official => portal.official("motcua", "viettri").await,
            Admin | UnitAdmin => portal.administrator().await,
            Citizen => portal.citizen().await,
            _ => portal.anonymous(),
        };
        for forged in [&[][..], &[("csrf", "AAAA")][..]] {
            let answer = browser.post_raw(&nowhere(path), forged).await;
            if answer.status != StatusCode::FORBIDDEN {
                breaches.push(format!("POST {path} with {forged:?} answers {}", answer.status));
            }
        }
    }
    none(breaches);
}

#[actix_web::test]
async fn everybody_may_read_what_is_for_everybody() {
    let portal = TestPortal::open().await;
    let mut breaches = Vec::new();
    for (_, path, _) in ROUTES.iter().filter(|(method, path, door)| *door == Anyone && *method == "GET" && !path.contains('{')) {
        for mut browser in [portal.anonymous(), portal.citizen().await, portal.official("motcua", "viettri").await] {
            let answer = browser.get(path).await;
            if !(answer.status.is_success() || answer.status.is_redirection()) {
                breaches.push(format!("GET {path} answers {}", answer.status));
            }
        }
    }
    none(breaches);
}
