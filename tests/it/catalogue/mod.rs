//! The services on offer.

mod examples;
mod fees;
mod procedures;
mod publication;
mod search;
mod random_services;
mod soundness;

use std::path::Path;

use motcua::{
    catalogue,
    forms::{Files, World},
    platform::{config::ConfigFolder, i18n::Texts, library::Library},
};

/// The files of the services as they stand in the project.
pub fn files() -> Files {
    catalogue::read_files(&ConfigFolder::at(root().join("config"))).expect("the files are there")
}

pub fn world(files: &Files) -> World {
    let texts = Texts::load(&Library::Folder(root().to_owned())).expect("the texts can be read");
    World::read(files, texts).expect("the places can be read")
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
