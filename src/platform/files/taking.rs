//! Taking a file in: counted, hashed and looked at while it streams by.

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use object_store::{ObjectStore, ObjectStoreExt, WriteMultipart, path::Path};
use sha2::{Digest, Sha256};

use super::{FileKey, MediaType, PdfHarm, StoreError, media, pdf::PdfLook, sealing::Sealer, sniff};

/// A file that lies in the store, and what was seen while it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    pub key: FileKey,
    /// Bytes, at least 1.
    pub size: u64,
    pub sha256: Vec<u8>,
    /// Its first bytes.
    pub head: Vec<u8>,
    /// What a PDF would do when it is opened.
    pub harm: Option<PdfHarm>,
    /// A scanner is set up: the file opens only after it was looked at.
    pub must_scan: bool,
}

impl StoredFile {
    /// What it is, if it is of a kind that we know.
    pub fn media_type(&self) -> Option<MediaType> {
        sniff(&self.head)
    }
}

/// A part of a multipart upload; S3 wants at least 5 MiB.
const PART: usize = 5 * 1024 * 1024;
/// Parts under way at the same time: what a slow store may keep in memory.
const PARTS_UNDER_WAY: usize = 2;

/// Streams a file into the store. Whatever goes wrong, nothing of it stays there; when the caller
/// is dropped in the middle, the unfinished upload is never visible.
pub(super) async fn take<E: std::fmt::Display>(
    store: &dyn ObjectStore,
    key: FileKey,
    sealer: Option<Sealer>,
    stream: impl Stream<Item = Result<Bytes, E>>,
    limit: u64,
) -> Result<StoredFile, StoreError> {
    let upload = store.put_multipart(&Path::from(key.as_str())).await?;
    let mut writing = WriteMultipart::new_with_chunk_size(upload, PART);
    match pour(stream, &mut writing, sealer, limit).await {
        Ok(poured) => {
            writing.finish().await?;
            let harm = if sniff(&poured.head) == Some(MediaType::Pdf) { poured.look.found() } else { None };
            let sha256 = poured.hash.finalize().to_vec();
            Ok(StoredFile { key, size: poured.size, sha256, head: poured.head, harm, must_scan: false })
        }
        Err(error) => {
            if let Err(abort) = writing.abort().await {
                tracing::warn!(error = %abort, "an unfinished upload stays in the store");
            }
            Err(error)
        }
    }
}

struct Poured {
    size: u64,
    hash: Sha256,
    head: Vec<u8>,
    look: PdfLook,
}

async fn pour<E: std::fmt::Display>(
    stream: impl Stream<Item = Result<Bytes, E>>,
    writing: &mut WriteMultipart,
    mut sealer: Option<Sealer>,
    limit: u64,
) -> Result<Poured, StoreError> {
    let mut poured = Poured { size: 0, hash: Sha256::new(), head: Vec::new(), look: PdfLook::default() };
    let mut stream = std::pin::pin!(stream);
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(|error| StoreError::Broken(error.to_string()))?;
        poured.size = poured.size.saturating_add(u64::try_from(chunk.len()).unwrap_or(u64::MAX));
        if poured.size > limit {
            return Err(StoreError::TooLarge { limit });
        }
        let missing = media::HEAD.saturating_sub(poured.head.len());
        poured.head.extend(chunk.iter().take(missing));
        poured.hash.update(&chunk);
        if sniff(&poured.head).is_none_or(|media| media == MediaType::Pdf) {
            poured.look.push(&chunk);
        }
        let chunk = match &mut sealer {
            Some(sealer) => Bytes::from(sealer.push(&chunk)?),
            None => chunk,
        };
        writing.wait_for_capacity(PARTS_UNDER_WAY).await?;
        writing.put(chunk);
    }
    if poured.size == 0 {
        return Err(StoreError::Empty);
    }
    if let Some(sealer) = sealer {
        writing.put(Bytes::from(sealer.finish()?));
    }
    Ok(poured)
}
