//! What is thrown away, and when: rules of the installation, one for each kind of thing that may go.
//!
//! What is not of a known kind is never deleted: submitted dossiers, their papers, files and histories, and the
//! audit. Every night's work leaves a line in the audit. Must not know: HTTP.

mod applying;
mod queries;
mod rules;

pub use applying::{Outcome, Retain, apply, preview};
pub use rules::{Kind, Rule, RuleFault, read};
