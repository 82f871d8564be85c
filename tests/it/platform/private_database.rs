//! The private PostgreSQL: starts on nothing, is shared, comes back, loses nothing.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use diesel::sql_types::BigInt;
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};
use motcua::platform::db::{
    self, Conn, Limits,
    embedded::{Embedded, Settings},
};
use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};

use crate::support::{TestFolder, test_config};

async fn start(folder: &Path) -> Embedded {
    Embedded::start(folder, Settings::default(), &test_config().database).await.expect("the private database")
}

async fn open(server: &Embedded) -> Conn {
    let begun = Instant::now();
    loop {
        match db::open(&test_config().database, &server.address(), Limits::default()).await {
            Ok(conn) => return conn,
            Err(error) if begun.elapsed() > Duration::from_secs(20) => panic!("not back: {error}"),
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn note(conn: &mut Conn) {
    conn.batch_execute("CREATE TABLE IF NOT EXISTS notes (id int); INSERT INTO notes VALUES (1)").await.expect("a note");
}

async fn notes(conn: &mut Conn) -> i64 {
    diesel::select(diesel::dsl::sql::<BigInt>("(SELECT count(*) FROM notes)")).get_result(conn).await.expect("a count")
}

fn postmaster(folder: &Path) -> Option<Pid> {
    let text = fs::read_to_string(folder.join("postgres/data/postmaster.pid")).ok()?;
    Some(Pid::from_raw(text.lines().next()?.trim().parse().ok()?))
}

fn wait_until(what: &str, done: impl Fn() -> bool) {
    let begun = Instant::now();
    while !done() {
        assert!(begun.elapsed() < Duration::from_secs(20), "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Another process that runs the database of this folder.
fn other_process(folder: &Path) -> Child {
    let mut child = Command::new(env!("CARGO_BIN_EXE_motcua"))
        .args(["database", "--data"])
        .arg(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .expect("another process");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("a line");
    assert!(line.contains("runs at"), "{line}");
    child
}

fn end(mut child: Child, signal: Signal) {
    let pid = Pid::from_raw(child.id().try_into().expect("a number"));
    kill(pid, signal).expect("a signal");
    child.wait().expect("its end");
}

#[tokio::test]
async fn starts_on_an_empty_folder_and_keeps_what_was_written() {
    let folder = TestFolder::new();
    let mut server = start(folder.path()).await;
    note(&mut open(&server).await).await;
    server.stop();
    assert!(postmaster(folder.path()).is_none(), "the server is stopped with its process");
    let begun = Instant::now();
    let server = start(folder.path()).await;
    assert_eq!(notes(&mut open(&server).await).await, 1);
    assert!(begun.elapsed() < Duration::from_secs(5), "a second start is quick: {:?}", begun.elapsed());
}

#[tokio::test]
async fn a_killed_server_is_started_again_and_has_lost_nothing() {
    let folder = TestFolder::new();
    let server = start(folder.path()).await;
    note(&mut open(&server).await).await;
    let killed = postmaster(folder.path()).expect("a server");
    kill(killed, Signal::SIGKILL).expect("killed");
    wait_until("another server runs", || postmaster(folder.path()).is_some_and(|pid| pid != killed));
    assert_eq!(notes(&mut open(&server).await).await, 1);
}

#[tokio::test]
async fn a_second_process_shares_the_server_and_brings_it_up_when_the_first_ends() {
    for signal in [Signal::SIGINT, Signal::SIGKILL] {
        let folder = TestFolder::new();
        let first = other_process(folder.path());
        let of_first = postmaster(folder.path()).expect("a server");
        let server = start(folder.path()).await;
        assert_eq!(postmaster(folder.path()), Some(of_first), "it is shared");
        note(&mut open(&server).await).await;
        end(first, signal);
        wait_until("our own server runs", || postmaster(folder.path()).is_some_and(|pid| pid != of_first));
        assert_eq!(notes(&mut open(&server).await).await, 1, "after {signal}");
    }
}

#[tokio::test]
async fn a_killed_process_leaves_no_server_behind() {
    let folder = TestFolder::new();
    let first = other_process(folder.path());
    let server = postmaster(folder.path()).expect("a server");
    end(first, Signal::SIGKILL);
    wait_until("the server ended", || kill(server, None).is_err());
    let server = start(folder.path()).await;
    note(&mut open(&server).await).await;
}

#[tokio::test]
async fn a_number_that_now_belongs_to_another_program_is_no_server() {
    let folder = TestFolder::new();
    start(folder.path()).await.stop();
    let stale = format!("{}\n/elsewhere\n1\n5432\n/elsewhere\n\n 1 1\nready\n", std::process::id());
    fs::write(folder.path().join("postgres/data/postmaster.pid"), stale).expect("a stale note");
    open(&start(folder.path()).await).await;
}

#[tokio::test]
async fn a_half_made_cluster_is_made_anew() {
    let folder = TestFolder::new();
    fs::create_dir_all(folder.path().join("postgres/data.new/base")).expect("a folder");
    fs::write(folder.path().join("postgres/data.new/PG_VERSION"), "15").expect("a file");
    open(&start(folder.path()).await).await;
}
