//! Quản trị: what wants an administrator's look today.

use actix_web::HttpResponse;
use serde::Serialize;

use super::side::{self, SideGroup, side_of};
use crate::{
    catalogue::{self, ServiceStanding},
    kernel::{places::Place, places::admin::AdminPlace},
    platform::views::Page,
    web::{
        extract::{AdminIn, Conn},
        shell::{Error, respond},
        words,
    },
};

#[derive(Debug, Serialize)]
pub struct AdminHomePage {
    side: Vec<SideGroup>,
    facts: Vec<FactView>,
    /// What is planned or being written.
    coming: Vec<ComingView>,
    services: String,
    everything: bool,
}

#[derive(Debug, Serialize)]
struct FactView {
    label: String,
    value: String,
    note: String,
}

#[derive(Debug, Serialize)]
struct ComingView {
    href: String,
    name: String,
    what: String,
}

impl Page for AdminHomePage {
    const TEMPLATE: &'static str = "admin/home.html";

    fn samples() -> Vec<Self> {
        let page = |everything, coming| Self {
            side: side::sample(),
            facts: vec![FactView { label: "Dịch vụ đang áp dụng".into(), value: "15".into(), note: "2 bản nháp".into() }],
            coming,
            services: "/quan-tri/dich-vu".into(),
            everything,
        };
        let coming = ComingView {
            href: "/quan-tri/dich-vu/khai-sinh".into(),
            name: "Đăng ký khai sinh".into(),
            what: "Phiên bản 4 có hiệu lực từ 01/12/2026, 00:00".into(),
        };
        vec![page(true, vec![coming]), page(true, Vec::new()), page(false, Vec::new())]
    }
}

/// `GET /quan-tri`
pub async fn show(admin: AdminIn, mut conn: Conn) -> Result<HttpResponse, Error> {
    let services = if admin.is_system() { catalogue::services_standing(conn.open().await?).await? } else { Vec::new() };
    conn.close();
    respond::page(&admin, &page(&admin, &services))
}

fn page(admin: &AdminIn, services: &[ServiceStanding]) -> AdminHomePage {
    let at = admin.now().instant();
    let count = |wanted: &dyn Fn(&ServiceStanding) -> bool| services.iter().filter(|service| wanted(service)).count();
    let fact = |key: &str, value: usize| FactView { label: admin.text(key, &[]), value: value.to_string(), note: String::new() };
    let facts = vec![
        fact("admin-fact-in-force", count(&|service| service.in_force(at).is_some())),
        fact("admin-fact-planned", count(&|service| service.planned(at).is_some())),
        fact("admin-fact-drafts", count(&|service| service.draft.is_some())),
        fact("admin-fact-files-wait", count(&|service| service.files_wait)),
    ];
    AdminHomePage {
        side: side_of(admin, &AdminPlace::Home),
        facts: if admin.is_system() { facts } else { Vec::new() },
        coming: services.iter().flat_map(|service| coming(admin, service)).collect(),
        services: Place::Admin(AdminPlace::Services).path(),
        everything: admin.is_system(),
    }
}

fn coming(admin: &AdminIn, service: &ServiceStanding) -> Vec<ComingView> {
    let view = |place: AdminPlace, what: String| ComingView { href: Place::Admin(place).path(), name: service.name.clone(), what };
    let planned = service.planned(admin.now().instant()).map(|version| {
        let args = [("number", version.number.into()), ("from", words::moment(version.from).into())];
        view(AdminPlace::Service(service.slug.clone()), admin.text("admin-planned", &args))
    });
    let draft = service.draft.as_ref().map(|draft| {
        let args = [("name", draft.saved_by.as_str().into()), ("at", words::moment(draft.saved_at).into())];
        view(AdminPlace::Draft(service.slug.clone()), admin.text("admin-draft-saved", &args))
    });
    planned.into_iter().chain(draft).collect()
}
