//! The tables of this room.

pub(super) mod accounts;
pub(super) mod attempts;
pub(super) mod links;
pub(super) mod memberships;
pub(super) mod sessions;
