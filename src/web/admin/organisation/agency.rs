//! One agency: how it is reached, who works there, what it handles.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::scope;
use crate::{
    accounts::members::{self, Member},
    agencies::Agency,
    catalogue::HandlingLevel,
    dossiers::Rules,
    kernel::places::{Place, admin::AdminPlace},
    platform::views::Page,
    web::{
        admin::side::{self, SideGroup, side_of},
        extract::{AdminIn, Conn, Path},
        shell::{Error, Visit, respond},
        words,
    },
};

#[derive(Debug, Serialize)]
pub struct AgencyPage {
    side: Vec<SideGroup>,
    back: String,
    name: String,
    facts: Vec<FactView>,
    members: Vec<MemberView>,
    add: String,
    services: Vec<String>,
}

#[derive(Debug, Serialize)]
struct FactView {
    label: String,
    value: String,
    href: String,
}

#[derive(Debug, Serialize)]
struct MemberView {
    name: String,
    email: String,
    role: String,
    title: String,
    from: String,
    until: String,
    /// Has not opened the invitation yet.
    invited: bool,
    /// Begins later.
    later: bool,
    end: String,
}

impl Page for AgencyPage {
    const TEMPLATE: &'static str = "admin/organisation/agency.html";

    fn samples() -> Vec<Self> {
        let member = |invited, later| MemberView {
            name: "Lê Thị Tiếp".into(),
            email: "motcua.viettri@example.vn".into(),
            role: "Cán bộ tiếp nhận".into(),
            title: "Cán bộ một cửa".into(),
            from: "01/12/2026".into(),
            until: if later { "31/12/2026".into() } else { String::new() },
            invited,
            later,
            end: "/quan-tri/can-bo/1/ket-thuc".into(),
        };
        let page = |members| Self {
            side: side::sample(),
            back: "/quan-tri/co-quan".into(),
            name: "Phường Việt Trì".into(),
            facts: vec![FactView { label: "Mã định danh".into(), value: "H44.07900".into(), href: String::new() }],
            members,
            add: "/quan-tri/co-quan/H44.07900/them-can-bo".into(),
            services: vec!["Đăng ký khai sinh".into()],
        };
        vec![page(vec![member(false, false), member(true, true)]), page(Vec::new())]
    }
}

/// `GET /quan-tri/co-quan/{code}`
pub async fn show(admin: AdminIn, mut conn: Conn, rules: web::Data<Rules>, code: Path<String>) -> Result<HttpResponse, Error> {
    let agency = scope::agency(&admin, &rules.agencies, &code.0)?;
    let people = members::members_of(conn.open().await?, agency.id, admin.now().today()).await?;
    conn.close();
    let today = admin.now().today();
    let level = if agency.kind.is_communal() { HandlingLevel::Commune } else { HandlingLevel::Province };
    let handled = rules.catalogue.all_offered(admin.now().instant());
    let handled = handled.iter().filter(|version| version.definition.handled_by == level);
    let page = AgencyPage {
        side: side_of(&admin, &AdminPlace::Organisation),
        back: Place::Admin(AdminPlace::Organisation).path(),
        name: agency.name.clone(),
        facts: facts(&admin, &rules, agency),
        members: people.iter().map(|member| view(&admin, member, today)).collect(),
        add: Place::Admin(AdminPlace::Appoint(agency.code.clone())).path(),
        services: handled.map(|version| version.definition.name.get(admin.lang()).to_owned()).collect(),
    };
    respond::page(&admin, &page)
}

fn facts(visit: &Visit, rules: &Rules, agency: &Agency) -> Vec<FactView> {
    let above = agency.parent_id.and_then(|id| rules.agencies.get(id)).map(|above| above.name.clone()).unwrap_or_default();
    let all = [
        ("organisation-code", agency.code.clone()),
        ("organisation-above", above),
        ("organisation-address", agency.address.clone()),
        ("organisation-phone", agency.phone.clone()),
        ("organisation-email", agency.email.clone()),
        ("organisation-formers", agency.former_names.join(", ")),
    ];
    let told = all.into_iter().filter(|(_, value)| !value.is_empty());
    told.map(|(key, value)| FactView { label: visit.text(key, &[]), value, href: String::new() }).collect()
}

fn view(visit: &Visit, member: &Member, today: chrono::NaiveDate) -> MemberView {
    MemberView {
        name: member.name.to_string(),
        email: member.email.to_string(),
        role: visit.text(&format!("word-{}", member.role.as_str()), &[]),
        title: member.title.clone(),
        from: words::day(member.from),
        until: member.until.map(words::day).unwrap_or_default(),
        invited: !member.confirmed,
        later: member.from > today,
        end: Place::Admin(AdminPlace::EndPost(member.id)).path(),
    }
}
