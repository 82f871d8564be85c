//! A draft begins, and is thrown away for a reason.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::head::{self, Head, head, open};
use crate::{
    catalogue::{self, BeginRefused},
    dossiers::Rules,
    kernel::{places::Place, places::admin::AdminPlace},
    platform::views::{FlashKind, Page},
    web::{
        extract::{Conn, FormPairs, Path, SystemAdminIn},
        shell::{Error, respond},
    },
};

#[derive(Debug, Serialize)]
pub struct DiscardPage {
    head: Head,
    action: String,
    error: String,
}

impl Page for DiscardPage {
    const TEMPLATE: &'static str = "admin/drafts/discard.html";

    fn samples() -> Vec<Self> {
        let page =
            |error: &str| Self { head: head::sample(), action: "/quan-tri/dich-vu/khai-sinh/ban-nhap/bo".into(), error: error.into() };
        vec![page(""), page("Nhập lý do")]
    }
}

/// `POST /quan-tri/dich-vu/{slug}/ban-nhap`
pub async fn begin(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    slug: Path<String>,
    _form: FormPairs,
) -> Result<HttpResponse, Error> {
    match catalogue::begin_draft(conn.open().await?, admin.now(), admin.official(), &rules.catalogue, &slug.0).await {
        Ok(()) => admin.say(FlashKind::Success, "draft-begun", &[]),
        Err(BeginRefused::Begun) => admin.say(FlashKind::Info, "draft-begun-already", &[]),
        Err(BeginRefused::NotFound) => return Err(Error::NotFound),
        Err(BeginRefused::NoFiles) => {
            return Err(Error::refused(admin.text("admin-warning-no-files", &[]), Place::Admin(AdminPlace::Service(slug.0))));
        }
        Err(BeginRefused::Db(error)) => return Err(error.into()),
    }
    Ok(respond::see_other(&Place::Admin(AdminPlace::Draft(slug.0))))
}

/// `GET …/bo`
pub async fn show_discard(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    slug: Path<String>,
) -> Result<HttpResponse, Error> {
    let opened = open(&mut conn, &rules, &slug.0).await?;
    let action = Place::Admin(AdminPlace::DraftDiscard(slug.0)).path();
    respond::page(&admin, &DiscardPage { head: head(&admin, &opened, ""), action, error: String::new() })
}

/// `POST …/bo`
pub async fn discard(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    slug: Path<String>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let opened = open(&mut conn, &rules, &slug.0).await?;
    let reason = form.text("reason").trim();
    if reason.is_empty() {
        let action = Place::Admin(AdminPlace::DraftDiscard(slug.0)).path();
        let page = DiscardPage { head: head(&admin, &opened, ""), action, error: admin.text("admin-reason-missing", &[]) };
        return respond::invalid(&admin, &page);
    }
    catalogue::discard_draft(conn.open().await?, admin.now(), admin.official(), &opened.draft, reason).await?;
    admin.say(FlashKind::Success, "draft-discarded", &[]);
    Ok(respond::see_other(&Place::Admin(AdminPlace::Service(slug.0))))
}
