//! What a decision looks at: the state of a dossier, and who acts.

use serde::{Deserialize, Serialize};

use super::{Action, ClockRuns, Decision, Silence, Status, Step, StepClock, StepKey, StepKind, Workflow};
use crate::kernel::{actor::Role, clock::Instant};

crate::text_enum!(
    /// Phương thức nhận kết quả, chosen by the citizen.
    ReturnMethod {
        InPerson = "in_person",
        Online = "online",
        Postal = "postal",
    }
);

crate::text_enum!(
    /// Kênh thực hiện.
    Channel {
        Online = "online",
        InPerson = "in_person",
        Postal = "postal",
    }
);

/// The facts of a dossier that decide what may happen to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DossierState {
    pub status: Status,
    /// Where it stands; none for a draft and after the end.
    pub step: Option<StepKey>,
    pub channel: Channel,
    /// The legal clock has been started.
    pub accepted: bool,
    /// Requests made so far, before acceptance and during processing: once each, naming everything.
    pub supplements_before_acceptance: u32,
    pub supplements_during_processing: u32,
    pub open_supplement: Option<OpenSupplement>,
    /// Agencies that were asked and have not answered, nor has their time been closed.
    pub consultations: Vec<OpenConsultation>,
    /// Until when the citizen may check the draft that is before him.
    pub draft_until: Option<Instant>,
    /// The step to which the one who acts may take the dossier back: he forwarded it, and nobody has
    /// opened it since.
    pub recall_to: Option<StepKey>,
    /// The return date was put off: once.
    pub extended: bool,
    pub withdrawal_asked: bool,
    /// Nothing is owed: it is free, or was paid.
    pub paid: bool,
    pub decision: Option<Decision>,
    pub return_method: Option<ReturnMethod>,
}

impl DossierState {
    pub fn draft() -> Self {
        Self {
            status: Status::Draft,
            step: None,
            channel: Channel::Online,
            accepted: false,
            supplements_before_acceptance: 0,
            supplements_during_processing: 0,
            open_supplement: None,
            consultations: Vec::new(),
            draft_until: None,
            recall_to: None,
            extended: false,
            withdrawal_asked: false,
            paid: true,
            decision: None,
            return_method: None,
        }
    }

    /// Whether the time of the law passes: by the status, and within processing by the step and by
    /// the consultations during which the service says that it stands.
    pub fn clock(&self, workflow: &Workflow) -> ClockRuns {
        let step = self.step.as_ref().and_then(|key| workflow.step(key));
        clock(self.status, step, self.accepted, self.consultations.iter().any(|asked| asked.clock == StepClock::Stands))
    }

    /// It is the citizen's turn.
    pub fn waits_for_citizen(&self, workflow: &Workflow) -> bool {
        let step = self.step.as_ref().and_then(|key| workflow.step(key));
        waits_for_citizen(self.status, step, self.open_supplement.is_some_and(|open| open.answered))
    }
}

pub(super) fn clock(status: Status, step: Option<&Step>, accepted: bool, consultation_stands: bool) -> ClockRuns {
    let step_stands = step.is_some_and(|step| step.clock == StepClock::Stands);
    match status.clock() {
        ClockRuns::Over => ClockRuns::Over,
        _ if !accepted => ClockRuns::NotYet,
        ClockRuns::Runs if step_stands || consultation_stands => ClockRuns::Paused,
        by_status => by_status,
    }
}

pub(super) fn waits_for_citizen(status: Status, step: Option<&Step>, answered: bool) -> bool {
    match status {
        Status::SupplementRequested => !answered,
        Status::PaymentRequested => true,
        Status::Processing => step.is_some_and(|step| step.kind == StepKind::Confirm),
        _ => false,
    }
}

/// A request for supplement that has not been closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenSupplement {
    pub answer_until: Instant,
    /// Công dân đã bổ sung: the citizen has answered, the official has not looked yet.
    pub answered: bool,
}

/// An agency that was asked for its opinion and has not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenConsultation {
    pub answer_until: Instant,
    pub silence: Silence,
    pub clock: StepClock,
}

/// Who acts on this dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// The person who handed it in.
    Owner,
    /// An official, with his roles in the agency of the dossier.
    Official(Vec<Role>),
    /// An official of an agency that was asked for its opinion.
    Asked,
    /// Nobody: a time has run out.
    Portal,
}

impl Who {
    pub fn has(&self, role: Role) -> bool {
        matches!(self, Self::Official(roles) if roles.contains(&role))
    }

    /// Whether one of his roles does the work of this one.
    pub fn serves(&self, role: Role) -> bool {
        matches!(self, Self::Official(roles) if roles.iter().any(|own| own.serves(role)))
    }

    pub fn leads(&self) -> bool {
        self.has(Role::UnitLeader) || self.has(Role::DivisionHead)
    }
}

/// What is wanted: an act, and what is meant by it where there is a choice: the step of a handover,
/// the consultation that is asked for. Without a choice the usual one is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    pub action: Action,
    pub to: Option<String>,
}

impl From<Action> for Wish {
    fn from(action: Action) -> Self {
        Self { action, to: None }
    }
}
