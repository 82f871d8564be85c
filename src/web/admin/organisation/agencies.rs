//! Every agency an administrator reaches, with how many people it has and which roles nobody holds.

use std::collections::{HashMap, HashSet};

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::scope::reaches;
use crate::{
    accounts::{self, members},
    agencies::Agency,
    dossiers::Rules,
    kernel::{
        actor::Role,
        ids::AgencyId,
        places::{Place, admin::AdminPlace},
        text::fold,
    },
    platform::views::Page,
    web::{
        admin::side::{self, SideGroup, side_of},
        extract::{AdminIn, Conn, Query},
        shell::{Error, Visit, respond},
    },
};

/// What every communal one-stop shop needs, whatever services it has.
const NEEDED: &[Role] = &[Role::ReceptionOfficer, Role::UnitLeader, Role::RecordsClerk];

#[derive(Debug, Serialize)]
pub struct AgenciesPage {
    side: Vec<SideGroup>,
    query: String,
    rows: Vec<RowView>,
    /// Where a list of people is read in.
    bring: String,
}

#[derive(Debug, Clone, Serialize)]
struct RowView {
    href: String,
    name: String,
    code: String,
    former: String,
    people: String,
    /// Roles that nobody holds.
    missing: String,
}

#[derive(Debug, Default, Deserialize)]
pub struct Question {
    #[serde(default)]
    q: String,
}

impl Page for AgenciesPage {
    const TEMPLATE: &'static str = "admin/organisation/agencies.html";

    fn samples() -> Vec<Self> {
        let row = RowView {
            href: "/quan-tri/co-quan/H44.07900".into(),
            name: "Phường Việt Trì".into(),
            code: "H44.07900".into(),
            former: "Phường Dữu Lâu".into(),
            people: "7".into(),
            missing: "Văn thư".into(),
        };
        let bare = RowView { former: String::new(), missing: String::new(), people: "0".into(), ..row.clone() };
        let page = |query: &str, rows| Self { side: side::sample(), query: query.into(), rows, bring: "/quan-tri/nhap-can-bo".into() };
        vec![page("", vec![row, bare]), page("xyz", Vec::new())]
    }
}

/// `GET /quan-tri/co-quan`
pub async fn show(
    admin: AdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    Query(question): Query<Question>,
) -> Result<HttpResponse, Error> {
    let today = admin.now().today();
    let conn_open = conn.open().await?;
    let people = members::headcounts(conn_open, today).await?;
    let staffed = accounts::staffed(conn_open, today).await?;
    conn.close();
    let wanted = fold(question.q.trim());
    let fits = |agency: &&Agency| {
        let named = |name: &String| fold(name).contains(&wanted);
        wanted.is_empty() || named(&agency.name) || agency.code.to_lowercase().contains(&wanted) || agency.former_names.iter().any(named)
    };
    let all = rules.agencies.iter().filter(|agency| reaches(&rules.agencies, &admin.reach, agency.id)).filter(fits);
    let rows = all.map(|agency| row(&admin, agency, &people, &staffed)).collect();
    let page = AgenciesPage {
        side: side_of(&admin, &AdminPlace::Organisation),
        query: question.q,
        rows,
        bring: Place::Admin(AdminPlace::BringMembers).path(),
    };
    respond::page(&admin, &page)
}

fn row(visit: &Visit, agency: &Agency, people: &HashMap<AgencyId, i64>, staffed: &HashSet<(AgencyId, Role)>) -> RowView {
    let missing = NEEDED.iter().filter(|role| agency.kind.is_communal() && !staffed.contains(&(agency.id, **role)));
    RowView {
        href: Place::Admin(AdminPlace::Agency(agency.code.clone())).path(),
        name: agency.name.clone(),
        code: agency.code.clone(),
        former: agency.former_names.join(", "),
        people: people.get(&agency.id).copied().unwrap_or_default().to_string(),
        missing: missing.map(|role| visit.text(&format!("word-{}", role.as_str()), &[])).collect::<Vec<_>>().join(", "),
    }
}
