//! What administrators watch over: jobs that failed for good, and how the machines are.
//!
//! Every act here has a reason and a line in the audit. Must not know: dossiers, HTTP.

mod failed_jobs;
mod machines;

pub use failed_jobs::{JobActRefused, failed_jobs, give_up_job, retry_job};
pub use machines::{Gauge, State, gauges};
