//! The table `notices`: what leaves the house, and what lies in the portal to be read.

pub(super) mod inbox;
pub(super) mod outbox;
