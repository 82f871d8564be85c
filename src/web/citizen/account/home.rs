//! Tài khoản của tôi: what the portal knows, and the doors to change it.

use actix_web::HttpResponse;
use serde::Serialize;

use crate::{
    accounts::{self, Profile},
    kernel::{account_places::AccountPlace, places::Place},
    platform::views::Page,
    web::{
        Error,
        extract::{CitizenIn, Conn},
        shell::{Visit, respond},
        words,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct AccountPage {
    rows: Vec<Row>,
    email: String,
    second_factor: bool,
    to_details: String,
    to_email: String,
    to_password: String,
    to_second_factor: String,
    to_devices: String,
    to_passkeys: String,
    to_providers: String,
    to_data: String,
    to_readers: String,
    to_notices: String,
    to_ways: String,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    label: String,
    value: String,
}

impl Page for AccountPage {
    const TEMPLATE: &'static str = "citizen/account/home.html";

    fn samples() -> Vec<Self> {
        let row = |label: &str, value: &str| Row { label: label.into(), value: value.into() };
        let rows = vec![row("Họ, chữ đệm và tên", "Nguyễn Văn Mẫu"), row("Số điện thoại", "0912 345 678")];
        let sample = |second_factor| Self { rows: rows.clone(), ..Self::of("nguyen.van.mau@example.vn", second_factor) };
        vec![sample(false), sample(true)]
    }
}

impl AccountPage {
    fn of(email: &str, second_factor: bool) -> Self {
        let to = |place: AccountPlace| Place::Account(place).path();
        Self {
            rows: Vec::new(),
            email: email.to_owned(),
            second_factor,
            to_details: to(AccountPlace::Details),
            to_email: to(AccountPlace::Email),
            to_password: to(AccountPlace::Password),
            to_second_factor: to(AccountPlace::SecondFactor),
            to_devices: to(AccountPlace::Devices),
            to_passkeys: to(AccountPlace::Passkeys),
            to_providers: to(AccountPlace::Providers),
            to_data: to(AccountPlace::Data),
            to_readers: to(AccountPlace::Readers),
            to_notices: to(AccountPlace::Notices),
            to_ways: to(AccountPlace::Ways),
        }
    }
}

pub(super) async fn show(citizen: CitizenIn, mut conn: Conn) -> Result<HttpResponse, Error> {
    let profile = accounts::profile(conn.open().await?, citizen.citizen.account).await?.ok_or(Error::NotFound)?;
    let second_factor = citizen.session().is_some_and(|session| session.second_factor);
    let page = AccountPage { rows: rows(&citizen, &profile), ..AccountPage::of(profile.email.as_str(), second_factor) };
    respond::page(&citizen, &page)
}

fn rows(visit: &Visit, profile: &Profile) -> Vec<Row> {
    let none = || visit.text("account-not-given", &[]);
    let row = |key, value: Option<String>| Row { label: visit.text(key, &[]), value: value.unwrap_or_else(none) };
    vec![
        row("public-sign-up-name", Some(profile.name.to_string())),
        row("public-sign-up-phone", profile.phone.as_ref().map(|phone| phone.national())),
        row("public-sign-up-personal-id", profile.personal_id.as_ref().map(|id| id.masked())),
        row("public-sign-up-birth", profile.birth_date.map(words::day)),
        row("account-address", Some(profile.address.clone()).filter(|address| !address.is_empty())),
        row("account-lang", Some(visit.text(&format!("account-lang-{}", profile.lang), &[]))),
    ]
}
