//! The gates of the channels.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    kernel::clock::Instant,
    notifications::Channel,
    platform::db::{Conn, DbResult, schema::channel_gates},
};

pub(in crate::notifications) async fn shut_until(conn: &mut Conn, channel: Channel) -> DbResult<Option<Instant>> {
    let found: Option<Option<Instant>> =
        channel_gates::table.find(channel).select(channel_gates::shut_until).first(conn).await.optional()?;
    Ok(found.flatten())
}

/// True for the one that may try: the gate was still as it was seen.
pub(in crate::notifications) async fn take_trial(conn: &mut Conn, channel: Channel, seen: Instant, until: Instant) -> DbResult<bool> {
    let as_seen = channel_gates::table.find(channel).filter(channel_gates::shut_until.eq(seen));
    diesel::update(as_seen).set(channel_gates::shut_until.eq(until)).execute(conn).await.map(|rows| rows == 1)
}

/// Writes only if something was amiss.
pub(in crate::notifications) async fn open(conn: &mut Conn, channel: Channel) -> DbResult<()> {
    let amiss = channel_gates::failures.gt(0).or(channel_gates::shut_until.is_not_null());
    diesel::update(channel_gates::table.find(channel).filter(amiss))
        .set((channel_gates::failures.eq(0), channel_gates::shut_until.eq(None::<Instant>)))
        .execute(conn)
        .await
        .map(drop)
}

/// One more in a row; tells how many.
pub(in crate::notifications) async fn count_failure(conn: &mut Conn, channel: Channel) -> DbResult<i32> {
    diesel::insert_into(channel_gates::table)
        .values((channel_gates::channel.eq(channel), channel_gates::failures.eq(1)))
        .on_conflict(channel_gates::channel)
        .do_update()
        .set(channel_gates::failures.eq(channel_gates::failures + 1))
        .returning(channel_gates::failures)
        .get_result(conn)
        .await
}

pub(in crate::notifications) async fn shut(conn: &mut Conn, channel: Channel, until: Instant) -> DbResult<()> {
    diesel::insert_into(channel_gates::table)
        .values((channel_gates::channel.eq(channel), channel_gates::shut_until.eq(until)))
        .on_conflict(channel_gates::channel)
        .do_update()
        .set(channel_gates::shut_until.eq(until))
        .execute(conn)
        .await
        .map(drop)
}
