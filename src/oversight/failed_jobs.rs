//! Jobs that failed for good: tried again, or given up, for a reason.

use serde_json::json;

use crate::{
    audit,
    kernel::{
        actor::{Actor, Official},
        clock::Now,
        ids::JobId,
    },
    platform::{
        db::{AsyncConnection, Conn, DbError, DbResult},
        queue::{self, DeadJob},
    },
};

#[derive(Debug, thiserror::Error)]
pub enum JobActRefused {
    #[error("no such failed job")]
    NotFound,
    #[error("no reason was given")]
    NoReason,
    #[error(transparent)]
    Db(#[from] DbError),
}

const MOST: i64 = 100;

/// The newest first, at most a hundred. One statement.
pub async fn failed_jobs(conn: &mut Conn) -> DbResult<Vec<DeadJob>> {
    queue::dead(conn, MOST).await
}

/// Gives a failed job all its attempts again.
pub async fn retry_job(conn: &mut Conn, now: Now, official: &Official, job: JobId, reason: &str) -> Result<(), JobActRefused> {
    let reason = given(reason)?;
    conn.transaction(async |conn| {
        if !queue::revive(conn, now, job).await? {
            return Err(JobActRefused::NotFound);
        }
        Ok(note(conn, now, official, "retry_job", job, json!({ "reason": reason })).await?)
    })
    .await
}

/// Takes a failed job away: what it should have done will not be done.
pub async fn give_up_job(conn: &mut Conn, now: Now, official: &Official, job: JobId, reason: &str) -> Result<(), JobActRefused> {
    let reason = given(reason)?;
    conn.transaction(async |conn| {
        let kind = queue::give_up(conn, job).await?.ok_or(JobActRefused::NotFound)?;
        Ok(note(conn, now, official, "give_up_job", job, json!({ "kind": kind, "reason": reason })).await?)
    })
    .await
}

fn given(reason: &str) -> Result<&str, JobActRefused> {
    let reason = reason.trim();
    if reason.is_empty() { Err(JobActRefused::NoReason) } else { Ok(reason) }
}

async fn note(conn: &mut Conn, now: Now, official: &Official, action: &str, job: JobId, data: serde_json::Value) -> DbResult<()> {
    audit::record(conn, now, &Actor::Official(official.clone()), action, "job", &job.to_string(), data).await
}
