//! Quarantine: where a scanner is set up, a file opens only after it was looked at. While the scanner is
//! away files wait; a regular job looks at those that still do.

use serde::{Deserialize, Serialize};

use super::queries;
use crate::{
    kernel::{clock::Now, ids::AttachmentId},
    platform::{
        db::{Conn, Db, DbResult},
        files::{FileKey, FileStore, StoreError, Verdict},
        queue::{self, Job, JobError},
    },
};

crate::text_enum!(
    /// What is known of a file.
    Scan {
        /// No scanner was set up when it came.
        NotAsked = "not_asked",
        Waiting = "waiting",
        Clean = "clean",
        Infected = "infected",
    }
);

impl Scan {
    /// Whether the file may be opened by anybody.
    pub const fn opens(self) -> bool {
        matches!(self, Self::NotAsked | Self::Clean)
    }
}

/// Look at one file.
#[derive(Debug, Serialize, Deserialize)]
pub struct ScanAttachment {
    attachment: AttachmentId,
}

impl Job for ScanAttachment {
    const KIND: &'static str = "scan_attachment";
    const MAX_ATTEMPTS: i32 = 3;
}

/// Look at everything that still waits: every few minutes.
#[derive(Debug, Serialize, Deserialize)]
pub struct ScanWaiting {}

impl Job for ScanWaiting {
    const KIND: &'static str = "scan_waiting";
    const MAX_ATTEMPTS: i32 = 1;
}

const AT_A_TIME: i64 = 200;

pub(super) async fn ask(conn: &mut Conn, now: Now, attachment: AttachmentId) -> DbResult<()> {
    queue::enqueue(conn, now, &ScanAttachment { attachment }).await.map(drop)
}

/// Does [`ScanAttachment`].
pub async fn scan(db: &Db, files: &FileStore, job: &ScanAttachment) -> Result<(), JobError> {
    let waiting = queries::waiting_key(&mut *db.get().await?, job.attachment).await?;
    match waiting {
        Some(key) => look(db, files, job.attachment, &key).await,
        None => Ok(()),
    }
}

/// Does [`ScanWaiting`]. At the first file without a verdict it stops: the next would have none either, and
/// the next round comes soon.
pub async fn scan_waiting(db: &Db, files: &FileStore) -> Result<(), JobError> {
    let waiting = queries::waiting(&mut *db.get().await?, AT_A_TIME).await?;
    for (attachment, key) in waiting {
        if let Err(error) = look(db, files, attachment, &key).await {
            tracing::warn!(%error, "files wait for the virus scanner");
            break;
        }
    }
    Ok(())
}

async fn look(db: &Db, files: &FileStore, attachment: AttachmentId, key: &FileKey) -> Result<(), JobError> {
    let scan = match files.scan(key).await {
        Ok(Verdict::Clean) => Scan::Clean,
        Ok(Verdict::Infected(name)) => {
            tracing::warn!(%attachment, name, "an infected file stays closed");
            Scan::Infected
        }
        // Its bytes are gone: there is nothing to open either.
        Err(StoreError::Missing) => return Ok(()),
        Err(error) => return Err(JobError::Retry(error.to_string())),
    };
    Ok(queries::write_scan(&mut *db.get().await?, attachment, scan).await?)
}
