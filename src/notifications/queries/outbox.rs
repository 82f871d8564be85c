//! What leaves the house.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::notifications::{
    NoticeState, SentNotice,
    model::{Content, NewNotice, NoticeRow},
};
use crate::{
    kernel::{
        clock::Now,
        ids::{DossierId, NoticeId},
    },
    platform::db::{Conn, DbError, DbResult, schema::notices},
};

/// All ways at once. One statement.
pub(in crate::notifications) async fn insert(conn: &mut Conn, notices: &[NewNotice]) -> DbResult<()> {
    diesel::insert_into(notices::table).values(notices).execute(conn).await.map(drop)
}

pub(in crate::notifications) async fn find(conn: &mut Conn, id: NoticeId) -> DbResult<Option<NoticeRow>> {
    notices::table.filter(notices::id.eq(id)).select(NoticeRow::as_select()).first(conn).await.optional()
}

/// Sent: `content` is kept without its secrets.
pub(in crate::notifications) async fn mark_sent(conn: &mut Conn, now: Now, id: NoticeId, reply: &str, content: Content) -> DbResult<usize> {
    diesel::update(notices::table.filter(notices::id.eq(id)).filter(notices::state.ne(NoticeState::Sent)))
        .set((
            notices::state.eq(NoticeState::Sent),
            notices::attempts.eq(notices::attempts + 1),
            notices::reply.eq(short(reply)),
            notices::sent_at.eq(now.instant()),
            notices::data.eq(json(&content.blanked())?),
        ))
        .execute(conn)
        .await
}

/// An attempt failed; `state` says whether there will be another.
pub(in crate::notifications) async fn mark_attempt(conn: &mut Conn, id: NoticeId, reply: &str, state: NoticeState) -> DbResult<usize> {
    diesel::update(notices::table.filter(notices::id.eq(id)).filter(notices::state.ne(NoticeState::Sent)))
        .set((notices::state.eq(state), notices::attempts.eq(notices::attempts + 1), notices::reply.eq(short(reply))))
        .execute(conn)
        .await
}

/// What was told about a dossier, oldest first.
pub async fn list(conn: &mut Conn, dossier: DossierId) -> DbResult<Vec<SentNotice>> {
    notices::table.filter(notices::dossier_id.eq(dossier)).order(notices::id).select(SentNotice::as_select()).load(conn).await
}

pub(in crate::notifications) fn json(content: &Content) -> DbResult<serde_json::Value> {
    serde_json::to_value(content).map_err(|error| DbError::SerializationError(Box::new(error)))
}

fn short(reply: &str) -> String {
    reply.chars().take(500).collect()
}
