//! Connections and the pool that keeps them. Every connection says who it is and carries limits that
//! the server itself enforces: a forgotten request cannot hold a lock for ever.

use std::{fs, path::Path, time::Duration};

use diesel_async::{
    AsyncPgConnection,
    pooled_connection::{AsyncDieselConnectionManager, ManagerConfig, RecyclingMethod, deadpool::Pool},
};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::{Conn, Db, DbAddress, Statements, address::causes};
use crate::platform::config::Database;

#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    #[error("the certificates in {0} cannot be read: {1}")]
    Certificates(String, String),
    #[error("the database at {0} does not answer: {1}")]
    NoAnswer(String, String),
    #[error("the pool of connections cannot be built: {0}")]
    Pool(String),
}

/// How long one statement, and one idle transaction, may take. Zero: as long as it likes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Limits {
    pub statement: Duration,
    pub idle_transaction: Duration,
}

impl Limits {
    fn of(config: &Database) -> Self {
        Self {
            statement: Duration::from_secs(config.statement_seconds),
            idle_transaction: Duration::from_secs(config.idle_transaction_seconds),
        }
    }

    /// A page read at random costs hardly more than the next one: the tables in use are in memory or on
    /// disks without moving parts. PostgreSQL's own guess would read small tables whole.
    fn as_options(self) -> String {
        format!(
            "-c timezone=UTC -c random_page_cost=1.1 -c statement_timeout={} -c idle_in_transaction_session_timeout={}",
            self.statement.as_millis(),
            self.idle_transaction.as_millis()
        )
    }
}

/// The pool of a process. Does not connect yet; see [`ready`].
pub fn connect(config: &Database, address: &DbAddress) -> Result<Db, ConnectError> {
    build(config, address, None)
}

/// A pool whose statements are counted, for budgets kept by tests.
pub fn connect_counted(config: &Database, address: &DbAddress, statements: &Statements) -> Result<Db, ConnectError> {
    build(config, address, Some(statements.clone()))
}

fn build(config: &Database, address: &DbAddress, statements: Option<Statements>) -> Result<Db, ConnectError> {
    let (address, tls, limits) = (address.clone(), tls(&config.ca_file)?, Limits::of(config));
    let mut manager = ManagerConfig::<AsyncPgConnection>::default();
    // Notices a dead backend without asking it at every check-out.
    manager.recycling_method = RecyclingMethod::Fast;
    manager.custom_setup = Box::new(move |_| {
        let (address, tls, statements) = (address.clone(), tls.clone(), statements.clone());
        Box::pin(async move {
            let mut conn = establish(&address, tls, limits).await?;
            if let Some(statements) = statements {
                statements.watch(&mut conn);
            }
            Ok(conn)
        })
    });
    Pool::builder(AsyncDieselConnectionManager::new_with_config("", manager))
        .max_size(config.pool_size)
        .runtime(deadpool::Runtime::Tokio1)
        .wait_timeout(Some(config.wait()))
        .create_timeout(Some(config.wait()))
        .build()
        .map_err(|e| ConnectError::Pool(e.to_string()))
}

/// One connection outside the pool: migrations, listening, administration.
pub async fn open(config: &Database, address: &DbAddress, limits: Limits) -> Result<Conn, ConnectError> {
    let no_answer = |e: diesel::ConnectionError| ConnectError::NoAnswer(address.place(), e.to_string());
    establish(address, tls(&config.ca_file)?, limits).await.map_err(no_answer)
}

/// Whether a connection can be had and the server answers.
pub async fn ready(db: &Db) -> bool {
    use diesel_async::SimpleAsyncConnection;
    match db.get().await {
        Ok(mut conn) => conn.batch_execute("SELECT 1").await.is_ok(),
        Err(_) => false,
    }
}

async fn establish(address: &DbAddress, tls: MakeRustlsConnect, limits: Limits) -> Result<Conn, diesel::ConnectionError> {
    let mut target = address.target();
    let given = target.get_options().map(|options| format!(" {options}")).unwrap_or_default();
    target.application_name("motcua").options(format!("{}{given}", limits.as_options()));
    let (client, connection) = target.connect(tls).await.map_err(|e| diesel::ConnectionError::BadConnection(causes(&e)))?;
    AsyncPgConnection::try_from_client_and_connection(client, connection).await
}

fn tls(ca_file: &Path) -> Result<MakeRustlsConnect, ConnectError> {
    let mut roots = rustls::RootCertStore::empty();
    if ca_file.as_os_str().is_empty() {
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    } else {
        let unreadable = |why: String| ConnectError::Certificates(ca_file.display().to_string(), why);
        let pem = fs::read(ca_file).map_err(|e| unreadable(e.to_string()))?;
        use rustls::pki_types::{CertificateDer, pem::PemObject};
        for certificate in CertificateDer::pem_slice_iter(&pem) {
            let certificate = certificate.map_err(|e| unreadable(e.to_string()))?;
            roots.add(certificate).map_err(|e| unreadable(e.to_string()))?;
        }
    }
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|e| ConnectError::Pool(e.to_string()))?;
    Ok(MakeRustlsConnect::new(config.with_root_certificates(roots).with_no_client_auth()))
}
