//! Finding the server's programs.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{EmbeddedError, Settings};

/// Where distributions put PostgreSQL: `<root>/<major>/bin`.
const ROOTS: [&str; 4] = ["/usr/lib/postgresql", "/usr/local/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"];

/// Folders used without a version in their path.
const PLAIN: [&str; 3] = ["/usr/local/pgsql/bin", "/usr/pgsql/bin", "/usr/libexec/postgresql"];

/// The newest programs, or those of the major version that made the data.
pub(super) fn find(settings: &Settings, made_by: Option<&str>, data: &Path) -> Result<PathBuf, EmbeddedError> {
    let found: Vec<(PathBuf, String)> =
        candidates(settings).into_iter().filter_map(|folder| Some((folder.clone(), major(&folder)?))).collect();
    let Some(wanted) = made_by else {
        return found.into_iter().next().map(|(folder, _)| folder).ok_or(EmbeddedError::NoBinaries);
    };
    if found.is_empty() {
        return Err(EmbeddedError::NoBinaries);
    }
    let versions = found.iter().map(|(_, version)| version.clone()).collect::<Vec<_>>().join(", ");
    found.into_iter().find(|(_, version)| version == wanted).map(|(folder, _)| folder).ok_or_else(|| EmbeddedError::OtherVersion {
        folder: data.to_owned(),
        wanted: wanted.to_owned(),
        found: versions,
    })
}

fn candidates(settings: &Settings) -> Vec<PathBuf> {
    if let Some(given) = settings.binaries.clone().or_else(|| std::env::var_os("MOTCUA_PG_BIN").map(PathBuf::from)) {
        return vec![given];
    }
    let mut folders: Vec<PathBuf> = ROOTS.iter().flat_map(|root| by_version(Path::new(root))).collect();
    folders.extend(PLAIN.iter().map(PathBuf::from));
    let path = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(
        std::env::split_paths(&path).filter_map(|folder| Some(fs::canonicalize(folder.join("postgres")).ok()?.parent()?.to_owned())),
    );
    folders.retain(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file());
    folders
}

/// `<root>/16/bin`, `<root>/postgresql@15/bin` …, newest first.
fn by_version(root: &Path) -> Vec<PathBuf> {
    let number = |path: &Path| -> Option<u32> { path.file_name()?.to_str()?.trim_start_matches("postgresql@").parse().ok() };
    let entries = fs::read_dir(root).into_iter().flatten().flatten();
    let mut versions: Vec<(u32, PathBuf)> = entries.filter_map(|entry| Some((number(&entry.path())?, entry.path().join("bin")))).collect();
    versions.sort_by_key(|(version, _)| std::cmp::Reverse(*version));
    versions.into_iter().map(|(_, folder)| folder).collect()
}

/// `postgres (PostgreSQL) 15.18 (Debian …)` is 15.
fn major(folder: &Path) -> Option<String> {
    let output = Command::new(folder.join("postgres")).arg("--version").output().ok()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let version = said.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    Some(version.chars().take_while(char::is_ascii_digit).collect())
}
