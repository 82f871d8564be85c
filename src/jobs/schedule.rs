//! What is due regularly. Every worker plans the next time of each; the time is the unique key, so
//! many workers plan it once. A time at which no worker ran is made up for when one does.

use std::time::Duration;

use chrono::{DurationRound, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;

use crate::{
    attachments::{ScanWaiting, SweepFiles},
    audit::SealAudit,
    dossiers::TellWhatPresses,
    kernel::clock::{Instant, Now, vietnam},
    notifications::ReplayStuck,
    platform::{
        Platform,
        db::{Conn, DbResult},
        queue::{self, Job},
    },
    retention::Retain,
};

/// Takes out sessions, links and counts of attempts that have expired: nightly.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct SweepAccounts {}

impl Job for SweepAccounts {
    const KIND: &'static str = "sweep_accounts";
    const MAX_ATTEMPTS: i32 = 3;
}

/// Deletes drafts past their day: nightly.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct SweepDrafts {}

impl Job for SweepDrafts {
    const KIND: &'static str = "sweep_drafts";
    const MAX_ATTEMPTS: i32 = 3;
}

const LOOK_EVERY: Duration = Duration::from_secs(60);

/// Plans until stopped.
pub(super) async fn keep(platform: Platform, stop: CancellationToken) {
    while !stop.is_cancelled() {
        if let Err(error) = plan_once(&platform).await {
            tracing::warn!(%error, "regular jobs cannot be planned; again in a minute");
        }
        tokio::select! {
            () = tokio::time::sleep(LOOK_EVERY) => {}
            () = stop.cancelled() => {}
        }
    }
}

async fn plan_once(platform: &Platform) -> anyhow::Result<()> {
    let mut conn = platform.db.get().await?;
    Ok(plan(&mut conn, platform.clock.now()).await?)
}

/// Plans the next time of every regular job.
pub async fn plan(conn: &mut Conn, now: Now) -> DbResult<()> {
    once(conn, now, next_step(now, TimeDelta::minutes(5)), &SealAudit {}).await?;
    once(conn, now, next_step(now, TimeDelta::minutes(5)), &ScanWaiting {}).await?;
    once(conn, now, next_step(now, TimeDelta::minutes(15)), &ReplayStuck {}).await?;
    once(conn, now, next_night(now, 1, 30), &SweepAccounts {}).await?;
    once(conn, now, next_night(now, 7, 15), &TellWhatPresses {}).await?;
    once(conn, now, next_night(now, 2, 0), &SweepDrafts {}).await?;
    once(conn, now, next_night(now, 2, 15), &Retain {}).await?;
    once(conn, now, next_night(now, 2, 30), &SweepFiles {}).await
}

async fn once<J: Job>(conn: &mut Conn, now: Now, at: Instant, job: &J) -> DbResult<()> {
    queue::enqueue_once(conn, now, at, &at.to_rfc3339(), job).await.map(drop)
}

/// The next whole step after now: 14:05 after 14:02.
fn next_step(now: Now, step: TimeDelta) -> Instant {
    now.instant().duration_trunc(step).unwrap_or(now.instant()) + step
}

/// The next time that clocks in Việt Nam show this.
fn next_night(now: Now, hour: u32, minute: u32) -> Instant {
    let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    let tonight = now.today().and_time(time).and_local_timezone(vietnam()).single().map_or(now.instant(), |at| at.to_utc());
    if tonight > now.instant() { tonight } else { tonight + TimeDelta::days(1) }
}

#[cfg(test)]
mod tests {
    use super::{Now, TimeDelta, next_night, next_step};

    fn now(at: &str) -> Now {
        Now(at.parse().expect("a time"))
    }

    #[test]
    fn the_next_time_is_after_now() {
        let night = |at: &str| next_night(now(at), 2, 30).to_rfc3339();
        assert_eq!(night("2026-11-23T02:00:00+07:00"), "2026-11-22T19:30:00+00:00");
        assert_eq!(night("2026-11-23T02:30:00+07:00"), "2026-11-23T19:30:00+00:00");
        let step = next_step(now("2026-11-23T02:05:00Z"), TimeDelta::minutes(5));
        assert_eq!(step.to_rfc3339(), "2026-11-23T02:10:00+00:00");
    }
}
