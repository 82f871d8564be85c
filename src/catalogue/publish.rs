//! Publication: a definition that differs from the last version becomes the next one.

use std::ops::Bound;

use chrono::TimeDelta;
use sha2::{Digest, Sha256};

use crate::{
    kernel::{
        clock::{Instant, Now},
        ids::{ServiceId, ServiceVersionId},
    },
    platform::db::{AsyncConnection, Conn, DbError},
};

use super::{
    OnlineLevel, ServiceDefinition, check,
    model::{LastVersion, NewService, NewVersion},
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
    // One order for everybody, so that two processes never wait for each other in a ring.
    let mut sorted: Vec<&ServiceDefinition> = definitions.iter().collect();
    sorted.sort_by(|a, b| a.slug.cmp(&b.slug));
    conn.transaction::<_, PublishRefused, _>(async |conn| {
        let mut published = Published::default();
        procedures::enter_services(conn, &sorted).await?;
        for definition in sorted {
            match publish_one(conn, now.instant(), definition).await? {
                Some(number) => published.new.push((definition.slug.clone(), number)),
                None => published.unchanged += 1,
            }
        }
        Ok(published)
    })
    .await
}

async fn publish_one(conn: &mut Conn, now: Instant, definition: &ServiceDefinition) -> Result<Option<i32>, PublishRefused> {
    let unwritable = |error: serde_json::Error| PublishRefused::Unwritable { slug: definition.slug.clone(), reason: error.to_string() };
    let written = serde_json::to_vec(definition).map_err(unwritable)?;
    let digest = Sha256::digest(&written);
    let service = queries::enter_service(conn, row(definition)).await?;
    let last = queries::last_version(conn, service).await?;
    if last.as_ref().is_some_and(|last| last.digest.as_slice() == digest.as_slice()) {
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
        definition: serde_json::to_value(definition).map_err(unwritable)?,
        digest: digest.as_slice(),
        effective: (Bound::Included(from), Bound::Unbounded),
    };
    queries::insert_version(conn, version).await?;
    Ok(Some(number))
}

/// Ends a version now, and says from when the next one holds: a version is never empty.
async fn end(conn: &mut Conn, last: &LastVersion, now: Instant) -> Result<Instant, DbError> {
    let begun = match last.effective.0 {
        Bound::Included(from) | Bound::Excluded(from) => from,
        Bound::Unbounded => now,
    };
    let until = now.max(begun + TimeDelta::milliseconds(1));
    queries::close(conn, last.id, (last.effective.0, Bound::Excluded(until))).await?;
    Ok(until)
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
