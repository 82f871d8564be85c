//! The worker of this portal: inside `motcua serve`, or `motcua work` on a machine of its own.

use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use super::{registry, schedule};
use crate::{
    dossiers::Rules,
    platform::{
        Platform,
        queue::{Pace, Worker},
    },
};

/// Works and plans until stopped; returns when the jobs in hand are done.
pub async fn run_worker(platform: Platform, rules: Rules, stop: CancellationToken) {
    let working = worker(&platform, &rules).run(stop.clone());
    tokio::join!(working, schedule::keep(platform, stop));
}

/// The worker, for those who want to run what is ready and no more: tests, rehearsals.
pub fn worker(platform: &Platform, rules: &Rules) -> Worker {
    let pace = Pace { concurrency: u32::try_from(platform.config.jobs.concurrency).unwrap_or(u32::MAX).max(1), ..Pace::default() };
    Worker::new(platform.db.clone(), Arc::clone(&platform.clock), registry(platform, rules), pace)
}
