//! `motcua files`: the keys of the files.

use clap::{Args, Subcommand};
use futures_util::TryStreamExt;

use super::{Place, say, with_base};
use crate::platform::files::{FileStore, Rewrapped};

#[derive(Args)]
pub(super) struct Files {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Wrap the keys of all files under the master key in use. The files themselves are not touched; stopped half
    /// way, it goes on where it was when it is run again.
    RotateKey {
        #[command(flatten)]
        place: Place,
    },
}

impl Files {
    pub async fn run(self) -> anyhow::Result<()> {
        let What::RotateKey { place } = self.what;
        with_base(place.settings()?, async |base| rotate(&base.platform().await?.files).await).await
    }
}

const TELL_EVERY: usize = 1000;

async fn rotate(files: &FileStore) -> anyhow::Result<()> {
    let (mut anew, mut already, mut shut) = (0_usize, 0_usize, 0_usize);
    let mut keys = files.sealed();
    while let Some(key) = keys.try_next().await? {
        match files.rewrap(&key).await {
            Ok(Some(Rewrapped::Anew)) => anew += 1,
            Ok(Some(Rewrapped::Already) | None) => already += 1,
            Err(error) => {
                shut += 1;
                say(format_args!("{key}: {error}"));
            }
        }
        if (anew + already + shut).is_multiple_of(TELL_EVERY) {
            say(format_args!("{} keys looked at", anew + already + shut));
        }
    }
    say(format_args!("{anew} keys wrapped anew, {already} lay under the key in use already, {shut} could not be opened"));
    anyhow::ensure!(shut == 0, "some files lie under a key that is not here: keep the old master keys and run this again");
    Ok(())
}
