//! A draft begins: from the version in force, or from nothing.

use super::{Folder, saving};
use crate::{
    audit,
    catalogue::{Catalogue, model::NewDraft, queries},
    kernel::{
        actor::{Actor, Official},
        clock::Now,
        ids::ServiceDraftId,
    },
    platform::db::{AsyncConnection, Conn, DbError},
};

#[derive(Debug, thiserror::Error)]
pub enum BeginRefused {
    #[error("no such service")]
    NotFound,
    /// Somebody writes one already: go on with that.
    #[error("there is a draft already")]
    Begun,
    /// Published before files were kept: restart the portal once with its configuration folder.
    #[error("the files of this version were not kept")]
    NoFiles,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Begins the next version from the newest one, whether it is in force already or planned.
pub async fn begin_draft(conn: &mut Conn, now: Now, official: &Official, catalogue: &Catalogue, slug: &str) -> Result<(), BeginRefused> {
    let newest = catalogue.newest(slug).ok_or(BeginRefused::NotFound)?;
    conn.transaction::<_, BeginRefused, _>(async |conn| {
        let files = queries::files_of(conn, newest.id).await?.ok_or(BeginRefused::NoFiles)?;
        let id = ServiceDraftId::new();
        let row = NewDraft { id, slug, based_on: Some(newest.id), begun_by: official.account, created_at: now.instant() };
        if !queries::begin_draft(conn, row).await? {
            return Err(BeginRefused::Begun);
        }
        saving::insert(conn, now, official, id, 1, &Folder::from_json(&files), "begun").await?;
        let data = serde_json::json!({ "based_on": newest.number });
        Ok(audit::record(conn, now, &Actor::Official(official.clone()), "begin_draft", "service", slug, data).await?)
    })
    .await
}
