//! A service that takes no dossiers for a while, or never again; what was handed in before goes on.

use serde_json::json;

use super::{Catalogue, model::NewStop, queries};
use crate::{
    audit,
    kernel::{
        actor::{Actor, Official},
        clock::{Instant, Now},
        ids::ServiceStopId,
    },
    platform::db::{AsyncConnection, Conn, DbError},
};

crate::text_enum!(
    /// For how long a service takes no dossiers.
    StopKind {
        /// Tạm dừng tiếp nhận: it will go on.
        Paused = "paused",
        /// Đóng: another service takes its place, or none.
        Closed = "closed",
    }
);

/// What citizens are told instead of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceStop {
    pub kind: StopKind,
    pub message: String,
    /// The address word of the service to go to.
    pub successor: Option<String>,
    pub since: Instant,
}

/// A stop as an administrator asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewServiceStop<'a> {
    pub kind: StopKind,
    pub message: &'a str,
    pub successor: Option<&'a str>,
    pub reason: &'a str,
}

#[derive(Debug, thiserror::Error)]
pub enum StopRefused {
    #[error("no such service")]
    NotFound,
    #[error("no reason was given")]
    NoReason,
    #[error("citizens are told nothing")]
    NoMessage,
    /// There is none of this name that takes dossiers.
    #[error("no such successor")]
    NoSuccessor,
    /// It takes dossiers already.
    #[error("not stopped")]
    NotStopped,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Stops a service from now; a stop of the other kind ends with it.
pub async fn stop_service(
    conn: &mut Conn,
    now: Now,
    official: &Official,
    catalogue: &Catalogue,
    slug: &str,
    stop: &NewServiceStop<'_>,
) -> Result<(), StopRefused> {
    let (message, reason) = (stop.message.trim(), stop.reason.trim());
    if message.is_empty() {
        return Err(StopRefused::NoMessage);
    }
    if reason.is_empty() {
        return Err(StopRefused::NoReason);
    }
    let takes = |successor: &str| successor != slug && catalogue.newest(successor).is_some() && catalogue.stop_of(successor).is_none();
    if stop.successor.is_some_and(|successor| !takes(successor)) {
        return Err(StopRefused::NoSuccessor);
    }
    conn.transaction::<_, StopRefused, _>(async |conn| {
        let service_id = queries::lock_service(conn, slug).await?.ok_or(StopRefused::NotFound)?;
        queries::end_stop(conn, service_id, official.account, now.instant()).await?;
        let row = NewStop {
            id: ServiceStopId::new(),
            service_id,
            kind: stop.kind,
            message,
            successor: stop.successor,
            reason,
            begun_by: official.account,
            created_at: now.instant(),
        };
        queries::insert_stop(conn, row).await?;
        let data = json!({ "kind": stop.kind.as_str(), "message": message, "successor": stop.successor, "reason": reason });
        Ok(audit::record(conn, now, &Actor::Official(official.clone()), "stop_service", "service", slug, data).await?)
    })
    .await
}

/// Lets a service take dossiers again.
pub async fn resume_service(conn: &mut Conn, now: Now, official: &Official, slug: &str, reason: &str) -> Result<(), StopRefused> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(StopRefused::NoReason);
    }
    conn.transaction::<_, StopRefused, _>(async |conn| {
        let service = queries::lock_service(conn, slug).await?.ok_or(StopRefused::NotFound)?;
        if queries::end_stop(conn, service, official.account, now.instant()).await? == 0 {
            return Err(StopRefused::NotStopped);
        }
        let data = json!({ "reason": reason });
        Ok(audit::record(conn, now, &Actor::Official(official.clone()), "resume_service", "service", slug, data).await?)
    })
    .await
}
