//! Who did, and who read, what: one line for each act on a person's matter or on an account.
//!
//! A line is written in the transaction of the act, so that both happen or neither. Lines are
//! never changed or removed (the database refuses it). A job binds each line to the one before it
//! by its hash, so that a line taken out or altered behind the portal's back is found by [`verify`].
//!
//! Lines hold ids, codes and words, never documents, answers or passwords. This room does not
//! know what the acts mean.

mod browsing;
mod chain;
mod model;
mod queries;
mod sealing;

pub use browsing::{AuditEntry, AuditFilter, browse};
pub use chain::{Broken, Verdict};
pub use queries::record;
pub use sealing::{SealAudit, seal, verify};
