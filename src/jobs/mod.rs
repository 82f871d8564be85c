//! All work that is done after a commit, and all that is done regularly: which room does which
//! kind of job, and when what is due. The rooms define their jobs; here they are only listed, so
//! that a worker knows them all and a test can count them.

mod enclosing;
mod registry;
mod schedule;
mod worker;

pub use registry::registry;
pub use schedule::{SweepAccounts, SweepDrafts, plan};
pub use worker::{run_worker, worker};
