//! Đổi địa chỉ e-mail: asked for here, confirmed from the letter at the new address.

use actix_web::{HttpResponse, http::StatusCode};
use serde::Serialize;

use super::again::{Trouble, again, trouble};
use crate::{
    accounts::own::{self, EmailRefused, LinkRefused},
    kernel::{account_places::AccountPlace, person::Email, places::Place},
    platform::{
        crypto::Token,
        views::{FlashKind, Page},
    },
    web::{
        Error,
        answer::{Answer, Fault},
        extract::{CitizenIn, Conn, FormPairs, Path},
        shell::respond,
    },
};

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct EmailPage {
    errors: Vec<Fault>,
    now: String,
    email: Answer,
    password_error: String,
    back: String,
}

impl Page for EmailPage {
    const TEMPLATE: &'static str = "citizen/account/email.html";

    fn samples() -> Vec<Self> {
        let text = "Nhập địa chỉ e-mail đầy đủ, ví dụ ten@example.vn";
        let now = String::from("nguyen.van.mau@example.vn");
        let errors = vec![Fault { href: "#email".into(), text: text.into() }];
        let wrong = Self { errors, email: Answer::wrong("an", text), now: now.clone(), ..Self::default() };
        vec![Self { now, back: "/tai-khoan".into(), ..Self::default() }, wrong]
    }
}

/// The link of the letter: confirmed by a press of a button, because mail programs follow links too.
#[derive(Debug, Clone, Serialize)]
pub(super) struct EmailLinkPage {
    /// Empty if the link does not work.
    email: String,
    again: String,
}

impl Page for EmailLinkPage {
    const TEMPLATE: &'static str = "citizen/account/email_link.html";

    fn samples() -> Vec<Self> {
        let sample = |email: &str| Self { email: email.into(), again: "/tai-khoan/email".into() };
        vec![sample("mau.moi@example.vn"), sample("")]
    }
}

fn page(citizen: &CitizenIn) -> EmailPage {
    let now = citizen.session().map(|session| session.email.to_string()).unwrap_or_default();
    EmailPage { now, back: Place::Account(AccountPlace::Home).path(), ..EmailPage::default() }
}

pub(super) async fn show(citizen: CitizenIn) -> Result<HttpResponse, Error> {
    respond::page(&citizen, &page(&citizen))
}

pub(super) async fn ask(citizen: CitizenIn, form: FormPairs) -> Result<HttpResponse, Error> {
    let mut page = EmailPage { email: Answer::typed(&form, "email"), ..page(&citizen) };
    let platform = citizen.platform();
    let trouble = match page.email.value.parse::<Email>() {
        Err(_) => Trouble::at("email", citizen.text("public-sign-up-wrong-email", &[])),
        Ok(new) if new.as_str() == page.now => Trouble::at("email", citizen.text("account-email-same", &[])),
        Ok(new) => match own::ask_for_new_email(&platform.db, &platform.config.accounts, again(&citizen, &form), &new).await {
            Ok(()) => {
                citizen.say(FlashKind::Success, "account-email-sent", &[("email", new.to_string().into())]);
                return Ok(respond::see_other(&Place::Account(AccountPlace::Home)));
            }
            Err(EmailRefused::TooMany(wait)) => Trouble::wait(&citizen, "email", wait.until),
            Err(EmailRefused::Again(refused)) => trouble(&citizen, refused)?,
            Err(EmailRefused::Db(error)) => return Err(error.into()),
        },
    };
    page.errors = vec![trouble.fault()];
    page.email.error = trouble.of("email");
    page.password_error = trouble.of("password");
    respond::page_with(trouble.status, &citizen, &page)
}

pub(super) async fn show_link(citizen: CitizenIn, mut conn: Conn, Path(token): Path<String>) -> Result<HttpResponse, Error> {
    let found = match Token::parse(&token) {
        Some(token) => own::wanted_email(conn.open().await?, citizen.now(), citizen.citizen.account, &token).await?,
        None => None,
    };
    link_page(&citizen, found)
}

pub(super) async fn confirm(citizen: CitizenIn, mut conn: Conn, Path(token): Path<String>, _: FormPairs) -> Result<HttpResponse, Error> {
    let Some(token) = Token::parse(&token) else { return link_page(&citizen, None) };
    match own::confirm_new_email(conn.open().await?, citizen.now(), &citizen.citizen, &token).await {
        Ok(email) => {
            citizen.say(FlashKind::Success, "account-email-changed", &[("email", email.to_string().into())]);
            Ok(respond::see_other(&Place::Account(AccountPlace::Home)))
        }
        Err(LinkRefused::Unusable) => link_page(&citizen, None),
        Err(LinkRefused::Db(error)) => Err(error.into()),
    }
}

fn link_page(citizen: &CitizenIn, found: Option<Email>) -> Result<HttpResponse, Error> {
    let status = if found.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let again = Place::Account(AccountPlace::Email).path();
    respond::page_with(status, citizen, &EmailLinkPage { email: found.map(String::from).unwrap_or_default(), again })
}
