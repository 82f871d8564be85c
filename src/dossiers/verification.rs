//! `motcua verify`: whether every dossier's history is whole.

use super::{event::GENESIS, model::EventRow, queries::history};
use crate::{
    kernel::ids::DossierId,
    platform::db::{Conn, DbResult},
};

/// How many events were read, and where a chain is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainVerdict {
    pub events: usize,
    /// The first broken place of each dossier.
    pub broken: Vec<BrokenChain>,
}

/// An event that is not what was written, or one before it that is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenChain {
    pub dossier: DossierId,
    pub seq: i32,
}

const AT_A_TIME: i64 = 2000;

/// Reads all events and counts every hash again.
pub async fn verify_chains(conn: &mut Conn) -> DbResult<ChainVerdict> {
    let mut verdict = ChainVerdict { events: 0, broken: Vec::new() };
    let mut last: Option<EventRow> = None;
    loop {
        let place = last.as_ref().map(|row| (row.dossier_id, row.seq));
        let rows = history::after(conn, place, AT_A_TIME).await?;
        if rows.is_empty() {
            return Ok(verdict);
        }
        for row in rows {
            let is_known = verdict.broken.last().is_some_and(|broken| broken.dossier == row.dossier_id);
            if !is_known && !follows(last.as_ref(), &row) {
                verdict.broken.push(BrokenChain { dossier: row.dossier_id, seq: row.seq });
            }
            verdict.events += 1;
            last = Some(row);
        }
    }
}

/// The row continues the chain of its dossier, and says what its hash says.
fn follows(last: Option<&EventRow>, row: &EventRow) -> bool {
    let before = last.filter(|last| last.dossier_id == row.dossier_id);
    let (seq, previous) = before.map_or((1, GENESIS.as_slice()), |last| (last.seq.saturating_add(1), last.hash.as_slice()));
    row.seq == seq && row.prev_hash == previous && row.hash == row.event().hash(&row.prev_hash)
}
