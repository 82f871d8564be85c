//! When the private PostgreSQL cannot run, one sentence says why and what to do.

use std::{fs, os::unix::fs::PermissionsExt, path::Path};

use motcua::platform::db::embedded::{Embedded, Settings};

use crate::support::{TestFolder, test_config};

async fn refusal(folder: &Path, binaries: Option<&Path>) -> String {
    let settings = Settings { binaries: binaries.map(Path::to_owned), ..Settings::default() };
    match Embedded::start(folder, settings, &test_config().database).await {
        Ok(_) => panic!("it started"),
        Err(error) => error.to_string(),
    }
}

/// Programs that say this and fail.
fn failing(folder: &Path, initdb: &str, postgres: &str) {
    for (name, says) in [("initdb", initdb), ("postgres", postgres)] {
        let version = "case $1 in --version) echo 'postgres (PostgreSQL) 15.1'; exit 0;; esac";
        let script = format!("#!/bin/sh\n{version}\n{says}\n");
        let file = folder.join(name);
        fs::write(&file, script).expect("a program");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("a program");
    }
}

#[tokio::test]
async fn without_programs_it_names_the_package() {
    let (folder, empty) = (TestFolder::new(), TestFolder::new());
    let said = refusal(folder.path(), Some(empty.path())).await;
    assert!(said.contains("install the package «postgresql»") && said.contains("MOTCUA_PG_BIN"), "{said}");
}

#[tokio::test]
async fn data_of_another_version_names_both() {
    let folder = TestFolder::new();
    let data = folder.path().join("postgres/data");
    fs::create_dir_all(&data).expect("a folder");
    fs::write(data.join("PG_VERSION"), "9\n").expect("a file");
    let said = refusal(folder.path(), None).await;
    assert!(said.contains("holds data of PostgreSQL 9, but only") && said.contains("is installed"), "{said}");
}

#[tokio::test]
async fn a_full_disk_is_called_a_full_disk() {
    let (folder, programs) = (TestFolder::new(), TestFolder::new());
    failing(programs.path(), "echo 'initdb: error: could not write: No space left on device' >&2; exit 1", "exit 1");
    let said = refusal(folder.path(), Some(programs.path())).await;
    assert!(said.starts_with("the disk is full"), "{said}");
}

#[tokio::test]
async fn a_taken_socket_is_called_taken() {
    let (folder, programs) = (TestFolder::new(), TestFolder::new());
    let makes = "for d; do :; done; echo 15 > \"$d/PG_VERSION\"";
    let says = "echo 'FATAL:  lock file \"/run/x/.s.PGSQL.5432.lock\" already exists' >&2; exit 1";
    failing(programs.path(), makes, says);
    let said = refusal(folder.path(), Some(programs.path())).await;
    assert!(said.starts_with("the socket of the private PostgreSQL is taken"), "{said}");
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_is_named() {
    let folder = TestFolder::new();
    let file = folder.path().join("a-file");
    fs::write(&file, "").expect("a file");
    let said = refusal(&file, None).await;
    assert!(said.contains("a-file") && said.contains("cannot be used"), "{said}");
}

/// Only root runs it as another user, who may not come everywhere.
#[tokio::test]
async fn as_root_an_unreachable_folder_gets_its_database_elsewhere() {
    if !nix::unistd::Uid::effective().is_root() {
        return;
    }
    let folder = TestFolder::new();
    let data = folder.path().join("closed/data");
    fs::create_dir_all(&data).expect("a folder");
    fs::set_permissions(folder.path().join("closed"), fs::Permissions::from_mode(0o700)).expect("closed");
    let mut server = Embedded::start(&data, Settings::default(), &test_config().database).await.expect("it starts");
    server.stop();
    let elsewhere = fs::read_to_string(data.join("postgres/location")).expect("a note says where");
    assert!(Path::new(elsewhere.trim()).join("data/PG_VERSION").exists());
    let mut server = Embedded::start(&data, Settings::default(), &test_config().database).await.expect("it starts again");
    server.stop();
    assert_eq!(fs::read_to_string(data.join("postgres/location")).expect("the note"), elsewhere, "in the same place");
    fs::remove_dir_all(elsewhere.trim()).expect("removed");
}
