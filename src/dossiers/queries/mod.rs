//! The tables of dossiers. Every look is scoped by owner or by agency; there is no look without.

pub(super) mod around;
pub(super) mod clocks;
pub(super) mod daily;
pub(super) mod drafts;
pub(super) mod folder;
pub(super) mod history;
pub(super) mod intake;
pub(super) mod lists;
pub(super) mod load;
pub(super) mod own_copy;
pub(super) mod readers;
pub(super) mod supplements;
pub(super) mod tracking;
pub(super) mod write;
