//! Đổi mật khẩu.

use actix_web::{HttpResponse, http::StatusCode};
use serde::Serialize;

use super::again::{again, trouble};
use crate::{
    accounts::{self, Password, own},
    kernel::{account_places::AccountPlace, places::Place},
    platform::views::{FlashKind, Page},
    web::{
        Error,
        answer::{Fault, weakness},
        extract::{CitizenIn, FormPairs},
        shell::respond,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct PasswordPage {
    errors: Vec<Fault>,
    password_error: String,
    new_error: String,
    shortest: usize,
    back: String,
}

impl Page for PasswordPage {
    const TEMPLATE: &'static str = "citizen/account/password.html";

    fn samples() -> Vec<Self> {
        let text = String::from("Đặt mật khẩu dài ít nhất 10 ký tự");
        let wrong = vec![Fault { href: "#new_password".into(), text: text.clone() }];
        vec![Self::blank(), Self { errors: wrong, new_error: text, ..Self::blank() }]
    }
}

impl PasswordPage {
    fn blank() -> Self {
        Self {
            errors: Vec::new(),
            password_error: String::new(),
            new_error: String::new(),
            shortest: accounts::SHORTEST_PASSWORD,
            back: Place::Account(AccountPlace::Home).path(),
        }
    }
}

pub(super) async fn show(citizen: CitizenIn) -> Result<HttpResponse, Error> {
    respond::page(&citizen, &PasswordPage::blank())
}

pub(super) async fn change(citizen: CitizenIn, form: FormPairs) -> Result<HttpResponse, Error> {
    let (session, token) = citizen.session().zip(citizen.token()).ok_or(Error::NotFound)?;
    let new = match Password::choose(form.text("new_password"), Some(&session.email)) {
        Ok(new) => new,
        Err(weak) => {
            let text = citizen.text(weakness(weak), &[]);
            let errors = vec![Fault { href: "#new_password".into(), text: text.clone() }];
            let page = PasswordPage { errors, new_error: text, ..PasswordPage::blank() };
            return respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &citizen, &page);
        }
    };
    match own::change_password(&citizen.platform().db, again(&citizen, &form), new, &token).await {
        Ok(()) => {
            citizen.say(FlashKind::Success, "account-password-changed", &[]);
            Ok(respond::see_other(&Place::Account(AccountPlace::Home)))
        }
        Err(refused) => {
            let trouble = trouble(&citizen, refused)?;
            let page = PasswordPage { errors: vec![trouble.fault()], password_error: trouble.of("password"), ..PasswordPage::blank() };
            respond::page_with(trouble.status, &citizen, &page)
        }
    }
}
