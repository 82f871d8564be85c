//! What helps somebody through a draft.

mod intake;
mod reusing;

pub use intake::{Intake, IntakeRefused, OpenIntake, begin_intake, claim, may_take_in, open_intakes, take_in};
pub use reusing::{Reusable, ReusedFrom, reusable, reuse};
