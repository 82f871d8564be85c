//! The table `jobs`: enqueue, claim, and what the administrator sees. Every statement here is
//! prepared once per connection.

use chrono::TimeDelta;
use diesel::{
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    sql_types::{Array, BigInt, Integer, Jsonb, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::RunQueryDsl;

use super::job::{Job, pause_after};
use crate::{
    kernel::{
        clock::{Instant, Now},
        ids::JobId,
    },
    platform::db::{Conn, DbError, DbResult, schema::jobs},
};

/// The channel on which sleeping workers are woken.
pub(super) const CHANNEL: &str = "jobs";

diesel::define_sql_function! {
    /// Delivered at commit; doubles within a transaction are folded into one. Its `void` reads as
    /// an empty text.
    fn pg_notify(channel: Text, payload: Text) -> Text;
}

/// Asks for a job as soon as the caller's transaction has committed. One statement.
pub async fn enqueue<J: Job>(conn: &mut Conn, now: Now, job: &J) -> DbResult<JobId> {
    let id = insert(conn, now.instant(), now.instant(), None, job).await?;
    id.ok_or(DbError::NotFound)
}

/// Asks for a job at a time, unless a living job of this kind has the same key; tells whether it
/// was new. A job that is running counts as living: what happened after it read its data needs a
/// key of its own.
pub async fn enqueue_once<J: Job>(conn: &mut Conn, now: Now, run_at: Instant, unique_key: &str, job: &J) -> DbResult<Option<JobId>> {
    insert(conn, now.instant(), run_at, Some(unique_key), job).await
}

async fn insert<J: Job>(conn: &mut Conn, now: Instant, run_at: Instant, unique_key: Option<&str>, job: &J) -> DbResult<Option<JobId>> {
    let payload = serde_json::to_value(job).map_err(|error| DbError::SerializationError(Box::new(error)))?;
    let inserted: Option<(JobId, String)> = diesel::insert_into(jobs::table)
        .values((
            jobs::id.eq(JobId::new()),
            jobs::kind.eq(J::KIND),
            jobs::payload.eq(payload),
            jobs::unique_key.eq(unique_key),
            jobs::run_at.eq(run_at),
            jobs::max_attempts.eq(J::MAX_ATTEMPTS),
            jobs::created_at.eq(now),
        ))
        .on_conflict_do_nothing()
        .returning((jobs::id, pg_notify(CHANNEL, "")))
        .get_result(conn)
        .await
        .optional()?;
    Ok(inserted.map(|(id, _)| id))
}

/// A job in the hands of this worker, until the lease ends.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Claimed {
    pub id: JobId,
    pub kind: String,
    pub payload: serde_json::Value,
    /// How often it was claimed: the fence.
    pub claims: i32,
    pub max_attempts: i32,
    pub postponed: i32,
}

impl Claimed {
    /// The number of this attempt.
    pub fn attempt(&self) -> i32 {
        self.claims - self.postponed
    }
}

struct Claim<'a> {
    now: Instant,
    leased_until: Instant,
    limit: i64,
    kinds: &'a [&'static str],
}

impl QueryId for Claim<'_> {
    type QueryId = Claim<'static>;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl Query for Claim<'_> {
    type SqlType = (SqlUuid, Text, Jsonb, Integer, Integer, Integer);
}

impl QueryFragment<Pg> for Claim<'_> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("UPDATE jobs SET attempts = attempts + 1, leased_until = ");
        out.push_bind_param::<Timestamptz, _>(&self.leased_until)?;
        out.push_sql(" WHERE id IN (SELECT id FROM jobs WHERE dead_at IS NULL AND attempts - postponed < max_attempts AND run_at <= ");
        out.push_bind_param::<Timestamptz, _>(&self.now)?;
        out.push_sql(" AND (leased_until IS NULL OR leased_until <= ");
        out.push_bind_param::<Timestamptz, _>(&self.now)?;
        out.push_sql(") AND kind = ANY(");
        out.push_bind_param::<Array<Text>, _>(&self.kinds)?;
        out.push_sql(") ORDER BY run_at, id LIMIT ");
        out.push_bind_param::<BigInt, _>(&self.limit)?;
        out.push_sql(" FOR UPDATE SKIP LOCKED) RETURNING id, kind, payload, attempts, max_attempts, postponed");
        Ok(())
    }
}

/// Takes up to `limit` ready jobs, oldest first; two workers never take the same.
pub(super) async fn claim(conn: &mut Conn, now: Now, lease: TimeDelta, limit: i64, kinds: &[&'static str]) -> DbResult<Vec<Claimed>> {
    let claim = Claim { now: now.instant(), leased_until: now.plus(lease), limit, kinds };
    let mut claimed: Vec<Claimed> = claim.load(conn).await?;
    claimed.sort_by_key(|job| job.id);
    Ok(claimed)
}

/// Done: the row goes. False if the lease was lost meanwhile, and another has the job.
pub(super) async fn done(conn: &mut Conn, job: &Claimed) -> DbResult<bool> {
    let rows = diesel::delete(jobs::table.filter(jobs::id.eq(job.id)).filter(jobs::attempts.eq(job.claims))).execute(conn).await?;
    Ok(rows == 1)
}

/// Failed: again after a pause, or dead. False if the lease was lost meanwhile.
pub(super) async fn failed(conn: &mut Conn, now: Now, job: &Claimed, error: &str, for_good: bool) -> DbResult<bool> {
    let dead_at = (for_good || job.attempt() >= job.max_attempts).then_some(now.instant());
    let error: String = error.chars().take(2000).collect();
    let rows = diesel::update(jobs::table.filter(jobs::id.eq(job.id)).filter(jobs::attempts.eq(job.claims)))
        .set((
            jobs::leased_until.eq(None::<Instant>),
            jobs::last_error.eq(error),
            jobs::run_at.eq(now.plus(pause_after(job.id, job.attempt()))),
            jobs::dead_at.eq(dead_at),
        ))
        .execute(conn)
        .await?;
    Ok(rows == 1)
}

/// Put off, with no attempt used up. False if the lease was lost meanwhile.
pub(super) async fn postponed(conn: &mut Conn, job: &Claimed, until: Instant, why: &str) -> DbResult<bool> {
    let rows = diesel::update(jobs::table.filter(jobs::id.eq(job.id)).filter(jobs::attempts.eq(job.claims)))
        .set((
            jobs::leased_until.eq(None::<Instant>),
            jobs::last_error.eq(why),
            jobs::run_at.eq(until),
            jobs::postponed.eq(jobs::postponed + 1),
        ))
        .execute(conn)
        .await?;
    Ok(rows == 1)
}

/// Puts off every job of a kind that nobody has in hand: one statement instead of each finding out
/// for itself that nothing can be done now. They keep their order.
pub async fn put_off<J: Job>(conn: &mut Conn, until: Instant) -> DbResult<usize> {
    diesel::update(
        jobs::table
            .filter(jobs::kind.eq(J::KIND))
            .filter(jobs::dead_at.is_null())
            .filter(jobs::leased_until.is_null())
            .filter(jobs::run_at.lt(until)),
    )
    .set(jobs::run_at.eq(until))
    .execute(conn)
    .await
}

/// Jobs whose last attempt ended without a word, because their worker was killed: dead now.
pub(super) async fn bury(conn: &mut Conn, now: Now) -> DbResult<usize> {
    diesel::update(
        jobs::table
            .filter(jobs::dead_at.is_null())
            .filter((jobs::attempts - jobs::postponed).ge(jobs::max_attempts))
            .filter(jobs::leased_until.le(now.instant())),
    )
    .set((jobs::dead_at.eq(now.instant()), jobs::last_error.eq("the worker vanished during the last attempt")))
    .execute(conn)
    .await
}

/// A job that failed for good, as the administrator sees it.
#[derive(Debug, Clone, Queryable)]
pub struct DeadJob {
    pub id: JobId,
    pub kind: String,
    pub payload: serde_json::Value,
    pub attempts: i32,
    pub last_error: Option<String>,
    pub dead_at: Option<Instant>,
}

/// The dead, newest first, at most `limit`.
pub async fn dead(conn: &mut Conn, limit: i64) -> DbResult<Vec<DeadJob>> {
    jobs::table
        .filter(jobs::dead_at.is_not_null())
        .order((jobs::dead_at.desc(), jobs::id.desc()))
        .limit(limit)
        .select((jobs::id, jobs::kind, jobs::payload, jobs::attempts, jobs::last_error, jobs::dead_at))
        .load(conn)
        .await
}

/// Gives a dead job all its attempts again. False if there is no such dead job.
///
/// # Errors
/// A unique violation when a living job has taken its key meanwhile.
pub async fn revive(conn: &mut Conn, now: Now, id: JobId) -> DbResult<bool> {
    let rows = diesel::update(jobs::table.filter(jobs::id.eq(id)).filter(jobs::dead_at.is_not_null()))
        .set((
            jobs::dead_at.eq(None::<Instant>),
            jobs::attempts.eq(0),
            jobs::postponed.eq(0),
            jobs::leased_until.eq(None::<Instant>),
            jobs::run_at.eq(now.instant()),
        ))
        .execute(conn)
        .await?;
    Ok(rows == 1)
}

/// Takes a dead job away for good; its kind, if there was one.
pub async fn give_up(conn: &mut Conn, id: JobId) -> DbResult<Option<String>> {
    diesel::delete(jobs::table.filter(jobs::id.eq(id)).filter(jobs::dead_at.is_not_null()))
        .returning(jobs::kind)
        .get_result(conn)
        .await
        .optional()
}

/// How the queue is: for the operator's eye and for `/readyz`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueueHealth {
    pub waiting: i64,
    pub dead: i64,
    /// The time since which the oldest ready job has been waiting.
    pub oldest_ready: Option<Instant>,
}

pub async fn health(conn: &mut Conn, now: Now) -> DbResult<QueueHealth> {
    let waiting = jobs::table.filter(jobs::dead_at.is_null()).count().get_result(conn).await?;
    let dead = jobs::table.filter(jobs::dead_at.is_not_null()).count().get_result(conn).await?;
    let oldest_ready = jobs::table
        .filter(jobs::dead_at.is_null())
        .filter(jobs::run_at.le(now.instant()))
        .select(diesel::dsl::min(jobs::run_at))
        .get_result(conn)
        .await?;
    Ok(QueueHealth { waiting, dead, oldest_ready })
}
