//! What every act on a dossier has in common: the dossier at hand, locked and compared with what the
//! actor saw; the decision of `workflow`; and everything that follows, written together.

pub(super) mod act;
pub(super) mod applying;
pub(super) mod at_hand;
