//! The password once more, before something that could hurt.

use actix_web::http::StatusCode;
use serde::Serialize;

use crate::{
    accounts::{Again, AgainRefused},
    kernel::{account_places::AccountPlace, places::Place},
    platform::views::Page,
    web::{
        Error,
        answer::Fault,
        extract::{CitizenIn, FormPairs},
        shell::Visit,
        words,
    },
};

/// A page that says what will happen and asks only the password.
#[derive(Debug, Clone, Serialize)]
pub(super) struct AgainPage {
    /// `codes`, `off` or `close`: the beginning of the texts' keys.
    act: &'static str,
    /// The act takes something away.
    hurts: bool,
    errors: Vec<Fault>,
    password_error: String,
    back: String,
}

impl Page for AgainPage {
    const TEMPLATE: &'static str = "citizen/account/again.html";

    fn samples() -> Vec<Self> {
        let text = String::from("Mật khẩu chưa đúng. Kiểm tra lại rồi nhập lần nữa.");
        let wrong = vec![Fault { href: "#password".into(), text: text.clone() }];
        vec![
            Self::of("codes", false, AccountPlace::SecondFactor),
            Self { errors: wrong, password_error: text, ..Self::of("off", true, AccountPlace::SecondFactor) },
        ]
    }
}

impl AgainPage {
    pub fn of(act: &'static str, hurts: bool, back: AccountPlace) -> Self {
        let back = Place::Account(back).path();
        Self { act, hurts, errors: Vec::new(), password_error: String::new(), back }
    }

    pub fn refused(self, trouble: Trouble) -> Self {
        Self { errors: vec![trouble.fault()], password_error: trouble.text, ..self }
    }
}

/// Who asks, with the password typed.
pub(super) fn again<'a>(citizen: &'a CitizenIn, form: &'a FormPairs) -> Again<'a> {
    Again { now: citizen.now(), citizen: &citizen.citizen, password: form.text("password") }
}

/// Something to be put right in one box of the page.
pub(super) struct Trouble {
    pub status: StatusCode,
    pub field: &'static str,
    pub text: String,
}

impl Trouble {
    pub fn at(field: &'static str, text: String) -> Self {
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, field, text }
    }

    pub fn wait(visit: &Visit, field: &'static str, until: crate::kernel::clock::Instant) -> Self {
        let text = visit.text("public-try-later", &[("time", words::time(until).into())]);
        Self { status: StatusCode::TOO_MANY_REQUESTS, field, text }
    }

    pub fn fault(&self) -> Fault {
        Fault { href: format!("#{}", self.field), text: self.text.clone() }
    }

    /// The text, if it belongs to this box.
    pub fn of(&self, field: &str) -> String {
        if self.field == field { self.text.clone() } else { String::new() }
    }
}

/// Why the password was not taken.
pub(super) fn trouble(visit: &Visit, refused: AgainRefused) -> Result<Trouble, Error> {
    match refused {
        AgainRefused::WrongPassword => Ok(Trouble::at("password", visit.text("account-wrong-password", &[]))),
        AgainRefused::TooMany(wait) => Ok(Trouble::wait(visit, "password", wait.until)),
        AgainRefused::Busy => Err(Error::Busy),
        AgainRefused::Password(error) => Err(Error::internal(error)),
        AgainRefused::Db(error) => Err(error.into()),
    }
}
