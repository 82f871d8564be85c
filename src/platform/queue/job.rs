//! What a job is: a kind, a small payload, and an end.

use chrono::TimeDelta;
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    kernel::{
        clock::{Instant, Now},
        ids::JobId,
    },
    platform::db::DbError,
};

/// Something to be done after a commit. The payload holds ids; what is needed else is read when
/// the job runs, as it is then.
pub trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// The name in the table; never changed once jobs of it may lie there.
    const KIND: &'static str;

    /// After so many failures the job is kept as dead. With the usual pauses ten attempts reach
    /// over sixteen hours, sixteen over two days.
    const MAX_ATTEMPTS: i32 = 10;
}

/// The circumstances under which a job runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attempt {
    pub job: JobId,
    /// 1 for the first; times when it was put off do not count.
    pub number: i32,
    pub max: i32,
    pub now: Now,
}

impl Attempt {
    /// There will be no other attempt: the time to write down that it failed for good.
    pub fn is_last(&self) -> bool {
        self.number >= self.max
    }
}

/// How a job fails.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// May go well later: the mail server is down, a row is locked.
    #[error("{0}")]
    Retry(String),
    /// Not now, through no fault of the job: the mail server is known to be down, it is night. No
    /// attempt is used up.
    #[error("{why}")]
    Postpone { until: Instant, why: String },
    /// Will never go well: the payload names nothing, the address does not exist.
    #[error("{0}")]
    GiveUp(String),
}

impl From<DbError> for JobError {
    fn from(error: DbError) -> Self {
        Self::Retry(format!("database: {error}"))
    }
}

impl From<diesel_async::pooled_connection::deadpool::PoolError> for JobError {
    fn from(error: diesel_async::pooled_connection::deadpool::PoolError) -> Self {
        Self::Retry(format!("database pool: {error}"))
    }
}

const FIRST_PAUSE_SECONDS: i64 = 15;
const LONGEST_PAUSE_SECONDS: i64 = 6 * 3600;

/// The pause after a failed attempt: 15 s, 45 s, 2 min, 7 min, 20 min, 1 h, 3 h, then 6 h each
/// time, moved by up to a fifth either way so that jobs which failed together do not come back
/// together. The id's own random bits are the chance.
pub(super) fn pause_after(job: JobId, attempt: i32) -> TimeDelta {
    let doublings = u32::try_from(attempt.saturating_sub(1)).unwrap_or(0);
    let plain = 3_i64
        .checked_pow(doublings)
        .and_then(|n| n.checked_mul(FIRST_PAUSE_SECONDS))
        .map_or(LONGEST_PAUSE_SECONDS, |s| s.min(LONGEST_PAUSE_SECONDS));
    let chance = i64::try_from((job.as_uuid().as_u128() >> (doublings % 32)) % 401).unwrap_or(200);
    TimeDelta::milliseconds(plain * (800 + chance))
}

#[cfg(test)]
mod tests {
    use super::{JobId, pause_after};

    #[test]
    fn pauses_grow_and_stop_growing() {
        let job = JobId::new();
        let pauses: Vec<i64> = (1..=40).map(|n| pause_after(job, n).num_seconds()).collect();
        for (pause, plain) in pauses.iter().zip([15, 45, 135, 405, 1215, 3645, 10935, 21600]) {
            assert!((plain * 8 / 10..=plain * 12 / 10 + 1).contains(pause), "{pause} is not near {plain}");
        }
        assert!(pauses.iter().all(|p| *p <= 6 * 3600 * 12 / 10));
    }
}
