//! Somebody gets a post; without an account, a letter invites him to set a password.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::scope;
use crate::{
    accounts::members::{self, AppointRefused, NewPost},
    dossiers::Rules,
    kernel::{
        actor::Role,
        ids::AgencyId,
        person::{Email, PersonName},
        places::{Place, admin::AdminPlace},
        text::line,
    },
    platform::views::{FlashKind, Page},
    web::{
        admin::side::{self, SideGroup, side_of},
        answer::{Answer, Fault, Faults},
        extract::{AdminIn, Conn, FormPairs, Path},
        shell::{Error, respond},
    },
};

#[derive(Debug, Clone, Default, Serialize)]
pub struct AppointPage {
    side: Vec<SideGroup>,
    back: String,
    name: String,
    action: String,
    errors: Vec<Fault>,
    full_name: Answer,
    email: Answer,
    title: Answer,
    from: Answer,
    until: Answer,
    reason: Answer,
    role: String,
    roles: Vec<OptionView>,
}

#[derive(Debug, Clone, Serialize)]
struct OptionView {
    value: String,
    text: String,
}

impl Page for AppointPage {
    const TEMPLATE: &'static str = "admin/organisation/appoint.html";

    fn samples() -> Vec<Self> {
        let text = "Nhập địa chỉ thư điện tử, ví dụ ten@example.vn";
        let page = Self {
            side: side::sample(),
            back: "/quan-tri/co-quan/H44.07900".into(),
            name: "Phường Việt Trì".into(),
            action: "/quan-tri/co-quan/H44.07900/them-can-bo".into(),
            role: "reception_officer".into(),
            roles: vec![OptionView { value: "reception_officer".into(), text: "Cán bộ tiếp nhận".into() }],
            ..Self::default()
        };
        let wrong =
            Self { errors: vec![Fault { href: "#email".into(), text: text.into() }], email: Answer::wrong("khong", text), ..page.clone() };
        vec![page, wrong]
    }
}

/// `GET /quan-tri/co-quan/{code}/them-can-bo`
pub async fn show(admin: AdminIn, rules: web::Data<Rules>, code: Path<String>) -> Result<HttpResponse, Error> {
    let mut page = blank(&admin, &rules, &code.0)?;
    page.from = Answer::of(&scope::in_box(admin.now().today()));
    respond::page(&admin, &page)
}

/// `POST /quan-tri/co-quan/{code}/them-can-bo`
pub async fn appoint(
    admin: AdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    code: Path<String>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let agency = scope::agency(&admin, &rules.agencies, &code.0)?.id;
    let mut page = blank(&admin, &rules, &code.0)?;
    let mut faults = Faults::new(&admin);
    let post = read(&admin, &mut page, &mut faults, agency, &form);
    page.reason = Answer::typed(&form, "reason");
    if page.reason.value.trim().is_empty() {
        page.reason.error = faults.note("reason", "admin-reason-missing");
    }
    let Some(post) = post.filter(|_| faults.none()) else {
        page.errors = faults.list;
        return respond::invalid(&admin, &page);
    };
    match members::appoint(conn.open().await?, admin.now(), admin.official(), &[post], &page.reason.value).await {
        Ok(done) => {
            let key = match done {
                done if done.invited > 0 => "appoint-invited",
                done if done.posts > 0 => "appoint-done",
                _ => "appoint-already",
            };
            admin.say(FlashKind::Success, key, &[("email", page.email.value.as_str().into())]);
            Ok(respond::see_other(&Place::Admin(AdminPlace::Agency(code.0))))
        }
        Err(AppointRefused::Db(error)) => Err(error.into()),
        Err(AppointRefused::NoReason | AppointRefused::Backwards) => {
            page.until.error = faults.note("until", "sheet-backwards");
            page.errors = faults.list;
            respond::invalid(&admin, &page)
        }
    }
}

fn read(admin: &AdminIn, page: &mut AppointPage, faults: &mut Faults<'_>, agency: AgencyId, form: &FormPairs) -> Option<NewPost> {
    page.role = form.text("role").to_owned();
    page.full_name = Answer::typed(form, "full_name");
    page.email = Answer::typed(form, "email");
    page.title = Answer::typed(form, "title");
    page.from = Answer::typed(form, "from");
    page.until = Answer::typed(form, "until");
    let name: Option<PersonName> = faults.read(&mut page.full_name, "full_name", "appoint-no-name");
    let email: Option<Email> = faults.read(&mut page.email, "email", "appoint-no-email");
    let role = page.role.parse::<Role>().ok().filter(|role| scope::roles(admin).contains(role));
    if role.is_none() {
        faults.note("role", "appoint-no-role");
    }
    let from = scope::day(&page.from.value);
    if from.is_none() {
        page.from.error = faults.note("from", "appoint-no-day");
    }
    let until = Some(page.until.value.trim()).filter(|raw| !raw.is_empty()).map(scope::day);
    if until == Some(None) {
        page.until.error = faults.note("until", "appoint-no-day");
    }
    let title = line(&page.title.value);
    Some(NewPost { name: name?, email: email?, agency, role: role?, title, from: from?, until: until.unwrap_or_default() })
}

fn blank(admin: &AdminIn, rules: &Rules, code: &str) -> Result<AppointPage, Error> {
    let agency = scope::agency(admin, &rules.agencies, code)?;
    let option = |role: &Role| OptionView { value: role.as_str().to_owned(), text: admin.text(&format!("word-{}", role.as_str()), &[]) };
    Ok(AppointPage {
        side: side_of(admin, &AdminPlace::Organisation),
        back: Place::Admin(AdminPlace::Agency(agency.code.clone())).path(),
        name: agency.name.clone(),
        action: Place::Admin(AdminPlace::Appoint(agency.code.clone())).path(),
        role: Role::ReceptionOfficer.as_str().to_owned(),
        roles: scope::roles(admin).iter().map(option).collect(),
        ..AppointPage::default()
    })
}
