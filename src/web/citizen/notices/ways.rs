//! Cách nhận thông báo.

use actix_web::HttpResponse;
use serde::Serialize;

use crate::{
    accounts::{
        self,
        own::{self, Ways},
    },
    kernel::{account_places::AccountPlace, places::Place},
    platform::views::{FlashKind, Page},
    web::{
        Error,
        extract::{CitizenIn, Conn, FormPairs},
        shell::respond,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct WaysPage {
    email: String,
    by_email: bool,
    /// Masked; empty if none was given.
    phone: String,
    by_sms: bool,
    /// This portal can send text messages.
    sms: bool,
    details: String,
    back: String,
}

impl Page for WaysPage {
    const TEMPLATE: &'static str = "citizen/notices/ways.html";

    fn samples() -> Vec<Self> {
        let page = |phone: &str, sms| Self {
            email: "nguyen.van.mau@example.vn".into(),
            by_email: true,
            phone: phone.into(),
            by_sms: !phone.is_empty(),
            sms,
            details: "/tai-khoan/thong-tin".into(),
            back: "/tai-khoan".into(),
        };
        vec![page("0912 000 001", true), page("", true), page("", false)]
    }
}

pub(super) async fn show(citizen: CitizenIn, mut conn: Conn) -> Result<HttpResponse, Error> {
    let profile = accounts::profile(conn.open().await?, citizen.citizen.account).await?.ok_or(Error::NotFound)?;
    let page = WaysPage {
        email: profile.email.to_string(),
        by_email: profile.told_by_email,
        phone: profile.phone.map(|phone| phone.national()).unwrap_or_default(),
        by_sms: profile.told_by_sms,
        sms: citizen.platform().sms.is_on(),
        details: Place::Account(AccountPlace::Details).path(),
        back: Place::Account(AccountPlace::Home).path(),
    };
    respond::page(&citizen, &page)
}

pub(super) async fn change(citizen: CitizenIn, mut conn: Conn, form: FormPairs) -> Result<HttpResponse, Error> {
    let ways = Ways { email: form.has("email"), sms: form.has("sms") && citizen.platform().sms.is_on() };
    own::change_ways(conn.open().await?, citizen.now(), &citizen.citizen, ways).await?;
    citizen.say(FlashKind::Success, "ways-saved", &[]);
    Ok(respond::see_other(&Place::Account(AccountPlace::Home)))
}
