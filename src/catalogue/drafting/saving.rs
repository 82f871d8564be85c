//! Saves of a draft. Each has the next number; two people who saw the same number cannot both take it.

use chrono::TimeDelta;

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

/// What is saved: the folder, and the part that was edited.
#[derive(Debug, Clone, Copy)]
pub struct Edit<'a> {
    pub folder: &'a Folder,
    pub what: &'a str,
    /// Nobody pressed a button: the page saved itself while somebody wrote.
    pub automatic: bool,
}

/// Automatic saves grow into one line of the history for so long.
const ONE_SITTING: TimeDelta = TimeDelta::minutes(30);

/// Saves the folder as the next number after the one that was seen; the number.
pub async fn save_draft(conn: &mut Conn, now: Now, official: &Official, seen: &Draft, edit: Edit<'_>) -> Result<i32, SaveConflict> {
    if *edit.folder == seen.folder {
        return Ok(seen.number);
    }
    let number = seen.number + 1;
    let row = || NewSave {
        draft_id: seen.id,
        number,
        files: edit.folder.to_json(),
        what: edit.what,
        saved_by: official.account,
        created_at: now.instant(),
        automatic: edit.automatic,
    };
    if edit.automatic && queries::grow_save(conn, &row(), now.instant() - ONE_SITTING).await? {
        return Ok(number);
    }
    if queries::insert_save(conn, row()).await? {
        return Ok(number);
    }
    let newer = draft(conn, &seen.slug).await?.ok_or(SaveConflict::NoDraft)?;
    Err(SaveConflict::Meanwhile(Box::new(newer)))
}

/// Takes the draft back to an older save, which becomes the newest: nothing is lost by it.
pub async fn take_back(conn: &mut Conn, now: Now, official: &Official, seen: &Draft, number: i32) -> Result<i32, SaveConflict> {
    let files = queries::save(conn, seen.id, number).await?.ok_or(SaveConflict::NoDraft)?;
    let (folder, what) = (Folder::from_json(&files), format!("{TAKEN_BACK}{number}"));
    save_draft(conn, now, official, seen, Edit { folder: &folder, what: &what, automatic: false }).await
}

/// The last edit is undone; the number to which the draft went back, or nothing if there was no edit.
pub async fn undo(conn: &mut Conn, now: Now, official: &Official, seen: &Draft) -> Result<Option<i32>, SaveConflict> {
    let Some(number) = before_last(&history(conn, seen).await?) else { return Ok(None) };
    take_back(conn, now, official, seen, number).await?;
    Ok(Some(number))
}

/// Before the number of the save that was taken back.
const TAKEN_BACK: &str = "taken-back:";

impl SaveLine {
    /// The save that this one brought back.
    pub fn taken_back(&self) -> Option<i32> {
        self.what.strip_prefix(TAKEN_BACK).and_then(|number| number.parse().ok())
    }
}

/// The save before the one in which the draft stands; undoing twice goes back twice. Newest first.
fn before_last(saves: &[SaveLine]) -> Option<i32> {
    let mut standing = saves.first()?;
    // A save that brought back another stands where that one stood.
    while let Some(origin) = standing.taken_back().and_then(|number| saves.iter().find(|save| save.number == number)) {
        standing = origin;
    }
    saves.iter().find(|save| save.number < standing.number).map(|save| save.number)
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

/// A whole folder as one save; false if the number is taken.
pub(super) async fn insert(
    conn: &mut Conn,
    now: Now,
    official: &Official,
    draft_id: ServiceDraftId,
    number: i32,
    folder: &Folder,
    what: &str,
) -> DbResult<bool> {
    let (saved_by, created_at) = (official.account, now.instant());
    let row = NewSave { draft_id, number, files: folder.to_json(), what, saved_by, created_at, automatic: false };
    queries::insert_save(conn, row).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn save(number: i32, what: &str) -> SaveLine {
        let by = "Chu Thị Cấu".parse().expect("a name");
        SaveLine { number, what: what.into(), by, at: Instant::default() }
    }

    #[test]
    fn undoing_twice_goes_back_twice() {
        let mut saves = vec![save(3, "fees"), save(2, "steps"), save(1, "begun")];
        assert_eq!(before_last(&saves), Some(2));
        saves.insert(0, save(4, "taken-back:2"));
        assert_eq!(before_last(&saves), Some(1));
        saves.insert(0, save(5, "taken-back:1"));
        assert_eq!(before_last(&saves), None, "there is nothing before the beginning");
        saves.insert(0, save(6, "documents"));
        assert_eq!(before_last(&saves), Some(5), "an edit after undoing is undone first");
    }
}
