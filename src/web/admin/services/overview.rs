//! One service with all its versions: who published each, why, and from when to when it holds.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::list::{states, warnings};
use crate::{
    catalogue::{self, ServiceStanding, VersionStanding},
    dossiers::Rules,
    kernel::{clock::Instant, places::Place, places::admin::AdminPlace},
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
    public: String,
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
    number: i32,
    state: Tag,
    from: String,
    until: String,
    by: String,
    at: String,
    reason: String,
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
            states: vec![Tag { kind: "ok", text: "Đang áp dụng phiên bản 3".into() }],
            warnings: vec!["7 điểm chưa kiểm chứng".into()],
            draft: "/quan-tri/dich-vu/khai-sinh/ban-nhap".into(),
            has_draft,
            draft_told: "Trần Văn Quản lưu lúc 23/11/2026, 09:00".into(),
            versions: vec![VersionView {
                href: "/quan-tri/dich-vu/khai-sinh/phien-ban/3".into(),
                files: "/quan-tri/dich-vu/khai-sinh/phien-ban/3/tai-ve".into(),
                number: 3,
                state: Tag { kind: "ok", text: "Đang áp dụng".into() },
                from: "01/11/2026, 00:00".into(),
                until: String::new(),
                by: "Trần Văn Quản".into(),
                at: "23/10/2026, 09:00".into(),
                reason: "Nghị quyết mới về lệ phí".into(),
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
    ServicePage {
        side: side(visit, &AdminPlace::Services),
        back: Place::Admin(AdminPlace::Services).path(),
        name: service.name.clone(),
        code: service.code.clone(),
        public: Place::Service(service.slug.clone()).path(),
        states: states(visit, service),
        warnings: warnings(visit, rules, service),
        draft: Place::Admin(AdminPlace::Draft(service.slug.clone())).path(),
        has_draft: service.draft.is_some(),
        draft_told: told.unwrap_or_default(),
        versions: service.versions.iter().map(|version| view(visit, &service.slug, version, at)).collect(),
    }
}

fn view(visit: &Visit, slug: &str, version: &VersionStanding, at: Instant) -> VersionView {
    let by_files = || visit.text("admin-by-files", &[]);
    VersionView {
        href: Place::Admin(AdminPlace::Version(slug.to_owned(), version.number)).path(),
        files: if version.has_files {
            Place::Admin(AdminPlace::VersionFiles(slug.to_owned(), version.number)).path()
        } else {
            String::new()
        },
        number: version.number,
        state: state(visit, version, at),
        from: words::moment(version.from),
        until: version.until.map(words::moment).unwrap_or_default(),
        by: version.published_by.as_ref().map_or_else(by_files, ToString::to_string),
        at: words::moment(version.published_at),
        reason: version.reason.clone(),
    }
}

pub fn state(visit: &Visit, version: &VersionStanding, at: Instant) -> Tag {
    match (version.is_in_force(at), version.is_planned(at)) {
        (true, _) => Tag { kind: "ok", text: visit.text("admin-version-in-force", &[]) },
        (_, true) => Tag { kind: "wait", text: visit.text("admin-version-planned", &[]) },
        _ => Tag { kind: "neutral", text: visit.text("admin-version-past", &[]) },
    }
}
