//! What every verb consults besides the dossier itself.

use std::sync::Arc;

use crate::{
    agencies::{Agencies, Agency},
    calendar::{Calendar, Calendars, Limit},
    catalogue::{Catalogue, ServiceVersion},
    kernel::{
        clock::Instant,
        ids::{AgencyId, ServiceVersionId},
        lang::Lang,
    },
};

/// The calendars, the services and the agencies as they are in force; cheap to clone.
#[derive(Clone)]
pub struct Rules {
    pub calendars: Arc<Calendars>,
    pub catalogue: Catalogue,
    pub agencies: Arc<Agencies>,
    /// Printed on papers; may be empty.
    pub hotline: String,
    /// In which the texts of services are read; what is written on papers is Vietnamese.
    pub lang: Lang,
}

/// The time to answer a new dossier or a supplement, and the law's measure of a working day.
pub(super) const ACKNOWLEDGE: Limit = Limit::WorkingHours(8);

/// A dossier names a version or an agency that this process has not read: it must be restarted, or
/// the configuration folder is older than the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the dossier names a {0} that this process does not know")]
pub(super) struct Unknown(pub &'static str);

impl Rules {
    pub fn new(calendars: Arc<Calendars>, catalogue: Catalogue, agencies: Arc<Agencies>, hotline: String) -> Self {
        Self { calendars, catalogue, agencies, hotline, lang: Lang::DEFAULT }
    }

    /// The same rules, read in this language.
    pub fn in_language(&self, lang: Lang) -> Self {
        Self { lang, ..self.clone() }
    }

    pub(super) fn version(&self, id: ServiceVersionId) -> Result<Arc<ServiceVersion>, Unknown> {
        self.catalogue.version(id).ok_or(Unknown("version of a service"))
    }

    pub(super) fn agency(&self, id: Option<AgencyId>) -> Result<&Agency, Unknown> {
        id.and_then(|id| self.agencies.get(id)).ok_or(Unknown("agency"))
    }

    pub(super) fn calendar(&self, agency: &Agency) -> &Calendar {
        self.calendars.of(Some(&agency.code))
    }

    /// By when the agency answers something that arrives now.
    pub(super) fn answer_by(&self, agency: &Agency, at: Instant) -> Instant {
        self.calendar(agency).due_at(at, ACKNOWLEDGE)
    }
}
