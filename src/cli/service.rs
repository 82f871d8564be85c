//! `motcua service schema SLUG`: the JSON Schema of a service's answers, for other systems.

use clap::{Args, Subcommand};

use super::{Place, say};
use crate::{
    catalogue,
    forms::World,
    platform::{i18n::Texts, library::Library},
};

#[derive(Args)]
pub(super) struct Service {
    #[command(subcommand)]
    question: Question,
}

#[derive(Subcommand)]
enum Question {
    /// Print the JSON Schema of a service's answers.
    Schema {
        slug: String,
        #[command(flatten)]
        place: Place,
    },
}

impl Service {
    pub fn run(self) -> anyhow::Result<()> {
        let Question::Schema { slug, place } = self.question;
        let files = catalogue::read_files(&place.settings()?.folder)?;
        let world = World::read(&files, Texts::load(&Library::Carried)?)?;
        let schema = catalogue::schema_of(&slug, &files, &world)?;
        let schema = schema.ok_or_else(|| anyhow::anyhow!("there is no service {slug}"))?;
        say(serde_json::to_string_pretty(&schema)?);
        Ok(())
    }
}
