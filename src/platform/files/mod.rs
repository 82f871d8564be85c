//! Where the bytes of files lie: a local folder or any S3-compatible store. A file is streamed in
//! under a limit, hashed and looked at on the way, and never whole in memory. What a file is comes
//! from its first bytes, never from its name or from what the sender claims.
//!
//! With master keys given, files lie encrypted ([`FileKeys`]).
//!
//! Keys are made here and mean nothing; who may read a file is decided elsewhere.

mod media;
mod pdf;
mod picture;
mod scanner;
mod sealing;
mod store;
mod taking;

pub use media::{MediaType, sniff};
pub use pdf::PdfHarm;
pub use picture::is_bomb;
pub use scanner::{NoVerdict, Scanner, Verdict};
pub use sealing::{FileKeys, KeyFault, NotOpened};
pub use store::{FileStore, Reading, Rewrapped, S3Settings};
pub use taking::StoredFile;

crate::text_word!(
    /// The name of a file in the store, such as `3f/0197f3a1-…`; never shown.
    FileKey
);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not the key of a stored file")]
pub struct NotAFileKey;

impl std::str::FromStr for FileKey {
    type Err = NotAFileKey;

    fn from_str(raw: &str) -> Result<Self, NotAFileKey> {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '/' | '.');
        let good = !raw.is_empty() && raw.len() <= 120 && raw.chars().all(allowed) && !raw.contains("..") && !raw.starts_with('/');
        if good { Ok(Self(raw.to_owned())) } else { Err(NotAFileKey) }
    }
}

impl FileKey {
    /// A new key, spread over 256 folders.
    pub fn new() -> Self {
        let id = uuid::Uuid::now_v7().to_string();
        let folder: String = id.chars().skip(id.len().saturating_sub(2)).collect();
        Self(format!("{folder}/{id}"))
    }

    /// The key of something that is made from the thing with this id: `papers/0197….pdf`.
    pub fn of_id(folder: &'static str, id: uuid::Uuid, ending: &'static str) -> Self {
        Self(format!("{folder}/{id}.{ending}"))
    }
}

impl Default for FileKey {
    fn default() -> Self {
        Self::new()
    }
}

/// Why a file was not stored or not read.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("larger than {limit} bytes")]
    TooLarge { limit: u64 },
    #[error("empty")]
    Empty,
    /// The sender stopped in the middle: a cut connection.
    #[error("broken off: {0}")]
    Broken(String),
    /// There is no file with this key.
    #[error("no such file")]
    Missing,
    #[error(transparent)]
    NoVerdict(#[from] NoVerdict),
    #[error(transparent)]
    NotOpened(#[from] NotOpened),
    #[error("the store does not answer: {0}")]
    Unavailable(String),
}

impl From<object_store::Error> for StoreError {
    fn from(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { .. } => Self::Missing,
            other => Self::Unavailable(other.to_string()),
        }
    }
}
