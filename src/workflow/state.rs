//! What a decision looks at: the state of a dossier, and who acts.

use serde::{Deserialize, Serialize};

use super::{Decision, Status, StepKey};
use crate::kernel::{actor::Role, clock::Instant};

crate::text_enum!(
    /// Phương thức nhận kết quả, chosen by the citizen.
    ReturnMethod {
        InPerson = "in_person",
        Online = "online",
        Postal = "postal",
    }
);

/// The facts of a dossier that decide what may happen to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DossierState {
    pub status: Status,
    /// Where it stands; none for a draft and after the end.
    pub step: Option<StepKey>,
    /// The legal clock has been started.
    pub accepted: bool,
    /// Requests made so far, before acceptance and during processing: once each, naming everything.
    pub supplements_before_acceptance: u32,
    pub supplements_during_processing: u32,
    pub open_supplement: Option<OpenSupplement>,
    pub decision: Option<Decision>,
    pub return_method: Option<ReturnMethod>,
}

impl DossierState {
    pub fn draft() -> Self {
        Self {
            status: Status::Draft,
            step: None,
            accepted: false,
            supplements_before_acceptance: 0,
            supplements_during_processing: 0,
            open_supplement: None,
            decision: None,
            return_method: None,
        }
    }
}

/// A request for supplement that has not been closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenSupplement {
    pub answer_until: Instant,
    /// Công dân đã bổ sung: the citizen has answered, the official has not looked yet.
    pub answered: bool,
}

/// Who acts on this dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// The person who handed it in.
    Owner,
    /// An official, with his roles in the agency of the dossier.
    Official(Vec<Role>),
}

impl Who {
    pub fn has(&self, role: Role) -> bool {
        matches!(self, Self::Official(roles) if roles.contains(&role))
    }
}
