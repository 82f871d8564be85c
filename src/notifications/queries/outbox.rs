//! What leaves the house.

use diesel::{
    dsl::sql,
    prelude::*,
    sql_types::{Jsonb, Text},
};
use diesel_async::RunQueryDsl;

use crate::notifications::{
    Channel, Failure, NoticeState, SentNotice,
    model::{Content, LogRow, NewNotice, NoticeRow},
};
use crate::{
    kernel::{
        clock::Now,
        ids::{DossierId, NoticeId},
    },
    platform::db::{Conn, DbError, DbResult, schema::notices},
};

/// All ways at once, each with the sentences that are in force for it. One statement.
pub(in crate::notifications) async fn insert(conn: &mut Conn, notices: &[NewNotice]) -> DbResult<()> {
    let with_sentences = |new: &NewNotice| {
        let data = sql::<Jsonb>("(")
            .bind::<Jsonb, _>(new.data.clone())
            .sql(" || coalesce((SELECT jsonb_build_object('said', jsonb_object_agg(key, text)) FROM notice_texts WHERE kind = ")
            .bind::<Text, _>(new.kind)
            .sql(" AND lang = ")
            .bind::<Text, _>(new.lang)
            .sql(" AND ended_at IS NULL HAVING count(*) > 0), '{}'))");
        (new.clone(), notices::data.eq(data))
    };
    let rows: Vec<_> = notices.iter().map(with_sentences).collect();
    diesel::insert_into(notices::table).values(rows).execute(conn).await.map(drop)
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
            notices::tried_at.eq(now.instant()),
            notices::failure.eq(None::<Failure>),
            notices::data.eq(json(&content.blanked())?),
        ))
        .execute(conn)
        .await
}

/// An attempt failed, and there will be another.
pub(in crate::notifications) async fn mark_tried(
    conn: &mut Conn,
    now: Now,
    id: NoticeId,
    failure: Failure,
    reply: &str,
) -> DbResult<usize> {
    mark(conn, now, id, (NoticeState::Waiting, failure), reply).await
}

/// There will be no other attempt.
pub(in crate::notifications) async fn mark_failed(
    conn: &mut Conn,
    now: Now,
    id: NoticeId,
    failure: Failure,
    reply: &str,
) -> DbResult<usize> {
    mark(conn, now, id, (NoticeState::Failed, failure), reply).await
}

async fn mark(conn: &mut Conn, now: Now, id: NoticeId, (state, failure): (NoticeState, Failure), reply: &str) -> DbResult<usize> {
    diesel::update(notices::table.filter(notices::id.eq(id)).filter(notices::state.ne(NoticeState::Sent)))
        .set((
            notices::state.eq(state),
            notices::failure.eq(failure),
            notices::tried_at.eq(now.instant()),
            notices::attempts.eq(notices::attempts + 1),
            notices::reply.eq(short(reply)),
        ))
        .execute(conn)
        .await
}

/// Whether an earlier one about the same dossier has not left yet by this way.
pub(in crate::notifications) async fn another_waits_before(
    conn: &mut Conn,
    dossier: DossierId,
    channel: Channel,
    id: NoticeId,
) -> DbResult<bool> {
    let earlier = notices::table
        .filter(notices::dossier_id.eq(dossier))
        .filter(notices::channel.eq(channel))
        .filter(notices::state.eq(NoticeState::Waiting))
        .filter(notices::id.lt(id));
    diesel::select(diesel::dsl::exists(earlier)).get_result(conn).await
}

/// What was told about a dossier, the newest first.
pub(in crate::notifications) async fn log(conn: &mut Conn, dossier: DossierId) -> DbResult<Vec<LogRow>> {
    notices::table.filter(notices::dossier_id.eq(dossier)).order(notices::id.desc()).select(LogRow::as_select()).load(conn).await
}

/// What was told about a dossier, oldest first.
pub async fn list(conn: &mut Conn, dossier: DossierId) -> DbResult<Vec<SentNotice>> {
    notices::table.filter(notices::dossier_id.eq(dossier)).order(notices::id).select(SentNotice::as_select()).load(conn).await
}

pub(in crate::notifications) fn json(content: &Content) -> DbResult<serde_json::Value> {
    serde_json::to_value(content).map_err(|error| DbError::SerializationError(Box::new(error)))
}

pub(super) fn short(reply: &str) -> String {
    reply.chars().take(500).collect()
}
