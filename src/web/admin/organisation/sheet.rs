//! A list of people out of a spreadsheet: tried first, then read in whole or not at all.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::scope;
use crate::{
    accounts::members::{self, AppointRefused, LineFault, NewPost, Resolve},
    dossiers::Rules,
    kernel::{
        actor::Role,
        places::{Place, admin::AdminPlace},
        text::fold,
    },
    platform::views::{FlashKind, Page},
    web::{
        admin::side::{self, SideGroup, side_of},
        answer::{Answer, Fault, Faults},
        extract::{AdminIn, Conn, FormPairs},
        shell::{Error, respond},
    },
};

#[derive(Debug, Clone, Default, Serialize)]
pub struct SheetPage {
    side: Vec<SideGroup>,
    back: String,
    action: String,
    errors: Vec<Fault>,
    text: Answer,
    reason: Answer,
    /// The words of roles that the list may use.
    roles: Vec<RoleView>,
    /// It was tried: nothing has been done yet.
    tried: bool,
    /// How many lines are good.
    good: usize,
    faults: Vec<FaultView>,
}

#[derive(Debug, Clone, Serialize)]
struct RoleView {
    word: String,
    text: String,
}

#[derive(Debug, Clone, Serialize)]
struct FaultView {
    line: usize,
    text: String,
}

impl Page for SheetPage {
    const TEMPLATE: &'static str = "admin/organisation/sheet.html";

    fn samples() -> Vec<Self> {
        let page = Self {
            side: side::sample(),
            back: "/quan-tri/co-quan".into(),
            action: "/quan-tri/nhap-can-bo".into(),
            roles: vec![RoleView { word: "reception_officer".into(), text: "Cán bộ tiếp nhận".into() }],
            ..Self::default()
        };
        let good =
            Self { tried: true, good: 12, text: Answer::of("a@example.vn,Lê Thị Tiếp,H44.07900,reception_officer"), ..page.clone() };
        let fault = FaultView { line: 3, text: "“khong”: không phải địa chỉ thư điện tử".into() };
        let text = "Nhập lý do; lý do được ghi vào nhật ký";
        let wrong = Self {
            errors: vec![Fault { href: "#reason".into(), text: text.into() }],
            reason: Answer::wrong("", text),
            faults: vec![fault],
            ..good.clone()
        };
        vec![page, good, wrong]
    }
}

/// `GET /quan-tri/nhap-can-bo`
pub async fn show(admin: AdminIn) -> Result<HttpResponse, Error> {
    respond::page(&admin, &blank(&admin))
}

/// `POST /quan-tri/nhap-can-bo`: tries, or with `apply` does it.
pub async fn bring_in(admin: AdminIn, mut conn: Conn, rules: web::Data<Rules>, form: FormPairs) -> Result<HttpResponse, Error> {
    let mut page = blank(&admin);
    let mut faults = Faults::new(&admin);
    page.text = Answer::of(form.text("text"));
    page.reason = Answer::typed(&form, "reason");
    let (posts, wrong) = read(&admin, &rules, form.text("text"));
    page.tried = true;
    page.good = posts.len();
    page.faults = wrong.iter().map(|fault| told(&admin, fault)).collect();
    if posts.is_empty() && wrong.is_empty() {
        page.text.error = faults.note("text", "sheet-empty");
    }
    if form.has("apply") && wrong.is_empty() && faults.none() {
        match members::appoint(conn.open().await?, admin.now(), admin.official(), &posts, &page.reason.value).await {
            Ok(done) => {
                let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX).into();
                let args = [("posts", number(done.posts)), ("invited", number(done.invited)), ("already", number(done.already))];
                admin.say(FlashKind::Success, "sheet-done", &args);
                return Ok(respond::see_other(&Place::Admin(AdminPlace::Organisation)));
            }
            Err(AppointRefused::Db(error)) => return Err(error.into()),
            Err(AppointRefused::NoReason | AppointRefused::Backwards) => {
                page.reason.error = faults.note("reason", "admin-reason-missing");
            }
        }
    }
    page.errors = faults.list;
    if page.errors.is_empty() && page.faults.is_empty() { respond::page(&admin, &page) } else { respond::invalid(&admin, &page) }
}

fn read(admin: &AdminIn, rules: &Rules, text: &str) -> (Vec<NewPost>, Vec<LineFault>) {
    let agencies = &rules.agencies;
    let roles: Vec<(Role, String)> =
        Role::ALL.iter().map(|role| (*role, fold(&admin.text(&format!("word-{}", role.as_str()), &[])))).collect();
    let named = |word: &str| {
        let mut found = agencies.iter().filter(|agency| fold(&agency.name) == fold(word)).map(|agency| agency.id);
        found.next().filter(|_| found.next().is_none())
    };
    let may_give = scope::roles(admin);
    let resolve = Resolve {
        agency: &|word| agencies.by_code(word).map(|agency| agency.id).or_else(|| named(word)),
        role: &|word| word.parse().ok().or_else(|| roles.iter().find(|(_, said)| *said == fold(word)).map(|(role, _)| *role)),
        may: &|agency, role| scope::reaches(agencies, &admin.reach, agency) && may_give.contains(&role),
        today: admin.now().today(),
    };
    members::read_sheet(text, &resolve)
}

fn told(admin: &AdminIn, fault: &LineFault) -> FaultView {
    FaultView { line: fault.line, text: admin.text(fault.fault.text_key(), &[("value", fault.value.as_str().into())]) }
}

fn blank(admin: &AdminIn) -> SheetPage {
    let role = |role: &Role| RoleView { word: role.as_str().to_owned(), text: admin.text(&format!("word-{}", role.as_str()), &[]) };
    SheetPage {
        side: side_of(admin, &AdminPlace::Organisation),
        back: Place::Admin(AdminPlace::Organisation).path(),
        action: Place::Admin(AdminPlace::BringMembers).path(),
        roles: scope::roles(admin).iter().map(role).collect(),
        ..SheetPage::default()
    }
}
