//! A service stops taking dossiers, for a while or for ever, and takes them again.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use crate::{
    catalogue::{self, NewServiceStop, StopKind, StopRefused},
    dossiers::Rules,
    kernel::{places::Place, places::admin::AdminPlace, text::line},
    platform::views::{FlashKind, Page},
    web::{
        admin::side::{self, SideGroup, side},
        answer::{Answer, Fault, Faults},
        extract::{Conn, FormPairs, Path, SystemAdminIn},
        shell::{Error, respond},
    },
};

#[derive(Debug, Clone, Default, Serialize)]
pub struct StopPage {
    side: Vec<SideGroup>,
    back: String,
    name: String,
    action: String,
    errors: Vec<Fault>,
    kind: String,
    message: Answer,
    reason: Answer,
    successor: String,
    services: Vec<OptionView>,
}

#[derive(Debug, Clone, Serialize)]
struct OptionView {
    value: String,
    text: String,
}

impl Page for StopPage {
    const TEMPLATE: &'static str = "admin/services/stop.html";

    fn samples() -> Vec<Self> {
        let page = Self {
            side: side::sample(),
            back: "/quan-tri/dich-vu/khai-sinh".into(),
            name: "Đăng ký khai sinh".into(),
            action: "/quan-tri/dich-vu/khai-sinh/tam-dung".into(),
            kind: "paused".into(),
            services: vec![OptionView { value: "khai-tu".into(), text: "Đăng ký khai tử".into() }],
            ..Self::default()
        };
        let text = "Nhập lời báo cho công dân";
        let wrong = Self {
            errors: vec![Fault { href: "#message".into(), text: text.into() }],
            message: Answer::wrong("", text),
            kind: "closed".into(),
            successor: "khai-tu".into(),
            ..page.clone()
        };
        vec![page, wrong]
    }
}

/// `GET /quan-tri/dich-vu/{slug}/tam-dung`
pub async fn show(admin: SystemAdminIn, rules: web::Data<Rules>, slug: Path<String>) -> Result<HttpResponse, Error> {
    let mut page = blank(&admin, &rules, &slug.0)?;
    if let Some(stop) = rules.catalogue.stop_of(&slug.0) {
        page.kind = stop.kind.as_str().to_owned();
        page.message = Answer::of(&stop.message);
        page.successor = stop.successor.clone().unwrap_or_default();
    }
    respond::page(&admin, &page)
}

/// `POST /quan-tri/dich-vu/{slug}/tam-dung`
pub async fn stop(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    slug: Path<String>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let mut page = blank(&admin, &rules, &slug.0)?;
    let kind = form.parse("kind").unwrap_or(StopKind::Paused);
    let successor = line(form.text("successor"));
    (page.kind, page.successor) = (kind.as_str().to_owned(), successor.clone());
    (page.message, page.reason) = (Answer::typed(&form, "message"), Answer::typed(&form, "reason"));
    let successor = Some(successor.as_str()).filter(|slug| !slug.is_empty());
    let wanted = NewServiceStop { kind, message: form.text("message"), successor, reason: form.text("reason") };
    let stopped = catalogue::stop_service(conn.open().await?, admin.now(), admin.official(), &rules.catalogue, &slug.0, &wanted).await;
    let mut faults = Faults::new(&admin);
    match stopped {
        Ok(()) => {
            rules.catalogue.renew(conn.open().await?).await?;
            admin.say(FlashKind::Success, "stop-done", &[]);
            return Ok(respond::see_other(&Place::Admin(AdminPlace::Service(slug.0))));
        }
        Err(StopRefused::NotFound | StopRefused::NotStopped) => return Err(Error::NotFound),
        Err(StopRefused::Db(error)) => return Err(error.into()),
        Err(StopRefused::NoMessage) => page.message.error = faults.note("message", "stop-no-message"),
        Err(StopRefused::NoReason) => page.reason.error = faults.note("reason", "admin-reason-missing"),
        Err(StopRefused::NoSuccessor) => {
            faults.note("successor", "stop-no-successor");
        }
    }
    page.errors = faults.list;
    respond::invalid(&admin, &page)
}

/// `POST /quan-tri/dich-vu/{slug}/mo-lai`
pub async fn resume(
    admin: SystemAdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    slug: Path<String>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let back = Place::Admin(AdminPlace::Service(slug.0.clone()));
    match catalogue::resume_service(conn.open().await?, admin.now(), admin.official(), &slug.0, form.text("reason")).await {
        Ok(()) => {
            rules.catalogue.renew(conn.open().await?).await?;
            admin.say(FlashKind::Success, "resume-done", &[]);
            Ok(respond::see_other(&back))
        }
        Err(StopRefused::NoReason) => Err(Error::refused(admin.text("admin-reason-missing", &[]), back)),
        Err(StopRefused::Db(error)) => Err(error.into()),
        Err(_) => Err(Error::NotFound),
    }
}

fn blank(admin: &SystemAdminIn, rules: &Rules, slug: &str) -> Result<StopPage, Error> {
    let own = rules.catalogue.newest(slug).ok_or(Error::NotFound)?;
    let others = rules.catalogue.all_offered(admin.now().instant());
    let option = |version: &std::sync::Arc<catalogue::ServiceVersion>| OptionView {
        value: version.slug().to_owned(),
        text: version.definition.name.vi.clone(),
    };
    let nothing = OptionView { value: String::new(), text: admin.text("stop-none", &[]) };
    Ok(StopPage {
        side: side(admin, &AdminPlace::Services),
        back: Place::Admin(AdminPlace::Service(slug.to_owned())).path(),
        name: own.definition.name.vi.clone(),
        action: Place::Admin(AdminPlace::StopService(slug.to_owned())).path(),
        kind: StopKind::Paused.as_str().to_owned(),
        services: std::iter::once(nothing).chain(others.iter().filter(|version| version.slug() != slug).map(option)).collect(),
        ..StopPage::default()
    })
}
