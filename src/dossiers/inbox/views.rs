//! Bộ lọc đã lưu: a question to the list, under a name; of one official, or shared with his unit. It
//! shows nobody more than he may see: the question is asked anew by whoever opens it.

use super::queries::views as table;
use crate::{
    kernel::{
        actor::Official,
        clock::Now,
        ids::{AgencyId, SavedViewId},
        text::line,
    },
    platform::db::{Conn, DbError, DbResult},
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    pub id: SavedViewId,
    pub name: String,
    /// What stands behind the question mark.
    pub question: String,
    pub shared_with: Option<AgencyId>,
    /// Who shares it; none of his own.
    pub by: Option<String>,
}

/// Why a view is not kept.
#[derive(Debug, thiserror::Error)]
pub enum ViewRefused {
    #[error("no name, or a longer one than can be read at the side")]
    Name,
    #[error("another view of his has this name")]
    NameTaken,
    #[error("too many")]
    TooMany,
    #[error("no such view of his")]
    NotFound,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// The longest name, in letters.
const LONGEST_NAME: usize = 60;
/// The longest question, in bytes.
const LONGEST_QUESTION: usize = 1000;
/// More than that nobody finds again.
const MOST: usize = 30;

/// His own and those shared with him, by name. One statement.
pub async fn saved_views(conn: &mut Conn, official: &Official) -> DbResult<Vec<SavedView>> {
    let rows = table::of(conn, official.account, &official.agencies()).await?;
    let view = |row: table::ViewRow| SavedView {
        by: (row.account != official.account).then(|| row.by.to_string()),
        id: row.id,
        name: row.name,
        question: row.question,
        shared_with: row.agency,
    };
    Ok(rows.into_iter().map(view).collect())
}

/// Keeps a question under a name; shared with an agency that he works at, or his own.
pub async fn save_view(
    conn: &mut Conn,
    now: Now,
    official: &Official,
    (name, question): (&str, &str),
    share: Option<AgencyId>,
) -> Result<(), ViewRefused> {
    let name = named(name)?;
    let own = saved_views(conn, official).await?.into_iter().filter(|view| view.by.is_none());
    if question.len() > LONGEST_QUESTION || own.filter(|view| view.name != name).count() >= MOST {
        return Err(ViewRefused::TooMany);
    }
    let share = share.filter(|agency| official.works_at(*agency));
    Ok(table::save(conn, now, official.account, (&name, question), share).await?)
}

pub async fn rename_view(conn: &mut Conn, official: &Official, id: SavedViewId, name: &str) -> Result<(), ViewRefused> {
    let name = named(name)?;
    if saved_views(conn, official).await?.iter().any(|view| view.by.is_none() && view.id != id && view.name == name) {
        return Err(ViewRefused::NameTaken);
    }
    if table::rename(conn, official.account, id, &name).await? { Ok(()) } else { Err(ViewRefused::NotFound) }
}

pub async fn delete_view(conn: &mut Conn, official: &Official, id: SavedViewId) -> Result<(), ViewRefused> {
    if table::delete(conn, official.account, id).await? { Ok(()) } else { Err(ViewRefused::NotFound) }
}

fn named(raw: &str) -> Result<String, ViewRefused> {
    let name = line(raw);
    if name.is_empty() || name.chars().count() > LONGEST_NAME { Err(ViewRefused::Name) } else { Ok(name) }
}
