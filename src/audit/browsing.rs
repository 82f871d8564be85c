//! Reading the audit: newest first, narrowed by who, what, whom and when.

use std::collections::HashMap;

use serde_json::Value;

use super::queries;
use crate::{
    kernel::{
        clock::Instant,
        ids::{AccountId, AgencyId},
        person::PersonName,
    },
    platform::db::{Conn, DbResult},
};

/// Empty: no filter.
#[derive(Debug, Clone, Default)]
pub struct AuditFilter {
    /// Part of a name.
    pub name: String,
    /// One of these acts.
    pub actions: Vec<String>,
    /// By people who have, or had, a post there.
    pub agency: Option<AgencyId>,
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
    /// Of whom it is, where the subject is an account.
    pub subject_name: Option<PersonName>,
    pub data: Value,
    /// Bound to the line before it.
    pub sealed: bool,
}

/// So many lines a page.
pub const PAGE: usize = 50;

/// One page, and whether it goes on. One statement, and one for the names of accounts.
pub async fn browse(conn: &mut Conn, filter: &AuditFilter) -> DbResult<(Vec<AuditEntry>, bool)> {
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut lines = queries::lines(conn, filter, limit).await?;
    let goes_on = lines.len() > PAGE;
    lines.truncate(PAGE);
    let of_account = |line: &AuditEntry| line.subject.parse().ok().filter(|_: &AccountId| line.subject_kind == "account");
    let accounts: Vec<AccountId> = lines.iter().filter_map(of_account).collect();
    if !accounts.is_empty() {
        let names: HashMap<AccountId, PersonName> = queries::names(conn, &accounts).await?.into_iter().collect();
        lines.iter_mut().for_each(|line| line.subject_name = of_account(line).and_then(|account| names.get(&account).cloned()));
    }
    Ok((lines, goes_on))
}
