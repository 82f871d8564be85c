//! All versions in memory, renewed when one is published.

use std::{
    collections::HashMap,
    sync::{Arc, OnceLock, PoisonError, RwLock},
};

use crate::{
    forms::{Places, World},
    kernel::{
        clock::Instant,
        ids::{ServiceId, ServiceVersionId},
    },
    platform::db::{Conn, DbError, DbResult},
};

use super::{
    ServiceStop, ServiceVersion, StopKind, Workshop,
    procedures::Overview,
    queries,
    search::{Finding, Wording},
};

/// Cheap to clone; clones see the same versions.
#[derive(Clone, Default)]
pub struct Catalogue(Arc<Shelf>);

#[derive(Default)]
struct Shelf {
    book: RwLock<Arc<Book>>,
    places: Places,
    finding: Finding,
    overview: Overview,
    workshop: OnceLock<Workshop>,
}

#[derive(Default)]
struct Book {
    by_id: HashMap<ServiceVersionId, Arc<ServiceVersion>>,
    /// Oldest first.
    by_slug: HashMap<String, Vec<Arc<ServiceVersion>>>,
    /// Services that take no dossiers, by slug.
    stops: HashMap<String, Arc<ServiceStop>>,
    /// What the tables said when this was read.
    tally: queries::Tally,
}

impl Book {
    async fn read(conn: &mut Conn, world: &World, tally: queries::Tally) -> DbResult<Self> {
        let stops = queries::open_stops(conn).await?.into_iter().map(|(slug, stop)| (slug, Arc::new(stop))).collect();
        Ok(Self { tally, stops, ..Self::of(queries::all_versions(conn, world).await?) })
    }

    fn of(versions: Vec<ServiceVersion>) -> Self {
        let mut book = Self::default();
        // By service, not by address: the address stands in every version, and stays.
        let mut slugs: HashMap<ServiceId, String> = HashMap::new();
        for version in versions.into_iter().map(Arc::new) {
            let slug = slugs.entry(version.service).or_insert_with(|| version.slug().to_owned()).clone();
            book.by_id.insert(version.id, version.clone());
            book.by_slug.entry(slug).or_default().push(version);
        }
        for versions in book.by_slug.values_mut() {
            versions.sort_by_key(|version| version.from);
        }
        book
    }
}

impl Catalogue {
    /// Reads every version of the database, and what is said of all procedures (five statements). A version
    /// that cannot be read any more is an error of the database: nothing is left out in silence.
    pub async fn load(conn: &mut Conn, world: &World) -> DbResult<Self> {
        let tally = queries::tally(conn).await?;
        let book = Book::read(conn, world, tally).await?;
        let wording = match queries::last_list(conn).await? {
            Some((_, text)) => Wording::read(&text).map_err(|error| DbError::DeserializationError(error.into()))?,
            None => Wording::default(),
        };
        let finding = Finding::new(wording);
        let overview = Overview::load(conn).await?;
        let book = RwLock::new(Arc::new(book));
        Ok(Self(Arc::new(Shelf { book, places: world.places.clone(), finding, overview, workshop: OnceLock::new() })))
    }

    /// Of these versions.
    pub fn of(versions: Vec<ServiceVersion>, places: Places) -> Self {
        let book = RwLock::new(Arc::new(Book::of(versions)));
        Self(Arc::new(Shelf { book, places, ..Shelf::default() }))
    }

    /// Gives it what new versions are made with; a second time changes nothing.
    pub fn furnish(&self, workshop: Workshop) {
        self.0.workshop.get_or_init(|| workshop);
    }

    /// What new versions are made with, where this process makes any.
    pub fn workshop(&self) -> Option<&Workshop> {
        self.0.workshop.get()
    }

    /// Reads everything again if a version was published or a service stopped since, by whatever process. True if so.
    pub async fn renew(&self, conn: &mut Conn) -> DbResult<bool> {
        let Some(workshop) = self.workshop() else { return Ok(false) };
        let tally = queries::tally(conn).await?;
        if tally == self.book().tally {
            return Ok(false);
        }
        let book = Arc::new(Book::read(conn, workshop.world(), tally).await?);
        *self.0.book.write().unwrap_or_else(PoisonError::into_inner) = book;
        Ok(true)
    }

    fn book(&self) -> Arc<Book> {
        self.0.book.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The places that forms offer.
    pub fn places(&self) -> &Places {
        &self.0.places
    }

    pub(super) fn finding(&self) -> &Finding {
        &self.0.finding
    }

    pub(super) fn overview(&self) -> &Overview {
        &self.0.overview
    }

    /// The version a dossier is pinned to.
    pub fn version(&self, id: ServiceVersionId) -> Option<Arc<ServiceVersion>> {
        self.book().by_id.get(&id).cloned()
    }

    /// Every version of a service, oldest first.
    pub fn versions(&self, slug: &str) -> Vec<Arc<ServiceVersion>> {
        self.book().by_slug.get(slug).cloned().unwrap_or_default()
    }

    /// The last version of a service, also one that is not yet in force.
    pub fn newest(&self, slug: &str) -> Option<Arc<ServiceVersion>> {
        self.book().by_slug.get(slug)?.iter().max_by_key(|version| version.number).cloned()
    }

    /// What is valid at an instant.
    pub fn in_force(&self, slug: &str, at: Instant) -> Option<Arc<ServiceVersion>> {
        in_force(&self.book(), slug, at)
    }

    /// The service of a national code, as it is valid at an instant.
    pub fn by_code(&self, code: &str, at: Instant) -> Option<Arc<ServiceVersion>> {
        let book = self.book();
        book.by_slug.keys().filter_map(|slug| in_force(&book, slug, at)).find(|version| version.code() == code)
    }

    /// Why a service takes no dossiers, if it does not.
    pub fn stop_of(&self, slug: &str) -> Option<Arc<ServiceStop>> {
        self.book().stops.get(slug).cloned()
    }

    /// Every service in force that was not closed, sorted by code: what citizens are led to.
    pub fn all_offered(&self, at: Instant) -> Vec<Arc<ServiceVersion>> {
        let book = self.book();
        let closed = |slug: &str| book.stops.get(slug).is_some_and(|stop| stop.kind == StopKind::Closed);
        self.all_in_force(at).into_iter().filter(|version| !closed(version.slug())).collect()
    }

    /// Whether one of the services that are there, or come, has this national code.
    pub fn of_code(&self, code: &str) -> Option<Arc<ServiceVersion>> {
        let book = self.book();
        book.by_slug
            .values()
            .filter_map(|versions| versions.iter().max_by_key(|version| version.number))
            .find(|v| v.code() == code)
            .cloned()
    }

    /// Every service in force, sorted by code.
    pub fn all_in_force(&self, at: Instant) -> Vec<Arc<ServiceVersion>> {
        let book = self.book();
        let mut all: Vec<Arc<ServiceVersion>> = book.by_slug.keys().filter_map(|slug| in_force(&book, slug, at)).collect();
        all.sort_by(|a, b| a.code().cmp(b.code()));
        all
    }
}

fn in_force(book: &Book, slug: &str, at: Instant) -> Option<Arc<ServiceVersion>> {
    book.by_slug.get(slug)?.iter().rev().find(|version| version.is_in_force(at)).cloned()
}
