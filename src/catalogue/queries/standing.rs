//! How services stand, for administrators: without the documents of their versions.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::super::model::{DraftLine, ServiceRow, VersionLine};
use crate::platform::db::{
    Conn, DbResult,
    schema::{accounts, service_draft_saves as saves, service_drafts, service_versions, services},
};

/// One service, or all, by name.
pub(in super::super) async fn services_standing(conn: &mut Conn, slug: Option<&str>) -> DbResult<Vec<ServiceRow>> {
    let mut query = services::table
        .order((services::name, services::code))
        .select((services::id, services::slug, services::code, services::name, services::field, services::files_wait))
        .into_boxed();
    if let Some(slug) = slug {
        query = query.filter(services::slug.eq(slug));
    }
    query.load(conn).await
}

/// Every version of one service or of all, newest first.
pub(in super::super) async fn versions_standing(conn: &mut Conn, slug: Option<&str>) -> DbResult<Vec<VersionLine>> {
    let mut query = service_versions::table
        .inner_join(services::table)
        .left_join(accounts::table.on(accounts::id.nullable().eq(service_versions::published_by)))
        .order(service_versions::number.desc())
        .select((
            service_versions::id,
            service_versions::service_id,
            service_versions::number,
            service_versions::effective,
            service_versions::origin,
            accounts::full_name.nullable(),
            service_versions::published_at,
            service_versions::reason,
            service_versions::files.is_not_null(),
        ))
        .into_boxed();
    if let Some(slug) = slug {
        query = query.filter(services::slug.eq(slug));
    }
    query.load(conn).await
}

/// The open draft of one service or of all, as each was saved last.
pub(in super::super) async fn drafts_standing(conn: &mut Conn, slug: Option<&str>) -> DbResult<Vec<DraftLine>> {
    let mut query = service_drafts::table
        .inner_join(saves::table.inner_join(accounts::table.on(accounts::id.eq(saves::saved_by))))
        .filter(service_drafts::ended_at.is_null())
        .distinct_on(service_drafts::slug)
        .order((service_drafts::slug, saves::number.desc()))
        .select((service_drafts::slug, saves::number, accounts::full_name, saves::created_at))
        .into_boxed();
    if let Some(slug) = slug {
        query = query.filter(service_drafts::slug.eq(slug));
    }
    query.load(conn).await
}
