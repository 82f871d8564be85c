//! Publication: a definition that differs from the last version becomes the next one.

use std::ops::Bound;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    forms::Files,
    kernel::{
        clock::{Instant, Now},
        ids::{ServiceId, ServiceVersionId},
    },
    platform::{
        db::{AsyncConnection, Conn, DbError},
        queue::{self, Job, JobError},
    },
};

use super::{
    OnlineLevel, ServiceDefinition, check,
    drafting::{Folder, folder_of},
    model::{LastVersion, NewService, NewVersion, Origin},
    procedures, queries,
};

#[derive(Debug, thiserror::Error)]
pub enum PublishRefused {
    #[error("{slug} does not make sense: {}", .faults.join("; "))]
    Unsound { slug: String, faults: Vec<String> },
    #[error("{slug} cannot be written: {reason}")]
    Unwritable { slug: String, reason: String },
    #[error(transparent)]
    Listing(#[from] procedures::EnterRefused),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Published {
    /// Slug and number of each new version.
    pub new: Vec<(String, i32)>,
    pub unchanged: usize,
}

/// Publishes what changed, as of now; the version before ends where the new one begins. Running it
/// again changes nothing, and several processes may run it at once. What does not make sense is refused, and then nothing is published.
pub async fn publish(conn: &mut Conn, now: Now, definitions: &[ServiceDefinition]) -> Result<Published, PublishRefused> {
    publish_with(conn, now, definitions, &Files::new()).await
}

/// The same, and each version keeps the files it was made of. Services whose last version an
/// administrator published are left alone; where their files have changed since, that is noted.
pub async fn publish_with(
    conn: &mut Conn,
    now: Now,
    definitions: &[ServiceDefinition],
    files: &Files,
) -> Result<Published, PublishRefused> {
    // One order for everybody, so that two processes never wait for each other in a ring.
    let mut sorted: Vec<&ServiceDefinition> = definitions.iter().collect();
    sorted.sort_by(|a, b| a.slug.cmp(&b.slug));
    conn.transaction::<_, PublishRefused, _>(async |conn| {
        let by_hand = queries::published_by_hand(conn).await?;
        let (by_hand, sorted): (Vec<_>, Vec<_>) = sorted.into_iter().partition(|definition| by_hand.contains(&definition.slug));
        let mut published = Published::default();
        for definition in by_hand {
            let (_, digest) = written(definition)?;
            let known = queries::last_digest_of_files(conn, &definition.slug).await?;
            queries::files_wait(conn, &definition.slug, known.is_none_or(|known| known != digest)).await?;
            published.unchanged += 1;
        }
        procedures::enter_services(conn, &sorted).await?;
        for definition in sorted {
            match publish_one(conn, now.instant(), definition, &folder_of(files, &definition.slug)).await? {
                Some(number) => published.new.push((definition.slug.clone(), number)),
                None => published.unchanged += 1,
            }
        }
        Ok(published)
    })
    .await
}

async fn publish_one(
    conn: &mut Conn,
    now: Instant,
    definition: &ServiceDefinition,
    folder: &Folder,
) -> Result<Option<i32>, PublishRefused> {
    let (document, digest) = written(definition)?;
    let files = folder.get("service.toml").is_some().then(|| folder.to_json());
    let service = enter(conn, definition).await?;
    let last = queries::last_version(conn, service).await?;
    if let Some(last) = last.as_ref().filter(|last| last.digest == digest || last.origin == Origin::Editor) {
        if let Some(files) = files.filter(|_| !last.has_files && last.origin == Origin::Files) {
            queries::keep_files(conn, last.id, files).await?;
        }
        return Ok(None);
    }
    let faults = check::faults_of(definition);
    if !faults.is_empty() {
        return Err(PublishRefused::Unsound { slug: definition.slug.clone(), faults });
    }
    let (number, from) = match last {
        Some(last) => (last.number + 1, end(conn, &last, now).await?),
        None => (1, now),
    };
    let version = NewVersion {
        id: ServiceVersionId::new(),
        service_id: service,
        number,
        definition: document,
        digest: &digest,
        effective: (Bound::Included(from), Bound::Unbounded),
        files,
        origin: Origin::Files,
        published_by: None,
        published_at: now,
        reason: "",
    };
    queries::insert_version(conn, version).await?;
    Ok(Some(number))
}

/// A definition as a version keeps it, and its digest.
pub(super) fn written(definition: &ServiceDefinition) -> Result<(serde_json::Value, Vec<u8>), PublishRefused> {
    let unwritable = |error: serde_json::Error| PublishRefused::Unwritable { slug: definition.slug.clone(), reason: error.to_string() };
    let bytes = serde_json::to_vec(definition).map_err(unwritable)?;
    Ok((serde_json::to_value(definition).map_err(unwritable)?, Sha256::digest(&bytes).to_vec()))
}

/// Enters a service or brings its facts for search up to date, and locks it.
pub(super) async fn enter(conn: &mut Conn, definition: &ServiceDefinition) -> Result<ServiceId, DbError> {
    queries::enter_service(conn, row(definition)).await
}

/// When a version begins to hold.
pub(super) fn begun(version: &LastVersion, now: Instant) -> Instant {
    match version.effective.0 {
        Bound::Included(from) | Bound::Excluded(from) => from,
        Bound::Unbounded => now,
    }
}

/// Ends a version now, and says from when the next one holds: a version is never empty.
async fn end(conn: &mut Conn, last: &LastVersion, now: Instant) -> Result<Instant, DbError> {
    let until = now.max(begun(last, now) + TimeDelta::milliseconds(1));
    queries::close(conn, last.id, (last.effective.0, Bound::Excluded(until))).await?;
    Ok(until)
}

/// When a version comes into force, search learns its names.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EnterService {
    pub slug: String,
    pub number: i32,
}

impl Job for EnterService {
    const KIND: &'static str = "enter_service";
}

pub(super) async fn ask_to_enter(conn: &mut Conn, now: Now, at: Instant, slug: &str, number: i32) -> Result<(), DbError> {
    let job = EnterService { slug: slug.to_owned(), number };
    queue::enqueue_once(conn, now, at, &format!("{slug} {number}"), &job).await.map(drop)
}

/// Does that job. A version that was taken back meanwhile has nothing to tell.
pub async fn enter_service(conn: &mut Conn, job: &EnterService) -> Result<(), JobError> {
    let Some(document) = queries::document_of(conn, &job.slug, job.number).await? else { return Ok(()) };
    let definition: ServiceDefinition = serde_json::from_value(document).map_err(|error| JobError::GiveUp(error.to_string()))?;
    let entered = conn.transaction::<_, procedures::EnterRefused, _>(async |conn| {
        enter(conn, &definition).await?;
        procedures::enter_services(conn, &[&definition]).await.map(drop)
    });
    entered.await.map_err(|error| JobError::Retry(error.to_string()))
}

fn row(definition: &ServiceDefinition) -> NewService<'_> {
    let mut keywords = definition.keywords.clone();
    keywords.push(definition.task.vi.clone());
    NewService {
        id: ServiceId::new(),
        slug: &definition.slug,
        code: &definition.code,
        name: &definition.name.vi,
        field: &definition.field,
        keywords: keywords.join("; "),
        offered_online: definition.online != OnlineLevel::InfoOnly,
    }
}
