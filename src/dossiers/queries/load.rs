//! One dossier, for the person who may see it.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::drafts::held_by;
use crate::{
    dossiers::model::Row,
    kernel::{
        actor::{Citizen, Official},
        dossier_code::DossierCode,
        ids::{AttachmentId, DossierId},
    },
    platform::db::{
        Conn, DbResult,
        schema::{attachments, dossiers, papers},
    },
    workflow::Status,
};

pub async fn of_owner(conn: &mut Conn, citizen: &Citizen, code: &DossierCode) -> DbResult<Option<Row>> {
    dossiers::table
        .filter(dossiers::code.eq(code))
        .filter(dossiers::submitter_id.eq(citizen.account))
        .select(Row::as_select())
        .first(conn)
        .await
        .optional()
}

pub async fn of_owner_for_update(conn: &mut Conn, citizen: &Citizen, code: &DossierCode) -> DbResult<Option<Row>> {
    dossiers::table
        .filter(dossiers::code.eq(code))
        .filter(dossiers::submitter_id.eq(citizen.account))
        .select(Row::as_select())
        .for_update()
        .first(conn)
        .await
        .optional()
}

pub async fn of_official(conn: &mut Conn, official: &Official, code: &DossierCode) -> DbResult<Option<Row>> {
    dossiers::table
        .filter(dossiers::code.eq(code))
        .filter(dossiers::agency_id.eq_any(official.agencies()))
        .filter(dossiers::status.ne(Status::Draft))
        .select(Row::as_select())
        .first(conn)
        .await
        .optional()
}

pub async fn of_official_for_update(conn: &mut Conn, official: &Official, code: &DossierCode) -> DbResult<Option<Row>> {
    dossiers::table
        .filter(dossiers::code.eq(code))
        .filter(dossiers::agency_id.eq_any(official.agencies()))
        .filter(dossiers::status.ne(Status::Draft))
        .select(Row::as_select())
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// For the portal itself: nobody looks at it, a time has run out.
pub async fn by_id_for_update(conn: &mut Conn, id: DossierId) -> DbResult<Option<Row>> {
    dossiers::table.filter(dossiers::id.eq(id)).select(Row::as_select()).for_update().first(conn).await.optional()
}

/// A dossier of this citizen by its id, whatever its status: drafts have no code. Or a draft that he
/// fills in at the counter.
pub async fn of_owner_by_id_for_update(conn: &mut Conn, citizen: &Citizen, id: DossierId) -> DbResult<Option<Row>> {
    dossiers::table
        .filter(dossiers::id.eq(id))
        .filter(dossiers::submitter_id.is_not_distinct_from(citizen.account).or(held_by(citizen.account)))
        .select(Row::as_select())
        .for_update()
        .first(conn)
        .await
        .optional()
}

pub async fn attachment_is_of_citizen(conn: &mut Conn, citizen: &Citizen, id: AttachmentId) -> DbResult<bool> {
    let at_counter = dossiers::submitter_id.is_null().and(dossiers::taken_in_by.is_not_distinct_from(citizen.account));
    let held = dossiers::submitter_id.is_not_distinct_from(citizen.account).or(dossiers::status.eq(Status::Draft).and(at_counter));
    let mine = attachments::table.inner_join(dossiers::table).filter(attachments::id.eq(id)).filter(held);
    diesel::select(diesel::dsl::exists(mine)).get_result(conn).await
}

/// The code of the dossier that this file belongs to, if its agency is one of the official's.
pub async fn attachment_seen_by_official(conn: &mut Conn, official: &Official, id: AttachmentId) -> DbResult<Option<DossierCode>> {
    let code: Option<Option<DossierCode>> = attachments::table
        .inner_join(dossiers::table)
        .filter(attachments::id.eq(id))
        .filter(dossiers::agency_id.eq_any(official.agencies()))
        .filter(dossiers::status.ne(Status::Draft))
        .select(dossiers::code)
        .first(conn)
        .await
        .optional()?;
    Ok(code.flatten())
}

pub async fn paper_is_of_citizen(conn: &mut Conn, citizen: &Citizen, id: crate::kernel::ids::PaperId) -> DbResult<bool> {
    let mine = papers::table.inner_join(dossiers::table).filter(papers::id.eq(id)).filter(dossiers::submitter_id.eq(citizen.account));
    diesel::select(diesel::dsl::exists(mine)).get_result(conn).await
}

pub async fn paper_is_of_official(conn: &mut Conn, official: &Official, id: crate::kernel::ids::PaperId) -> DbResult<bool> {
    let ours = papers::table.inner_join(dossiers::table).filter(papers::id.eq(id)).filter(dossiers::agency_id.eq_any(official.agencies()));
    diesel::select(diesel::dsl::exists(ours)).get_result(conn).await
}
