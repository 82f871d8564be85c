//! The calendar is changed: first whose return date would move is shown; then the change is kept, with its
//! reason, and the dates are counted again.

use std::sync::Arc;

use serde_json::json;

use super::recounting::{self, RecountDates, Recounted};
use crate::{
    audit,
    calendar::{self, CalendarChange, ChangeRefused},
    dossiers::{ActRefused, Rules},
    kernel::{
        actor::{Actor, Official},
        clock::Now,
        ids::AgencyId,
    },
    platform::{
        db::{AsyncConnection, Conn, DbError},
        queue,
    },
};

/// What is wished for, and for whom: an agency, or everybody.
#[derive(Debug, Clone, Copy)]
pub struct CalendarWish<'a> {
    pub agency: Option<AgencyId>,
    pub change: &'a CalendarChange,
}

/// What the change would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeseenCalendar {
    /// The state of the calendar that was looked at.
    pub version: i64,
    pub moved: Vec<Recounted>,
}

#[derive(Debug, thiserror::Error)]
pub enum CalendarRefused {
    #[error(transparent)]
    Change(#[from] ChangeRefused),
    #[error("no reason was given")]
    NoReason,
    #[error("somebody else changed the calendar meanwhile")]
    Meanwhile,
    #[error(transparent)]
    Act(#[from] ActRefused),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Whose date would move. Changes nothing.
pub async fn foresee_calendar(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    wish: &CalendarWish<'_>,
) -> Result<ForeseenCalendar, CalendarRefused> {
    rules.renew(conn).await?;
    let rules = rules.current();
    let (book, version) = rules.book();
    let (changed, _) = book.changed(code(&rules, wish)?, wish.change)?;
    let calendars = Arc::new(changed.calendars().map_err(|_| ChangeRefused::NeverOpen)?);
    let moved = recounting::foreseen(conn, &Rules { calendars, ..rules.clone() }, now, wish.agency).await?;
    Ok(ForeseenCalendar { version, moved })
}

/// Changes the calendar that was looked at as `seen`; the dates move soon after, each with an event and a letter.
pub async fn change_calendar(
    conn: &mut Conn,
    rules: &Rules,
    now: Now,
    official: &Official,
    wish: &CalendarWish<'_>,
    seen: i64,
    reason: &str,
) -> Result<(), CalendarRefused> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(CalendarRefused::NoReason);
    }
    rules.renew(conn).await?;
    let (book, version) = rules.book();
    if version != seen {
        return Err(CalendarRefused::Meanwhile);
    }
    let agency = code(rules, wish)?;
    let (_, sheet) = book.changed(agency, wish.change)?;
    conn.transaction::<_, CalendarRefused, _>(async |conn| {
        if !calendar::keep_sheet(conn, now, official.account, seen, &sheet, reason).await? {
            return Err(CalendarRefused::Meanwhile);
        }
        let data = json!({ "agency": agency, "change": told(wish.change), "reason": reason });
        let actor = Actor::Official(official.clone());
        audit::record(conn, now, &actor, "change_calendar", "calendar", sheet.name.trim_end_matches(".toml"), data).await?;
        queue::enqueue(conn, now, &RecountDates { agency: wish.agency, after: None }).await?;
        Ok(())
    })
    .await?;
    rules.renew(conn).await?;
    Ok(())
}

fn code<'a>(rules: &'a Rules, wish: &CalendarWish<'_>) -> Result<Option<&'a str>, ActRefused> {
    let agency = wish.agency.map(|id| rules.agencies.get(id).ok_or(ActRefused::NotFound)).transpose()?;
    Ok(agency.map(|agency| agency.code.as_str()))
}

/// The change in figures and names, for the audit.
fn told(change: &CalendarChange) -> serde_json::Value {
    match change {
        CalendarChange::Off { day, worked } => json!({ "off": day.name, "from": day.from, "until": day.to, "worked": worked }),
        CalendarChange::Remove { date } => json!({ "removed": date }),
        CalendarChange::Announced { year, source } => json!({ "announced": year, "source": source }),
        CalendarChange::Year { year, off, work, .. } => json!({ "year": year, "off": off.len(), "worked": work.len() }),
        CalendarChange::Hours { rules } => {
            json!({ "hours": rules.iter().map(|rule| json!({ "season": rule.season, "open": rule.open })).collect::<Vec<_>>() })
        }
    }
}
