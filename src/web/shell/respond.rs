//! How a handler answers.

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
};
use serde::Serialize;

use super::{Error, Visit, cookie};
use crate::{
    kernel::places::Place,
    platform::{
        crypto::Token,
        views::{Page, Shell, ViewsError},
    },
};

/// The page, 200.
pub fn page(visit: &Visit, page: &impl Page) -> Result<HttpResponse, Error> {
    page_with(StatusCode::OK, visit, page)
}

/// The same page again, with what was typed and what is to be corrected, 422.
pub fn invalid(visit: &Visit, page: &impl Page) -> Result<HttpResponse, Error> {
    page_with(StatusCode::UNPROCESSABLE_ENTITY, visit, page)
}

pub fn page_with(status: StatusCode, visit: &Visit, page: &impl Page) -> Result<HttpResponse, Error> {
    html(status, visit, |shell| visit.platform().views.page(shell, page))
}

/// One block of a page, for scripts that replace a part of what is shown.
pub fn fragment(visit: &Visit, page: &impl Page, block: &str) -> Result<HttpResponse, Error> {
    fragment_with(StatusCode::OK, visit, page, block)
}

pub fn fragment_with(status: StatusCode, visit: &Visit, page: &impl Page, block: &str) -> Result<HttpResponse, Error> {
    html(status, visit, |shell| visit.platform().views.fragment(shell, page, block))
}

/// After a change: go there (303), so that reloading does not change twice.
pub fn see_other(place: &Place) -> HttpResponse {
    see_other_path(&place.path())
}

/// Like [`see_other`], to a path on this portal that was checked by [`local_path`] or made here.
pub fn see_other_path(path: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, path)).finish()
}

pub fn json(status: StatusCode, answer: &impl Serialize) -> HttpResponse {
    HttpResponse::build(status).json(answer)
}

/// The path if it leads to a page of this portal, never to another site.
pub fn local_path(path: &str) -> Option<&str> {
    let local = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n', '\t']);
    local.then_some(path)
}

/// A browser without a cookie gets one only if the page shows a form.
fn html(status: StatusCode, visit: &Visit, draw: impl FnOnce(&Shell) -> Result<String, ViewsError>) -> Result<HttpResponse, Error> {
    let known = visit.token();
    let token = known.clone().unwrap_or_else(Token::new);
    let shell = visit.shell(&token);
    let html = draw(&shell)?;
    if known.is_none() && html.contains(&format!("value=\"{}\"", shell.csrf)) {
        visit.send_cookie(cookie::for_token(&token, visit.session_lasts(), visit.is_secure()));
    }
    Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(html))
}

#[cfg(test)]
mod tests {
    use super::local_path;

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(local_path("/nop/khai-sinh?a=b"), Some("/nop/khai-sinh?a=b"));
        for bad in ["", "https://evil.example", "//evil.example", "/\\evil.example", "nop", "/a\r\nSet-Cookie: x"] {
            assert_eq!(local_path(bad), None, "{bad}");
        }
    }
}
