//! Master keys, and the keys of files that are wrapped under them.

use std::{fs, path::Path};

use secrecy::{ExposeSecret, SecretString};

use super::{super::FileKey, NotOpened};
use crate::platform::crypto::{KeyError, SecretKey};

/// For what the master key wraps and names itself.
const WRAPPING: &str = "key of a file";
const NAME: &str = "name of a master key";
/// The length of a master key's name.
const NAME_LENGTH: usize = 8;

#[derive(Debug, thiserror::Error)]
pub enum KeyFault {
    #[error("files.master_key: {0}")]
    Key(#[from] KeyError),
    #[error("files.old_master_keys holds something that is not 64 hexadecimal digits")]
    Old,
    #[error("{0} cannot be read: {1}")]
    File(String, std::io::Error),
}

/// The master key in use, and those before it, under which files may still lie. Cheap to clone.
#[derive(Debug, Clone)]
pub struct FileKeys {
    current: SecretKey,
    old: Vec<SecretKey>,
}

/// The key of one file as it lies beside it: the name of its master key, then the sealed bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::platform::files) struct Wrapped(pub Vec<u8>);

impl FileKeys {
    /// A master key for a test, or for a portal that forgets its files.
    pub fn random() -> Self {
        Self { current: SecretKey::random(), old: Vec::new() }
    }

    /// From the settings, or else from `files.key` in the data folder, which is made if it is not there: its first
    /// line is the key in use, other lines are those before it.
    pub fn open(given: &SecretString, old: &[SecretString], data: &Path) -> Result<Self, KeyFault> {
        let kept = data.join("files.key");
        let mut older: Vec<String> = old.iter().map(|key| key.expose_secret().to_owned()).collect();
        let current = if given.expose_secret().is_empty() {
            if !kept.exists() {
                SecretKey::make_in(&kept)?;
            }
            let text = fs::read_to_string(&kept).map_err(|error| KeyFault::File(kept.display().to_string(), error))?;
            let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
            let first = lines.next().unwrap_or_default();
            older.extend(lines);
            SecretKey::from_hex(&first).ok_or(KeyError::NotAKey)?
        } else {
            SecretKey::from_hex(given.expose_secret()).ok_or(KeyError::NotAKey)?
        };
        let old: Option<Vec<SecretKey>> = older.iter().map(|hex| SecretKey::from_hex(hex.trim())).collect();
        Ok(Self { current, old: old.ok_or(KeyFault::Old)? })
    }

    /// A new master key before those there are.
    #[must_use]
    pub fn after(self, current: SecretKey) -> Self {
        let Self { current: before, mut old } = self;
        old.insert(0, before);
        Self { current, old }
    }

    /// A fresh key for one file, and how it is kept. It opens no other file.
    pub(in crate::platform::files) fn fresh(&self, file: &FileKey) -> Result<([u8; 32], Wrapped), NotOpened> {
        let key: [u8; 32] = rand::random();
        Ok((key, self.wrap(file, &key)?))
    }

    fn wrap(&self, file: &FileKey, key: &[u8]) -> Result<Wrapped, NotOpened> {
        let sealed = self.current.seal(WRAPPING, file.as_str().as_bytes(), key).map_err(|_| NotOpened)?;
        Ok(Wrapped([name(&self.current), sealed].concat()))
    }

    pub(in crate::platform::files) fn unwrap(&self, file: &FileKey, wrapped: &Wrapped) -> Result<[u8; 32], NotOpened> {
        let (named, sealed) = wrapped.0.split_at_checked(NAME_LENGTH).ok_or(NotOpened)?;
        let master = std::iter::once(&self.current).chain(&self.old).find(|key| name(key) == named).ok_or(NotOpened)?;
        let key = master.unseal(WRAPPING, file.as_str().as_bytes(), sealed).map_err(|_| NotOpened)?;
        key.try_into().map_err(|_| NotOpened)
    }

    /// The same key under the master key in use; `None` if it lies under it already.
    pub(in crate::platform::files) fn rewrap(&self, file: &FileKey, wrapped: &Wrapped) -> Result<Option<Wrapped>, NotOpened> {
        if wrapped.0.starts_with(&name(&self.current)) {
            return Ok(None);
        }
        self.wrap(file, &self.unwrap(file, wrapped)?).map(Some)
    }
}

fn name(key: &SecretKey) -> Vec<u8> {
    key.sign(NAME, b"").iter().take(NAME_LENGTH).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::{FileKey, FileKeys, NotOpened, SecretKey};

    #[test]
    fn a_key_opens_its_own_file_and_no_other() {
        let (keys, one, other) = (FileKeys::random(), FileKey::new(), FileKey::new());
        let (key, wrapped) = keys.fresh(&one).expect("a key");
        assert_eq!(keys.unwrap(&one, &wrapped), Ok(key));
        assert_eq!(keys.unwrap(&other, &wrapped), Err(NotOpened));
        assert_eq!(FileKeys::random().unwrap(&one, &wrapped), Err(NotOpened));
    }

    #[test]
    fn a_master_key_is_changed_without_the_files() {
        let (keys, file) = (FileKeys::random(), FileKey::new());
        let (key, wrapped) = keys.fresh(&file).expect("a key");
        assert_eq!(keys.rewrap(&file, &wrapped), Ok(None), "nothing to do");
        let newer = keys.clone().after(SecretKey::random());
        assert_eq!(newer.unwrap(&file, &wrapped), Ok(key), "the old key still opens");
        let again = newer.rewrap(&file, &wrapped).expect("wrapped").expect("anew");
        assert_eq!((newer.unwrap(&file, &again), keys.unwrap(&file, &again)), (Ok(key), Err(NotOpened)));
    }
}
