//! The steps of a service between acceptance and result: data of the service, checked when read.

use serde::{Deserialize, Serialize};

use super::{Action, Channel};
use crate::kernel::{actor::Role, lang::Lang};

/// The name of a step inside its service: `examine`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StepKey(String);

impl StepKey {
    pub fn new(key: impl Into<String>) -> Self {
        Self(key.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for StepKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

crate::text_enum!(
    /// What kind of work a step is; it says what may be done there.
    StepKind {
        /// Tiếp nhận: answer the citizen, then hand over. The first step of every workflow.
        Receive = "receive",
        /// Thẩm tra, dự thảo, ghi sổ.
        Work = "work",
        /// Công dân kiểm tra bản dự thảo: an online dossier waits for its citizen, and goes on by
        /// itself when the time is over. Dossiers of the counter pass it over.
        Confirm = "confirm",
        /// Ký duyệt.
        Sign = "sign",
        /// Lấy số, đóng dấu, phát hành: the result comes into being here.
        Issue = "issue",
        /// Trả kết quả. The last step of every workflow.
        Return = "return",
    }
);

impl StepKind {
    /// What may be done at such a step, if the service does not say less.
    pub const fn usual_actions(self) -> &'static [Action] {
        match self {
            Self::Receive => &[Action::Accept, Action::RequestSupplement, Action::Refuse, Action::Forward, Action::RequestPayment],
            Self::Work => {
                &[Action::Forward, Action::RequestSupplement, Action::SendBack, Action::Refuse, Action::Consult, Action::RequestPayment]
            }
            Self::Confirm => &[],
            Self::Sign => &[Action::Approve, Action::SendBack, Action::Refuse],
            Self::Issue => &[Action::IssueResult, Action::SendBack],
            Self::Return => &[Action::ReturnResult],
        }
    }
}

crate::text_enum!(
    /// What the legal clock does during a step or a consultation.
    StepClock {
        Runs = "runs",
        /// The time of the law does not pass: only where the law of the service says so.
        Stands = "stands",
    }
);

impl StepClock {
    const fn is_usual(&self) -> bool {
        matches!(self, Self::Runs)
    }
}

/// A stretch of working time, kept in minutes, written in hours: `hours = 2`, `hours = 0.5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct WorkingTime(u32);

#[derive(Debug, thiserror::Error)]
#[error("hours of a step are between 0.25 and 400, in quarters of an hour")]
pub struct NotWorkingTime;

impl WorkingTime {
    pub const fn minutes(minutes: u32) -> Self {
        Self(minutes)
    }

    pub fn in_minutes(self) -> i64 {
        i64::from(self.0)
    }
}

impl TryFrom<f64> for WorkingTime {
    type Error = NotWorkingTime;

    fn try_from(hours: f64) -> Result<Self, Self::Error> {
        let quarters = hours * 4.0;
        if !(1.0..=1600.0).contains(&quarters) || quarters.fract() != 0.0 {
            return Err(NotWorkingTime);
        }
        (1..=1600u32).find(|q| f64::from(*q) == quarters).map(|q| Self(q * 15)).ok_or(NotWorkingTime)
    }
}

impl From<WorkingTime> for f64 {
    fn from(time: WorkingTime) -> Self {
        Self::from(time.0) / 60.0
    }
}

/// One step, as written in `service.toml` under `[[workflow.steps]]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub key: StepKey,
    pub kind: StepKind,
    /// For officials: "Thẩm tra, dự thảo".
    pub name: String,
    /// For citizens, with the role that acts: "Công chức tư pháp – hộ tịch xác minh".
    pub public_name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_name_en: Option<String>,
    pub role: Role,
    /// Working hours within the limit of the service; they add up to it. Those of optional steps and
    /// of the citizen's check of the draft stand beside it.
    pub hours: WorkingTime,
    /// Passed over unless the official of the step before chooses it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    #[serde(default = "runs", skip_serializing_if = "StepClock::is_usual")]
    pub clock: StepClock,
    /// Fewer acts than usual for the kind of step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allows: Option<Vec<Action>>,
}

const fn runs() -> StepClock {
    StepClock::Runs
}

impl Step {
    /// Whether a dossier of this channel comes by here.
    pub fn is_for(&self, channel: Channel) -> bool {
        self.kind != StepKind::Confirm || channel == Channel::Online
    }

    /// Its hours are part of the limit of the service.
    pub fn counts(&self) -> bool {
        !self.optional && self.kind != StepKind::Confirm
    }

    pub fn allows(&self, action: Action) -> bool {
        self.kind.usual_actions().contains(&action) && self.allows.as_ref().is_none_or(|allowed| allowed.contains(&action))
    }

    pub fn public_name_in(&self, lang: Lang) -> &str {
        match (lang, &self.public_name_en) {
            (Lang::En, Some(english)) => english,
            _ => &self.public_name,
        }
    }
}
