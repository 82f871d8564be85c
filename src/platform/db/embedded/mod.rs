//! The private PostgreSQL: the system's own server programs, a cluster in our data folder, a unix
//! socket that only we can open. For a first run, for one machine, for tests.
//!
//! The process that finds no server starts one and stops it when it ends, however it ends; a second
//! process on the same folder uses the server of the first, and brings up its own if that one goes.
//! Durability is that of PostgreSQL: `fsync` on, checksums on; a killed server recovers by its log.

mod binaries;
mod cluster;
mod guardian;
mod home;
mod postmaster;
mod refusal;

use std::path::{Path, PathBuf};

pub use refusal::EmbeddedError;

use super::{Conn, DbAddress, Limits, open};
use crate::platform::config::Database;
use cluster::Cluster;
use guardian::Guardian;

/// The database of the portal inside the private server.
const DATABASE: &str = "motcua";

/// How the private server is run.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Folder of `initdb` and `postgres`; found by itself if not given.
    pub binaries: Option<PathBuf>,
    /// Gives up durability for speed: only for data that may be lost, as in tests.
    pub careless: bool,
}

/// A private server in use by this process.
pub struct Embedded {
    guardian: Guardian,
    address: DbAddress,
}

impl Embedded {
    /// Starts the server of a data folder (it lives in `postgres` there), or joins the one that runs.
    pub async fn start(data_folder: &Path, settings: Settings, config: &Database) -> Result<Self, EmbeddedError> {
        let folder = data_folder.to_owned();
        let (guardian, server) = tokio::task::spawn_blocking(move || -> Result<_, EmbeddedError> {
            let cluster = Cluster::open(&folder, &settings)?;
            let server = cluster.address();
            Ok((Guardian::start(cluster)?, server))
        })
        .await
        .map_err(|e| EmbeddedError::NotStarted(e.to_string()))??;
        let address = server.parse::<DbAddress>().map_err(|e| EmbeddedError::NotStarted(e.to_string()))?;
        let server = Self { guardian, address: address.of_database(DATABASE) };
        make_database(config, &address).await?;
        Ok(server)
    }

    /// Where the portal's database is.
    pub fn address(&self) -> DbAddress {
        self.address.clone()
    }

    /// Stops what this process started, waiting until it has stopped. Blocks.
    pub fn stop(&mut self) {
        self.guardian.stop();
    }
}

async fn make_database(config: &Database, server: &DbAddress) -> Result<(), EmbeddedError> {
    use diesel_async::SimpleAsyncConnection;
    let failed = |e: String| EmbeddedError::NotStarted(e);
    if open(config, &server.of_database(DATABASE), Limits::default()).await.is_ok() {
        return Ok(());
    }
    let mut conn: Conn = open(config, &server.of_database("postgres"), Limits::default()).await.map_err(|e| failed(e.to_string()))?;
    match conn.batch_execute(&format!("CREATE DATABASE {DATABASE}")).await {
        Ok(()) => Ok(()),
        // Two processes may have come here at once.
        Err(e) if e.to_string().contains("already exists") || e.to_string().contains("pg_database_datname_index") => Ok(()),
        Err(e) => Err(EmbeddedError::of_words(&e.to_string())),
    }
}
