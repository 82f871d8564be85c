//! What administrators changed: sheets in the database, the newest of each name in force.

mod queries;

use super::{book::CalendarBook, days::Calendars};
use crate::{
    kernel::{
        clock::{Instant, Now},
        ids::AccountId,
    },
    platform::db::{Conn, DbError, DbResult},
};

/// What one agency, or everybody, has in one file of `config/calendar`, in that file's own format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub agency: Option<String>,
    pub name: String,
    pub text: String,
}

/// A change that was made, as a page lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarChanged {
    pub name: String,
    pub reason: String,
    pub by: String,
    pub at: Instant,
}

/// The book in force: the files of the installation under the sheets of administrators.
#[derive(Debug, Clone)]
pub struct KeptCalendar {
    pub book: CalendarBook,
    pub calendars: Calendars,
    /// Grows with every change.
    pub version: i64,
}

impl KeptCalendar {
    /// Two statements.
    pub async fn load(conn: &mut Conn, files: &CalendarBook) -> DbResult<Self> {
        let version = queries::version(conn).await?;
        let mut book = files.clone();
        let broken = |error: super::CalendarError| DbError::DeserializationError(error.into());
        for sheet in queries::in_force(conn).await? {
            book.lay(&sheet).map_err(broken)?;
        }
        let calendars = book.calendars().map_err(broken)?;
        Ok(Self { book, calendars, version })
    }
}

/// How often administrators have changed the calendar.
pub async fn calendar_version(conn: &mut Conn) -> DbResult<i64> {
    queries::version(conn).await
}

/// Keeps a sheet in the caller's transaction, unless somebody changed the calendar after `seen`; true if kept.
pub async fn keep_sheet(conn: &mut Conn, now: Now, by: AccountId, seen: i64, sheet: &Sheet, reason: &str) -> DbResult<bool> {
    queries::lock(conn).await?;
    if queries::version(conn).await? != seen {
        return Ok(false);
    }
    queries::insert(conn, now, by, sheet, reason).await?;
    Ok(true)
}

/// The newest changes of one agency, or of everybody.
pub async fn last_changes(conn: &mut Conn, agency: Option<&str>, most: i64) -> DbResult<Vec<CalendarChanged>> {
    queries::last_changes(conn, agency, most).await
}
