//! Xóa bản nháp: asked once more.

use actix_web::{HttpResponse, web::Data};
use serde::Serialize;

use super::draft::OpenDraft;
use crate::{
    dossiers::{self, Rules},
    kernel::{ids::DossierId, places::Place},
    platform::views::{FlashKind, Page},
    web::{
        Error,
        extract::{CitizenIn, Conn, FormPairs, Path},
        shell::respond,
        words,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(in crate::web::citizen) struct DiscardPage {
    service: String,
    saved_at: String,
    mine: String,
}

impl Page for DiscardPage {
    const TEMPLATE: &'static str = "citizen/drafts/discarding.html";

    fn samples() -> Vec<Self> {
        vec![Self { service: "Đăng ký khai sinh".into(), saved_at: "23/11/2026, 14:32".into(), mine: "/ho-so".into() }]
    }
}

pub(in crate::web::citizen) async fn show(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    id: Path<DossierId>,
) -> Result<HttpResponse, Error> {
    let open = OpenDraft::load(&citizen, &mut conn, &rules, id.0).await?;
    let (mine, saved_at) = (open.home().path(), words::moment(open.draft.saved_at));
    let page = DiscardPage { service: open.draft.service_name, saved_at, mine };
    respond::page(&citizen, &page)
}

pub(in crate::web::citizen) async fn discard(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    id: Path<DossierId>,
    _genuine: FormPairs,
) -> Result<HttpResponse, Error> {
    let home = match OpenDraft::load(&citizen, &mut conn, &rules, id.0).await {
        Ok(open) => open.home(),
        Err(_) => Place::MyDossiers,
    };
    if dossiers::discard_draft(conn.open().await?, citizen.now(), &citizen.citizen, id.0).await? {
        citizen.say(FlashKind::Success, "discard-done", &[]);
    }
    Ok(respond::see_other(&home))
}
