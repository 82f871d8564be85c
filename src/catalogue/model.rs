//! Rows of `services` and `service_versions`.

use std::ops::Bound;

use diesel::prelude::*;
use serde_json::Value;

use crate::{
    kernel::{
        clock::Instant,
        ids::{AccountId, ServiceDraftId, ServiceId, ServiceStopId, ServiceVersionId},
        person::PersonName,
    },
    platform::db::schema::{service_draft_saves, service_drafts, service_stops, service_versions, services},
};

use super::StopKind;

crate::text_enum!(
    /// Where a version comes from.
    Origin {
        /// The files of the installation, at a start of the portal.
        Files = "files",
        /// An administrator, in the browser or by import.
        Editor = "editor",
    }
);

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
#[derive(Debug, Queryable)]
pub(super) struct LastVersion {
    pub id: ServiceVersionId,
    pub number: i32,
    pub digest: Vec<u8>,
    pub effective: Effective,
    pub origin: Origin,
    pub has_files: bool,
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
    pub files: Option<Value>,
    pub origin: Origin,
    pub published_by: Option<AccountId>,
    pub published_at: Instant,
    pub reason: &'a str,
}

/// A draft with its last save.
#[derive(Debug, Queryable)]
pub(super) struct DraftRow {
    pub id: ServiceDraftId,
    pub slug: String,
    pub based_on: Option<ServiceVersionId>,
    pub number: i32,
    pub files: Value,
    pub saved_by: PersonName,
    pub saved_at: Instant,
}

#[derive(Debug, Insertable)]
#[diesel(table_name = service_drafts)]
pub(super) struct NewDraft<'a> {
    pub id: ServiceDraftId,
    pub slug: &'a str,
    pub based_on: Option<ServiceVersionId>,
    pub begun_by: AccountId,
    pub created_at: Instant,
}

#[derive(Debug, Insertable)]
#[diesel(table_name = service_draft_saves)]
pub(super) struct NewSave<'a> {
    pub draft_id: ServiceDraftId,
    pub number: i32,
    pub files: Value,
    pub what: &'a str,
    pub saved_by: AccountId,
    pub created_at: Instant,
    pub automatic: bool,
}

/// A service as it lies in its table.
#[derive(Debug, Queryable)]
pub(super) struct ServiceRow {
    pub id: ServiceId,
    pub slug: String,
    pub code: String,
    pub name: String,
    pub field: String,
    pub files_wait: bool,
}

/// A version without its document.
#[derive(Debug, Queryable)]
pub(super) struct VersionLine {
    pub id: ServiceVersionId,
    pub service: ServiceId,
    pub number: i32,
    pub effective: Effective,
    pub origin: Origin,
    pub published_by: Option<PersonName>,
    pub published_at: Instant,
    pub reason: String,
    pub has_files: bool,
}

/// An open draft without its files.
#[derive(Debug, Queryable)]
pub(super) struct DraftLine {
    pub slug: String,
    pub number: i32,
    pub saved_by: PersonName,
    pub saved_at: Instant,
}

#[derive(Debug, Insertable)]
#[diesel(table_name = service_stops)]
pub(super) struct NewStop<'a> {
    pub id: ServiceStopId,
    pub service_id: ServiceId,
    pub kind: StopKind,
    pub message: &'a str,
    pub successor: Option<&'a str>,
    pub reason: &'a str,
    pub begun_by: AccountId,
    pub created_at: Instant,
}
