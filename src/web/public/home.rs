//! Trang chủ: what do you need to do?

use actix_web::HttpResponse;
use serde::Serialize;

use crate::{
    kernel::places::Place,
    platform::views::Page,
    web::{Error, extract::Visitor, shell::respond},
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct HomePage {
    /// The search box begins empty.
    query: String,
    verify: String,
}

impl Page for HomePage {
    const TEMPLATE: &'static str = "public/home.html";

    fn samples() -> Vec<Self> {
        vec![Self::new()]
    }
}

impl HomePage {
    fn new() -> Self {
        Self { query: String::new(), verify: Place::VerifyPaper.path() }
    }
}

pub(super) async fn show(visitor: Visitor) -> Result<HttpResponse, Error> {
    respond::page(&visitor, &HomePage::new())
}
