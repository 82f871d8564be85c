//! The PostgreSQL of the tests: the one named by MOTCUA_TEST_DATABASE_URL, or a private one that the
//! test processes of this build share. It is kept by a process of its own, which ends when no test
//! process holds the file `users` any more, however those ended.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    os::unix::process::CommandExt,
    path::Path,
    process::{Command, Stdio},
};

use motcua::platform::db::DbAddress;
use nix::fcntl::{Flock, FlockArg};
use tokio::sync::OnceCell;

pub struct Server {
    /// Of the database `postgres`, for making and dropping databases.
    pub address: DbAddress,
    /// Whether nobody but our tests uses this server.
    pub private: bool,
    _in_use: Option<Flock<File>>,
}

/// The server of this test process, started at the first call.
pub async fn server() -> &'static Server {
    static SERVER: OnceCell<Server> = OnceCell::const_new();
    SERVER.get_or_init(|| async { tokio::task::spawn_blocking(reach).await.expect("a test server") }).await
}

#[expect(clippy::disallowed_methods, reason = "says where the tests' database is; the portal itself never reads it")]
fn reach() -> Server {
    match std::env::var("MOTCUA_TEST_DATABASE_URL") {
        Ok(url) => {
            let address = url.parse::<DbAddress>().expect("MOTCUA_TEST_DATABASE_URL is an address").of_database("postgres");
            Server { address, private: false, _in_use: None }
        }
        Err(_) => start_private(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("database")),
    }
}

fn start_private(folder: &Path) -> Server {
    fs::create_dir_all(folder).expect("the folder of the tests' database");
    let users = folder.join("users");
    let file = File::options().create(true).append(true).open(&users).expect("the file of users");
    let in_use = Flock::lock(file, FlockArg::LockShared).map_err(|(_, e)| e).expect("a shared lock");
    let place = keeper(folder, &users);
    let (socket, _) = place.rsplit_once('/').expect("folder and database");
    let url = format!("postgres://motcua@{}/postgres", socket.replace('/', "%2F"));
    Server { address: url.parse().expect("an address"), private: true, _in_use: Some(in_use) }
}

/// Starts the keeping process, and reads from it where the database runs.
#[expect(clippy::zombie_processes, reason = "the keeper outlives this process: other test processes use its database")]
fn keeper(folder: &Path, users: &Path) -> String {
    let log = File::create(folder.join("keeper.log")).expect("a log");
    let settings: Vec<_> =
        std::env::vars_os().filter(|(name, _)| !name.to_string_lossy().starts_with("MOTCUA_") || name == "MOTCUA_PG_BIN").collect();
    let mut keeper = Command::new(env!("CARGO_BIN_EXE_motcua"))
        .args(["database", "--careless", "--data"])
        .arg(folder)
        .arg("--until-unused")
        .arg(users)
        .env_clear()
        .envs(settings)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(log)
        .process_group(0)
        .spawn()
        .expect("the keeper starts");
    let mut line = String::new();
    BufReader::new(keeper.stdout.take().expect("its output")).read_line(&mut line).expect("its first line");
    let said = fs::read_to_string(folder.join("keeper.log")).unwrap_or_default();
    let place = line.trim().strip_prefix("the database runs at ");
    place.unwrap_or_else(|| panic!("the tests need PostgreSQL: {said}")).to_owned()
}
