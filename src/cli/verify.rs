//! `motcua verify`: whether the sealed history is whole.

use clap::Args;

use super::{Place, say, with_base};
use crate::{audit, dossiers};

#[derive(Args)]
pub(super) struct Verify {
    #[command(flatten)]
    place: Place,
}

impl Verify {
    pub async fn run(self) -> anyhow::Result<()> {
        with_base(self.place.settings()?, async |base| {
            let platform = base.platform().await?;
            let mut conn = platform.db.get().await?;
            let verdict = audit::verify(&mut conn).await?;
            say(format_args!("audit: {} lines sound, {} waiting to be sealed", verdict.sound, verdict.waiting));
            let chains = dossiers::verify_chains(&mut conn).await?;
            say(format_args!("dossiers: {} events read, {} histories broken", chains.events, chains.broken.len()));
            match (verdict.broken, chains.broken.first()) {
                (None, None) => Ok(()),
                (Some(broken), _) => Err(anyhow::anyhow!("the audit is broken: {broken:?}")),
                (None, Some(broken)) => Err(anyhow::anyhow!("the history of dossier {} is broken at event {}", broken.dossier, broken.seq)),
            }
        })
        .await
    }
}
