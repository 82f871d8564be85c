//! Dossiers in number, made by the generator of the bench.

use diesel::{ExpressionMethods, QueryDsl};
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};
use motcua::kernel::{
    actor::{Membership, Official, Role},
    ids::{AccountId, AgencyId},
};
use motcua::platform::db::schema::audit;

use crate::support::TestPortal;

const GENERATOR: &str = include_str!("../../../benches/dossiers.sql");

/// So many invented dossiers.
pub async fn generate(portal: &TestPortal, count: usize) {
    generate_from(portal, 1, count).await;
}

/// So many more, numbered from here on.
pub async fn generate_from(portal: &TestPortal, from: usize, count: usize) {
    let now = portal.now().instant().to_rfc3339();
    let statement = GENERATOR.replace("{count}", &count.to_string()).replace("{from}", &from.to_string()).replace("{now}", &now);
    let mut conn = portal.conn().await;
    conn.batch_execute("SET statement_timeout = 0").await.expect("all the time it takes");
    diesel::sql_query(statement).execute(&mut conn).await.expect("dossiers in number");
    conn.batch_execute("VACUUM ANALYZE dossiers").await.expect("statistics");
}

/// Somebody who works in these communes.
pub fn official_of(portal: &TestPortal, codes: &[&str], roles: &[Role]) -> Official {
    let agency = |code: &str| -> AgencyId { portal.rules.agencies.by_code(code).unwrap_or_else(|| panic!("no {code}")).id };
    let memberships =
        codes.iter().flat_map(|code| roles.iter().map(move |role| Membership { agency: agency(code), role: *role })).collect();
    Official { account: AccountId::new(), name: "Lê Thị Tiếp".parse().expect("a name"), memberships, stands_in: Vec::new() }
}

/// The codes of the first communes.
pub fn communes(portal: &TestPortal, many: usize) -> Vec<String> {
    portal.rules.agencies.communes().take(many).map(|agency| agency.code.clone()).collect()
}

/// Subject and data of the lines that an act left in the audit.
pub async fn audited(portal: &TestPortal, action: &str) -> Vec<(String, serde_json::Value)> {
    let mut conn = portal.conn().await;
    let lines = audit::table.filter(audit::action.eq(action)).order(audit::seq).select((audit::subject, audit::data));
    lines.load(&mut conn).await.expect("the audit")
}
