//! A database for one test, cloned in a few hundredths of a second from a template that is migrated
//! and filled once for each build.

use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::UNIX_EPOCH,
};

use diesel::{OptionalExtension, QueryableByName, sql_types::Text};
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};
use motcua::platform::{
    config::{Config, Overrides},
    db::{self, Conn, DbAddress, Limits},
};
use tokio::sync::OnceCell;

use super::{
    portal::fill,
    server::{Server, server},
};

/// Dropped with its value.
pub struct TestDatabase {
    pub address: DbAddress,
    name: String,
    server: DbAddress,
}

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = Text)]
    datname: String,
}

pub fn config() -> Config {
    Config::load(&Overrides::default()).expect("the default settings")
}

impl TestDatabase {
    /// With tables, agencies, services and people.
    pub async fn filled() -> Self {
        static TEMPLATE: OnceCell<String> = OnceCell::const_new();
        let server = server().await;
        let template = TEMPLATE.get_or_init(|| template(server)).await;
        Self::create(server, &format!("TEMPLATE {template}")).await
    }

    /// Without anything, for tests of the migrations.
    pub async fn empty() -> Self {
        Self::create(server().await, "").await
    }

    async fn create(server: &Server, how: &str) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let mut conn = admin(&server.address).await;
        conn.batch_execute(&format!("DROP DATABASE IF EXISTS {name}; ")).await.expect("no old database");
        conn.batch_execute(&format!("CREATE DATABASE {name} {how}")).await.expect("a database");
        Self { address: server.address.of_database(&name), name, server: server.address.clone() }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let (name, server) = (self.name.clone(), self.server.clone());
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(async {
                admin(&server).await.batch_execute(&format!("DROP DATABASE {name} WITH (FORCE)")).await.map_err(anyhow::Error::from)
            })
        });
        let _ = dropping.join();
    }
}

async fn admin(server: &DbAddress) -> Conn {
    db::open(&config().database, server, Limits::default()).await.expect("the server of the tests answers")
}

/// The template of this build. One process makes it, the others wait for it.
async fn template(server: &Server) -> String {
    let name = format!("template_{}_{}", db::fingerprint(), build());
    let mut conn = admin(&server.address).await;
    conn.batch_execute("SELECT pg_advisory_lock(44101)").await.expect("the lock of the template");
    if !exists(&mut conn, &name).await {
        if server.private {
            sweep(&mut conn).await;
        }
        conn.batch_execute("DROP DATABASE IF EXISTS template_in_making").await.expect("no half-made template");
        conn.batch_execute("CREATE DATABASE template_in_making").await.expect("a template");
        let address = server.address.of_database("template_in_making");
        db::migrate(&config().database, &address).await.expect("migrations");
        fill(&address).await;
        conn.batch_execute(&format!("ALTER DATABASE template_in_making RENAME TO {name}")).await.expect("the template");
    }
    name
}

async fn exists(conn: &mut Conn, name: &str) -> bool {
    let query = diesel::sql_query("SELECT datname::text FROM pg_database WHERE datname = $1").bind::<Text, _>(name);
    query.get_result::<Name>(conn).await.optional().expect("an answer").is_some()
}

/// Takes away what earlier builds and killed tests left behind.
async fn sweep(conn: &mut Conn) {
    let query = "SELECT datname::text FROM pg_database d WHERE (datname LIKE 'test\\_%' OR datname LIKE 'template\\_%\\_%')
        AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.datid = d.oid)";
    let all = diesel::sql_query(query).load::<Name>(conn).await.expect("names");
    for old in all.into_iter().filter(|old| !is_of_a_running_test(&old.datname)) {
        let _ = conn.batch_execute(&format!("DROP DATABASE IF EXISTS {}", old.datname)).await;
    }
}

/// A test may hold its database without a connection for a while.
fn is_of_a_running_test(name: &str) -> bool {
    let process = name.strip_prefix("test_").and_then(|rest| rest.split('_').next());
    process.is_some_and(|id| std::path::Path::new("/proc").join(id).exists())
}

/// Differs between builds: what fills the template is part of the program.
fn build() -> String {
    let program = std::env::current_exe().and_then(std::fs::metadata).expect("this program");
    let made = program.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    format!("{:x}", made.as_millis())
}
