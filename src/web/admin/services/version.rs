//! One version: what it changed, and the files it was written in.

use std::sync::Arc;

use actix_web::{HttpResponse, http::header, web};
use serde::Serialize;

use super::{
    changes::{self, PartChanges},
    standing::{self, Standing, standing},
};
use crate::{
    catalogue::{self, Folder, ServiceStanding, ServiceVersion, VersionStanding},
    dossiers::Rules,
    kernel::{places::Place, places::admin::AdminPlace},
    platform::views::Page,
    web::{
        admin::side::{self, SideGroup, side},
        extract::{Conn, Path, SystemAdminIn},
        shell::{Error, Visit, respond},
    },
};

#[derive(Debug, Serialize)]
pub struct VersionPage {
    side: Vec<SideGroup>,
    back: String,
    name: String,
    #[serde(flatten)]
    standing: Standing,
    /// The version with which it is compared; 0 for the first.
    before: i32,
    changes: Vec<PartChanges>,
    files: Vec<FileView>,
    download: String,
}

#[derive(Debug, Serialize)]
pub struct FileView {
    pub name: String,
    pub text: String,
}

impl Page for VersionPage {
    const TEMPLATE: &'static str = "admin/services/version.html";

    fn samples() -> Vec<Self> {
        let page = |before, changes| Self {
            side: side::sample(),
            back: "/quan-tri/dich-vu/khai-sinh".into(),
            name: "Đăng ký khai sinh".into(),
            standing: standing::sample(before + 1, "01/12/2026, 00:00"),
            before,
            changes,
            files: vec![FileView { name: "service.toml".into(), text: "code = \"1.001193\"\n".into() }],
            download: "/quan-tri/dich-vu/khai-sinh/phien-ban/3/tai-ve".into(),
        };
        vec![page(2, changes::sample()), page(1, Vec::new()), page(0, Vec::new())]
    }
}

/// `GET /quan-tri/dich-vu/{slug}/phien-ban/{number}`
pub async fn show(admin: SystemAdminIn, mut conn: Conn, rules: web::Data<Rules>, path: Path<(String, i32)>) -> Result<HttpResponse, Error> {
    let (slug, number) = path.0;
    let conn_open = conn.open().await?;
    let service = catalogue::standing_of(conn_open, &slug).await?.ok_or(Error::NotFound)?;
    let version = service.versions.iter().find(|version| version.number == number).ok_or(Error::NotFound)?;
    let folder = catalogue::folder_of_version(conn_open, version.id).await?.unwrap_or_default();
    conn.close();
    let versions = rules.catalogue.versions(&slug);
    let numbered = |wanted: i32| versions.iter().find(|version| version.number == wanted).cloned();
    let pair = numbered(number).zip(numbered(number - 1));
    respond::page(&admin, &page(&admin, &service, version, pair, &folder))
}

fn page(
    visit: &Visit,
    service: &ServiceStanding,
    version: &VersionStanding,
    pair: Option<(Arc<ServiceVersion>, Arc<ServiceVersion>)>,
    folder: &Folder,
) -> VersionPage {
    let changes = pair.as_ref().map(|(new, old)| changes::view(visit, &catalogue::changes(old, new, visit.lang()))).unwrap_or_default();
    VersionPage {
        side: side(visit, &AdminPlace::Services),
        back: Place::Admin(AdminPlace::Service(service.slug.clone())).path(),
        name: service.name.clone(),
        standing: standing(visit, version),
        before: pair.map_or(0, |(_, old)| old.number),
        changes,
        files: folder.iter().map(|(name, text)| FileView { name: name.to_owned(), text: text.to_owned() }).collect(),
        download: Place::Admin(AdminPlace::VersionFiles(service.slug.clone(), version.number)).path(),
    }
}

/// `GET /quan-tri/dich-vu/{slug}/phien-ban/{number}/tai-ve`
pub async fn download(_admin: SystemAdminIn, mut conn: Conn, path: Path<(String, i32)>) -> Result<HttpResponse, Error> {
    let (slug, number) = path.0;
    let conn_open = conn.open().await?;
    let service = catalogue::standing_of(conn_open, &slug).await?.ok_or(Error::NotFound)?;
    let version = service.versions.iter().find(|version| version.number == number).ok_or(Error::NotFound)?;
    let folder = catalogue::folder_of_version(conn_open, version.id).await?.ok_or(Error::NotFound)?;
    let name = format!("attachment; filename=\"{slug}-{number}.zip\"");
    Ok(HttpResponse::Ok().content_type("application/zip").insert_header((header::CONTENT_DISPOSITION, name)).body(folder.packed(&slug)))
}
