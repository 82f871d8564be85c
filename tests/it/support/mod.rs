//! What every test stands on: a portal of its own on a database of its own, a clock that stands
//! where it is put, a mailbox in memory, and actors who click through it as people do.

mod database;
mod portal;
mod server;

pub use database::{TestDatabase, config as test_config};
pub use portal::{TestPortal, at};
