//! The steps of a service between acceptance and result: data of the service, checked when read.

use serde::{Deserialize, Serialize};

use super::Action;
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
            Self::Receive => &[Action::Accept, Action::RequestSupplement, Action::Refuse, Action::Forward],
            Self::Work => &[Action::Forward, Action::RequestSupplement, Action::SendBack, Action::Refuse],
            Self::Sign => &[Action::Approve, Action::SendBack, Action::Refuse],
            Self::Issue => &[Action::IssueResult, Action::SendBack],
            Self::Return => &[Action::ReturnResult],
        }
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
    /// Working hours within the limit of the service; they add up to it.
    pub hours: WorkingTime,
    /// Fewer acts than usual for the kind of step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allows: Option<Vec<Action>>,
}

impl Step {
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

/// The steps of a service, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workflow {
    pub steps: Vec<Step>,
}

impl Workflow {
    pub fn step(&self, key: &StepKey) -> Option<&Step> {
        self.steps.iter().find(|step| step.key == *key)
    }

    pub fn first(&self) -> Option<&Step> {
        self.steps.first()
    }

    pub fn after(&self, key: &StepKey) -> Option<&Step> {
        self.steps.iter().skip_while(|step| step.key != *key).nth(1)
    }

    pub fn before(&self, key: &StepKey) -> Option<&Step> {
        self.steps.iter().take_while(|step| step.key != *key).last().filter(|_| self.step(key).is_some())
    }

    /// The step where results are handed over.
    pub fn returning(&self) -> Option<&Step> {
        self.steps.iter().find(|step| step.kind == StepKind::Return)
    }

    pub fn total_minutes(&self) -> i64 {
        self.steps.iter().map(|step| step.hours.in_minutes()).sum()
    }
}
