//! What every verb consults besides the dossier itself.

use std::sync::{Arc, PoisonError, RwLock};

use crate::{
    agencies::{Agencies, Agency},
    calendar::{self, Calendar, CalendarBook, Calendars, KeptCalendar, Limit},
    catalogue::{Catalogue, ServiceVersion},
    kernel::{
        clock::Instant,
        ids::{AgencyId, ServiceVersionId},
        lang::Lang,
    },
    platform::db::{Conn, DbResult},
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
    pub office: Office,
}

/// What administrators change while the portal runs. Clones see the same; a request, and a job, keeps to one state of it.
#[derive(Clone)]
pub struct Office(Arc<Kept>);

struct Kept {
    /// The calendar as the files of the installation have it.
    files: CalendarBook,
    now: RwLock<InForce>,
}

#[derive(Clone)]
struct InForce {
    book: Arc<CalendarBook>,
    calendars: Arc<Calendars>,
    agencies: Arc<Agencies>,
    calendar_version: i64,
}

impl InForce {
    async fn read(conn: &mut Conn, files: &CalendarBook) -> DbResult<Self> {
        let KeptCalendar { book, calendars, version } = KeptCalendar::load(conn, files).await?;
        let agencies = Arc::new(Agencies::load(conn).await?);
        Ok(Self { book: Arc::new(book), calendars: Arc::new(calendars), agencies, calendar_version: version })
    }
}

impl Office {
    fn now(&self) -> InForce {
        self.0.now.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The time to answer a new dossier or a supplement, and the law's measure of a working day.
pub(super) const ACKNOWLEDGE: Limit = Limit::WorkingHours(8);

/// A dossier names a version or an agency that this process has not read: it must be restarted, or
/// the configuration folder is older than the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the dossier names a {0} that this process does not know")]
pub(super) struct Unknown(pub &'static str);

impl Rules {
    /// The rules over a database that is filled; `files` is the calendar of the installation.
    pub async fn open(conn: &mut Conn, files: CalendarBook, catalogue: Catalogue, hotline: String) -> DbResult<Self> {
        let now = InForce::read(conn, &files).await?;
        let (calendars, agencies) = (now.calendars.clone(), now.agencies.clone());
        let office = Office(Arc::new(Kept { files, now: RwLock::new(now) }));
        Ok(Self { calendars, catalogue, agencies, hotline, lang: Lang::DEFAULT, office })
    }

    /// Reads again what administrators have changed since, in whatever process; true if anything.
    pub async fn renew(&self, conn: &mut Conn) -> DbResult<bool> {
        if calendar::calendar_version(conn).await? == self.office.now().calendar_version {
            return Ok(false);
        }
        let read = InForce::read(conn, &self.office.0.files).await?;
        *self.office.0.now.write().unwrap_or_else(PoisonError::into_inner) = read;
        Ok(true)
    }

    /// The rules as they are in force by now.
    pub fn current(&self) -> Self {
        let now = self.office.now();
        Self { calendars: now.calendars, agencies: now.agencies, ..self.clone() }
    }

    /// The calendar as it is written by now, and how often it has been changed.
    pub fn book(&self) -> (Arc<CalendarBook>, i64) {
        let now = self.office.now();
        (now.book, now.calendar_version)
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
