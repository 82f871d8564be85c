//! Binding lines to the chain, and walking it.

use serde::{Deserialize, Serialize};

use super::{
    chain::{self, GENESIS, Verdict, Walk},
    queries,
};
use crate::platform::{
    db::{AsyncConnection, Conn, DbError, DbResult},
    queue::Job,
};

/// The most lines sealed, or read while walking, at one go.
const BATCH: i64 = 1000;

/// Seal what has been written since the last time. Enqueued by the schedule, not by the acts:
/// an act must not wait for the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealAudit {}

impl Job for SealAudit {
    const KIND: &'static str = "seal_audit";
}

/// Binds waiting lines to the chain, oldest first, at most a thousand; how many there were. Zero
/// too when another process is doing it.
pub async fn seal(conn: &mut Conn) -> DbResult<usize> {
    conn.transaction::<usize, DbError, _>(async |conn| {
        if !queries::lock_sealing(conn).await? {
            return Ok(0);
        }
        let (mut place, mut before) = queries::end_of_chain(conn).await?.unwrap_or_else(|| (0, GENESIS.to_vec()));
        let lines = queries::unsealed(conn, BATCH).await?;
        for line in &lines {
            place += 1;
            let hash = chain::hash(&before, place, line);
            queries::write_seal(conn, line.seq, place, &before, &hash).await?;
            before = hash.to_vec();
        }
        Ok(lines.len())
    })
    .await
}

/// Walks the whole chain and stops at the first line that does not hold. Lines cut off at the very
/// end leave no trace in the chain itself: keep the count of sound lines elsewhere to see that.
pub async fn verify(conn: &mut Conn) -> DbResult<Verdict> {
    let mut walk = Walk::start();
    let mut broken = None;
    'walk: loop {
        let lines = queries::sealed_after(conn, walk.place, BATCH).await?;
        if lines.is_empty() {
            break;
        }
        for line in &lines {
            if let Err(found) = walk.step(line) {
                broken = Some(found);
                break 'walk;
            }
        }
    }
    let waiting = u64::try_from(queries::count_unsealed(conn).await?).unwrap_or(0);
    Ok(Verdict { sound: u64::try_from(walk.place).unwrap_or(0), waiting, broken })
}
