//! Services and their versions.

use std::ops::Bound;

use diesel::{prelude::*, upsert::excluded};
use diesel_async::RunQueryDsl;
use serde_json::Value;

use super::super::{
    ServiceVersion,
    model::{Effective, LastVersion, NewService, NewVersion, Origin, VersionRow},
};
use crate::{
    forms::World,
    kernel::{
        clock::Instant,
        ids::{ServiceId, ServiceVersionId},
    },
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
        .select((
            service_versions::id,
            service_versions::number,
            service_versions::digest,
            service_versions::effective,
            service_versions::origin,
            service_versions::files.is_not_null(),
        ))
        .first(conn)
        .await
        .optional()
}

/// Slugs of the services whose last version an administrator published.
pub(in super::super) async fn published_by_hand(conn: &mut Conn) -> DbResult<Vec<String>> {
    let last: Vec<(String, Origin)> = service_versions::table
        .inner_join(services::table)
        .distinct_on(services::slug)
        .order((services::slug, service_versions::number.desc()))
        .select((services::slug, service_versions::origin))
        .load(conn)
        .await?;
    Ok(last.into_iter().filter(|(_, origin)| *origin == Origin::Editor).map(|(slug, _)| slug).collect())
}

/// The digest of the last version that came from the files of the installation.
pub(in super::super) async fn last_digest_of_files(conn: &mut Conn, slug: &str) -> DbResult<Option<Vec<u8>>> {
    service_versions::table
        .inner_join(services::table)
        .filter(services::slug.eq(slug).and(service_versions::origin.eq(Origin::Files)))
        .order(service_versions::number.desc())
        .select(service_versions::digest)
        .first(conn)
        .await
        .optional()
}

/// Notes whether the files of the installation wait to be looked at.
pub(in super::super) async fn files_wait(conn: &mut Conn, slug: &str, wait: bool) -> DbResult<usize> {
    let changed = services::table.filter(services::slug.eq(slug).and(services::files_wait.ne(wait)));
    diesel::update(changed).set(services::files_wait.eq(wait)).execute(conn).await
}

/// Gives a version published before files were kept the files it was made of.
pub(in super::super) async fn keep_files(conn: &mut Conn, version: ServiceVersionId, files: Value) -> DbResult<usize> {
    diesel::update(service_versions::table.find(version)).set(service_versions::files.eq(files)).execute(conn).await
}

/// The files in which a version was written.
pub(in super::super) async fn files_of(conn: &mut Conn, version: ServiceVersionId) -> DbResult<Option<Value>> {
    service_versions::table.find(version).select(service_versions::files).first(conn).await
}

/// The document of a version.
pub(in super::super) async fn document_of(conn: &mut Conn, slug: &str, number: i32) -> DbResult<Option<Value>> {
    service_versions::table
        .inner_join(services::table)
        .filter(services::slug.eq(slug).and(service_versions::number.eq(number)))
        .select(service_versions::definition)
        .first(conn)
        .await
        .optional()
}

/// How many versions there are, when the last was published, how often services were stopped and let go on.
pub(in super::super) type Tally = (i64, Option<Instant>, i64);

/// Tells whether memory is behind.
pub(in super::super) async fn tally(conn: &mut Conn) -> DbResult<Tally> {
    let last = diesel::dsl::max(service_versions::published_at);
    let stops = diesel::dsl::sql::<diesel::sql_types::BigInt>("(SELECT count(*) + count(ended_at) FROM service_stops)");
    service_versions::table.select((diesel::dsl::count_star(), last, stops)).first(conn).await
}

/// Locks a service until the transaction ends.
pub(in super::super) async fn lock_service(conn: &mut Conn, slug: &str) -> DbResult<Option<ServiceId>> {
    services::table.filter(services::slug.eq(slug)).select(services::id).for_update().first(conn).await.optional()
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
