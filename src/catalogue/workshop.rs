//! What a service is made with besides its own files: the shared blocks and lists, the places.

use super::{Folder, ServiceDefinition};
use crate::forms::{Files, Library, NotAForm, World};

pub struct Workshop {
    library: Library,
    world: World,
}

impl Workshop {
    /// Of all files below `config/`.
    pub fn open(files: &Files, world: &World) -> Result<Self, NotAForm> {
        Ok(Self { library: Library::read(files)?, world: world.clone() })
    }

    /// The service that a folder describes, with its blocks and lists.
    pub fn read(&self, slug: &str, folder: &Folder) -> Result<ServiceDefinition, NotAForm> {
        folder.read(slug, &self.library)
    }

    pub fn world(&self) -> &World {
        &self.world
    }
}
