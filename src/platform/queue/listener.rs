//! Wakes sleeping workers when a job is committed, over a connection of its own.

use std::{sync::Arc, time::Duration};

use deadpool::managed::Object;
use diesel_async::SimpleAsyncConnection;
use futures_util::StreamExt;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::queries::CHANNEL;
use crate::platform::db::{Conn, Db};

const RECONNECT_AFTER: Duration = Duration::from_secs(2);

/// Listens until stopped. Without it the queue still works, at the pace of its polling.
pub(super) async fn listen(db: Db, wake: Arc<Notify>, stop: CancellationToken) {
    while !stop.is_cancelled() {
        tokio::select! {
            end = listen_once(&db, &wake) => if let Err(error) = end { tracing::warn!(%error, "not listening for jobs; polling meanwhile") },
            () = stop.cancelled() => return,
        }
        tokio::select! {
            () = tokio::time::sleep(RECONNECT_AFTER) => {}
            () = stop.cancelled() => return,
        }
    }
}

/// Ends when the connection does. The connection leaves the pool for good: notifications pile up
/// on a connection that somebody else could otherwise be given.
async fn listen_once(db: &Db, wake: &Notify) -> anyhow::Result<()> {
    let mut conn: Conn = Object::take(db.get().await?);
    conn.batch_execute(&format!("LISTEN {CHANNEL}")).await?;
    wake.notify_one(); // something may have been committed before we listened
    let mut notifications = std::pin::pin!(conn.notifications_stream());
    while let Some(notification) = notifications.next().await {
        notification?;
        wake.notify_one();
    }
    Ok(())
}
