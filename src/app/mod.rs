//! The composition root: settings become machines, machines and rules become a portal, a portal
//! serves requests, works on jobs, or both. Nothing here decides anything about the trade.

mod filling;
mod opening;
mod serving;

pub use filling::{demo, fill};
pub use opening::{Base, Portal};
pub use serving::{serve, work};
