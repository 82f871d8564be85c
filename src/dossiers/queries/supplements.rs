//! Requests for supplement.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde_json::Value;

use crate::{
    dossiers::model::SupplementRow,
    kernel::{
        clock::{Instant, Now},
        ids::{AccountId, DossierId, SupplementId},
    },
    platform::db::{Conn, DbResult, schema::supplement_requests},
};

/// The newest first.
pub async fn list(conn: &mut Conn, dossier: DossierId) -> DbResult<Vec<SupplementRow>> {
    supplement_requests::table
        .filter(supplement_requests::dossier_id.eq(dossier))
        .order((supplement_requests::requested_at.desc(), supplement_requests::id.desc()))
        .select(SupplementRow::as_select())
        .load(conn)
        .await
}

pub struct NewRequest {
    pub by: AccountId,
    pub reason: String,
    pub items: Value,
    pub answer_until: Instant,
}

pub async fn insert(conn: &mut Conn, now: Now, dossier: DossierId, request: NewRequest) -> DbResult<()> {
    diesel::insert_into(supplement_requests::table)
        .values((
            supplement_requests::id.eq(SupplementId::new()),
            supplement_requests::dossier_id.eq(dossier),
            supplement_requests::requested_by.eq(request.by),
            supplement_requests::requested_at.eq(now.instant()),
            supplement_requests::reason.eq(request.reason),
            supplement_requests::items.eq(request.items),
            supplement_requests::answer_until.eq(request.answer_until),
        ))
        .execute(conn)
        .await
        .map(|_| ())
}

pub async fn answer(conn: &mut Conn, now: Now, id: SupplementId, changes: Value) -> DbResult<()> {
    diesel::update(supplement_requests::table.filter(supplement_requests::id.eq(id)))
        .set((supplement_requests::answered_at.eq(now.instant()), supplement_requests::changes.eq(changes)))
        .execute(conn)
        .await
        .map(|_| ())
}

pub async fn close(conn: &mut Conn, now: Now, id: SupplementId) -> DbResult<()> {
    diesel::update(supplement_requests::table.filter(supplement_requests::id.eq(id)))
        .set(supplement_requests::closed_at.eq(now.instant()))
        .execute(conn)
        .await
        .map(|_| ())
}

/// Until when each of these dossiers waits for its citizen.
pub async fn waiting(conn: &mut Conn, dossiers: &[DossierId]) -> DbResult<Vec<(DossierId, Instant)>> {
    supplement_requests::table
        .filter(supplement_requests::dossier_id.eq_any(dossiers))
        .filter(supplement_requests::closed_at.is_null())
        .filter(supplement_requests::answered_at.is_null())
        .select((supplement_requests::dossier_id, supplement_requests::answer_until))
        .load(conn)
        .await
}
