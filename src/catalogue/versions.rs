//! All versions in memory.

use std::{collections::HashMap, sync::Arc};

use crate::{
    forms::{Places, World},
    kernel::{clock::Instant, ids::ServiceVersionId},
    platform::db::{Conn, DbResult},
};

use super::{ServiceVersion, queries};

/// Cheap to clone.
#[derive(Clone, Default)]
pub struct Catalogue(Arc<Book>);

#[derive(Default)]
struct Book {
    by_id: HashMap<ServiceVersionId, Arc<ServiceVersion>>,
    /// Oldest first.
    by_slug: HashMap<String, Vec<Arc<ServiceVersion>>>,
    places: Places,
}

impl Catalogue {
    /// Reads every version of the database (one statement). A version that cannot be read any more is
    /// an error of the database: nothing is left out in silence.
    pub async fn load(conn: &mut Conn, world: &World) -> DbResult<Self> {
        Ok(Self::of(queries::all_versions(conn, world).await?, world.places.clone()))
    }

    /// Of these versions.
    pub fn of(versions: Vec<ServiceVersion>, places: Places) -> Self {
        let mut book = Book { places, ..Book::default() };
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
