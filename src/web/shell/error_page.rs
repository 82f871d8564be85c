//! The page of an error: what happened, whether anything was saved, what to do now.

use actix_web::{HttpResponse, ResponseError, http::header};
use serde::Serialize;

use super::{Error, Visit, respond, resume};
use crate::{
    kernel::{account_places::AccountPlace, clock::local, places::Place},
    platform::views::Page,
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct ErrorPage {
    /// `not-found`: the beginning of the texts' keys.
    word: &'static str,
    /// The sentence of a refusal; empty for others.
    sentence: String,
    /// A number that the sentence needs: minutes to wait, megabytes.
    number: u64,
    /// Nothing was changed by a request that only reads.
    was_change: bool,
    /// `14:32, 23/11/2026`
    time: String,
    links: Vec<Link>,
}

#[derive(Debug, Clone, Serialize)]
struct Link {
    key: &'static str,
    href: String,
}

impl Page for ErrorPage {
    const TEMPLATE: &'static str = "shell/error.html";

    fn samples() -> Vec<Self> {
        let sample = |word| Self {
            word,
            sentence: "Hồ sơ này đã được rút.".into(),
            number: 2,
            was_change: true,
            time: "14:32, 23/11/2026".into(),
            links: vec![Link { key: "error-to-home", href: "/".into() }],
        };
        let words = [
            "not-found",
            "sign-in-first",
            "second-factor-first",
            "not-allowed",
            "refused",
            "invalid",
            "conflict",
            "form-expired",
            "too-large",
            "too-many",
            "busy",
            "internal",
        ];
        words.into_iter().map(sample).collect()
    }
}

/// What a script gets instead of the page.
#[derive(Debug, Serialize)]
struct Problem<'a> {
    error: &'a str,
    message: String,
    request_id: String,
}

/// Draws an error for this visitor.
pub(super) fn draw(visit: &Visit, error: &Error, was_change: bool) -> HttpResponse {
    let mut answer = if visit.wants_json() {
        problem(visit, error)
    } else if was_change && matches!(error, Error::FormExpired | Error::SignInFirst { .. }) {
        resume::page(visit, error).unwrap_or_else(|_| plain(visit))
    } else {
        as_page(visit, error, was_change)
    };
    if let Error::TooMany { retry_after } = error {
        answer.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from(*retry_after));
    }
    answer
}

fn as_page(visit: &Visit, error: &Error, was_change: bool) -> HttpResponse {
    // Reading a page needs no explanation: the way leads over the sign-in page and back.
    if let (Error::SignInFirst { back_to }, false) = (error, was_change) {
        return respond::see_other_path(&sign_in_path(back_to));
    }
    if let (Error::SecondFactorFirst, false) = (error, was_change) {
        return respond::see_other(&Place::Account(AccountPlace::SecondFactor));
    }
    let page = ErrorPage {
        word: error.word(),
        sentence: sentence(error),
        number: number(error),
        was_change,
        time: local(visit.now().instant()).format("%H:%M, %d/%m/%Y").to_string(),
        links: links(visit, error),
    };
    respond::page_with(error.status_code(), visit, &page).unwrap_or_else(|broken| {
        tracing::error!(%broken, "the page of an error cannot be drawn");
        plain(visit)
    })
}

fn problem(visit: &Visit, error: &Error) -> HttpResponse {
    let message = match error {
        Error::Refused(refusal) => refusal.sentence.clone(),
        other => visit.text(&format!("error-{}-title", other.word()), &[("number", number(other).into())]),
    };
    respond::json(error.status_code(), &Problem { error: error.word(), message, request_id: visit.id().to_string() })
}

fn sentence(error: &Error) -> String {
    match error {
        Error::Refused(refusal) => refusal.sentence.clone(),
        _ => String::new(),
    }
}

fn number(error: &Error) -> u64 {
    match error {
        Error::TooLarge { megabytes } => *megabytes,
        Error::TooMany { retry_after } => retry_after.div_ceil(60),
        _ => 0,
    }
}

fn links(visit: &Visit, error: &Error) -> Vec<Link> {
    let link = |key, place: Place| Link { key, href: place.path() };
    let mut links = Vec::new();
    match error {
        Error::Refused(refusal) => links.extend(refusal.back_to.clone().map(|place| link("error-back", place))),
        Error::SignInFirst { back_to } => links.push(Link { key: "sign-in", href: sign_in_path(back_to) }),
        Error::SecondFactorFirst => links.push(link("account-second-title", Place::Account(AccountPlace::SecondFactor))),
        Error::Conflict | Error::Busy | Error::Internal(_) => links.push(Link { key: "error-again", href: visit.path().to_owned() }),
        _ => {}
    }
    if visit.session().is_some() {
        links.push(link("menu-mine", Place::MyDossiers));
    }
    links.push(link("error-to-home", Place::Home));
    links
}

/// The sign-in page that comes back to a path of this portal.
pub(super) fn sign_in_path(back_to: &str) -> String {
    let back = query("tiep", respond::local_path(back_to).unwrap_or("/"));
    format!("{}?{back}", Place::SignIn.path())
}

fn query(name: &str, value: &str) -> String {
    let kept = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~' | b'/');
    let written = value.bytes().map(|byte| if kept(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") });
    format!("{name}={}", written.collect::<String>())
}

/// When even the error page is broken.
pub(super) fn plain(visit: &Visit) -> HttpResponse {
    HttpResponse::InternalServerError().content_type("text/html; charset=utf-8").body(format!(
        "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><title>Lỗi</title><h1>Cổng đang gặp sự cố</h1>\
         <p>Việc vừa làm có thể chưa được lưu. Hãy thử lại sau ít phút. Mã lỗi: {}</p>",
        visit.id()
    ))
}
