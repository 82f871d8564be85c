//! Drafts of versions, and their saves.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde_json::Value;

use super::super::model::{DraftRow, NewDraft, NewSave};
use crate::{
    kernel::{clock::Instant, ids::ServiceDraftId, person::PersonName},
    platform::db::{
        Conn, DbResult,
        schema::{accounts, service_draft_saves as saves_table, service_drafts},
    },
};

/// The open draft of a service, as it was saved last. One statement.
pub(in super::super) async fn draft(conn: &mut Conn, slug: &str) -> DbResult<Option<DraftRow>> {
    service_drafts::table
        .inner_join(saves_table::table.inner_join(accounts::table.on(accounts::id.eq(saves_table::saved_by))))
        .filter(service_drafts::slug.eq(slug).and(service_drafts::ended_at.is_null()))
        .order(saves_table::number.desc())
        .select((
            service_drafts::id,
            service_drafts::slug,
            service_drafts::based_on,
            saves_table::number,
            saves_table::files,
            accounts::full_name,
            saves_table::created_at,
        ))
        .first(conn)
        .await
        .optional()
}

/// False if somebody else has begun one already.
pub(in super::super) async fn begin_draft(conn: &mut Conn, row: NewDraft<'_>) -> DbResult<bool> {
    let rows = diesel::insert_into(service_drafts::table).values(row).on_conflict_do_nothing().execute(conn).await?;
    Ok(rows == 1)
}

/// False if this number has been saved already.
pub(in super::super) async fn insert_save(conn: &mut Conn, row: NewSave<'_>) -> DbResult<bool> {
    let rows = diesel::insert_into(saves_table::table).values(row).on_conflict_do_nothing().execute(conn).await?;
    Ok(rows == 1)
}

/// The last save grows into this one, if it was an automatic one of the same person at the same part not before `since`.
pub(in super::super) async fn grow_save(conn: &mut Conn, row: &NewSave<'_>, since: Instant) -> DbResult<bool> {
    let last = saves_table::table.find((row.draft_id, row.number - 1)).filter(
        saves_table::automatic
            .eq(true)
            .and(saves_table::saved_by.eq(row.saved_by))
            .and(saves_table::what.eq(row.what))
            .and(saves_table::created_at.ge(since)),
    );
    let grown = diesel::update(last)
        .set((saves_table::number.eq(row.number), saves_table::files.eq(&row.files), saves_table::created_at.eq(row.created_at)))
        .execute(conn)
        .await;
    match grown {
        Ok(rows) => Ok(rows == 1),
        // Somebody else took the number in this moment; that is told as such by the insertion.
        Err(diesel::result::Error::DatabaseError(diesel::result::DatabaseErrorKind::UniqueViolation, _)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// One save as it was.
pub(in super::super) async fn save(conn: &mut Conn, draft: ServiceDraftId, number: i32) -> DbResult<Option<Value>> {
    saves_table::table.find((draft, number)).select(saves_table::files).first(conn).await.optional()
}

/// Every save, newest first: number, of what, by whom, when.
pub(in super::super) async fn saves(conn: &mut Conn, draft: ServiceDraftId) -> DbResult<Vec<(i32, String, PersonName, Instant)>> {
    saves_table::table
        .inner_join(accounts::table.on(accounts::id.eq(saves_table::saved_by)))
        .filter(saves_table::draft_id.eq(draft))
        .order(saves_table::number.desc())
        .select((saves_table::number, saves_table::what, accounts::full_name, saves_table::created_at))
        .load(conn)
        .await
}

/// Closes a draft: it was published, or thrown away.
pub(in super::super) async fn end_draft(conn: &mut Conn, draft: ServiceDraftId, at: Instant) -> DbResult<usize> {
    diesel::update(service_drafts::table.find(draft)).set(service_drafts::ended_at.eq(at)).execute(conn).await
}
