//! Đăng ký tài khoản.

use std::net::{IpAddr, Ipv4Addr};

use actix_web::{HttpResponse, http::StatusCode};
use serde::{Deserialize, Serialize};

use super::answer::{Answer, BirthDate, Fault, Faults, weakness};
use crate::{
    accounts::{self, Password, Registration, RegistrationRefused, limits::Network},
    kernel::{
        person::{Email, Phone},
        places::Place,
    },
    platform::views::Page,
    web::{
        Error,
        extract::{FormPairs, Query, Visitor},
        shell::{Visit, respond},
        words,
    },
};

/// Where to go in the end, as it comes along in addresses.
#[derive(Debug, Default, Deserialize)]
pub(super) struct BackTo {
    #[serde(default)]
    pub tiep: String,
}

impl BackTo {
    /// A page of this portal, or nothing.
    pub fn local(&self) -> Option<&str> {
        respond::local_path(&self.tiep)
    }
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct SignUpPage {
    errors: Vec<Fault>,
    full_name: Answer,
    email: Answer,
    phone: Answer,
    password_error: String,
    personal_id: Answer,
    birth: BirthDate,
    shortest: usize,
    back_to: String,
    sign_in: String,
}

impl Page for SignUpPage {
    const TEMPLATE: &'static str = "public/sign_up.html";

    fn samples() -> Vec<Self> {
        let wrong = Self {
            errors: vec![Fault { href: "#email".into(), text: "Nhập địa chỉ e-mail, ví dụ ten@example.vn".into() }],
            full_name: Answer::of("Nguyễn Văn Mẫu"),
            email: Answer::wrong("nguyen.van.mau", "Nhập địa chỉ e-mail, ví dụ ten@example.vn"),
            password_error: "Đặt mật khẩu dài ít nhất 10 ký tự".into(),
            birth: BirthDate { year: "90".into(), error: "Nhập đủ ngày, tháng và năm sinh".into(), ..BirthDate::default() },
            ..Self::blank(Some("/nop/khai-sinh"))
        };
        vec![Self::blank(None), wrong]
    }
}

impl SignUpPage {
    fn blank(back_to: Option<&str>) -> Self {
        Self {
            shortest: accounts::SHORTEST_PASSWORD,
            back_to: back_to.unwrap_or_default().to_owned(),
            sign_in: Place::SignIn.leading_to(back_to),
            ..Self::default()
        }
    }
}

pub(super) async fn show(visitor: Visitor, Query(back_to): Query<BackTo>) -> Result<HttpResponse, Error> {
    respond::page(&visitor, &SignUpPage::blank(back_to.local()))
}

pub(super) async fn send(visitor: Visitor, form: FormPairs) -> Result<HttpResponse, Error> {
    let (mut page, registration) = read(&visitor, &form);
    let Some(registration) = registration else { return respond::invalid(&visitor, &page) };
    let done = accounts::register(&visitor.platform().db, visitor.now(), registration, &network(&visitor)).await;
    match done {
        Ok(accounts::Registered) => Ok(respond::see_other(&Place::SignUpSent)),
        Err(RegistrationRefused::TooMany(wait)) => {
            let text = visitor.text("public-try-later", &[("time", words::time(wait.until).into())]);
            page.errors.push(Fault { href: String::new(), text });
            respond::page_with(StatusCode::TOO_MANY_REQUESTS, &visitor, &page)
        }
        Err(RegistrationRefused::Busy) => Err(Error::Busy),
        Err(RegistrationRefused::Db(error)) => Err(error.into()),
        Err(RegistrationRefused::Password(error)) => Err(Error::internal(error)),
    }
}

/// From where a visitor tries something.
pub(super) fn network(visit: &Visit) -> Network {
    Network::of(visit.address().unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)))
}

/// Everything typed, kept for showing again; the registration, if nothing is wrong.
fn read(visit: &Visit, form: &FormPairs) -> (SignUpPage, Option<Registration>) {
    let mut page = SignUpPage {
        full_name: Answer::typed(form, "full_name"),
        email: Answer::typed(form, "email"),
        phone: Answer::typed(form, "phone"),
        personal_id: Answer::typed(form, "personal_id"),
        ..SignUpPage::blank(respond::local_path(form.text("tiep")))
    };
    let mut faults = Faults::new(visit);
    let name = faults.read(&mut page.full_name, "full_name", "public-sign-up-wrong-name");
    let email: Option<Email> = faults.read(&mut page.email, "email", "public-sign-up-wrong-email");
    let phone: Option<Phone> = faults.read(&mut page.phone, "phone", "public-sign-up-wrong-phone");
    let password = Password::choose(form.text("password"), email.as_ref());
    if let Err(weak) = &password {
        page.password_error = faults.note("password", weakness(*weak));
    }
    let personal_id = faults.read_optional(&mut page.personal_id, "personal_id", "public-sign-up-wrong-personal-id");
    let birth_date = faults.read_birth_date(form, &mut page.birth, "public-sign-up-wrong-birth");
    let back_to = Some(page.back_to.clone()).filter(|path| !path.is_empty());
    let lang = visit.lang();
    let registration = match (name, email, phone, password) {
        (Some(name), Some(email), Some(phone), Ok(password)) if faults.none() => {
            Some(Registration { name, email, phone, password, personal_id, birth_date, lang, back_to })
        }
        _ => None,
    };
    page.errors = faults.list;
    (page, registration)
}
