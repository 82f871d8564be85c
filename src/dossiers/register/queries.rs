//! The register, part by part, in the order of receipt.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::{RegisterCursor, RegisterFilter, model::Entry};
use crate::{
    kernel::ids::{AgencyId, ServiceId},
    platform::db::{Conn, DbResult, schema::dossiers},
};

/// `services`: those of the field that is asked for; `None` for all.
pub async fn part(
    conn: &mut Conn,
    agencies: Vec<AgencyId>,
    services: Option<Vec<ServiceId>>,
    filter: &RegisterFilter,
    (after, most): (Option<RegisterCursor>, i64),
) -> DbResult<Vec<Entry>> {
    let (at, id) = (dossiers::accepted_at.assume_not_null(), dossiers::id);
    let mut query = dossiers::table
        .select(Entry::as_select())
        .filter(dossiers::accepted_at.is_not_null())
        .filter(dossiers::agency_id.assume_not_null().eq_any(agencies))
        .order((dossiers::accepted_at.asc(), id.asc()))
        .limit(most)
        .into_boxed();
    if let Some(begin) = filter.days.begin() {
        query = query.filter(at.ge(begin));
    }
    if let Some(end) = filter.days.end() {
        query = query.filter(at.lt(end));
    }
    if let Some(services) = services {
        query = query.filter(dossiers::service_id.eq_any(services));
    }
    if let Some(after) = after {
        query = query.filter(at.ge(after.at)).filter(at.gt(after.at).or(at.eq(after.at).and(id.gt(after.id))));
    }
    query.load(conn).await
}
