//! A draft becomes the next version, from now or from a day to come.

use std::ops::Bound;

use chrono::TimeDelta;
use serde_json::json;

use super::Draft;
use crate::{
    audit,
    catalogue::{
        PublishRefused, ServiceDefinition, Workshop, check,
        model::{NewVersion, Origin},
        publish, queries,
    },
    kernel::{
        actor::{Actor, Official},
        clock::{Instant, Now},
        ids::{ServiceId, ServiceVersionId},
    },
    platform::db::{AsyncConnection, Conn, DbError},
};

/// From when a version holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// As soon as every process of the portal knows it: a minute.
    Now,
    At(Instant),
}

/// A version that was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    pub number: i32,
    pub from: Instant,
}

#[derive(Debug, thiserror::Error)]
pub enum PublicationRefused {
    #[error("no reason was given")]
    NoReason,
    /// The day has passed.
    #[error("too early: not before {0}")]
    Past(Instant),
    /// Another version is planned for that time or later.
    #[error("version {number} is planned from {from}")]
    Planned { number: i32, from: Instant },
    /// Somebody saved the draft since it was proved.
    #[error("saved meanwhile")]
    Meanwhile,
    /// Nothing differs from the version before.
    #[error("nothing has changed")]
    Unchanged,
    #[error("the draft does not make sense: {0}")]
    Unsound(String),
    #[error(transparent)]
    Db(#[from] DbError),
}

impl From<PublishRefused> for PublicationRefused {
    fn from(refused: PublishRefused) -> Self {
        match refused {
            PublishRefused::Db(error) => Self::Db(error),
            other => Self::Unsound(other.to_string()),
        }
    }
}

const EVERY_PROCESS_KNOWS_IN: TimeDelta = TimeDelta::minutes(1);

/// Publishes what was proved: the save of `draft`, and no later one.
pub async fn publish_draft(
    conn: &mut Conn,
    now: Now,
    official: &Official,
    workshop: &Workshop,
    draft: &Draft,
    when: When,
    reason: &str,
) -> Result<Planned, PublicationRefused> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(PublicationRefused::NoReason);
    }
    let from = match when {
        When::Now => now.plus(EVERY_PROCESS_KNOWS_IN),
        When::At(from) if from <= now.instant() => return Err(PublicationRefused::Past(now.instant())),
        When::At(from) => from,
    };
    let definition = sound(workshop, draft)?;
    conn.transaction::<_, PublicationRefused, _>(async |conn| {
        let service = match queries::lock_service(conn, &draft.slug).await? {
            Some(service) => service,
            None => publish::enter(conn, &definition).await?,
        };
        let newest = queries::draft(conn, &draft.slug).await?;
        if newest.is_none_or(|newest| newest.id != draft.id || newest.number != draft.number) {
            return Err(PublicationRefused::Meanwhile);
        }
        let planned = append(conn, now, official, (service, &definition, draft), from, reason).await?;
        queries::end_draft(conn, draft.id, now.instant()).await?;
        publish::ask_to_enter(conn, now, planned.from, &draft.slug, planned.number).await?;
        let data = json!({ "number": planned.number, "from": from, "reason": reason });
        audit::record(conn, now, &Actor::Official(official.clone()), "publish_version", "service", &draft.slug, data).await?;
        Ok(planned)
    })
    .await
}

fn sound(workshop: &Workshop, draft: &Draft) -> Result<ServiceDefinition, PublicationRefused> {
    let unsound = |error: String| PublicationRefused::Unsound(error);
    let definition = workshop.read(&draft.slug, &draft.folder).map_err(|error| unsound(error.to_string()))?;
    match check::faults_of(&definition).into_iter().next() {
        Some(first) => Err(unsound(first)),
        None => Ok(definition),
    }
}

/// The next version of a locked service; the one before ends where it begins.
async fn append(
    conn: &mut Conn,
    now: Now,
    official: &Official,
    (service, definition, draft): (ServiceId, &ServiceDefinition, &Draft),
    from: Instant,
    reason: &str,
) -> Result<Planned, PublicationRefused> {
    let (document, digest) = publish::written(definition)?;
    let last = queries::last_version(conn, service).await?;
    if last.as_ref().is_some_and(|last| last.digest == digest) {
        return Err(PublicationRefused::Unchanged);
    }
    let number = last.as_ref().map_or(1, |last| last.number + 1);
    if let Some(last) = &last {
        let begun = publish::begun(last, now.instant());
        if begun >= from {
            return Err(PublicationRefused::Planned { number: last.number, from: begun });
        }
        queries::close(conn, last.id, (last.effective.0, Bound::Excluded(from))).await?;
    }
    let version = NewVersion {
        id: ServiceVersionId::new(),
        service_id: service,
        number,
        definition: document,
        digest: &digest,
        effective: (Bound::Included(from), Bound::Unbounded),
        files: Some(draft.folder.to_json()),
        origin: Origin::Editor,
        published_by: Some(official.account),
        published_at: now.instant(),
        reason,
    };
    queries::insert_version(conn, version).await?;
    Ok(Planned { number, from })
}
