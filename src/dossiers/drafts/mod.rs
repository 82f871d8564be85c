//! What helps somebody through a draft.

mod reusing;

pub use reusing::{Reusable, ReusedFrom, reusable, reuse};
