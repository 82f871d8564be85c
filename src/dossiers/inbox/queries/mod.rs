//! Statements of the inbox. Each is scoped by the official's agencies.

mod conditions;
mod counters;
mod held;
mod list;
mod plans;
mod urgent;
pub(super) mod views;

pub(super) use conditions::{Today, WAITS};
pub(super) use counters::count;
pub(in crate::dossiers) use held::held;
pub(super) use list::{ids, rows};
pub use plans::{Plan, plans};
pub(super) use urgent::most_urgent;
