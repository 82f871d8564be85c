//! `motcua migrate`: the tables, forward and back.

use clap::Args;

use super::{Place, say, with_base};
use crate::platform::db;

#[derive(Args)]
pub(super) struct Migrate {
    #[command(flatten)]
    place: Place,
    /// Take the last N migrations back; what they made is lost.
    #[arg(long, value_name = "N")]
    down: Option<usize>,
}

impl Migrate {
    pub async fn run(self) -> anyhow::Result<()> {
        with_base(self.place.settings()?, async |base| {
            let (word, names) = match self.down {
                None => ("run", base.migrate().await?),
                Some(steps) => ("taken back", db::revert(&base.config.database, &base.address, steps).await?),
            };
            for name in &names {
                say(format_args!("{name} {word}"));
            }
            if names.is_empty() {
                say("nothing to do");
            }
            Ok(())
        })
        .await
    }
}
