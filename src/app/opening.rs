//! Opening a portal: the database first, then its tables, then what the files say, then everything
//! that reads from it.

use std::sync::Arc;

use anyhow::Context;
use secrecy::ExposeSecret;

use super::filling::fill;
use crate::{
    calendar::CalendarBook,
    catalogue::{self, Catalogue, Workshop},
    dossiers::Rules,
    forms::World,
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
    pub rules: Rules,
}

impl Portal {
    /// Reads the rules over a database that is filled.
    pub async fn open(platform: Platform) -> anyhow::Result<Self> {
        let folder = &platform.config.folder;
        let calendar = CalendarBook::load(folder)?;
        let files = catalogue::read_files(folder)?;
        let world = World::read(&files, platform.texts.clone())?;
        let mut conn = platform.db.get().await.context("the database")?;
        let catalogue = Catalogue::load(&mut conn, &world).await?;
        catalogue.furnish(Workshop::open(&files, &world)?);
        let rules = Rules::open(&mut conn, calendar, catalogue, platform.config.portal.hotline.clone()).await?;
        drop(conn);
        Ok(Self { platform, rules })
    }
}

/// What a command of the binary stands on: the settings, and the database behind them.
pub struct Base {
    pub config: Arc<Config>,
    pub address: DbAddress,
    pub clock: SharedClock,
    private: Option<Embedded>,
}

impl Base {
    /// Reaches the database of the settings; starts the private one if none is named.
    pub async fn reach(config: Config) -> anyhow::Result<Self> {
        let url = config.database.url.expose_secret();
        let clock: SharedClock = Arc::new(SystemClock);
        if !url.is_empty() {
            let address = url.parse().context("database.url")?;
            return Ok(Self { config: Arc::new(config), address, clock, private: None });
        }
        let private = Embedded::start(&config.server.data, Settings::default(), &config.database).await?;
        Ok(Self { address: private.address(), config: Arc::new(config), clock, private: Some(private) })
    }

    pub async fn migrate(&self) -> anyhow::Result<Vec<String>> {
        Ok(db::migrate(&self.config.database, &self.address).await?)
    }

    /// The machines on this database, which is brought up to date first unless the settings forbid it.
    pub async fn platform(&self) -> anyhow::Result<Platform> {
        if self.config.database.migrate {
            self.migrate().await?;
        }
        let pool = db::connect(&self.config.database, &self.address)?;
        Platform::assemble(Arc::clone(&self.config), pool, Arc::clone(&self.clock))
    }

    /// The portal, with agencies and services as the files say.
    pub async fn portal(&self) -> anyhow::Result<Portal> {
        let platform = self.platform().await?;
        let mut conn = platform.db.get().await.context("the database")?;
        fill(&mut conn, platform.clock.now(), &self.config.folder).await?;
        drop(conn);
        Portal::open(platform).await
    }

    /// Stops the private database, if this process started it. Blocks.
    pub fn close(mut self) {
        if let Some(private) = &mut self.private {
            private.stop();
        }
    }
}
