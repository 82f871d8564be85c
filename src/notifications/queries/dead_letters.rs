//! What could not be delivered, and what waits without anybody to do it.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    kernel::{clock::Instant, ids::NoticeId},
    notifications::{Channel, NoticeState, model::DeadRow},
    platform::db::{
        Conn, DbResult,
        schema::{dossiers, notices},
    },
};

/// The newest first, older than a given one.
pub(in crate::notifications) async fn page(conn: &mut Conn, before: Option<NoticeId>, limit: i64) -> DbResult<Vec<DeadRow>> {
    let before = before.unwrap_or(NoticeId::from_uuid(uuid::Uuid::max()));
    notices::table
        .left_join(dossiers::table)
        .filter(notices::state.eq(NoticeState::Failed))
        .filter(notices::id.lt(before))
        .order(notices::id.desc())
        .limit(limit)
        .select((
            notices::id,
            notices::kind,
            notices::channel,
            notices::address,
            dossiers::code.nullable(),
            notices::failure,
            notices::reply,
            notices::attempts,
            notices::tried_at,
            notices::created_at,
        ))
        .load(conn)
        .await
}

/// From one state to another; the channel and the address, if it was in the first.
pub(in crate::notifications) async fn turn(
    conn: &mut Conn,
    id: NoticeId,
    from: NoticeState,
    to: NoticeState,
) -> DbResult<Option<(Channel, String)>> {
    diesel::update(notices::table.filter(notices::id.eq(id)).filter(notices::state.eq(from)))
        .set(notices::state.eq(to))
        .returning((notices::channel, notices::address))
        .get_result(conn)
        .await
        .optional()
}

/// Everything that has waited since before this time.
pub(in crate::notifications) async fn waiting_since(conn: &mut Conn, before: Instant, limit: i64) -> DbResult<Vec<(NoticeId, Channel)>> {
    notices::table
        .filter(notices::state.eq(NoticeState::Waiting))
        .filter(notices::created_at.lt(before))
        .order(notices::created_at)
        .limit(limit)
        .select((notices::id, notices::channel))
        .load(conn)
        .await
}
