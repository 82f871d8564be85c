//! Removing: the file opens no more at once; its bytes go a day later, so that a transaction which
//! does not commit has lost nothing. A daily sweep clears what crashes left in the store.

use chrono::TimeDelta;
use futures_util::TryStreamExt;
use serde::{Deserialize, Serialize};

use super::queries;
use crate::{
    kernel::{
        clock::Now,
        ids::{AttachmentId, DossierId},
    },
    platform::{
        db::{Conn, DbResult},
        files::{FileKey, FileStore, StoreError},
        queue::{self, Job, JobError},
    },
};

/// Erases the bytes of a removed attachment.
#[derive(Debug, Serialize, Deserialize)]
pub struct EraseRemoved {
    attachment: AttachmentId,
}

impl Job for EraseRemoved {
    const KIND: &'static str = "erase_removed_attachment";
}

/// Clears files that no row names: daily.
#[derive(Debug, Serialize, Deserialize)]
pub struct SweepFiles {}

impl Job for SweepFiles {
    const KIND: &'static str = "sweep_files";
    const MAX_ATTEMPTS: i32 = 3;
}

const GRACE: TimeDelta = TimeDelta::days(1);
const AT_A_TIME: usize = 500;

/// Takes a file out of the dossier; false if the dossier has no such file. Two statements at most.
pub async fn remove(conn: &mut Conn, now: Now, dossier: DossierId, id: AttachmentId) -> DbResult<bool> {
    if !queries::mark_removed(conn, now, dossier, id).await? {
        return Ok(false);
    }
    queue::enqueue_once(conn, now, now.plus(GRACE), &id.to_string(), &EraseRemoved { attachment: id }).await?;
    Ok(true)
}

/// Does [`EraseRemoved`]. Again and again with the same end.
pub async fn erase_removed(conn: &mut Conn, files: &FileStore, job: &EraseRemoved) -> Result<(), JobError> {
    if let Some(key) = queries::removed_key(conn, job.attachment).await? {
        files.remove(&key).await.map_err(retry)?;
    }
    Ok(())
}

/// Does [`SweepFiles`]: removes what is older than a day and named by nobody; tells how many.
pub async fn sweep(conn: &mut Conn, files: &FileStore, now: Now) -> Result<usize, JobError> {
    let limit = now.plus(-GRACE);
    let old = files.keys().try_filter(|(_, stored_at)| std::future::ready(*stored_at < limit));
    let mut batches = std::pin::pin!(old.map_ok(|(key, _)| key).try_chunks(AT_A_TIME));
    let mut swept = 0;
    while let Some(batch) = batches.try_next().await.map_err(|error| retry(error.1))? {
        swept += sweep_batch(conn, files, now, &batch).await?;
    }
    Ok(swept)
}

async fn sweep_batch(conn: &mut Conn, files: &FileStore, now: Now, batch: &[FileKey]) -> Result<usize, JobError> {
    let known = queries::known(conn, batch, now.plus(-GRACE)).await?;
    // A file whose own key lies beside it comes twice, one after the other.
    let mut unknown: Vec<&FileKey> = batch.iter().filter(|key| !known.contains(key)).collect();
    unknown.sort_unstable_by_key(|key| key.as_str());
    unknown.dedup();
    let mut swept = 0;
    for key in unknown {
        files.remove(key).await.map_err(retry)?;
        swept += 1;
    }
    Ok(swept)
}

#[expect(clippy::needless_pass_by_value, reason = "used as a function of map_err")]
fn retry(error: StoreError) -> JobError {
    JobError::Retry(error.to_string())
}
