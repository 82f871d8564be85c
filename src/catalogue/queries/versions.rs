//! Services and their versions.

use std::ops::Bound;

use diesel::{prelude::*, upsert::excluded};
use diesel_async::RunQueryDsl;

use super::super::{
    ServiceVersion,
    model::{Effective, LastVersion, NewService, NewVersion, VersionRow},
};
use crate::{
    forms::World,
    kernel::ids::{ServiceId, ServiceVersionId},
    platform::db::{
        Conn, DbError, DbResult,
        schema::{service_versions, services},
    },
};

pub(in super::super) async fn all_versions(conn: &mut Conn, world: &World) -> DbResult<Vec<ServiceVersion>> {
    let rows: Vec<VersionRow> = service_versions::table.select(VersionRow::as_select()).load(conn).await?;
    rows.into_iter().map(|row| version(row, world)).collect()
}

fn version(row: VersionRow, world: &World) -> DbResult<ServiceVersion> {
    let told = |error: String| DbError::DeserializationError(format!("service version {}: {error}", row.id).into());
    let definition = serde_json::from_value(row.definition).map_err(|error| told(error.to_string()))?;
    let (Bound::Included(from), until) = row.effective else { return Err(told("it has no first day".to_owned())) };
    let until = if let Bound::Excluded(until) = until { Some(until) } else { None };
    Ok(ServiceVersion::new(row.id, row.service_id, row.number, (from, until), definition, world))
}

/// Enters a service or brings its facts for search up to date, and locks its row until the transaction ends.
pub(in super::super) async fn enter_service(conn: &mut Conn, row: NewService<'_>) -> DbResult<ServiceId> {
    diesel::insert_into(services::table)
        .values(row)
        .on_conflict(services::slug)
        .do_update()
        .set((
            services::code.eq(excluded(services::code)),
            services::name.eq(excluded(services::name)),
            services::field.eq(excluded(services::field)),
            services::keywords.eq(excluded(services::keywords)),
            services::offered_online.eq(excluded(services::offered_online)),
        ))
        .returning(services::id)
        .get_result(conn)
        .await
}

pub(in super::super) async fn last_version(conn: &mut Conn, service: ServiceId) -> DbResult<Option<LastVersion>> {
    service_versions::table
        .filter(service_versions::service_id.eq(service))
        .order(service_versions::number.desc())
        .select(LastVersion::as_select())
        .first(conn)
        .await
        .optional()
}

pub(in super::super) async fn close(conn: &mut Conn, version: ServiceVersionId, effective: Effective) -> DbResult<usize> {
    diesel::update(service_versions::table.filter(service_versions::id.eq(version)))
        .set(service_versions::effective.eq(effective))
        .execute(conn)
        .await
}

pub(in super::super) async fn insert_version(conn: &mut Conn, row: NewVersion<'_>) -> DbResult<usize> {
    diesel::insert_into(service_versions::table).values(row).execute(conn).await
}
