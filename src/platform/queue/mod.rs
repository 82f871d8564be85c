//! Work to be done after a commit. A job is enqueued in the transaction of the act that asks for
//! it, so that both happen or neither; a worker claims it under a lease, runs it outside any
//! transaction, tries again later when it fails, and keeps it for the administrator when it fails
//! for good. Nothing here knows what a job is about.
//!
//! Invariants: a job runs at least once, and its outcome is written only by the worker that still
//! holds it (the number of the attempt is the fence); therefore every job must be idempotent.
//! A payload holds ids, never documents and never personal data.

mod job;
mod listener;
mod queries;
mod registry;
mod worker;

pub use job::{Attempt, Job, JobError};
pub use queries::{DeadJob, QueueHealth, dead, enqueue, enqueue_once, give_up, health, put_off, revive};
pub use registry::Registry;
pub use worker::{Pace, Worker};
