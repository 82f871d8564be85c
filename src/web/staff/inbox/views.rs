//! Bộ lọc đã lưu: kept, renamed, thrown away; at the side of the list.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::address::{InboxQuery, address};
use crate::{
    dossiers::{self, InboxFilter, Rules, SavedView, ViewRefused},
    kernel::{
        desk_places::{DeskPlace, DeskThing},
        ids::SavedViewId,
        places::Place,
    },
    platform::views::{FlashKind, Page},
    web::{
        extract::{Conn, FormPairs, OfficialIn, Path},
        shell::{Error, Visit, respond},
        staff::side::{self, SideGroup, side_of},
    },
};

#[derive(Debug, Serialize)]
pub struct ViewsPage {
    side: Vec<SideGroup>,
    back: String,
    own: Vec<Line>,
    shared: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    id: String,
    name: String,
    href: String,
    /// With whom, or by whom; empty for what nobody else has.
    shared: String,
    rename: String,
    delete: String,
}

impl Page for ViewsPage {
    const TEMPLATE: &'static str = "staff/views.html";

    fn samples() -> Vec<Self> {
        let line = |shared: &str| Line {
            id: "1".into(),
            name: "Khai sinh quá hạn".into(),
            href: "/can-bo?hang=late".into(),
            shared: shared.into(),
            rename: "/can-bo/bo-loc/1/doi-ten".into(),
            delete: "/can-bo/bo-loc/1/xoa".into(),
        };
        let page = |own, shared| Self { side: side::sample(), back: "/can-bo".into(), own, shared };
        vec![page(vec![line(""), line("Dùng chung với UBND phường Việt Trì")], vec![line("Của Phạm Văn Hộ")]), page(Vec::new(), Vec::new())]
    }
}

/// `GET /can-bo/bo-loc`
pub async fn show(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>) -> Result<HttpResponse, Error> {
    let views = dossiers::saved_views(conn.open().await?, &official.official).await?;
    conn.close();
    let (own, shared): (Vec<_>, Vec<_>) = views.iter().partition(|view| view.by.is_none());
    let lines = |views: Vec<&SavedView>| views.into_iter().map(|view| line(&official, &rules, view)).collect();
    let page = ViewsPage {
        side: side_of(&official, &Place::Desk(DeskPlace::Views)),
        back: Place::Inbox.path(),
        own: lines(own),
        shared: lines(shared),
    };
    respond::page(&official, &page)
}

fn line(visit: &Visit, rules: &Rules, view: &SavedView) -> Line {
    let with = view.shared_with.and_then(|id| rules.agencies.get(id)).map(|agency| agency.short_authority());
    Line {
        id: view.id.to_string(),
        name: view.name.clone(),
        href: href(view),
        shared: match (&view.by, with) {
            (Some(by), _) => visit.text("views-by", &[("name", by.as_str().into())]),
            (None, Some(agency)) => visit.text("views-shared-with", &[("agency", agency.into())]),
            (None, None) => String::new(),
        },
        rename: DeskThing::SavedView(view.id, "doi-ten").path(),
        delete: DeskThing::SavedView(view.id, "xoa").path(),
    }
}

/// The list that a view shows.
pub fn href(view: &SavedView) -> String {
    format!("{}?{}", Place::Inbox.path(), view.question)
}

/// `POST /can-bo/bo-loc`: the question is read and written anew, so that nothing else is kept.
pub async fn save(official: OfficialIn, mut conn: Conn, form: FormPairs) -> Result<HttpResponse, Error> {
    let me = &official.official;
    let query = web::Query::<InboxQuery>::from_query(form.text("ds")).map(web::Query::into_inner).unwrap_or_default();
    let filter = InboxFilter { turn: None, ..query.filter(me.account) };
    let list = address(&filter, me.account);
    let question = list.split_once('?').map(|(_, question)| question).unwrap_or_default();
    let share = if form.has("share") { me.agencies().first().copied() } else { None };
    let saved = dossiers::save_view(conn.open().await?, official.now(), me, (form.text("name"), question), share).await;
    said(&official, saved, "views-saved")?;
    Ok(respond::see_other_path(&list))
}

/// `POST /can-bo/bo-loc/{id}/doi-ten`
pub async fn rename(official: OfficialIn, mut conn: Conn, id: Path<SavedViewId>, form: FormPairs) -> Result<HttpResponse, Error> {
    let renamed = dossiers::rename_view(conn.open().await?, &official.official, id.0, form.text("name")).await;
    said(&official, renamed, "views-renamed")?;
    Ok(respond::see_other(&Place::Desk(DeskPlace::Views)))
}

/// `POST /can-bo/bo-loc/{id}/xoa`
pub async fn delete(official: OfficialIn, mut conn: Conn, id: Path<SavedViewId>, _genuine: FormPairs) -> Result<HttpResponse, Error> {
    let deleted = dossiers::delete_view(conn.open().await?, &official.official, id.0).await;
    said(&official, deleted, "views-deleted")?;
    Ok(respond::see_other(&Place::Desk(DeskPlace::Views)))
}

/// One sentence for the next page.
fn said(visit: &Visit, outcome: Result<(), ViewRefused>, done: &str) -> Result<(), Error> {
    let (kind, key) = match outcome {
        Ok(()) => (FlashKind::Success, done),
        Err(ViewRefused::Name) => (FlashKind::Warning, "views-fault-name"),
        Err(ViewRefused::NameTaken) => (FlashKind::Warning, "views-fault-taken"),
        Err(ViewRefused::TooMany) => (FlashKind::Warning, "views-fault-too-many"),
        Err(ViewRefused::NotFound) => return Err(Error::NotFound),
        Err(ViewRefused::Db(error)) => return Err(error.into()),
    };
    visit.say(kind, key, &[]);
    Ok(())
}
