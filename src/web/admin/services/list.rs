//! Every service: what is in force, what comes, what wants a look.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use crate::{
    catalogue::{self, ServiceStanding, StopKind},
    dossiers::Rules,
    kernel::{places::Place, places::admin::AdminPlace},
    platform::views::Page,
    web::{
        admin::side::{self, SideGroup, side},
        extract::{Conn, SystemAdminIn},
        shell::{Error, Visit, respond},
        words::{self, Tag},
    },
};

#[derive(Debug, Serialize)]
pub struct ServicesPage {
    side: Vec<SideGroup>,
    /// Where a new service begins.
    add: String,
    rows: Vec<RowView>,
}

#[derive(Debug, Serialize)]
struct RowView {
    href: String,
    name: String,
    code: String,
    field: String,
    states: Vec<Tag>,
    next: String,
    edited: String,
    warnings: Vec<String>,
}

impl Page for ServicesPage {
    const TEMPLATE: &'static str = "admin/services/list.html";

    fn samples() -> Vec<Self> {
        let row = RowView {
            href: "/quan-tri/dich-vu/khai-sinh".into(),
            name: "Đăng ký khai sinh".into(),
            code: "1.001193".into(),
            field: "Hộ tịch".into(),
            states: vec![Tag { kind: "ok", text: "Đang áp dụng phiên bản 3".into() }],
            next: "Phiên bản 4 từ 01/12/2026, 00:00".into(),
            edited: "23/11/2026, 09:00".into(),
            warnings: vec!["7 điểm chưa kiểm chứng".into()],
        };
        let page = |rows| Self { side: side::sample(), add: "/quan-tri/them-dich-vu".into(), rows };
        vec![page(vec![row]), page(Vec::new())]
    }
}

/// `GET /quan-tri/dich-vu`
pub async fn show(admin: SystemAdminIn, mut conn: Conn, rules: web::Data<Rules>) -> Result<HttpResponse, Error> {
    let services = catalogue::services_standing(conn.open().await?).await?;
    conn.close();
    let rows = services.iter().map(|service| row(&admin, &rules, service)).collect();
    respond::page(
        &admin,
        &ServicesPage { side: side(&admin, &AdminPlace::Services), add: Place::Admin(AdminPlace::NewService).path(), rows },
    )
}

fn row(visit: &Visit, rules: &Rules, service: &ServiceStanding) -> RowView {
    let edited = service.draft.as_ref().map(|draft| draft.saved_at).or(service.versions.first().map(|version| version.published_at));
    RowView {
        href: Place::Admin(AdminPlace::Service(service.slug.clone())).path(),
        name: service.name.clone(),
        code: service.code.clone(),
        field: service.field.clone(),
        states: states(visit, rules, service),
        next: next(visit, service),
        edited: edited.map(words::moment).unwrap_or_default(),
        warnings: warnings(visit, rules, service),
    }
}

/// In force or not, stopped or not, and whether the next one is being written.
pub fn states(visit: &Visit, rules: &Rules, service: &ServiceStanding) -> Vec<Tag> {
    let stop = rules.catalogue.stop_of(&service.slug).map(|stop| match stop.kind {
        StopKind::Paused => Tag { kind: "soon", text: visit.text("admin-state-paused", &[]) },
        StopKind::Closed => Tag { kind: "late", text: visit.text("admin-state-closed", &[]) },
    });
    let in_force = match service.in_force(visit.now().instant()) {
        Some(version) => Tag { kind: "ok", text: visit.text("admin-state-in-force", &[("number", version.number.into())]) },
        None => Tag { kind: "wait", text: visit.text("admin-state-not-yet", &[]) },
    };
    let draft = service.draft.as_ref().map(|_| Tag { kind: "action", text: visit.text("admin-state-draft", &[]) });
    std::iter::once(in_force).chain(stop).chain(draft).collect()
}

fn next(visit: &Visit, service: &ServiceStanding) -> String {
    let told = |version: &catalogue::VersionStanding| {
        visit.text("admin-next", &[("number", version.number.into()), ("from", words::moment(version.from).into())])
    };
    service.planned(visit.now().instant()).map(told).unwrap_or_default()
}

/// What an administrator should look at before long.
pub fn warnings(visit: &Visit, rules: &Rules, service: &ServiceStanding) -> Vec<String> {
    let unverified =
        rules.catalogue.in_force(&service.slug, visit.now().instant()).map_or(0, |version| version.definition.unverified.len());
    let mut warnings = Vec::new();
    if service.files_wait {
        warnings.push(visit.text("admin-warning-files", &[]));
    }
    if let Ok(count @ 1..) = i64::try_from(unverified) {
        warnings.push(visit.text("admin-warning-unverified", &[("count", count.into())]));
    }
    if service.versions.first().is_some_and(|version| !version.has_files) {
        warnings.push(visit.text("admin-warning-no-files", &[]));
    }
    warnings
}
