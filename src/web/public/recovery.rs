//! Quên mật khẩu: asked for by e-mail address, the same words for every address; set by the link of the letter.

use actix_web::{HttpResponse, http::StatusCode};
use serde::Serialize;

use super::{
    answer::{Answer, Fault, Faults, weakness},
    sign_up::network,
};
use crate::{
    accounts::{self, NEW_PASSWORD_HOURS, Password, RecoveryRefused, SHORTEST_PASSWORD},
    kernel::{person::Email, places::Place},
    platform::{
        crypto::Token,
        views::{FlashKind, Page},
    },
    web::{
        Error,
        extract::{Conn, FormPairs, Path, Visitor},
        shell::{Visit, respond},
        words,
    },
};

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct AskPage {
    errors: Vec<Fault>,
    email: Answer,
    here: String,
    sign_in: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct AskedPage {
    hours: u32,
    again: String,
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct NewPasswordPage {
    errors: Vec<Fault>,
    password_error: String,
    shortest: usize,
    /// `open`, `expired` or `unknown`.
    link: &'static str,
    here: String,
    again: String,
}

impl Page for AskPage {
    const TEMPLATE: &'static str = "public/recovery/forgotten_password.html";

    fn samples() -> Vec<Self> {
        let said = "Nhập địa chỉ e-mail đầy đủ, ví dụ ten@example.vn";
        let fault = Fault { href: "#email".into(), text: said.into() };
        vec![Self::blank(), Self { errors: vec![fault], email: Answer::wrong("ten@", said), ..Self::blank() }]
    }
}

impl Page for AskedPage {
    const TEMPLATE: &'static str = "public/recovery/forgotten_password_sent.html";

    fn samples() -> Vec<Self> {
        vec![Self { hours: NEW_PASSWORD_HOURS, again: Place::ForgottenPassword.path() }]
    }
}

impl Page for NewPasswordPage {
    const TEMPLATE: &'static str = "public/recovery/new_password.html";

    fn samples() -> Vec<Self> {
        let said = "Đặt mật khẩu dài ít nhất 10 ký tự".to_owned();
        let fault = Fault { href: "#password".into(), text: said.clone() };
        let open = Self::of("open", "token");
        let wrong = Self { errors: vec![fault], password_error: said, ..open.clone() };
        vec![open, wrong, Self::of("expired", "token"), Self::of("unknown", "token")]
    }
}

impl AskPage {
    fn blank() -> Self {
        Self { here: Place::ForgottenPassword.path(), sign_in: Place::SignIn.path(), ..Self::default() }
    }
}

impl NewPasswordPage {
    fn of(link: &'static str, token: &str) -> Self {
        let here = Place::NewPassword(token.to_owned()).path();
        Self { shortest: SHORTEST_PASSWORD, link, here, again: Place::ForgottenPassword.path(), ..Self::default() }
    }
}

pub(super) async fn ask(visitor: Visitor) -> Result<HttpResponse, Error> {
    respond::page(&visitor, &AskPage::blank())
}

pub(super) async fn send(visitor: Visitor, mut conn: Conn, form: FormPairs) -> Result<HttpResponse, Error> {
    let mut page = AskPage { email: Answer::typed(&form, "email"), ..AskPage::blank() };
    let mut faults = Faults::new(&visitor);
    let email: Option<Email> = faults.read(&mut page.email, "email", "public-sign-up-wrong-email");
    page.errors = faults.list;
    let Some(email) = email else { return respond::invalid(&visitor, &page) };
    match accounts::ask_for_new_password(conn.open().await?, visitor.now(), &email, &network(&visitor)).await {
        Ok(accounts::LinkAsked) => Ok(respond::see_other(&Place::ForgottenPasswordSent)),
        Err(RecoveryRefused::TooMany(wait)) => {
            let text = visitor.text("public-try-later", &[("time", words::time(wait.until).into())]);
            page.errors.push(Fault { href: String::new(), text });
            respond::page_with(StatusCode::TOO_MANY_REQUESTS, &visitor, &page)
        }
        Err(other) => Err(error(other)),
    }
}

pub(super) async fn sent(visitor: Visitor) -> Result<HttpResponse, Error> {
    respond::page(&visitor, &AskedPage { hours: NEW_PASSWORD_HOURS, again: Place::ForgottenPassword.path() })
}

/// The link of the letter: looking at it changes nothing, so that mail programs may look too.
pub(super) async fn choose(visitor: Visitor, mut conn: Conn, Path(token): Path<String>) -> Result<HttpResponse, Error> {
    let Some(known) = Token::parse(&token) else { return refuse(&visitor, &token, RecoveryRefused::Unknown) };
    match accounts::new_password_link(conn.open().await?, visitor.now(), &known).await {
        Ok(()) => respond::page(&visitor, &NewPasswordPage::of("open", &token)),
        Err(refused) => refuse(&visitor, &token, refused),
    }
}

pub(super) async fn set(visitor: Visitor, Path(token): Path<String>, form: FormPairs) -> Result<HttpResponse, Error> {
    let Some(known) = Token::parse(&token) else { return refuse(&visitor, &token, RecoveryRefused::Unknown) };
    let password = match Password::choose(form.text("password"), None) {
        Ok(password) => password,
        Err(weak) => {
            let mut faults = Faults::new(&visitor);
            let password_error = faults.note("password", weakness(weak));
            let page = NewPasswordPage { errors: faults.list, password_error, ..NewPasswordPage::of("open", &token) };
            return respond::invalid(&visitor, &page);
        }
    };
    match accounts::set_new_password(&visitor.platform().db, visitor.now(), &known, password).await {
        Ok(()) => {
            visitor.say(FlashKind::Success, "public-new-password-done", &[]);
            Ok(respond::see_other(&Place::SignIn))
        }
        Err(refused) => refuse(&visitor, &token, refused),
    }
}

fn refuse(visit: &Visit, token: &str, refused: RecoveryRefused) -> Result<HttpResponse, Error> {
    match refused {
        RecoveryRefused::Unknown => respond::page_with(StatusCode::NOT_FOUND, visit, &NewPasswordPage::of("unknown", token)),
        RecoveryRefused::Expired => respond::page_with(StatusCode::GONE, visit, &NewPasswordPage::of("expired", token)),
        other => Err(error(other)),
    }
}

fn error(refused: RecoveryRefused) -> Error {
    match refused {
        RecoveryRefused::TooMany(_) | RecoveryRefused::Busy => Error::Busy,
        RecoveryRefused::Unknown | RecoveryRefused::Expired => Error::NotFound,
        RecoveryRefused::Password(cause) => Error::internal(cause),
        RecoveryRefused::Db(cause) => cause.into(),
    }
}
