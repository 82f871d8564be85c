//! The table `notices`.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::{
    NoticeState, Recipient, SentNotice,
    model::{Content, NoticeRow},
};
use crate::{
    kernel::{
        clock::Now,
        ids::{DossierId, NoticeId, PaperId},
    },
    platform::db::{Conn, DbError, DbResult, schema::notices},
};

pub(super) struct Waiting<'a> {
    pub kind: &'static str,
    pub recipient: &'a Recipient,
    pub dossier: Option<DossierId>,
    pub paper: Option<PaperId>,
    pub content: Content,
}

pub(super) async fn insert(conn: &mut Conn, now: Now, waiting: &Waiting<'_>) -> DbResult<NoticeId> {
    diesel::insert_into(notices::table)
        .values((
            notices::id.eq(NoticeId::new()),
            notices::kind.eq(waiting.kind),
            notices::channel.eq("email"),
            notices::address.eq(&waiting.recipient.email),
            notices::lang.eq(waiting.recipient.lang),
            notices::account_id.eq(waiting.recipient.account),
            notices::dossier_id.eq(waiting.dossier),
            notices::paper_id.eq(waiting.paper),
            notices::data.eq(json(&waiting.content)?),
            notices::state.eq(NoticeState::Waiting),
            notices::created_at.eq(now.instant()),
        ))
        .returning(notices::id)
        .get_result(conn)
        .await
}

pub(super) async fn find(conn: &mut Conn, id: NoticeId) -> DbResult<Option<NoticeRow>> {
    notices::table.filter(notices::id.eq(id)).select(NoticeRow::as_select()).first(conn).await.optional()
}

/// Sent: `content` is kept without its secrets.
pub(super) async fn mark_sent(conn: &mut Conn, now: Now, id: NoticeId, reply: &str, content: Content) -> DbResult<usize> {
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
pub(super) async fn mark_attempt(conn: &mut Conn, id: NoticeId, reply: &str, state: NoticeState) -> DbResult<usize> {
    diesel::update(notices::table.filter(notices::id.eq(id)).filter(notices::state.ne(NoticeState::Sent)))
        .set((notices::state.eq(state), notices::attempts.eq(notices::attempts + 1), notices::reply.eq(short(reply))))
        .execute(conn)
        .await
}

/// What was told about a dossier, oldest first.
pub async fn list(conn: &mut Conn, dossier: DossierId) -> DbResult<Vec<SentNotice>> {
    notices::table.filter(notices::dossier_id.eq(dossier)).order(notices::id).select(SentNotice::as_select()).load(conn).await
}

fn json(content: &Content) -> DbResult<serde_json::Value> {
    serde_json::to_value(content).map_err(|error| DbError::SerializationError(Box::new(error)))
}

fn short(reply: &str) -> String {
    reply.chars().take(500).collect()
}
