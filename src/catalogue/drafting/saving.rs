//! Saves of a draft. Each has the next number; two people who saw the same number cannot both take it.

use super::Folder;
use crate::{
    audit,
    catalogue::{
        model::{DraftRow, NewSave},
        queries,
    },
    kernel::{
        actor::{Actor, Official},
        clock::{Instant, Now},
        ids::{ServiceDraftId, ServiceVersionId},
        person::PersonName,
    },
    platform::db::{AsyncConnection, Conn, DbError, DbResult},
};

/// A draft as it was saved last.
#[derive(Debug, Clone)]
pub struct Draft {
    pub id: ServiceDraftId,
    pub slug: String,
    pub based_on: Option<ServiceVersionId>,
    /// Of the save; to be given back when saving.
    pub number: i32,
    pub folder: Folder,
    pub saved_by: PersonName,
    pub saved_at: Instant,
}

impl From<DraftRow> for Draft {
    fn from(row: DraftRow) -> Self {
        let folder = Folder::from_json(&row.files);
        Self {
            id: row.id,
            slug: row.slug,
            based_on: row.based_on,
            number: row.number,
            folder,
            saved_by: row.saved_by,
            saved_at: row.saved_at,
        }
    }
}

/// One save in the list from which any can be taken back.
#[derive(Debug, Clone)]
pub struct SaveLine {
    pub number: i32,
    /// The part that was edited: a word of the editor.
    pub what: String,
    pub by: PersonName,
    pub at: Instant,
}

#[derive(Debug, thiserror::Error)]
pub enum SaveConflict {
    #[error("no such draft")]
    NoDraft,
    /// Somebody saved since this page was opened; nothing was overwritten.
    #[error("saved meanwhile")]
    Meanwhile(Box<Draft>),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// The open draft of a service. One statement.
pub async fn draft(conn: &mut Conn, slug: &str) -> DbResult<Option<Draft>> {
    Ok(queries::draft(conn, slug).await?.map(Draft::from))
}

/// Every save, newest first.
pub async fn history(conn: &mut Conn, draft: &Draft) -> DbResult<Vec<SaveLine>> {
    let rows = queries::saves(conn, draft.id).await?;
    Ok(rows.into_iter().map(|(number, what, by, at)| SaveLine { number, what, by, at }).collect())
}

/// Saves the folder as the next number after the one that was seen; the number.
pub async fn save_draft(
    conn: &mut Conn,
    now: Now,
    official: &Official,
    seen: &Draft,
    folder: &Folder,
    what: &str,
) -> Result<i32, SaveConflict> {
    if *folder == seen.folder {
        return Ok(seen.number);
    }
    let number = seen.number + 1;
    if insert(conn, now, official, seen.id, number, folder, what).await? {
        return Ok(number);
    }
    let newer = draft(conn, &seen.slug).await?.ok_or(SaveConflict::NoDraft)?;
    Err(SaveConflict::Meanwhile(Box::new(newer)))
}

/// Takes the draft back to an older save, which becomes the newest: nothing is lost by it.
pub async fn take_back(conn: &mut Conn, now: Now, official: &Official, seen: &Draft, number: i32) -> Result<i32, SaveConflict> {
    let files = queries::save(conn, seen.id, number).await?.ok_or(SaveConflict::NoDraft)?;
    save_draft(conn, now, official, seen, &Folder::from_json(&files), "taken-back").await
}

/// Throws the draft away; its saves stay in the database, and the audit says why.
pub async fn discard_draft(conn: &mut Conn, now: Now, official: &Official, draft: &Draft, reason: &str) -> DbResult<()> {
    conn.transaction(async |conn| {
        queries::end_draft(conn, draft.id, now.instant()).await?;
        let data = serde_json::json!({ "saves": draft.number, "reason": reason });
        audit::record(conn, now, &Actor::Official(official.clone()), "discard_draft", "service", &draft.slug, data).await
    })
    .await
}

/// False if the number is taken.
pub(super) async fn insert(
    conn: &mut Conn,
    now: Now,
    official: &Official,
    draft_id: ServiceDraftId,
    number: i32,
    folder: &Folder,
    what: &str,
) -> DbResult<bool> {
    let row = NewSave { draft_id, number, files: folder.to_json(), what, saved_by: official.account, created_at: now.instant() };
    queries::insert_save(conn, row).await
}
