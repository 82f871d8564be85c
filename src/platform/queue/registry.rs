//! Who does which kind of job.

use std::{collections::BTreeMap, future::Future, pin::Pin, sync::Arc};

use super::job::{Attempt, Job, JobError};

type Outcome = Pin<Box<dyn Future<Output = Result<(), JobError>> + Send>>;
type Handler = Arc<dyn Fn(serde_json::Value, Attempt) -> Outcome + Send + Sync>;

/// The kinds that a worker can do. A worker claims only these: during an upgrade the old version
/// leaves the new kinds to the new one.
#[derive(Clone, Default)]
pub struct Registry {
    handlers: BTreeMap<&'static str, Handler>,
}

impl Registry {
    /// Jobs of this kind are done by `handler`. A payload that cannot be read is given up.
    #[must_use]
    pub fn on<J, F, R>(mut self, handler: F) -> Self
    where
        J: Job,
        F: Fn(J, Attempt) -> R + Send + Sync + 'static,
        R: Future<Output = Result<(), JobError>> + Send + 'static,
    {
        let handler: Handler = Arc::new(move |payload, attempt| match serde_json::from_value::<J>(payload) {
            Ok(job) => Box::pin(handler(job, attempt)),
            Err(error) => Box::pin(async move { Err(JobError::GiveUp(format!("unreadable payload: {error}"))) }),
        });
        self.handlers.insert(J::KIND, handler);
        self
    }

    pub fn kinds(&self) -> Vec<&'static str> {
        self.handlers.keys().copied().collect()
    }

    pub(super) fn start(&self, kind: &str, payload: serde_json::Value, attempt: Attempt) -> Option<Outcome> {
        self.handlers.get(kind).map(|handler| handler(payload, attempt))
    }
}
