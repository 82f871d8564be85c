//! The citizen's road: beginning, filling in, giving papers, submitting, following.

mod bad_input;
mod big_forms;
mod drafts;
mod eligibility;
mod papers;
mod reusing;
pub mod road;
mod trial;
pub mod walk;
