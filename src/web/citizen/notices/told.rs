//! What was told about one dossier, by which way, and whether it arrived.

use actix_web::HttpResponse;
use serde::Serialize;

use crate::{
    dossiers,
    kernel::{account_places::AccountPlace, dossier_code::DossierCode, places::Place},
    notifications::MailVoice,
    platform::views::Page,
    web::{
        Error,
        extract::{CitizenIn, Conn, Path},
        shell::respond,
        told::ToldLine,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct ToldPage {
    code: String,
    lines: Vec<ToldLine>,
    email: String,
    back: String,
}

impl Page for ToldPage {
    const TEMPLATE: &'static str = "citizen/notices/told.html";

    fn samples() -> Vec<Self> {
        let page = |lines| Self {
            code: "H44.101-261123-0007".into(),
            lines,
            email: "/tai-khoan/email".into(),
            back: "/ho-so/H44.101-261123-0007".into(),
        };
        vec![page(Vec::new()), page(ToldLine::samples())]
    }
}

pub(super) async fn show(citizen: CitizenIn, mut conn: Conn, Path(code): Path<DossierCode>) -> Result<HttpResponse, Error> {
    let platform = citizen.platform();
    let voice = MailVoice::of(&platform.config);
    let found = dossiers::told_to_owner(conn.open().await?, &platform.views, &voice, &citizen.citizen, &code).await?;
    let page = ToldPage {
        lines: found.ok_or(Error::NotFound)?.iter().map(|logged| ToldLine::of(&citizen, logged)).collect(),
        email: Place::Account(AccountPlace::Email).path(),
        back: Place::Dossier(code.clone()).path(),
        code: code.to_string(),
    };
    respond::page(&citizen, &page)
}
