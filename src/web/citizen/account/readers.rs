//! Ai đã xem hồ sơ của tôi.

use actix_web::HttpResponse;
use serde::Serialize;

use crate::{
    dossiers::{self, Reader},
    kernel::{account_places::AccountPlace, places::Place},
    platform::views::Page,
    web::{
        Error,
        extract::{CitizenIn, Conn},
        shell::respond,
        words,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct ReadersPage {
    readers: Vec<ReaderRow>,
    back: String,
}

#[derive(Debug, Clone, Serialize)]
struct ReaderRow {
    code: String,
    href: String,
    /// Empty if the post has been taken back since.
    title: String,
    agency: String,
    day: String,
    first: String,
    last: String,
    times: usize,
    files: bool,
}

impl Page for ReadersPage {
    const TEMPLATE: &'static str = "citizen/account/readers.html";

    fn samples() -> Vec<Self> {
        let row = |title: &str, times, files| ReaderRow {
            code: "H44.101-261123-0007".into(),
            href: "/ho-so/H44.101-261123-0007".into(),
            title: title.into(),
            agency: "UBND phường Việt Trì".into(),
            day: "23/11/2026".into(),
            first: "09:10".into(),
            last: "15:42".into(),
            times,
            files,
        };
        let page = |readers| Self { readers, back: "/tai-khoan".into() };
        vec![page(Vec::new()), page(vec![row("Cán bộ một cửa", 3, true), row("", 1, false)])]
    }
}

impl From<Reader> for ReaderRow {
    fn from(reader: Reader) -> Self {
        Self {
            code: reader.code.to_string(),
            href: Place::Dossier(reader.code).path(),
            title: reader.title,
            agency: reader.agency,
            day: words::day(reader.day),
            first: words::time(reader.first_at),
            last: words::time(reader.last_at),
            times: reader.times,
            files: reader.files,
        }
    }
}

pub(super) async fn show(citizen: CitizenIn, mut conn: Conn) -> Result<HttpResponse, Error> {
    let found = dossiers::readers(conn.open().await?, &citizen.citizen).await?;
    let back = Place::Account(AccountPlace::Home).path();
    respond::page(&citizen, &ReadersPage { readers: found.into_iter().map(ReaderRow::from).collect(), back })
}
