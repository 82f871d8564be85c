//! Addresses at which nobody is.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    kernel::clock::{Instant, Now},
    notifications::Channel,
    platform::db::{Conn, DbResult, schema::bounced_addresses as bounced},
};

/// What was said when the address was found dead, if that was not long ago.
pub(in crate::notifications) async fn find(conn: &mut Conn, channel: Channel, address: &str, since: Instant) -> DbResult<Option<String>> {
    bounced::table.find((channel, address)).filter(bounced::bounced_at.gt(since)).select(bounced::reply).first(conn).await.optional()
}

pub(in crate::notifications) async fn mark(conn: &mut Conn, now: Now, channel: Channel, address: &str, reply: &str) -> DbResult<()> {
    let reply = super::outbox::short(reply);
    diesel::insert_into(bounced::table)
        .values((
            bounced::channel.eq(channel),
            bounced::address.eq(address),
            bounced::reply.eq(&reply),
            bounced::bounced_at.eq(now.instant()),
        ))
        .on_conflict((bounced::channel, bounced::address))
        .do_update()
        .set((bounced::reply.eq(&reply), bounced::bounced_at.eq(now.instant())))
        .execute(conn)
        .await
        .map(drop)
}

pub(in crate::notifications) async fn clear(conn: &mut Conn, channel: Channel, address: &str) -> DbResult<()> {
    diesel::delete(bounced::table.find((channel, address))).execute(conn).await.map(drop)
}
