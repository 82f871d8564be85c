//! What may happen to a dossier, and who may make it happen.
//!
//! The ten national statuses and their legal changes are law and stand here; the steps between
//! acceptance and result are each service's data ([`Workflow`]). [`decide()`] looks at the state of
//! a dossier, at who acts and at what is wanted, and answers with an [`Outcome`] or a [`Refusal`]:
//! both are data, nothing is done. Screens ask the same function which buttons to show.
//!
//! Pure: no database, no clock of its own, no words for the screen (only their keys).

mod action;
mod assignment;
mod check;
mod consultation;
mod decide;
mod matrix;
mod outcome;
mod refusal;
mod state;
mod status;
mod step;
mod steps;
#[cfg(test)]
mod walk;

pub use action::{Action, Doer};
pub use assignment::{Handing, may_hand, share_out};
pub use check::WorkflowProblem;
pub use consultation::{Asked, Consultation, Silence};
pub use decide::{allowed, decide, role_fits};
pub use matrix::matrix;
pub use outcome::{ClockEffect, Decision, Outcome, StepLimit, Told, WrittenPaper};
pub use refusal::Refusal;
pub use state::{Channel, DossierState, OpenConsultation, OpenSupplement, ReturnMethod, Who, Wish};
pub use status::{ClockRuns, Status};
pub use step::{Step, StepClock, StepKey, StepKind, WorkingTime};
pub use steps::Workflow;
