//! The table `attempts`: counts in windows of time.

use diesel::{prelude::*, upsert::excluded};
use diesel_async::RunQueryDsl;

use crate::{
    kernel::clock::Instant,
    platform::db::{Conn, DbResult, schema::attempts},
};

/// Counts one more; returns the count.
pub(in crate::accounts) async fn count_one(conn: &mut Conn, bucket: &str, window: Instant) -> DbResult<i32> {
    diesel::insert_into(attempts::table)
        .values((attempts::bucket.eq(bucket), attempts::window_start.eq(window), attempts::count.eq(1)))
        .on_conflict((attempts::bucket, attempts::window_start))
        .do_update()
        .set(attempts::count.eq(attempts::count + excluded(attempts::count)))
        .returning(attempts::count)
        .get_result(conn)
        .await
}

pub(in crate::accounts) async fn give_one_back(conn: &mut Conn, bucket: &str, window: Instant) -> DbResult<()> {
    diesel::update(attempts::table.find((bucket, window)).filter(attempts::count.gt(0)))
        .set(attempts::count.eq(attempts::count - 1))
        .execute(conn)
        .await
        .map(|_| ())
}

/// Forgets windows that began before an instant.
pub(in crate::accounts) async fn forget_before(conn: &mut Conn, instant: Instant) -> DbResult<usize> {
    diesel::delete(attempts::table.filter(attempts::window_start.lt(instant))).execute(conn).await
}
