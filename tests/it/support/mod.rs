//! What every test stands on: a portal of its own on a database of its own, a clock that stands
//! where it is put, a mailbox in memory, and actors who click through it as people do.
//!
//! ```ignore
//! let portal = TestPortal::open().await;
//! let mut citizen = portal.citizen().await;
//! let page = citizen.get("/ho-so").await;
//! page.assert_statements(3);
//! ```
#![allow(unused, reason = "offered to every test; not every test file is written yet")]

mod browser;
mod database;
mod dice;
mod folder;
mod portal;
mod process;
mod server;

pub use browser::{Answer, Browser, Upload};
pub use database::{TestDatabase, config as test_config};
pub use dice::Dice;
pub use folder::TestFolder;
pub use portal::{TestPortal, at};
pub use process::ServerProcess;
