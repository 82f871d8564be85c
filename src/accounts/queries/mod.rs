//! The tables of this room.

pub(super) mod accounts;
pub(super) mod attempts;
pub(super) mod delegations;
pub(super) mod ceremonies;
pub(super) mod email_changes;
pub(super) mod identities;
pub(super) mod links;
pub(super) mod memberships;
pub(super) mod own;
pub(super) mod passkeys;
pub(super) mod second_factors;
pub(super) mod sessions;
