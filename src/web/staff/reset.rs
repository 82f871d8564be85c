//! Đặt lại xác thực hai bước: for a colleague who has lost the phone and the codes on paper.

use actix_web::{HttpResponse, http::StatusCode};
use serde::Serialize;

use crate::{
    accounts::{
        Again, AgainRefused,
        second_factor::{self, ResetRefused},
    },
    kernel::{actor::Citizen, desk_places::DeskPlace, person::Email, places::Place},
    notifications,
    platform::views::{FlashKind, Page},
    web::{
        Error,
        answer::{Answer, Fault, Faults},
        extract::{FormPairs, OfficialIn},
        shell::respond,
        words,
    },
};

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct ResetPage {
    errors: Vec<Fault>,
    email: Answer,
    reason: Answer,
    password_error: String,
    /// The list of dead letters, for those who look after it.
    dead_letters: String,
    back: String,
}

impl Page for ResetPage {
    const TEMPLATE: &'static str = "staff/reset.html";

    fn samples() -> Vec<Self> {
        let text = "Không có cán bộ nào của đơn vị bạn dùng địa chỉ này";
        let wrong = Self {
            errors: vec![Fault { href: "#email".into(), text: text.into() }],
            email: Answer::wrong("hotich.viettri@example.vn", text),
            dead_letters: "/can-bo/thu-chua-gui".into(),
            back: "/can-bo".into(),
            ..Self::default()
        };
        vec![Self { back: "/can-bo".into(), ..Self::default() }, wrong]
    }
}

impl ResetPage {
    /// The page; for whom it is not it does not exist.
    fn of(official: &OfficialIn) -> Result<Self, Error> {
        if !second_factor::may_reset(&official.official) {
            return Err(Error::NotFound);
        }
        let after = notifications::looks_after_letters(&official.official);
        let dead_letters = if after { Place::Desk(DeskPlace::DeadLetters).path() } else { String::new() };
        Ok(Self { dead_letters, back: Place::Inbox.path(), ..Self::default() })
    }
}

pub(super) async fn show(official: OfficialIn) -> Result<HttpResponse, Error> {
    respond::page(&official, &ResetPage::of(&official)?)
}

pub(super) async fn reset(official: OfficialIn, form: FormPairs) -> Result<HttpResponse, Error> {
    let mut page = ResetPage::of(&official)?;
    page.email = Answer::typed(&form, "email");
    page.reason = Answer::typed(&form, "reason");
    let mut faults = Faults::new(&official);
    let email: Option<Email> = faults.read(&mut page.email, "email", "staff-reset-wrong-email");
    if page.reason.value.trim().is_empty() {
        page.reason.error = faults.note("reason", "staff-reset-no-reason");
    }
    let Some(email) = email.filter(|_| faults.none()) else {
        page.errors = faults.list;
        return respond::invalid(&official, &page);
    };
    let citizen = Citizen { account: official.official.account, name: official.official.name.clone() };
    let again = Again { now: official.now(), citizen: &citizen, password: form.text("password") };
    match second_factor::reset(&official.platform().db, again, &official.official, &email, &page.reason.value).await {
        Ok(()) => {
            official.say(FlashKind::Success, "staff-reset-done", &[("email", email.as_str().to_owned().into())]);
            Ok(respond::see_other(&Place::Desk(DeskPlace::ResetSecondFactor)))
        }
        Err(refused) => refuse(&official, page, refused),
    }
}

fn refuse(official: &OfficialIn, mut page: ResetPage, refused: ResetRefused) -> Result<HttpResponse, Error> {
    let mut faults = Faults::new(official);
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    match refused {
        ResetRefused::NoSuchOfficial => page.email.error = faults.note("email", "staff-reset-nobody"),
        ResetRefused::NoReason => page.reason.error = faults.note("reason", "staff-reset-no-reason"),
        ResetRefused::Again(AgainRefused::WrongPassword) => page.password_error = faults.note("password", "account-wrong-password"),
        ResetRefused::Again(AgainRefused::TooMany(wait)) => {
            status = StatusCode::TOO_MANY_REQUESTS;
            page.password_error = official.text("public-try-later", &[("time", words::time(wait.until).into())]);
            faults.list.push(Fault { href: "#password".into(), text: page.password_error.clone() });
        }
        ResetRefused::Again(AgainRefused::Busy) => return Err(Error::Busy),
        ResetRefused::Again(AgainRefused::Password(error)) => return Err(Error::internal(error)),
        ResetRefused::Again(AgainRefused::Db(error)) | ResetRefused::Db(error) => return Err(error.into()),
    }
    page.errors = faults.list;
    respond::page_with(status, official, &page)
}
