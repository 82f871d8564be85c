//! The citizen's road: beginning, filling in, giving papers, submitting, following.

mod bad_input;
mod drafts;
mod papers;
pub mod road;
pub mod walk;
