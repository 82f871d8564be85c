//! Every save of a draft; any of them can be taken back.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::{
    head::{self, Head, head, open},
    saving,
};
use crate::{
    catalogue::{self, SaveConflict, SaveLine},
    dossiers::Rules,
    kernel::{places::Place, places::admin::AdminPlace},
    platform::views::{FlashKind, Page},
    web::{
        extract::{Conn, FormPairs, Path, SystemAdminIn},
        shell::{Error, Visit, respond},
        words,
    },
};

#[derive(Debug, Serialize)]
pub struct HistoryPage {
    head: Head,
    action: String,
    saves: Vec<SaveView>,
}

#[derive(Debug, Serialize)]
struct SaveView {
    number: i32,
    what: String,
    by: String,
    at: String,
    newest: bool,
}

impl Page for HistoryPage {
    const TEMPLATE: &'static str = "admin/drafts/history.html";

    fn samples() -> Vec<Self> {
        let save =
            |number, newest| SaveView {
                number, what: "Lệ phí".into(), by: "Chu Thị Cấu".into(), at: "23/11/2026, 09:00".into(), newest
            };
        let action = "/quan-tri/dich-vu/khai-sinh/ban-nhap/lich-su".into();
        vec![Self { head: head::sample(), action, saves: vec![save(2, true), save(1, false)] }]
    }
}

/// `GET …/lich-su`
pub async fn show(admin: SystemAdminIn, mut conn: Conn, rules: web::Data<Rules>, slug: Path<String>) -> Result<HttpResponse, Error> {
    let opened = open(&mut conn, &rules, &slug.0).await?;
    let saves = catalogue::history(conn.open().await?, &opened.draft).await?;
    conn.close();
    let newest = opened.draft.number;
    let page = HistoryPage {
        head: head(&admin, &opened, ""),
        action: Place::Admin(AdminPlace::DraftHistory(slug.0)).path(),
        saves: saves.iter().map(|save| view(&admin, save, newest)).collect(),
    };
    respond::page(&admin, &page)
}

/// `POST …/lich-su`
pub async fn take_back(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    slug: Path<String>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let opened = open(&mut conn, &rules, &slug.0).await?;
    let to = form.parse("to").ok_or(Error::NotFound)?;
    let here = Place::Admin(AdminPlace::DraftHistory(slug.0));
    if !saving::is_newest(&opened, &form) {
        return Err(Error::refused(saving::meanwhile(&admin, &opened), here));
    }
    match catalogue::take_back(conn.open().await?, admin.now(), admin.official(), &opened.draft, to).await {
        Ok(_) => admin.say(FlashKind::Success, "draft-taken-back", &[("number", to.into())]),
        Err(SaveConflict::Meanwhile(_)) => return Err(Error::Conflict),
        Err(SaveConflict::NoDraft) => return Err(Error::NotFound),
        Err(SaveConflict::Db(error)) => return Err(error.into()),
    }
    Ok(respond::see_other(&here))
}

fn view(visit: &Visit, save: &SaveLine, newest: i32) -> SaveView {
    let what = match save.what.as_str() {
        file if file.ends_with(".toml") => file.to_owned(),
        word => visit.text(&format!("part-{word}"), &[]),
    };
    SaveView { number: save.number, what, by: save.by.to_string(), at: words::moment(save.at), newest: save.number == newest }
}
