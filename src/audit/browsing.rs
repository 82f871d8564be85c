//! Reading the audit: newest first, narrowed by who, what, whom and when.

use serde_json::Value;

use super::queries;
use crate::{
    kernel::{clock::Instant, person::PersonName},
    platform::db::{Conn, DbResult},
};

/// Empty: no filter.
#[derive(Debug, Clone, Default)]
pub struct AuditFilter {
    /// Part of a name.
    pub name: String,
    pub action: String,
    pub subject_kind: String,
    /// The whole id or code.
    pub subject: String,
    pub from: Option<Instant>,
    /// Exclusive.
    pub until: Option<Instant>,
    /// Lines before this one.
    pub before: Option<i64>,
}

/// A line as people read it.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditEntry {
    pub seq: i64,
    pub at: Instant,
    pub actor: String,
    pub name: Option<PersonName>,
    pub action: String,
    pub subject_kind: String,
    pub subject: String,
    pub data: Value,
    /// Bound to the line before it.
    pub sealed: bool,
}

/// So many lines a page.
pub const PAGE: usize = 50;

/// One page, and whether it goes on. One statement.
pub async fn browse(conn: &mut Conn, filter: &AuditFilter) -> DbResult<(Vec<AuditEntry>, bool)> {
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut lines = queries::lines(conn, filter, limit).await?;
    let goes_on = lines.len() > PAGE;
    lines.truncate(PAGE);
    Ok((lines, goes_on))
}
