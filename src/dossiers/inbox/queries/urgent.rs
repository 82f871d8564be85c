//! Of each agency, service and step the dossier that is due first: among these is the one with the least slack.

use diesel::{dsl::sql, pg::Pg, prelude::*, query_builder::QueryFragment, sql_types::Bool};
use diesel_async::{RunQueryDsl, methods::LoadQuery};

use super::conditions::{Condition, at_agencies, mine};
use crate::{
    dossiers::inbox::model::Urgent,
    kernel::actor::Official,
    platform::db::{Conn, DbResult, schema::dossiers},
};

pub async fn most_urgent(conn: &mut Conn, official: &Official) -> DbResult<Vec<Urgent>> {
    statement(official).load(conn).await
}

pub(super) fn statement(official: &Official) -> impl LoadQuery<'static, Conn, Urgent> + QueryFragment<Pg> + 'static {
    let kind = (dossiers::agency_id, dossiers::service_version_id, dossiers::step_key);
    dossiers::table
        .filter(at_agencies(&official.agencies()))
        .filter(mine(official))
        .filter(clock_runs())
        .distinct_on(kind)
        .order((dossiers::agency_id, dossiers::service_version_id, dossiers::step_key, dossiers::queue_due, dossiers::id))
        .select(Urgent::as_select())
}

/// Results that wait to be fetched hurry nobody.
fn clock_runs() -> Condition {
    Box::new(sql::<Bool>("dossiers.status <> 'finished' AND dossiers.queue_due < '9999-01-01'"))
}
