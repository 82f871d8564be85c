//! Finding a service: by plain words with or without marks, by what people call it, with typing
//! errors, by code.

use crate::{
    kernel::text,
    platform::db::{Conn, DbResult},
};

use super::queries::{self, SearchTerms};

/// Narrowing a search. `page` counts from 0.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filters {
    pub field: Option<String>,
    pub online_only: bool,
    pub page: u32,
}

/// One service found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub slug: String,
    pub code: String,
    pub name: String,
    pub field: String,
    pub offered_online: bool,
}

/// A page of finds, best first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    pub hits: Vec<Hit>,
    pub total: u64,
}

impl Found {
    /// Finds on one page.
    pub const PAGE: u32 = 20;
}

/// Longer questions are cut: nobody types them.
const LONGEST: usize = 120;

/// Searches by one statement. Nothing to look for finds every service.
pub async fn search(conn: &mut Conn, typed: &str, filters: &Filters) -> DbResult<Found> {
    let rows = queries::search(conn, terms(typed, filters)).await?;
    let total = rows.first().map_or(0, |row| u64::try_from(row.5).unwrap_or_default());
    let hits =
        rows.into_iter().map(|(slug, code, name, field, offered_online, _)| Hit { slug, code, name, field, offered_online }).collect();
    Ok(Found { hits, total })
}

fn terms(typed: &str, filters: &Filters) -> SearchTerms {
    let short: String = text::line(typed).chars().take(LONGEST).collect();
    let folded = text::fold(&short);
    let pattern = |word: &str| format!("%{}%", word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
    let mut words: Vec<String> = folded.split(' ').filter(|word| !word.is_empty()).map(pattern).collect();
    if words.is_empty() {
        words.push("%".to_owned());
    }
    SearchTerms {
        marked: short.to_lowercase(),
        folded,
        words,
        field: filters.field.clone(),
        online_only: filters.online_only,
        limit: i64::from(Found::PAGE),
        offset: i64::from(filters.page.min(1_000)) * i64::from(Found::PAGE),
    }
}
