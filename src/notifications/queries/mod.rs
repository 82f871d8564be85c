//! The table `notices`: what leaves the house, and what lies in the portal to be read.

pub(super) mod bounces;
pub(super) mod dead_letters;
pub(super) mod gates;
pub(super) mod inbox;
pub(super) mod outbox;
pub(super) mod texts;
