//! Leaving for a provider of identities: a page between, so that people see where they go. Browsers do not let a
//! form lead to another site by itself under our Content-Security-Policy; the page goes on at once, without scripts.

use actix_web::{
    HttpResponse,
    http::{
        StatusCode,
        header::{self, HeaderValue},
    },
};
use serde::Serialize;

use super::shell::{Error, Visit, respond};
use crate::{kernel::places::Place, platform::views::Page};

#[derive(Debug, Clone, Serialize)]
pub(super) struct LeavingPage {
    name: String,
    address: String,
    back: String,
}

impl Page for LeavingPage {
    const TEMPLATE: &'static str = "public/leaving.html";

    fn samples() -> Vec<Self> {
        vec![Self { name: "VNeID".into(), address: "https://id.example.vn/auth?client_id=cong".into(), back: "/dang-nhap".into() }]
    }
}

/// Sends the browser to an address that the provider's machine checked.
pub(super) fn leave(visit: &Visit, name: &str, address: String, back: &Place) -> Result<HttpResponse, Error> {
    let refresh = format!("0; url={address}");
    let page = LeavingPage { name: name.to_owned(), address, back: back.path() };
    let mut answer = respond::page_with(StatusCode::OK, visit, &page)?;
    let value = HeaderValue::from_str(&refresh).map_err(Error::internal)?;
    answer.headers_mut().insert(header::REFRESH, value);
    Ok(answer)
}
