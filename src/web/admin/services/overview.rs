//! One service with all its versions: who published each, why, and from when to when it holds.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::{
    list::{states, warnings},
    standing::{self, Standing, standing},
};
use crate::{
    catalogue::{self, ServiceStanding, VersionStanding},
    dossiers::Rules,
    kernel::{places::Place, places::admin::AdminPlace},
    platform::views::Page,
    web::{
        admin::side::{self, SideGroup, side},
        extract::{Conn, Path, SystemAdminIn},
        shell::{Error, Visit, respond},
        words::{self, Tag},
    },
};

#[derive(Debug, Serialize)]
pub struct ServicePage {
    side: Vec<SideGroup>,
    back: String,
    name: String,
    code: String,
    /// Empty while nothing is in force.
    public: String,
    /// Where one like it begins.
    copy: String,
    /// Where it is stopped; posting to `resume` lets it go on.
    stop: String,
    resume: String,
    /// What citizens are told while it takes no dossiers.
    stopped: String,
    states: Vec<Tag>,
    warnings: Vec<String>,
    /// Where the next version is written; posting there begins it.
    draft: String,
    has_draft: bool,
    draft_told: String,
    versions: Vec<VersionView>,
}

#[derive(Debug, Serialize)]
struct VersionView {
    href: String,
    files: String,
    #[serde(flatten)]
    standing: Standing,
}

impl Page for ServicePage {
    const TEMPLATE: &'static str = "admin/services/overview.html";

    fn samples() -> Vec<Self> {
        let page = |has_draft| Self {
            side: side::sample(),
            back: "/quan-tri/dich-vu".into(),
            name: "Đăng ký khai sinh".into(),
            code: "1.001193".into(),
            public: "/dich-vu/khai-sinh".into(),
            copy: "/quan-tri/them-dich-vu?giong=khai-sinh".into(),
            stop: "/quan-tri/dich-vu/khai-sinh/tam-dung".into(),
            resume: "/quan-tri/dich-vu/khai-sinh/mo-lai".into(),
            stopped: if has_draft { "Đang nâng cấp cơ sở dữ liệu".into() } else { String::new() },
            states: vec![Tag { kind: "ok", text: "Đang áp dụng phiên bản 3".into() }],
            warnings: vec!["7 điểm chưa kiểm chứng".into()],
            draft: "/quan-tri/dich-vu/khai-sinh/ban-nhap".into(),
            has_draft,
            draft_told: "Trần Văn Quản lưu lúc 23/11/2026, 09:00".into(),
            versions: vec![VersionView {
                href: "/quan-tri/dich-vu/khai-sinh/phien-ban/3".into(),
                files: "/quan-tri/dich-vu/khai-sinh/phien-ban/3/tai-ve".into(),
                standing: standing::sample(3, ""),
            }],
        };
        vec![page(false), page(true)]
    }
}

/// `GET /quan-tri/dich-vu/{slug}`
pub async fn show(admin: SystemAdminIn, mut conn: Conn, rules: web::Data<Rules>, slug: Path<String>) -> Result<HttpResponse, Error> {
    let service = catalogue::standing_of(conn.open().await?, &slug.0).await?.ok_or(Error::NotFound)?;
    conn.close();
    respond::page(&admin, &page(&admin, &rules, &service))
}

fn page(visit: &Visit, rules: &Rules, service: &ServiceStanding) -> ServicePage {
    let at = visit.now().instant();
    let told = service.draft.as_ref().map(|draft| {
        visit.text("admin-draft-saved", &[("name", draft.saved_by.as_str().into()), ("at", words::moment(draft.saved_at).into())])
    });
    let slug = || service.slug.clone();
    let path = |place: AdminPlace| Place::Admin(place).path();
    ServicePage {
        side: side(visit, &AdminPlace::Services),
        back: Place::Admin(AdminPlace::Services).path(),
        name: service.name.clone(),
        code: service.code.clone(),
        public: service.in_force(at).map(|_| Place::Service(slug()).path()).unwrap_or_default(),
        copy: if service.versions.is_empty() { String::new() } else { path(AdminPlace::NewServiceLike(slug())) },
        stop: if service.versions.is_empty() { String::new() } else { path(AdminPlace::StopService(slug())) },
        resume: path(AdminPlace::ResumeService(slug())),
        stopped: rules.catalogue.stop_of(&service.slug).map(|stop| stop.message.clone()).unwrap_or_default(),
        states: states(visit, rules, service),
        warnings: warnings(visit, rules, service),
        draft: path(AdminPlace::Draft(slug())),
        has_draft: service.draft.is_some(),
        draft_told: told.unwrap_or_default(),
        versions: service.versions.iter().map(|version| view(visit, &service.slug, version)).collect(),
    }
}

fn view(visit: &Visit, slug: &str, version: &VersionStanding) -> VersionView {
    let path = |place: AdminPlace| Place::Admin(place).path();
    VersionView {
        href: path(AdminPlace::Version(slug.to_owned(), version.number)),
        files: if version.has_files { path(AdminPlace::VersionFiles(slug.to_owned(), version.number)) } else { String::new() },
        standing: standing(visit, version),
    }
}
