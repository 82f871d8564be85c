//! The store itself.

use std::{path::Path as FsPath, sync::Arc};

use anyhow::Context;
use bytes::Bytes;
use futures_util::{Stream, StreamExt, TryStreamExt, stream::BoxStream};
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, aws::AmazonS3Builder, local::LocalFileSystem, memory::InMemory, path::Path};

use super::{FileKey, Scanner, StoreError, StoredFile, Verdict, taking};

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
        Ok(Self { store: Arc::new(store), scanner: None })
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
        Ok(Self { store: Arc::new(store), scanner: None })
    }

    /// In memory, for tests.
    pub fn memory() -> Self {
        Self { store: Arc::new(InMemory::new()), scanner: None }
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
        let taken = taking::take(self.store.as_ref(), stream, limit).await?;
        Ok(StoredFile { must_scan: self.scanner.is_some(), ..taken })
    }

    /// Puts small bytes under a key that the caller knows, over what was there: for things that
    /// can be made again, such as the drawing of a paper.
    pub async fn put_at(&self, key: &FileKey, bytes: Vec<u8>) -> Result<(), StoreError> {
        self.store.put(&Path::from(key.as_str()), PutPayload::from(bytes)).await?;
        Ok(())
    }

    pub async fn read(&self, key: &FileKey) -> Result<Reading, StoreError> {
        let found = self.store.get(&Path::from(key.as_str())).await?;
        Ok(Reading { size: found.meta.size, bytes: found.into_stream().map_err(StoreError::from).boxed() })
    }

    /// The whole file in memory: only for small ones, such as papers.
    pub async fn read_all(&self, key: &FileKey) -> Result<Vec<u8>, StoreError> {
        let found = self.store.get(&Path::from(key.as_str())).await?;
        Ok(found.bytes().await?.to_vec())
    }

    /// Removes a file; one that is not there is removed already.
    pub async fn remove(&self, key: &FileKey) -> Result<(), StoreError> {
        match self.store.delete(&Path::from(key.as_str())).await.map_err(StoreError::from) {
            Ok(()) | Err(StoreError::Missing) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// The keys of all files, with the time at which each was stored: for the sweep.
    pub fn keys(&self) -> BoxStream<'_, Result<(FileKey, crate::kernel::clock::Instant), StoreError>> {
        let listed = self.store.list(None).map_err(StoreError::from);
        listed.try_filter_map(|meta| async move { Ok(meta.location.as_ref().parse().ok().map(|key| (key, meta.last_modified))) }).boxed()
    }

    /// Asks the store for a file that is not there: whether it answers at all.
    pub async fn is_ready(&self) -> Result<(), StoreError> {
        match self.store.head(&Path::from("ready")).await.map_err(StoreError::from) {
            Ok(_) | Err(StoreError::Missing) => Ok(()),
            Err(error) => Err(error),
        }
    }
}
