//! All versions in memory.

use std::{collections::HashMap, sync::Arc};

use crate::{
    forms::{Places, World},
    kernel::{clock::Instant, ids::ServiceVersionId},
    platform::db::{Conn, DbError, DbResult},
};

use super::{
    ServiceVersion,
    procedures::Overview,
    queries,
    search::{Finding, Wording},
};

/// Cheap to clone.
#[derive(Clone, Default)]
pub struct Catalogue(Arc<Book>);

#[derive(Default)]
struct Book {
    by_id: HashMap<ServiceVersionId, Arc<ServiceVersion>>,
    /// Oldest first.
    by_slug: HashMap<String, Vec<Arc<ServiceVersion>>>,
    places: Places,
    finding: Finding,
    overview: Overview,
}

impl Catalogue {
    /// Reads every version of the database, and what is said of all procedures (three statements). A version
    /// that cannot be read any more is an error of the database: nothing is left out in silence.
    pub async fn load(conn: &mut Conn, world: &World) -> DbResult<Self> {
        let versions = queries::all_versions(conn, world).await?;
        let wording = match queries::last_list(conn).await? {
            Some((_, text)) => Wording::read(&text).map_err(|error| DbError::DeserializationError(error.into()))?,
            None => Wording::default(),
        };
        let finding = Finding::new(wording);
        let overview = Overview::load(conn).await?;
        Ok(Self::filled(versions, Book { places: world.places.clone(), finding, overview, ..Book::default() }))
    }

    /// Of these versions.
    pub fn of(versions: Vec<ServiceVersion>, places: Places) -> Self {
        Self::filled(versions, Book { places, ..Book::default() })
    }

    fn filled(versions: Vec<ServiceVersion>, mut book: Book) -> Self {
        for version in versions.into_iter().map(Arc::new) {
            book.by_id.insert(version.id, version.clone());
            book.by_slug.entry(version.slug().to_owned()).or_default().push(version);
        }
        for versions in book.by_slug.values_mut() {
            versions.sort_by_key(|version| version.from);
        }
        Self(Arc::new(book))
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
        self.0.by_id.get(&id).cloned()
    }

    /// What is valid at an instant.
    pub fn in_force(&self, slug: &str, at: Instant) -> Option<Arc<ServiceVersion>> {
        self.0.by_slug.get(slug)?.iter().rev().find(|version| version.is_in_force(at)).cloned()
    }

    /// The service of a national code, as it is valid at an instant.
    pub fn by_code(&self, code: &str, at: Instant) -> Option<Arc<ServiceVersion>> {
        self.0.by_slug.keys().filter_map(|slug| self.in_force(slug, at)).find(|version| version.code() == code)
    }

    /// Every service in force, sorted by code.
    pub fn all_in_force(&self, at: Instant) -> Vec<Arc<ServiceVersion>> {
        let mut all: Vec<Arc<ServiceVersion>> = self.0.by_slug.keys().filter_map(|slug| self.in_force(slug, at)).collect();
        all.sort_by(|a, b| a.code().cmp(b.code()));
        all
    }
}
