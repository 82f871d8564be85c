//! Bringing the tables up to date. Several processes may start at once: one does it, the others wait
//! and find nothing left to do. A process whose program is older than the tables refuses to start.

use diesel::migration::{Migration, MigrationSource};
use diesel_async::{SimpleAsyncConnection, async_connection_wrapper::AsyncConnectionWrapper};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use sha2::{Digest, Sha256};

use super::{Conn, ConnectError, DbAddress, Limits, open};
use crate::platform::config::Database;

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

/// Any number: every process of the portal takes the same lock before it changes tables.
const LOCK: i64 = 7_263_547;

#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    #[error(transparent)]
    Connect(#[from] ConnectError),
    #[error("PostgreSQL {0} is too old: version 15 or later is needed")]
    TooOld(i32),
    #[error(
        "the database was made by a newer portal (it knows migration {0}, this program does not): install the newer program, or go back with its `motcua migrate --down`"
    )]
    Newer(String),
    #[error("migration failed: {0}")]
    Failed(String),
}

/// The names of the migrations that were run, or reverted, in order.
pub type Migrated = Vec<String>;

/// Runs what is pending.
pub async fn migrate(config: &Database, address: &DbAddress) -> Result<Migrated, MigrateError> {
    under_lock(config, address, |harness| {
        let ours: Vec<String> = names()?;
        let applied = harness.applied_migrations().map_err(failed)?;
        if let Some(stranger) = applied.iter().map(ToString::to_string).find(|version| !ours.contains(version)) {
            return Err(MigrateError::Newer(stranger));
        }
        let run = harness.run_pending_migrations(MIGRATIONS).map_err(failed)?;
        Ok(run.iter().map(ToString::to_string).collect())
    })
    .await
}

/// Takes the last `steps` migrations back, newest first. Data in what they made is lost.
pub async fn revert(config: &Database, address: &DbAddress, steps: usize) -> Result<Migrated, MigrateError> {
    under_lock(config, address, move |harness| {
        let steps = steps.min(harness.applied_migrations().map_err(failed)?.len());
        (0..steps).map(|_| harness.revert_last_migration(MIGRATIONS).map(|v| v.to_string()).map_err(failed)).collect()
    })
    .await
}

/// Migrations that this program knows and the database does not have yet.
pub async fn pending(conn: &mut Conn) -> super::DbResult<Vec<String>> {
    use diesel::{dsl::sql, sql_types::Text};
    use diesel_async::RunQueryDsl;
    let query = sql::<Text>("SELECT version FROM __diesel_schema_migrations");
    let applied: Vec<String> = query.load(conn).await?;
    Ok(names().unwrap_or_default().into_iter().filter(|name| !applied.contains(name)).collect())
}

/// Changes whenever a migration is added or changed: names the template of test databases.
pub fn fingerprint() -> String {
    #[derive(rust_embed::RustEmbed)]
    #[folder = "migrations/"]
    struct Files;

    let mut hasher = Sha256::new();
    for path in Files::iter() {
        hasher.update(path.as_bytes());
        hasher.update(Files::get(&path).map(|file| file.data).unwrap_or_default());
    }
    hasher.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

type Harness = AsyncConnectionWrapper<Conn>;

/// The blocking harness on its own thread: it cannot run on a request thread.
async fn under_lock<T: Send + 'static>(
    config: &Database,
    address: &DbAddress,
    work: impl FnOnce(&mut Harness) -> Result<T, MigrateError> + Send + 'static,
) -> Result<T, MigrateError> {
    let mut conn = open(config, address, Limits::default()).await?;
    check_version(&mut conn).await?;
    conn.batch_execute(&format!("SELECT pg_advisory_lock({LOCK})")).await.map_err(failed)?;
    // The lock goes with the connection, however this ends.
    tokio::task::spawn_blocking(move || work(&mut Harness::from(conn))).await.map_err(failed)?
}

async fn check_version(conn: &mut Conn) -> Result<(), MigrateError> {
    use diesel::{dsl::sql, sql_types::Integer};
    use diesel_async::RunQueryDsl;
    let number: i32 =
        diesel::select(sql::<Integer>("current_setting('server_version_num')::int")).get_result(conn).await.map_err(failed)?;
    if number < 150_000 { Err(MigrateError::TooOld(number / 10_000)) } else { Ok(()) }
}

fn names() -> Result<Vec<String>, MigrateError> {
    let all = MigrationSource::<diesel::pg::Pg>::migrations(&MIGRATIONS).map_err(failed)?;
    Ok(all.iter().map(|migration| Migration::<diesel::pg::Pg>::name(migration).version().to_string()).collect())
}

fn failed(error: impl std::fmt::Display) -> MigrateError {
    MigrateError::Failed(error.to_string())
}
