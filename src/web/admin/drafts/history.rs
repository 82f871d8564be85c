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

/// `POST …/hoan-tac`: the last edit is undone.
pub async fn undo(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    slug: Path<String>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let opened = open(&mut conn, &rules, &slug.0).await?;
    let here = Place::Admin(AdminPlace::Draft(slug.0));
    if !saving::is_newest(&opened, &form) {
        return Err(Error::refused(saving::meanwhile(&admin, &opened), here));
    }
    let undone = catalogue::undo(conn.open().await?, admin.now(), admin.official(), &opened.draft).await;
    match undone.map_err(refused)? {
        Some(number) => admin.say(FlashKind::Success, "draft-undone", &[("number", number.into())]),
        None => admin.say(FlashKind::Info, "draft-nothing-to-undo", &[]),
    }
    Ok(respond::see_other(&here))
}

fn refused(conflict: SaveConflict) -> Error {
    match conflict {
        SaveConflict::Meanwhile(_) => Error::Conflict,
        SaveConflict::NoDraft => Error::NotFound,
        SaveConflict::Db(error) => error.into(),
    }
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
    catalogue::take_back(conn.open().await?, admin.now(), admin.official(), &opened.draft, to).await.map_err(refused)?;
    admin.say(FlashKind::Success, "draft-taken-back", &[("number", to.into())]);
    Ok(respond::see_other(&here))
}

fn view(visit: &Visit, save: &SaveLine, newest: i32) -> SaveView {
    let what = match save.what.as_str() {
        _ if save.taken_back().is_some() => {
            visit.text("draft-save-taken-back", &[("number", save.taken_back().unwrap_or_default().into())])
        }
        file if file.ends_with(".toml") => file.to_owned(),
        word => visit.text(&format!("part-{word}"), &[]),
    };
    SaveView { number: save.number, what, by: save.by.to_string(), at: words::moment(save.at), newest: save.number == newest }
}
