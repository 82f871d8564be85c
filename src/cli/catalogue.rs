//! `motcua catalogue import FILE.jsonl`: the long texts of the national database of procedures.

use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, Subcommand};

use super::{Place, say, with_base};
use crate::catalogue::procedures::{self, ImportRefused};

#[derive(Args)]
pub(super) struct Catalogue {
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Enter documents, times, fees and legal basis of procedures; the same file again changes nothing.
    Import {
        /// One procedure a line, as JSON with the fields of the national database (`ma_thu_tuc` …).
        file: PathBuf,
        #[command(flatten)]
        place: Place,
    },
}

impl Catalogue {
    pub async fn run(self) -> anyhow::Result<()> {
        let Act::Import { file, place } = self.act;
        let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        with_base(place.settings()?, async |base| {
            let platform = base.platform().await?;
            let mut conn = platform.db.get().await.context("the database")?;
            crate::app::fill(&mut conn, platform.clock.now(), &base.config.folder).await?;
            let imported = procedures::import(&mut conn, &text, |done, all| say(format_args!("{done} of {all}"))).await;
            if let Err(ImportRefused::Unreadable(faults)) = &imported {
                faults.iter().for_each(|fault| eprintln!("{}: {fault}", file.display()));
            }
            let imported = imported?;
            say(format_args!(
                "{} new, {} changed, {} unchanged; {} not in the list of procedures, left out",
                imported.new, imported.changed, imported.unchanged, imported.unknown
            ));
            Ok(())
        })
        .await
    }
}
