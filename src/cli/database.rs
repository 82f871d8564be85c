//! `motcua database`: the private database alone, until ctrl-C, or until nobody holds a file.

use std::{fs::File, path::PathBuf, time::Duration};

use clap::Args;
use nix::fcntl::{Flock, FlockArg};

use super::{Place, say};
use crate::platform::db::embedded::{Embedded, Settings};

#[derive(Args)]
pub(super) struct Database {
    #[command(flatten)]
    place: Place,
    /// Give up durability for speed: for data that may be lost.
    #[arg(long, hide = true)]
    careless: bool,
    /// End when no process holds a lock on this file any more.
    #[arg(long, hide = true, value_name = "FILE")]
    until_unused: Option<PathBuf>,
}

impl Database {
    pub async fn run(self) -> anyhow::Result<()> {
        let config = self.place.settings()?;
        let settings = Settings { careless: self.careless, ..Settings::default() };
        let mut server = Embedded::start(&config.server.data, settings, &config.database).await?;
        say(format_args!("the database runs at {}", server.address().place()));
        let unused = match self.until_unused {
            None => {
                tokio::signal::ctrl_c().await?;
                None
            }
            Some(file) => Some(wait_until_unused(file).await?),
        };
        tokio::task::spawn_blocking(move || server.stop()).await?;
        // Held until here: whoever wants to use the database again waits until it has stopped.
        drop(unused);
        Ok(())
    }
}

async fn wait_until_unused(path: PathBuf) -> anyhow::Result<Flock<File>> {
    let mut file = File::options().create(true).append(true).open(path)?;
    loop {
        tokio::time::sleep(Duration::from_secs(2)).await;
        match Flock::lock(file, FlockArg::LockExclusiveNonblock) {
            Ok(held) => return Ok(held),
            Err((back, _)) => file = back,
        }
    }
}
