//! Why a private server cannot run, in words that say what to do.

use std::path::PathBuf;

#[derive(Debug, thiserror::Error)]
pub enum EmbeddedError {
    #[error(
        "no PostgreSQL server programs (initdb, postgres) found: install the package «postgresql» (Debian, Ubuntu) or «postgresql-server» (Fedora), name their folder in MOTCUA_PG_BIN, or set database.url"
    )]
    NoBinaries,
    #[error(
        "{folder} holds data of PostgreSQL {wanted}, but only {found} is installed: install PostgreSQL {wanted}, or move the data with pg_upgrade"
    )]
    OtherVersion { folder: PathBuf, wanted: String, found: String },
    #[error(
        "PostgreSQL does not run as root, and there is no user «postgres» and none could be made: install the package «postgresql», or start the portal as another user"
    )]
    NoUser,
    #[error(
        "the user {user}, who runs PostgreSQL, cannot reach {folder}, and {fallback} cannot be made either: choose another data folder"
    )]
    Unreachable { folder: PathBuf, user: String, fallback: PathBuf },
    #[error("{folder} cannot be used: {source}")]
    Folder { folder: PathBuf, source: std::io::Error },
    #[error("the disk is full: PostgreSQL needs about 100 MB to begin with ({0})")]
    DiskFull(String),
    #[error("the socket of the private PostgreSQL is taken by another server ({0}): stop that server, or choose another data folder")]
    SocketTaken(String),
    #[error("the private PostgreSQL did not start: {0}")]
    NotStarted(String),
}

impl EmbeddedError {
    /// Reads what the server's programs said.
    pub(super) fn of_words(said: &str) -> Self {
        let line = |word: &str| said.lines().find(|l| l.contains(word)).unwrap_or(said).trim().to_owned();
        if said.contains("No space left on device") {
            Self::DiskFull(line("No space left on device"))
        } else if (said.contains(".s.PGSQL") && said.contains("already exists"))
            || said.contains("could not create any Unix-domain sockets")
        {
            Self::SocketTaken(line(".s.PGSQL"))
        } else {
            Self::NotStarted(said.trim().to_owned())
        }
    }

    /// A killed server's children may hold its memory a moment longer; trying again helps.
    pub(super) fn passes_by_itself(&self) -> bool {
        matches!(self, Self::NotStarted(said) if said.contains("shared memory block") || said.contains("postmaster.pid"))
    }
}
