//! What could not be delivered, and what waits without anybody to do it.

use diesel::{dsl::LeftJoinQuerySource, pg::Pg, prelude::*, sql_types::Bool};
use diesel_async::RunQueryDsl;

use crate::{
    kernel::{
        clock::Instant,
        ids::{AgencyId, NoticeId},
    },
    notifications::{Channel, NoticeState, dead_letters::Letters, model::DeadRow},
    platform::db::{
        Conn, DbResult,
        schema::{dossiers, notices},
    },
};

/// The newest first, older than a given one.
pub(in crate::notifications) async fn page(
    conn: &mut Conn,
    whose: &Letters,
    before: Option<NoticeId>,
    limit: i64,
) -> DbResult<Vec<DeadRow>> {
    let before = before.unwrap_or(NoticeId::from_uuid(uuid::Uuid::max()));
    notices::table
        .left_join(dossiers::table)
        .filter(notices::state.eq(NoticeState::Failed))
        .filter(notices::id.lt(before))
        .filter(of(whose))
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

/// Whether it is dead, and one of these.
pub(in crate::notifications) async fn is_dead(conn: &mut Conn, whose: &Letters, id: NoticeId) -> DbResult<bool> {
    let found = notices::table.left_join(dossiers::table).filter(notices::id.eq(id)).filter(of(whose));
    let found = found.filter(notices::state.eq(NoticeState::Failed)).select(notices::id).first::<NoticeId>(conn).await.optional()?;
    Ok(found.is_some())
}

type Condition = Box<dyn BoxableExpression<LeftJoinQuerySource<notices::table, dossiers::table>, Pg, SqlType = Bool>>;

/// A letter that is about no dossier is the portal's own.
fn of(whose: &Letters) -> Condition {
    match whose {
        Letters::All => Box::new(notices::id.is_not_null()),
        Letters::Of(agencies) => {
            let agencies: Vec<Option<AgencyId>> = agencies.iter().copied().map(Some).collect();
            Box::new(dossiers::agency_id.nullable().eq_any(agencies).assume_not_null())
        }
    }
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
