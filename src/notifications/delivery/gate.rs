//! The gate of a channel: while the other side does not answer, one letter tries and the rest wait,
//! in every process alike.

use chrono::TimeDelta;

use super::{DeliverNotice, DeliverSms};
use crate::{
    kernel::clock::{Instant, Now},
    notifications::{Channel, queries::gates},
    platform::{
        db::{Conn, DbResult},
        queue::{self, JobError},
    },
};

/// So many letters in a row find nobody before the gate is shut.
const FAILURES: i32 = 3;
const FIRST_SECONDS: i64 = 30;
const LONGEST_SECONDS: i64 = 600;
/// The pause after which one may ask again a side that said: too many at once.
const THROTTLED: TimeDelta = TimeDelta::seconds(60);
/// So long the one letter that tries has the channel for itself.
const TRIAL: TimeDelta = TimeDelta::seconds(60);

/// Through the gate, or off until it may open. When its time is over one letter goes ahead.
pub(super) async fn pass(conn: &mut Conn, now: Now, channel: Channel) -> Result<(), JobError> {
    let Some(shut_until) = gates::shut_until(conn, channel).await? else { return Ok(()) };
    if shut_until <= now.instant() && gates::take_trial(conn, channel, shut_until, now.plus(TRIAL)).await? {
        return Ok(());
    }
    let until = shut_until.max(now.plus(TimeDelta::seconds(FIRST_SECONDS)));
    put_off(conn, channel, until).await?;
    Err(JobError::Postpone { until, why: "the channel is shut for now".to_owned() })
}

/// The other side answered: open.
pub(super) async fn answered(conn: &mut Conn, channel: Channel) -> DbResult<()> {
    gates::open(conn, channel).await
}

/// Nobody there. Says until when the gate is shut, if it is.
pub(super) async fn did_not_answer(conn: &mut Conn, now: Now, channel: Channel) -> DbResult<Option<Instant>> {
    let failures = gates::count_failure(conn, channel).await?;
    let Some(pause) = pause_after(failures) else { return Ok(None) };
    shut(conn, channel, now.plus(pause)).await.map(Some)
}

/// The other side is there and asks for a pause.
pub(super) async fn asked_for_a_pause(conn: &mut Conn, now: Now, channel: Channel) -> DbResult<Instant> {
    shut(conn, channel, now.plus(THROTTLED)).await
}

async fn shut(conn: &mut Conn, channel: Channel, until: Instant) -> DbResult<Instant> {
    gates::shut(conn, channel, until).await?;
    put_off(conn, channel, until).await?;
    Ok(until)
}

async fn put_off(conn: &mut Conn, channel: Channel, until: Instant) -> DbResult<usize> {
    match channel {
        Channel::Email => queue::put_off::<DeliverNotice>(conn, until).await,
        Channel::Sms => queue::put_off::<DeliverSms>(conn, until).await,
        Channel::Portal => Ok(0),
    }
}

/// 30 s, 1 min, 2 min … 10 min.
fn pause_after(failures: i32) -> Option<TimeDelta> {
    let doublings = u32::try_from(failures - FAILURES).ok()?.min(10);
    Some(TimeDelta::seconds((FIRST_SECONDS << doublings).min(LONGEST_SECONDS)))
}

#[cfg(test)]
mod tests {
    use super::pause_after;

    #[test]
    fn the_gate_stays_shut_longer_each_time() {
        let pauses: Vec<i64> = (1..=10).map(|failures| pause_after(failures).map_or(0, |pause| pause.num_seconds())).collect();
        assert_eq!(pauses, [0, 0, 30, 60, 120, 240, 480, 600, 600, 600]);
    }
}
