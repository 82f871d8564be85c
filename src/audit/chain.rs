//! The chain of hashes (pure): each line's hash covers the hash before it and every word of its own.

use sha2::{Digest, Sha256};

use super::model::Line;

/// What stands before the first line.
pub(super) const GENESIS: [u8; 32] = [0; 32];

/// What walking the whole chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Lines whose place and hash are right, counted from the first.
    pub sound: u64,
    /// Lines written but not yet sealed.
    pub waiting: u64,
    pub broken: Option<Broken>,
}

/// The first place at which the chain does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    #[error("the line at place {0} of the audit is missing")]
    Missing(i64),
    #[error("line {seq} of the audit (place {place}) was altered after it was sealed")]
    Altered { place: i64, seq: i64 },
}

/// The hash of a line that follows a line with the hash `before`. Lengths are part of what is
/// hashed, so that no two different lines look alike.
pub(super) fn hash(before: &[u8], place: i64, line: &Line) -> [u8; 32] {
    let mut hasher = Sha256::new();
    let mut add = |part: &[u8]| {
        hasher.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hasher.update(part);
    };
    add(before);
    add(&place.to_be_bytes());
    add(&line.seq.to_be_bytes());
    add(&line.at.timestamp_micros().to_be_bytes());
    add(line.account_id.map(|id| id.to_string()).unwrap_or_default().as_bytes());
    for word in [&line.actor, &line.action, &line.subject_kind, &line.subject] {
        add(word.as_bytes());
    }
    add(line.data.to_string().as_bytes());
    hasher.finalize().into()
}

/// Walks the chain line by line.
pub(super) struct Walk {
    pub place: i64,
    pub before: Vec<u8>,
}

impl Walk {
    pub fn start() -> Self {
        Self { place: 0, before: GENESIS.to_vec() }
    }

    /// Takes the next sealed line.
    pub fn step(&mut self, line: &Line) -> Result<(), Broken> {
        let expected = self.place + 1;
        let place = line.place.unwrap_or(0);
        if place != expected {
            return Err(Broken::Missing(expected));
        }
        let hash = hash(&self.before, place, line);
        if line.prev_hash.as_deref() != Some(self.before.as_slice()) || line.hash.as_deref() != Some(hash.as_slice()) {
            return Err(Broken::Altered { place, seq: line.seq });
        }
        self.place = place;
        self.before = hash.to_vec();
        Ok(())
    }
}
