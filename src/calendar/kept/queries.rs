//! Rows of `calendar_sheets`: they are only added.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::{CalendarChanged, Sheet};
use crate::{
    kernel::{
        clock::{Instant, Now},
        ids::AccountId,
        person::PersonName,
    },
    platform::db::{
        Conn, DbResult,
        schema::{accounts, calendar_sheets},
    },
};

/// Changes of the calendar one after the other; any number that nobody else uses.
const CHANGING_LOCK: i64 = 0x004d_4f54_4355_4102;

pub async fn lock(conn: &mut Conn) -> DbResult<()> {
    // Answers nothing: only its being done counts.
    diesel::sql_query(format!("SELECT pg_advisory_xact_lock({CHANGING_LOCK})")).execute(conn).await.map(|_| ())
}

pub async fn version(conn: &mut Conn) -> DbResult<i64> {
    let newest: Option<i64> = calendar_sheets::table.select(diesel::dsl::max(calendar_sheets::seq)).get_result(conn).await?;
    Ok(newest.unwrap_or(0))
}

/// The newest sheet of each agency and file, in the order in which they were written.
pub async fn in_force(conn: &mut Conn) -> DbResult<Vec<Sheet>> {
    let mut rows: Vec<(i64, Option<String>, String, String)> = calendar_sheets::table
        .distinct_on((calendar_sheets::agency_code, calendar_sheets::name))
        .order((calendar_sheets::agency_code, calendar_sheets::name, calendar_sheets::seq.desc()))
        .select((calendar_sheets::seq, calendar_sheets::agency_code, calendar_sheets::name, calendar_sheets::body))
        .load(conn)
        .await?;
    rows.sort_by_key(|(seq, ..)| *seq);
    Ok(rows.into_iter().map(|(_, agency, name, text)| Sheet { agency, name, text }).collect())
}

pub async fn insert(conn: &mut Conn, now: Now, by: AccountId, sheet: &Sheet, reason: &str) -> DbResult<()> {
    diesel::insert_into(calendar_sheets::table)
        .values((
            calendar_sheets::agency_code.eq(&sheet.agency),
            calendar_sheets::name.eq(&sheet.name),
            calendar_sheets::body.eq(&sheet.text),
            calendar_sheets::reason.eq(reason),
            calendar_sheets::changed_by.eq(by),
            calendar_sheets::created_at.eq(now.instant()),
        ))
        .execute(conn)
        .await
        .map(|_| ())
}

pub async fn last_changes(conn: &mut Conn, agency: Option<&str>, most: i64) -> DbResult<Vec<CalendarChanged>> {
    let rows: Vec<(String, String, PersonName, Instant)> = calendar_sheets::table
        .inner_join(accounts::table)
        .filter(calendar_sheets::agency_code.is_not_distinct_from(agency))
        .order(calendar_sheets::seq.desc())
        .limit(most)
        .select((calendar_sheets::name, calendar_sheets::reason, accounts::full_name, calendar_sheets::created_at))
        .load(conn)
        .await?;
    Ok(rows.into_iter().map(|(name, reason, by, at)| CalendarChanged { name, reason, by: by.to_string(), at }).collect())
}
