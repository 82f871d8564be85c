//! Dossiers with a clock, many at once: what counting their return dates again needs.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    dossiers::model::ClockRow,
    kernel::{
        clock::Instant,
        dossier_code::DossierCode,
        ids::{AgencyId, DossierId, ServiceVersionId},
    },
    platform::db::{
        Conn, DbResult,
        schema::{dossier_clock, dossiers},
    },
};

#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = dossiers, check_for_backend(diesel::pg::Pg))]
pub struct Clocked {
    pub id: DossierId,
    pub code: Option<DossierCode>,
    pub service_version_id: ServiceVersionId,
    pub agency_id: Option<AgencyId>,
    pub answers: serde_json::Value,
    pub submitted_at: Option<Instant>,
}

/// Accepted and without a result, whether the clock runs or stands; in the order of their ids.
pub async fn clocked(conn: &mut Conn, agency: Option<AgencyId>, after: Option<DossierId>, most: i64) -> DbResult<Vec<Clocked>> {
    let mut rows = dossiers::table
        .filter(dossiers::accepted_at.is_not_null())
        .filter(dossiers::finished_at.is_null())
        .order(dossiers::id)
        .limit(most)
        .select(Clocked::as_select())
        .into_boxed();
    if let Some(agency) = agency {
        rows = rows.filter(dossiers::agency_id.eq(agency));
    }
    if let Some(last) = after {
        rows = rows.filter(dossiers::id.gt(last));
    }
    rows.load(conn).await
}

/// The ledgers of these dossiers, line by line.
pub async fn ledgers(conn: &mut Conn, ids: &[DossierId]) -> DbResult<Vec<(DossierId, ClockRow)>> {
    dossier_clock::table
        .filter(dossier_clock::dossier_id.eq_any(ids))
        .order((dossier_clock::dossier_id, dossier_clock::seq))
        .select((dossier_clock::dossier_id, ClockRow::as_select()))
        .load(conn)
        .await
}
