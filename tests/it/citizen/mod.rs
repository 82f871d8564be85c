//! The citizen's road: beginning, filling in, giving papers, submitting, following.

mod drafts;
mod papers;
pub mod road;
