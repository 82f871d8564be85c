//! What could not be delivered: an administrator sees it, and sends it again or gives it up, each
//! time with a reason that the audit keeps.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    Channel, DeliverNotice, DeliverSms, NoticeState,
    model::DeadRow,
    queries::{bounces, dead_letters as table},
};
use crate::{
    agencies::Agencies,
    audit,
    kernel::{
        actor::{Actor, Official, Reach},
        clock::Now,
        ids::{AgencyId, NoticeId},
    },
    platform::{
        db::{AsyncConnection, Conn, DbError, DbResult},
        queue::{self, Job, JobError},
    },
};

/// A notice that failed for good.
pub type DeadLetter = DeadRow;

#[derive(Debug, thiserror::Error)]
pub enum DeadLetterRefused {
    /// Not an administrator, or there is no such dead letter within his reach.
    #[error("no such dead letter")]
    NotFound,
    #[error("say why")]
    NoReason,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// What an administrator decides about a dead letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The address was mended, or the other side is well again: from the beginning, at once.
    SendAgain,
    /// It will never be sent.
    GiveUp,
}

/// Whether this official looks after what the portal sends: all of it, or that of his own unit.
pub fn looks_after_letters(official: &Official) -> bool {
    official.reach().is_some()
}

/// Whose letters somebody looks after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Letters {
    All,
    /// About dossiers of these agencies.
    Of(Vec<AgencyId>),
}

fn letters(agencies: &Agencies, official: &Official) -> Option<Letters> {
    Some(match official.reach()? {
        Reach::Everything => Letters::All,
        Reach::Agencies(own) => Letters::Of(agencies.under(&own)),
    })
}

/// What failed for good, the newest first; nothing for whoever does not look after it.
pub async fn dead_letters(
    conn: &mut Conn,
    agencies: &Agencies,
    official: &Official,
    before: Option<NoticeId>,
    limit: i64,
) -> DbResult<Vec<DeadLetter>> {
    match letters(agencies, official) {
        Some(whose) => table::page(conn, &whose, before, limit).await,
        None => Ok(Vec::new()),
    }
}

/// What is decided about a dead letter, and why.
#[derive(Debug, Clone, Copy)]
pub struct Settling<'a> {
    pub id: NoticeId,
    pub verdict: Verdict,
    pub reason: &'a str,
}

/// Settles a dead letter.
pub async fn settle(
    conn: &mut Conn,
    agencies: &Agencies,
    now: Now,
    official: &Official,
    Settling { id, verdict, reason }: Settling<'_>,
) -> Result<(), DeadLetterRefused> {
    let whose = letters(agencies, official).ok_or(DeadLetterRefused::NotFound)?;
    if !table::is_dead(conn, &whose, id).await? {
        return Err(DeadLetterRefused::NotFound);
    }
    let reason: String = crate::kernel::text::line(reason).chars().take(500).collect();
    if reason.is_empty() {
        return Err(DeadLetterRefused::NoReason);
    }
    let actor = Actor::Official(official.clone());
    conn.transaction(async |conn| {
        let (state, act) = match verdict {
            Verdict::SendAgain => (NoticeState::Waiting, "send_notice_again"),
            Verdict::GiveUp => (NoticeState::GivenUp, "give_up_notice"),
        };
        let (channel, address) = table::turn(conn, id, NoticeState::Failed, state).await?.ok_or(DeadLetterRefused::NotFound)?;
        if verdict == Verdict::SendAgain {
            bounces::clear(conn, channel, &address).await?;
            ask(conn, now, channel, id).await?;
        }
        audit::record(conn, now, &actor, act, "notice", &id.to_string(), json!({ "reason": reason })).await?;
        Ok(())
    })
    .await
}

/// Every quarter of an hour: what waits and has no job gets one again.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct ReplayStuck {}

impl Job for ReplayStuck {
    const KIND: &'static str = "replay_stuck_notices";
    const MAX_ATTEMPTS: i32 = 3;
}

/// Nothing is stuck before this.
const STUCK_AFTER: TimeDelta = TimeDelta::hours(1);
const AT_ONCE: i64 = 1000;

/// Tells how many had lost their job.
pub async fn replay_stuck(conn: &mut Conn, now: Now) -> Result<usize, JobError> {
    let mut replayed = 0;
    for (id, channel) in table::waiting_since(conn, now.plus(-STUCK_AFTER), AT_ONCE).await? {
        replayed += usize::from(ask(conn, now, channel, id).await?);
    }
    Ok(replayed)
}

/// A job for it, unless it has one; true if it had none.
async fn ask(conn: &mut Conn, now: Now, channel: Channel, id: NoticeId) -> DbResult<bool> {
    let (key, at) = (id.to_string(), now.instant());
    let new = match channel {
        Channel::Email => queue::enqueue_once(conn, now, at, &key, &DeliverNotice { notice: id }).await?,
        Channel::Sms => queue::enqueue_once(conn, now, at, &key, &DeliverSms { notice: id }).await?,
        Channel::Portal => None,
    };
    Ok(new.is_some())
}
