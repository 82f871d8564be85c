//! Drafts: rows that belong to one citizen alone.

use diesel::{expression::BoxableExpression, pg::Pg, prelude::*, sql_types::Bool};
use diesel_async::RunQueryDsl;
use serde_json::Value;

use crate::{
    dossiers::{model::Row, reading::Channel},
    kernel::{
        actor::Citizen,
        clock::{Instant, Now},
        ids::{AccountId, AgencyId, DossierId, ServiceId, ServiceVersionId},
    },
    platform::db::{Conn, DbResult, schema::dossiers},
    workflow::Status,
};

/// A draft of his own, or one that he fills in at the counter for somebody else.
pub(super) fn held_by(account: AccountId) -> Box<dyn BoxableExpression<dossiers::table, Pg, SqlType = Bool>> {
    let own = dossiers::submitter_id.is_not_distinct_from(account);
    let at_counter = dossiers::submitter_id.is_null().and(dossiers::taken_in_by.is_not_distinct_from(account));
    Box::new(dossiers::status.eq(Status::Draft).and(own.or(at_counter)))
}

pub struct NewDraft {
    pub service: ServiceId,
    pub version: ServiceVersionId,
    pub agency: Option<AgencyId>,
    pub answers: Value,
    pub expires_at: Instant,
}

pub async fn insert(conn: &mut Conn, now: Now, citizen: &Citizen, draft: NewDraft) -> DbResult<DossierId> {
    diesel::insert_into(dossiers::table)
        .values((
            dossiers::id.eq(DossierId::new()),
            dossiers::service_id.eq(draft.service),
            dossiers::service_version_id.eq(draft.version),
            dossiers::agency_id.eq(draft.agency),
            dossiers::status.eq(Status::Draft),
            dossiers::channel.eq(Channel::Online),
            dossiers::submitter_id.eq(citizen.account),
            dossiers::answers.eq(draft.answers),
            dossiers::draft_expires_at.eq(draft.expires_at),
            dossiers::created_at.eq(now.instant()),
            dossiers::updated_at.eq(now.instant()),
        ))
        .returning(dossiers::id)
        .get_result(conn)
        .await
}

pub async fn find(conn: &mut Conn, citizen: &Citizen, id: DossierId) -> DbResult<Option<Row>> {
    dossiers::table.filter(dossiers::id.eq(id)).filter(held_by(citizen.account)).select(Row::as_select()).first(conn).await.optional()
}

/// What this citizen handed in last.
pub async fn last_submitted(conn: &mut Conn, citizen: &Citizen) -> DbResult<Option<Row>> {
    dossiers::table
        .filter(dossiers::submitter_id.eq(citizen.account))
        .filter(dossiers::status.ne(Status::Draft))
        .order(dossiers::submitted_at.desc())
        .select(Row::as_select())
        .first(conn)
        .await
        .optional()
}

/// The service of a draft, so that an agency can be checked against it.
pub async fn set_agency(conn: &mut Conn, now: Now, citizen: &Citizen, id: DossierId, agency: AgencyId) -> DbResult<bool> {
    let rows = diesel::update(
        dossiers::table
            .filter(dossiers::id.eq(id))
            .filter(dossiers::submitter_id.eq(citizen.account))
            .filter(dossiers::status.eq(Status::Draft)),
    )
    .set((dossiers::agency_id.eq(agency), dossiers::updated_at.eq(now.instant())))
    .execute(conn)
    .await?;
    Ok(rows == 1)
}

pub struct SavedPage {
    pub answers: Value,
    pub page_versions: Value,
    /// The dossier in one line, by which its owner tells it from others.
    pub subject: String,
    pub expires_at: Instant,
    /// The version that was read; nothing is written if another was stored since.
    pub read: i32,
}

/// The new version, or none if somebody else saved since it was read.
pub async fn save(conn: &mut Conn, now: Now, citizen: &Citizen, id: DossierId, saved: SavedPage) -> DbResult<Option<i32>> {
    diesel::update(
        dossiers::table.filter(dossiers::id.eq(id)).filter(held_by(citizen.account)).filter(dossiers::lock_version.eq(saved.read)),
    )
    .set((
        dossiers::answers.eq(saved.answers),
        dossiers::page_versions.eq(saved.page_versions),
        dossiers::subject.eq(saved.subject),
        dossiers::draft_expires_at.eq(saved.expires_at),
        dossiers::lock_version.eq(dossiers::lock_version + 1),
        dossiers::updated_at.eq(now.instant()),
    ))
    .returning(dossiers::lock_version)
    .get_result(conn)
    .await
    .optional()
}

pub async fn discard(conn: &mut Conn, citizen: &Citizen, id: DossierId) -> DbResult<bool> {
    let rows = diesel::delete(
        dossiers::table
            .filter(dossiers::id.eq(id))
            .filter(dossiers::submitter_id.eq(citizen.account))
            .filter(dossiers::status.eq(Status::Draft)),
    )
    .execute(conn)
    .await?;
    Ok(rows == 1)
}

/// Drafts past their day, some at a time, with their files' removal left to the sweep.
pub async fn delete_expired(conn: &mut Conn, now: Now, most: i64) -> DbResult<usize> {
    let expired: Vec<DossierId> = dossiers::table
        .filter(dossiers::status.eq(Status::Draft))
        .filter(dossiers::draft_expires_at.lt(now.instant()))
        .order(dossiers::draft_expires_at)
        .limit(most)
        .select(dossiers::id)
        .for_update()
        .skip_locked()
        .load(conn)
        .await?;
    diesel::delete(dossiers::table.filter(dossiers::id.eq_any(expired)).filter(dossiers::status.eq(Status::Draft))).execute(conn).await
}
