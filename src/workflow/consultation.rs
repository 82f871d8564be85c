//! Lấy ý kiến: another agency or commune is asked while the dossier stays where it is.

use serde::{Deserialize, Serialize};

use super::{StepClock, StepKey};
use crate::calendar::Limit;

crate::text_enum!(
    /// What it means when the agency that was asked says nothing in time.
    Silence {
        /// It agrees: the law says so.
        Consent = "consent",
        /// Nothing: the official decides with what is there.
        NoAnswer = "no_answer",
    }
);

crate::text_enum!(
    /// Who can be asked.
    Asked {
        /// Other communes and wards.
        Commune = "commune",
        /// Departments of the province.
        Department = "department",
        Any = "any",
    }
);

/// One opinion that may be asked for, as written under `[[workflow.consultations]]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consultation {
    pub key: String,
    /// "Xác minh nơi cư trú trước đây": for both offices and for the citizen.
    pub name: String,
    /// The steps at which it may be asked for.
    pub at: Vec<StepKey>,
    pub to: Asked,
    /// The time to answer, from the question.
    pub limit: Limit,
    pub silence: Silence,
    #[serde(default = "runs", skip_serializing_if = "is_usual")]
    pub clock: StepClock,
}

const fn runs() -> StepClock {
    StepClock::Runs
}

fn is_usual(clock: &StepClock) -> bool {
    *clock == StepClock::Runs
}
