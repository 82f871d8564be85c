//! `motcua verify`: whether the sealed history is whole.

use clap::Args;

use super::{Place, say, with_base};
use crate::audit;

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
            match verdict.broken {
                None => Ok(()),
                Some(broken) => Err(anyhow::anyhow!("the audit is broken: {broken:?}")),
            }
        })
        .await
    }
}
