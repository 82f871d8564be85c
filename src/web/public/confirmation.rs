//! After signing up: the letter is on its way; the link of the letter was followed.

use actix_web::{HttpResponse, http::StatusCode};
use serde::Serialize;

use super::sign_up::BackTo;
use crate::{
    accounts::{self, ConfirmRefused},
    kernel::places::Place,
    platform::{crypto::Token, views::Page},
    web::{
        Error,
        extract::{Conn, Path, Query, Visitor},
        shell::respond,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct SentPage {
    hours: u32,
}

impl Page for SentPage {
    const TEMPLATE: &'static str = "public/sign_up_sent.html";

    fn samples() -> Vec<Self> {
        vec![Self { hours: 48 }]
    }
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ConfirmationPage {
    /// `confirmed`, `expired` or `unknown`.
    outcome: &'static str,
    /// Empty unless confirmed.
    name: String,
    /// The sign-in page, which leads on to where the person wanted to go.
    sign_in: String,
}

impl Page for ConfirmationPage {
    const TEMPLATE: &'static str = "public/confirmation.html";

    fn samples() -> Vec<Self> {
        let sign_in = String::from("/dang-nhap?tiep=/nop/khai-sinh");
        let sample = |outcome, name: &str| Self { outcome, name: name.into(), sign_in: sign_in.clone() };
        vec![sample("confirmed", "Nguyễn Văn Mẫu"), sample("expired", ""), sample("unknown", "")]
    }
}

pub(super) async fn sent(visitor: Visitor) -> Result<HttpResponse, Error> {
    respond::page(&visitor, &SentPage { hours: visitor.platform().config.accounts.link_hours })
}

pub(super) async fn follow(
    visitor: Visitor,
    mut conn: Conn,
    Path(token): Path<String>,
    Query(back_to): Query<BackTo>,
) -> Result<HttpResponse, Error> {
    let sign_in = Place::SignIn.leading_to(back_to.local());
    let page = |outcome, name: String| ConfirmationPage { outcome, name, sign_in };
    let Some(token) = Token::parse(&token) else {
        return respond::page_with(StatusCode::NOT_FOUND, &visitor, &page("unknown", String::new()));
    };
    match accounts::confirm_email(conn.open().await?, visitor.now(), &token).await {
        Ok(confirmed) => respond::page(&visitor, &page("confirmed", confirmed.name.to_string())),
        Err(ConfirmRefused::Unknown) => respond::page_with(StatusCode::NOT_FOUND, &visitor, &page("unknown", String::new())),
        Err(ConfirmRefused::Expired) => respond::page_with(StatusCode::GONE, &visitor, &page("expired", String::new())),
        Err(ConfirmRefused::Db(error)) => Err(error.into()),
    }
}
