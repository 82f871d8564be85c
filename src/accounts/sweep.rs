//! Taking out what has expired.

use chrono::TimeDelta;

use super::queries::{attempts, ceremonies, email_changes, links, sessions};
use crate::{
    kernel::clock::Now,
    platform::db::{Conn, DbResult},
};

/// Removes expired sessions, links a month after their end, and counts of yesterday; how many rows.
pub async fn sweep(conn: &mut Conn, now: Now) -> DbResult<usize> {
    let ended = sessions::forget_before(conn, now.instant()).await?;
    let unused = links::forget_before(conn, now.plus(TimeDelta::days(-30))).await?;
    let unmoved = email_changes::forget_before(conn, now.plus(TimeDelta::days(-30))).await?;
    let counted = attempts::forget_before(conn, now.plus(TimeDelta::days(-1))).await?;
    let unended = ceremonies::forget_before(conn, now.instant()).await?;
    Ok(ended + unused + unmoved + counted + unended)
}
