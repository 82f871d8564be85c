//! The store itself.

use std::{path::Path as FsPath, sync::Arc};

use anyhow::Context;
use bytes::Bytes;
use futures_util::{
    Stream, StreamExt, TryStreamExt,
    stream::{self, BoxStream},
};
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, aws::AmazonS3Builder, local::LocalFileSystem, memory::InMemory, path::Path};

use super::{
    FileKey, FileKeys, Scanner, StoreError, StoredFile, Verdict,
    sealing::{self, Opener, Sealer, Wrapped},
    taking,
};

/// An S3-compatible store. The keys are secrets: they come from the environment.
#[derive(Debug, Clone)]
pub struct S3Settings {
    /// `https://s3.example.vn`; `http://` only on one's own network.
    pub endpoint: String,
    pub region: String,
    pub bucket: String,
    pub access_key: String,
    pub secret_key: String,
}

/// The files of the portal. Cheap to clone.
#[derive(Clone)]
pub struct FileStore {
    store: Arc<dyn ObjectStore>,
    scanner: Option<Scanner>,
    keys: Option<FileKeys>,
}

/// What was done to the key of one file when the master key was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rewrapped {
    /// It lay under the old one, and lies under the new one now.
    Anew,
    /// It lay under the new one already.
    Already,
}

/// A file on its way out.
pub struct Reading {
    pub size: u64,
    pub bytes: BoxStream<'static, Result<Bytes, StoreError>>,
}

impl FileStore {
    /// A folder on this machine, made if missing; every file is on the disk before its key is given.
    pub fn local(folder: &FsPath) -> anyhow::Result<Self> {
        std::fs::create_dir_all(folder).with_context(|| format!("the folder for files {}", folder.display()))?;
        let store = LocalFileSystem::new_with_prefix(folder)?.with_automatic_cleanup(true).with_fsync(true);
        Ok(Self { store: Arc::new(store), scanner: None, keys: None })
    }

    pub fn s3(settings: &S3Settings) -> anyhow::Result<Self> {
        // Without a provider for the process the HTTP client panics; a second call changes nothing.
        let _already_there = rustls::crypto::ring::default_provider().install_default();
        let store = AmazonS3Builder::new()
            .with_endpoint(&settings.endpoint)
            .with_allow_http(settings.endpoint.starts_with("http://"))
            .with_region(&settings.region)
            .with_bucket_name(&settings.bucket)
            .with_access_key_id(&settings.access_key)
            .with_secret_access_key(&settings.secret_key)
            .build()
            .context("the settings of the S3 store")?;
        Ok(Self { store: Arc::new(store), scanner: None, keys: None })
    }

    /// In memory, for tests.
    pub fn memory() -> Self {
        Self { store: Arc::new(InMemory::new()), scanner: None, keys: None }
    }

    /// Whether files are looked at by a virus scanner.
    pub fn has_scanner(&self) -> bool {
        self.scanner.is_some()
    }

    /// The same files, looked at by a scanner.
    #[must_use]
    pub fn scanned_by(self, scanner: Option<Scanner>) -> Self {
        Self { scanner, ..self }
    }

    /// The same files, encrypted from now on; what lies there unencrypted is still read.
    #[must_use]
    pub fn sealed_with(self, keys: FileKeys) -> Self {
        Self { keys: Some(keys), ..self }
    }

    /// What the scanner says of a file.
    pub async fn scan(&self, key: &FileKey) -> Result<Verdict, StoreError> {
        let scanner = self.scanner.as_ref().ok_or_else(|| StoreError::Unavailable("no virus scanner is set up".to_owned()))?;
        Ok(scanner.look(self.read(key).await?.bytes).await?)
    }

    /// Streams a file in, at most `limit` bytes. Whoever fails to record the key in the database
    /// removes the file again; what a crash leaves behind is swept later.
    ///
    /// # Errors
    /// `TooLarge`, `Empty`, `Broken` (the sender stopped), `Unavailable`; then nothing is kept.
    pub async fn put<E: std::fmt::Display>(
        &self,
        stream: impl Stream<Item = Result<Bytes, E>>,
        limit: u64,
    ) -> Result<StoredFile, StoreError> {
        let key = FileKey::new();
        let sealer = self.sealer(&key).await?;
        match taking::take(self.store.as_ref(), key.clone(), sealer, stream, limit).await {
            Ok(taken) => Ok(StoredFile { must_scan: self.scanner.is_some(), ..taken }),
            Err(error) => {
                // Its key is of no use to anybody.
                self.remove(&key).await?;
                Err(error)
            }
        }
    }

    /// Puts small bytes under a key that the caller knows, over what was there: for things that
    /// can be made again, such as the drawing of a paper.
    pub async fn put_at(&self, key: &FileKey, bytes: Vec<u8>) -> Result<(), StoreError> {
        let bytes = match self.sealer(key).await? {
            Some(mut sealer) => [sealer.push(&bytes)?, sealer.finish()?].concat(),
            None => bytes,
        };
        self.store.put(&Path::from(key.as_str()), PutPayload::from(bytes)).await?;
        Ok(())
    }

    /// Makes a key for the file and puts it beside; `None` where files are not sealed.
    async fn sealer(&self, key: &FileKey) -> Result<Option<Sealer>, StoreError> {
        let Some(keys) = &self.keys else { return Ok(None) };
        let (own, wrapped) = keys.fresh(key)?;
        self.store.put(&Path::from(sealing::beside(key)), PutPayload::from(wrapped.0)).await?;
        Ok(Some(Sealer::new(&own)?))
    }

    /// The wrapped key beside a file; `None` for a file from before.
    async fn wrapped(&self, key: &FileKey) -> Result<Option<Wrapped>, StoreError> {
        match self.store.get(&Path::from(sealing::beside(key))).await.map_err(StoreError::from) {
            Ok(found) => Ok(Some(Wrapped(found.bytes().await?.to_vec()))),
            Err(StoreError::Missing) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// A sealed file without the keys of this process does not open, and is not given out as it lies either.
    async fn opener(&self, key: &FileKey) -> Result<Option<Opener>, StoreError> {
        let Some(wrapped) = self.wrapped(key).await? else { return Ok(None) };
        let keys = self.keys.as_ref().ok_or(sealing::NotOpened)?;
        Ok(Some(Opener::new(&keys.unwrap(key, &wrapped)?)?))
    }

    pub async fn read(&self, key: &FileKey) -> Result<Reading, StoreError> {
        let opener = self.opener(key).await?;
        let found = self.store.get(&Path::from(key.as_str())).await?;
        let (size, bytes) = (found.meta.size, found.into_stream().map_err(StoreError::from).boxed());
        match opener {
            Some(opener) => Ok(Reading { size: sealing::plain_size(size)?, bytes: opened(opener, bytes) }),
            None => Ok(Reading { size, bytes }),
        }
    }

    /// The whole file in memory: only for small ones, such as papers.
    pub async fn read_all(&self, key: &FileKey) -> Result<Vec<u8>, StoreError> {
        let parts: Vec<Bytes> = self.read(key).await?.bytes.try_collect().await?;
        Ok(parts.concat())
    }

    /// Wraps the key of a file under the master key in use; `None` for a file from before, which has none.
    pub async fn rewrap(&self, key: &FileKey) -> Result<Option<Rewrapped>, StoreError> {
        let Some(wrapped) = self.wrapped(key).await? else { return Ok(None) };
        let keys = self.keys.as_ref().ok_or(sealing::NotOpened)?;
        let Some(anew) = keys.rewrap(key, &wrapped)? else { return Ok(Some(Rewrapped::Already)) };
        self.store.put(&Path::from(sealing::beside(key)), PutPayload::from(anew.0)).await?;
        Ok(Some(Rewrapped::Anew))
    }

    /// Removes a file; one that is not there is removed already.
    pub async fn remove(&self, key: &FileKey) -> Result<(), StoreError> {
        // The key last: without it the bytes are noise.
        for name in [key.as_str().to_owned(), sealing::beside(key)] {
            match self.store.delete(&Path::from(name)).await.map_err(StoreError::from) {
                Ok(()) | Err(StoreError::Missing) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// The keys of all files, with the time at which each was stored: for the sweep. A file whose own key lies
    /// beside it comes twice.
    pub fn keys(&self) -> BoxStream<'_, Result<(FileKey, crate::kernel::clock::Instant), StoreError>> {
        let listed = self.store.list(None).map_err(StoreError::from);
        let file = |name: &str| sealing::file_of(name).or_else(|| name.parse().ok());
        listed.try_filter_map(move |meta| async move { Ok(file(meta.location.as_ref()).map(|key| (key, meta.last_modified))) }).boxed()
    }

    /// The keys of the files that lie encrypted.
    pub fn sealed(&self) -> BoxStream<'_, Result<FileKey, StoreError>> {
        let listed = self.store.list(None).map_err(StoreError::from);
        listed.try_filter_map(|meta| async move { Ok(sealing::file_of(meta.location.as_ref())) }).boxed()
    }

    /// Asks the store for a file that is not there: whether it answers at all.
    pub async fn is_ready(&self) -> Result<(), StoreError> {
        match self.store.head(&Path::from("ready")).await.map_err(StoreError::from) {
            Ok(_) | Err(StoreError::Missing) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

/// The pieces of a sealed file as they are proven, one after the other.
fn opened(opener: Opener, bytes: BoxStream<'static, Result<Bytes, StoreError>>) -> BoxStream<'static, Result<Bytes, StoreError>> {
    let pieces = stream::try_unfold((Some(opener), bytes), |(opener, mut bytes)| async move {
        let Some(mut opener) = opener else { return Ok(None) };
        match bytes.try_next().await? {
            Some(part) => Ok(Some((Bytes::from(opener.push(&part)?), (Some(opener), bytes)))),
            None => Ok(Some((Bytes::from(opener.finish()?), (None, bytes)))),
        }
    });
    pieces.try_filter(|piece| std::future::ready(!piece.is_empty())).boxed()
}
