//! Dữ liệu của tôi: a copy of everything, as one file; and the end of the account.

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
};
use serde::Serialize;

use super::again::{AgainPage, again, trouble};
use crate::{
    accounts::own::{self, AccountCopy, CloseRefused},
    dossiers::{self, DossierCopy},
    kernel::{account_places::AccountPlace, places::Place},
    platform::views::{FlashKind, Page},
    web::{
        Error,
        extract::{CitizenIn, Conn, FormPairs},
        shell::respond,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct DataPage {
    download: String,
    close: String,
    back: String,
}

impl Page for DataPage {
    const TEMPLATE: &'static str = "citizen/account/data.html";

    fn samples() -> Vec<Self> {
        vec![Self { download: "/tai-khoan/du-lieu/tai-ve".into(), close: "/tai-khoan/dong".into(), back: "/tai-khoan".into() }]
    }
}

/// The file itself. Files of dossiers are listed with the addresses at which their owner opens them.
#[derive(Debug, Serialize)]
struct Everything {
    portal: String,
    taken_at: crate::kernel::clock::Instant,
    account: AccountCopy,
    dossiers: Vec<DossierCopy>,
}

pub(super) async fn show(citizen: CitizenIn) -> Result<HttpResponse, Error> {
    let page = DataPage {
        download: Place::Account(AccountPlace::Download).path(),
        close: Place::Account(AccountPlace::Close).path(),
        back: Place::Account(AccountPlace::Home).path(),
    };
    respond::page(&citizen, &page)
}

pub(super) async fn download(citizen: CitizenIn, mut conn: Conn) -> Result<HttpResponse, Error> {
    let conn = conn.open().await?;
    let account = own::copy(conn, citizen.now(), &citizen.citizen).await?.ok_or(Error::NotFound)?;
    let dossiers = dossiers::copy_for_owner(conn, &citizen.citizen).await?;
    let portal = citizen.platform().config.address();
    let everything = Everything { portal, taken_at: citizen.now().instant(), account, dossiers };
    let text = serde_json::to_string_pretty(&everything).map_err(Error::internal)?;
    let name = format!("attachment; filename=\"du-lieu-cua-toi-{}.json\"", citizen.now().today());
    Ok(HttpResponse::Ok().content_type("application/json; charset=utf-8").insert_header((header::CONTENT_DISPOSITION, name)).body(text))
}

pub(super) async fn ask_to_close(citizen: CitizenIn) -> Result<HttpResponse, Error> {
    respond::page(&citizen, &close_page())
}

pub(super) async fn close(citizen: CitizenIn, form: FormPairs) -> Result<HttpResponse, Error> {
    match own::close(&citizen.platform().db, again(&citizen, &form)).await {
        Ok(()) => {
            citizen.signed_out();
            citizen.say(FlashKind::Success, "account-closed", &[]);
            Ok(respond::see_other(&Place::Home))
        }
        Err(CloseRefused::Official) => {
            let sentence = citizen.text("account-close-official", &[]);
            Err(Error::refused(sentence, Place::Account(AccountPlace::Data)))
        }
        Err(CloseRefused::Again(refused)) => {
            let trouble = trouble(&citizen, refused)?;
            let status: StatusCode = trouble.status;
            respond::page_with(status, &citizen, &close_page().refused(trouble))
        }
        Err(CloseRefused::Db(error)) => Err(error.into()),
    }
}

fn close_page() -> AgainPage {
    AgainPage::of("close", true, AccountPlace::Data)
}
