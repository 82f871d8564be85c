//! Opening a portal: the database first, then its tables, then everything that reads from it.

use std::sync::Arc;

use anyhow::Context;
use secrecy::ExposeSecret;

use crate::{
    kernel::clock::{SharedClock, SystemClock},
    platform::{
        Platform,
        config::Config,
        db::{
            self, DbAddress,
            embedded::{Embedded, Settings},
        },
    },
};

/// A portal that is open: what requests and jobs need. Cheap to clone.
#[derive(Clone)]
pub struct Portal {
    pub platform: Platform,
}

impl Portal {
    /// Assembles a portal over a database that is up to date.
    pub async fn open(platform: Platform) -> anyhow::Result<Self> {
        Ok(Self { platform })
    }
}

/// What a command of the binary holds while it runs: the portal, and the private database behind it.
pub struct Base {
    pub config: Arc<Config>,
    pub address: DbAddress,
    private: Option<Embedded>,
}

impl Base {
    /// Reaches the database of the settings; starts the private one if none is named.
    pub async fn reach(config: Config) -> anyhow::Result<Self> {
        let url = config.database.url.expose_secret();
        if !url.is_empty() {
            let address = url.parse().context("database.url")?;
            return Ok(Self { config: Arc::new(config), address, private: None });
        }
        let private = Embedded::start(&config.server.data, Settings::default(), &config.database).await?;
        Ok(Self { address: private.address(), config: Arc::new(config), private: Some(private) })
    }

    pub async fn migrate(&self) -> anyhow::Result<Vec<String>> {
        Ok(db::migrate(&self.config.database, &self.address).await?)
    }

    /// The portal on this database.
    pub async fn open(&self) -> anyhow::Result<Portal> {
        if self.config.database.migrate {
            self.migrate().await?;
        }
        let pool = db::connect(&self.config.database, &self.address)?;
        let clock: SharedClock = Arc::new(SystemClock);
        Portal::open(Platform::assemble(Arc::clone(&self.config), pool, clock)?).await
    }

    /// Stops the private database, if this process started it. Blocks.
    pub fn close(mut self) {
        if let Some(private) = &mut self.private {
            private.stop();
        }
    }
}
