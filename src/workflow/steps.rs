//! The steps of a service in order, and which follows which.

use serde::{Deserialize, Serialize};

use super::{Channel, Consultation, Step, StepKey, StepKind};

/// The steps of a service, in order, and the opinions that may be asked for on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workflow {
    pub steps: Vec<Step>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consultations: Vec<Consultation>,
}

impl Workflow {
    pub fn step(&self, key: &StepKey) -> Option<&Step> {
        self.steps.iter().find(|step| step.key == *key)
    }

    pub fn first(&self) -> Option<&Step> {
        self.steps.first()
    }

    /// Where a dossier of this channel may go from here: the optional steps on the way, and last the
    /// one that it usually goes to.
    pub fn onward(&self, key: &StepKey, channel: Channel) -> Vec<&Step> {
        let mut ways = Vec::new();
        for step in self.steps.iter().skip_while(|step| step.key != *key).skip(1).filter(|step| step.is_for(channel)) {
            ways.push(step);
            if !step.optional {
                break;
            }
        }
        ways
    }

    /// Where it usually goes from here.
    pub fn after(&self, key: &StepKey, channel: Channel) -> Option<&Step> {
        self.onward(key, channel).into_iter().rfind(|step| !step.optional)
    }

    /// To whom it goes back: the last step before in which the office always works.
    pub fn before(&self, key: &StepKey) -> Option<&Step> {
        let earlier = self.steps.iter().take_while(|step| step.key != *key);
        earlier.filter(|step| step.counts()).last().filter(|_| self.step(key).is_some())
    }

    /// The step where results are handed over.
    pub fn returning(&self) -> Option<&Step> {
        self.steps.iter().find(|step| step.kind == StepKind::Return)
    }

    pub fn consultation(&self, key: &str) -> Option<&Consultation> {
        self.consultations.iter().find(|asked| asked.key == key)
    }

    /// The opinions that may be asked for at a step.
    pub fn consultations_at<'a>(&'a self, step: &'a StepKey) -> impl Iterator<Item = &'a Consultation> {
        self.consultations.iter().filter(|asked| asked.at.contains(step))
    }

    /// What the office has in all: the limit of the service.
    pub fn total_minutes(&self) -> i64 {
        self.steps.iter().filter(|step| step.counts()).map(|step| step.hours.in_minutes()).sum()
    }
}
