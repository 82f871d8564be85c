//! Services that take no dossiers.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::super::{ServiceStop, StopKind, model::NewStop};
use crate::{
    kernel::{
        clock::Instant,
        ids::{AccountId, ServiceId},
    },
    platform::db::{
        Conn, DbResult,
        schema::{service_stops, services},
    },
};

/// Every service that is stopped now, by its address word.
pub(in super::super) async fn open_stops(conn: &mut Conn) -> DbResult<Vec<(String, ServiceStop)>> {
    let rows: Vec<(String, StopKind, String, Option<String>, Instant)> = service_stops::table
        .inner_join(services::table)
        .filter(service_stops::ended_at.is_null())
        .select((services::slug, service_stops::kind, service_stops::message, service_stops::successor, service_stops::created_at))
        .load(conn)
        .await?;
    Ok(rows.into_iter().map(|(slug, kind, message, successor, since)| (slug, ServiceStop { kind, message, successor, since })).collect())
}

pub(in super::super) async fn insert_stop(conn: &mut Conn, row: NewStop<'_>) -> DbResult<usize> {
    diesel::insert_into(service_stops::table).values(row).execute(conn).await
}

/// How many ended: one or none.
pub(in super::super) async fn end_stop(conn: &mut Conn, service: ServiceId, by: AccountId, at: Instant) -> DbResult<usize> {
    diesel::update(service_stops::table.filter(service_stops::service_id.eq(service).and(service_stops::ended_at.is_null())))
        .set((service_stops::ended_at.eq(at), service_stops::ended_by.eq(by)))
        .execute(conn)
        .await
}
