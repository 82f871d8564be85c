//! Rows of `services` and `service_versions`.

use std::ops::Bound;

use diesel::prelude::*;
use serde_json::Value;

use crate::{
    kernel::{
        clock::Instant,
        ids::{ServiceId, ServiceVersionId},
    },
    platform::db::schema::{service_versions, services},
};

/// From, until: half open.
pub(super) type Effective = (Bound<Instant>, Bound<Instant>);

#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = service_versions, check_for_backend(diesel::pg::Pg))]
pub(super) struct VersionRow {
    pub id: ServiceVersionId,
    pub service_id: ServiceId,
    pub number: i32,
    pub definition: Value,
    pub effective: Effective,
}

/// What publication needs to know of the last version.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = service_versions, check_for_backend(diesel::pg::Pg))]
pub(super) struct LastVersion {
    pub id: ServiceVersionId,
    pub number: i32,
    pub digest: Vec<u8>,
    pub effective: Effective,
}

#[derive(Debug, Insertable)]
#[diesel(table_name = services)]
pub(super) struct NewService<'a> {
    pub id: ServiceId,
    pub slug: &'a str,
    pub code: &'a str,
    pub name: &'a str,
    pub field: &'a str,
    pub keywords: String,
    pub offered_online: bool,
}

#[derive(Debug, Insertable)]
#[diesel(table_name = service_versions)]
pub(super) struct NewVersion<'a> {
    pub id: ServiceVersionId,
    pub service_id: ServiceId,
    pub number: i32,
    pub definition: Value,
    pub digest: &'a [u8],
    pub effective: Effective,
}
