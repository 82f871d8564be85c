//! The worker: claims, runs, records the outcome, and ends without dropping what it has in hand.

use std::{sync::Arc, time::Duration};

use chrono::TimeDelta;
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;

use super::{
    job::{Attempt, JobError},
    listener,
    queries::{self, Claimed},
    registry::Registry,
};
use crate::{
    kernel::clock::SharedClock,
    platform::db::{Db, DbResult},
};

/// How fast a worker works.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// Jobs at the same time.
    pub concurrency: u32,
    /// A job may run nine tenths of this; after it another worker takes the job over.
    pub lease: Duration,
    /// How often to look without being woken: for jobs whose time has come.
    pub poll: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self { concurrency: 4, lease: Duration::from_secs(120), poll: Duration::from_secs(5) }
    }
}

/// Runs the jobs of one process. Cheap to clone.
#[derive(Clone)]
pub struct Worker {
    db: Db,
    clock: SharedClock,
    registry: Arc<Registry>,
    pace: Pace,
}

impl Worker {
    pub fn new(db: Db, clock: SharedClock, registry: Registry, pace: Pace) -> Self {
        Self { db, clock, registry: Arc::new(registry), pace }
    }

    /// Works until stopped, then waits for the jobs in hand.
    pub async fn run(self, stop: CancellationToken) {
        let wake = Arc::new(Notify::new());
        let listening = background(listener::listen(self.db.clone(), Arc::clone(&wake), stop.clone()));
        let slots = Arc::new(Semaphore::new(usize::try_from(self.pace.concurrency).unwrap_or(1)));
        while !stop.is_cancelled() {
            let more = match self.take_and_start(&slots, &stop).await {
                Ok(more) => more,
                Err(error) => {
                    tracing::error!(%error, "jobs cannot be claimed");
                    false
                }
            };
            if !more {
                tokio::select! {
                    () = wake.notified() => {}
                    () = tokio::time::sleep(self.pace.poll) => {}
                    () = stop.cancelled() => {}
                }
            }
        }
        let _all_ended = slots.acquire_many(self.pace.concurrency).await;
        let _listener_ended = listening.await;
    }

    /// Claims as many as there are free slots; true if there may be more.
    async fn take_and_start(&self, slots: &Arc<Semaphore>, stop: &CancellationToken) -> anyhow::Result<bool> {
        let first = tokio::select! {
            slot = Arc::clone(slots).acquire_owned() => slot?,
            () = stop.cancelled() => return Ok(false),
        };
        let mut free: Vec<OwnedSemaphorePermit> = vec![first];
        while let Ok(slot) = Arc::clone(slots).try_acquire_owned() {
            free.push(slot);
        }
        let claimed = self.claim(free.len()).await?;
        let more = claimed.len() == free.len();
        for (job, slot) in claimed.into_iter().zip(free) {
            let worker = self.clone();
            background(async move {
                worker.run_one(job).await;
                drop(slot);
            });
        }
        Ok(more)
    }

    async fn claim(&self, limit: usize) -> anyhow::Result<Vec<Claimed>> {
        let mut conn = self.db.get().await?;
        let now = self.clock.now();
        let buried = queries::bury(&mut conn, now).await?;
        if buried > 0 {
            tracing::error!(buried, "jobs whose worker vanished at the last attempt are dead");
        }
        let lease = TimeDelta::from_std(self.pace.lease)?;
        Ok(queries::claim(&mut conn, now, lease, i64::try_from(limit)?, &self.registry.kinds()).await?)
    }

    /// Runs what is ready now, one after the other, until nothing is; tells how many ran. For
    /// tests and rehearsals, where nobody waits.
    pub async fn run_ready(&self) -> anyhow::Result<usize> {
        let mut count = 0;
        while let Some(job) = self.claim(1).await?.pop() {
            self.run_one(job).await;
            count += 1;
        }
        Ok(count)
    }

    async fn run_one(&self, job: Claimed) {
        let outcome = self.perform(&job).await;
        match self.record(&job, outcome).await {
            Ok(true) => {}
            Ok(false) => tracing::warn!(job = %job.id, kind = job.kind, "outcome not recorded: the lease was lost to another worker"),
            Err(error) => tracing::error!(job = %job.id, kind = job.kind, %error, "outcome not recorded: the lease will run out"),
        }
    }

    /// In a task of its own, so that a panic is a failed attempt and not a dead worker.
    async fn perform(&self, job: &Claimed) -> Result<(), JobError> {
        let attempt = Attempt { job: job.id, number: job.attempt(), max: job.max_attempts, now: self.clock.now() };
        let Some(work) = self.registry.start(&job.kind, job.payload.clone(), attempt) else {
            return Err(JobError::GiveUp(format!("nobody does jobs of kind {}", job.kind)));
        };
        let longest = self.pace.lease.mul_f64(0.9);
        let mut task = background(work);
        match tokio::time::timeout(longest, &mut task).await {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(panic)) => Err(JobError::Retry(format!("panicked: {panic}"))),
            Err(_) => {
                task.abort();
                Err(JobError::Retry(format!("ran longer than {} seconds", longest.as_secs())))
            }
        }
    }

    async fn record(&self, job: &Claimed, outcome: Result<(), JobError>) -> anyhow::Result<bool> {
        let mut conn = self.db.get().await?;
        let recorded: DbResult<bool> = match outcome {
            Ok(()) => queries::done(&mut conn, job).await,
            Err(JobError::Postpone { until, why }) => {
                tracing::debug!(job = %job.id, kind = job.kind, why, "job put off");
                queries::postponed(&mut conn, job, until, &why).await
            }
            Err(error) => {
                let for_good = matches!(error, JobError::GiveUp(_));
                if for_good || job.attempt() >= job.max_attempts {
                    tracing::error!(job = %job.id, kind = job.kind, %error, "job failed for good");
                } else {
                    tracing::warn!(job = %job.id, kind = job.kind, attempt = job.attempt(), %error, "job failed, will be tried again");
                }
                queries::failed(&mut conn, self.clock.now(), job, &error.to_string(), for_good).await
            }
        };
        Ok(recorded?)
    }
}

#[expect(clippy::disallowed_methods, reason = "the queue is the room for background work")]
fn background<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> tokio::task::JoinHandle<T> {
    tokio::spawn(work)
}
