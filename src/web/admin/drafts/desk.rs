//! The desk of a draft: what differs so far, and the ways on.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::head::{self, Head, Opened, head, open, said, workshop};
use crate::{
    catalogue::{self, ServiceVersion},
    dossiers::Rules,
    kernel::{places::Place, places::admin::AdminPlace},
    platform::views::Page,
    web::{
        admin::services::changes::{self, PartChanges},
        extract::{Conn, Path, SystemAdminIn},
        shell::{Error, Visit, respond},
    },
};

#[derive(Debug, Serialize)]
pub struct DeskPage {
    head: Head,
    /// Why the files do not make a service; empty if they do.
    broken: String,
    /// 0 for a service from nothing.
    before: i32,
    changes: Vec<PartChanges>,
    files: Vec<LinkView>,
    publish: String,
    ways: Vec<LinkView>,
}

#[derive(Debug, Serialize)]
struct LinkView {
    text: String,
    href: String,
}

impl Page for DeskPage {
    const TEMPLATE: &'static str = "admin/drafts/desk.html";

    fn samples() -> Vec<Self> {
        let link = |text: &str| LinkView { text: text.into(), href: "/quan-tri".into() };
        let page = |broken: &str, changes| Self {
            head: head::sample(),
            broken: broken.into(),
            before: 3,
            changes,
            files: vec![link("service.toml")],
            publish: "/quan-tri/dich-vu/khai-sinh/ban-nhap/cong-bo".into(),
            ways: vec![link("Lịch sử các lần lưu")],
        };
        vec![page("", changes::sample()), page("", Vec::new()), page("config/services/khai-sinh/service.toml: …", Vec::new())]
    }
}

/// `GET /quan-tri/dich-vu/{slug}/ban-nhap`
pub async fn show(admin: SystemAdminIn, mut conn: Conn, rules: web::Data<Rules>, slug: Path<String>) -> Result<HttpResponse, Error> {
    let opened = open(&mut conn, &rules, &slug.0).await?;
    respond::page(&admin, &page(&admin, &rules, &opened)?)
}

fn page(visit: &Visit, rules: &Rules, opened: &Opened) -> Result<DeskPage, Error> {
    let slug = || opened.draft.slug.clone();
    let link = |key: &str, place: AdminPlace| LinkView { text: visit.text(key, &[]), href: Place::Admin(place).path() };
    let (before, changes) = differences(visit, rules, opened)?;
    let first = opened.definition.as_ref().ok().and_then(|definition| definition.form.pages.first());
    let preview = first.map(|page| link("preview-title", AdminPlace::Preview(slug(), page.key.clone()))).into_iter();
    let file = |(name, _): (&str, &str)| LinkView {
        text: name.to_owned(),
        href: Place::Admin(AdminPlace::DraftFile(slug(), name.to_owned())).path(),
    };
    Ok(DeskPage {
        head: head(visit, opened, "desk"),
        broken: opened.definition.as_ref().err().map(|finding| said(visit, finding)).unwrap_or_default(),
        before,
        changes,
        files: opened.draft.folder.iter().map(file).collect(),
        publish: Place::Admin(AdminPlace::DraftPublish(slug())).path(),
        ways: preview
            .chain([link("draft-history", AdminPlace::DraftHistory(slug())), link("draft-discard", AdminPlace::DraftDiscard(slug()))])
            .collect(),
    })
}

/// What the draft changes of the version it was begun from, whose number is told.
pub fn differences(visit: &Visit, rules: &Rules, opened: &Opened) -> Result<(i32, Vec<PartChanges>), Error> {
    let base = opened.draft.based_on.and_then(|id| rules.catalogue.version(id));
    let (Some(base), Ok(definition)) = (base, &opened.definition) else { return Ok((0, Vec::new())) };
    let now = ServiceVersion::draft(definition.clone(), workshop(rules)?.world(), visit.now().instant());
    Ok((base.number, changes::view(visit, &catalogue::changes(&base, &now, visit.lang()))))
}
