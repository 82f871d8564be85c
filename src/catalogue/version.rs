//! One published version, ready to work.

use std::sync::Arc;

use crate::{
    forms::{Form, World},
    kernel::{
        clock::Instant,
        ids::{ServiceId, ServiceVersionId},
    },
};

use super::{ServiceDefinition, eligibility, fees};

/// Immutable. Its rules over answers are in `answers_rules`.
#[derive(Clone)]
pub struct ServiceVersion {
    pub id: ServiceVersionId,
    pub service: ServiceId,
    /// 1, 2, 3 …
    pub number: i32,
    pub from: Instant,
    /// Exclusive; `None`: in force until further notice.
    pub until: Option<Instant>,
    pub definition: Arc<ServiceDefinition>,
    pub form: Form,
}

impl ServiceVersion {
    pub(super) fn new(
        id: ServiceVersionId,
        service: ServiceId,
        number: i32,
        (from, until): (Instant, Option<Instant>),
        definition: ServiceDefinition,
        world: &World,
    ) -> Self {
        let tariff = Arc::new(fees::Tariff(definition.fees.clone()));
        let form = Form::new(eligibility::with_rules(&definition), world.clone()).costing(tariff);
        Self { id, service, number, from, until, definition: Arc::new(definition), form }
    }

    /// A version that exists only in memory: for checks and previews.
    pub fn draft(definition: ServiceDefinition, world: &World, from: Instant) -> Self {
        Self::new(ServiceVersionId::new(), ServiceId::new(), 0, (from, None), definition, world)
    }

    pub fn slug(&self) -> &str {
        &self.definition.slug
    }

    pub fn code(&self) -> &str {
        &self.definition.code
    }

    pub fn is_in_force(&self, at: Instant) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}
