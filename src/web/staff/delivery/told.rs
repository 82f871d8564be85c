//! What was told about one dossier, by which way, and whether it arrived.

use actix_web::HttpResponse;
use serde::Serialize;

use crate::{
    dossiers,
    kernel::{dossier_code::DossierCode, places::Place},
    notifications::MailVoice,
    platform::views::Page,
    web::{
        Error,
        extract::{Conn, OfficialIn, Path},
        shell::respond,
        told::ToldLine,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct ToldPage {
    code: String,
    lines: Vec<ToldLine>,
    back: String,
}

impl Page for ToldPage {
    const TEMPLATE: &'static str = "staff/delivery/told.html";

    fn samples() -> Vec<Self> {
        let page = |lines| Self { code: "H44.101-261123-0007".into(), lines, back: "/can-bo/ho-so/H44.101-261123-0007".into() };
        vec![page(Vec::new()), page(ToldLine::samples())]
    }
}

pub(super) async fn show(official: OfficialIn, mut conn: Conn, Path(code): Path<DossierCode>) -> Result<HttpResponse, Error> {
    let platform = official.platform();
    let voice = MailVoice::of(&platform.config);
    let found = dossiers::told_of(conn.open().await?, &platform.views, &voice, &official.official, &code).await?;
    let page = ToldPage {
        lines: found.ok_or(Error::NotFound)?.iter().map(|logged| ToldLine::of(&official, logged)).collect(),
        back: Place::Workbench(code.clone()).path(),
        code: code.to_string(),
    };
    respond::page(&official, &page)
}
