//! Files encrypted at rest. Each file has a key of its own; that key lies beside the file, wrapped under the master
//! key of the installation. Changing the master key wraps the small keys anew and touches no file.
//!
//! A sealed file is a mark, then pieces of 64 KiB of the file, each with its own tag under AES-256-GCM. The nonce of
//! a piece is its number and whether it is the last one: nothing can be left out, put elsewhere, or cut off
//! unseen. A file without a key beside it is one from before, and is read as it is.

mod keys;
mod pieces;

pub(super) use keys::Wrapped;
pub use keys::{FileKeys, KeyFault};
pub(super) use pieces::{Opener, Sealer, plain_size};

use super::FileKey;

/// The ending of a wrapped key's own name in the store.
const ENDING: &str = ".key";

/// Where the wrapped key of a file lies.
pub(super) fn beside(file: &FileKey) -> String {
    format!("{file}{ENDING}")
}

/// The file whose wrapped key has this name.
pub(super) fn file_of(name: &str) -> Option<FileKey> {
    name.strip_suffix(ENDING)?.parse().ok()
}

/// Altered, cut, put elsewhere, or sealed under a key that is not here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the sealed file cannot be opened")]
pub struct NotOpened;
