//! Finding a procedure: in plain words with or without marks, by what people call it, with slips of
//! the finger, by its code; or walking through the whole list.
//!
//! A question is understood in memory ([`question`]: the words of the law for what was said, what was
//! meant by what was typed, what each word is worth), and answered by one statement over an index of
//! names. Walking on goes by the last procedure seen, never by counting.

mod lexicon;
mod question;
mod syllables;
mod wording;

use tokio::sync::OnceCell;

use super::{
    Catalogue,
    procedures::{Audience, Level},
    queries::{self, Narrowing, Step},
};
use crate::{
    forms::Places,
    kernel::{clock::Instant, procedure_code::ProcedureCode},
    platform::db::{Conn, DbResult},
};

pub(super) use lexicon::Lexicon;
pub(super) use question::{Terms, understand};
pub(super) use syllables::code_token;
pub(super) use wording::Wording;

/// Narrowing a search, and where it goes on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filters {
    /// Lĩnh vực, by its name.
    pub field: Option<String>,
    pub level: Option<Level>,
    pub audience: Option<Audience>,
    /// Only what can be handed in here.
    pub online_only: bool,
    pub from: From,
}

/// Which page: the first, the one behind a procedure, or the one before it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum From {
    #[default]
    Start,
    After(ProcedureCode),
    Before(ProcedureCode),
}

/// One procedure found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub code: ProcedureCode,
    pub name: String,
    pub field: String,
    pub levels: Vec<Level>,
    /// Can be handed in on the National Portal.
    pub national: bool,
    /// The service of this portal, if it is one.
    pub service: Option<String>,
}

/// A page of finds, best first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    pub hits: Vec<Hit>,
    pub total: u64,
    pub has_previous: bool,
    pub has_next: bool,
}

impl Found {
    /// Finds on one page.
    pub const PAGE: u32 = 20;
}

/// What search knows besides the index: how people speak, and every word of the index, read when
/// somebody first asks.
#[derive(Default)]
pub(super) struct Finding {
    pub wording: Wording,
    lexicon: OnceCell<Lexicon>,
}

impl Finding {
    pub fn new(wording: Wording) -> Self {
        Self { wording, lexicon: OnceCell::new() }
    }

    async fn lexicon(&self, conn: &mut Conn, places: &Places) -> DbResult<&Lexicon> {
        self.lexicon
            .get_or_try_init(async || {
                let (words, names) = queries::words_of_the_index(conn).await?;
                Ok(Lexicon::new(words, names, places))
            })
            .await
    }
}

impl Catalogue {
    /// Searches by one statement (the first search of a process reads the words of the index besides).
    /// Nothing to look for finds every procedure, the nearest first.
    pub async fn search(&self, conn: &mut Conn, typed: &str, filters: &Filters) -> DbResult<Found> {
        let lexicon = self.finding().lexicon(conn, self.places()).await?;
        let terms = understand(typed, &self.finding().wording, lexicon);
        let narrowing = Narrowing::of(filters);
        let step = Step::of(&filters.from, i64::from(Found::PAGE) + 1);
        let rows = match terms {
            Some(terms) => queries::search(conn, terms, narrowing, step).await?,
            None if typed.trim().is_empty() => queries::walk(conn, narrowing, step).await?,
            None => Vec::new(),
        };
        Ok(page(rows, &filters.from))
    }
}

impl Catalogue {
    /// Events of life of which some procedure is known.
    pub fn events(&self) -> impl Iterator<Item = &str> {
        self.finding().wording.events.keys().map(String::as_str)
    }

    /// Codes that the wording names for an event of life, the first to think of first.
    pub fn codes_of(&self, event: &str) -> &[String] {
        self.finding().wording.events.get(event).map_or(&[], Vec::as_slice)
    }

    /// What an event of life calls for: the services of this portal first, then what else is to be thought of.
    pub async fn of_event(&self, conn: &mut Conn, event: &str, at: Instant) -> DbResult<Found> {
        let all = self.all_in_force(at);
        let services = all.iter().filter(|version| version.definition.life_events.iter().any(|known| known == event));
        let codes = services.map(|version| version.code().to_owned());
        let others = self.codes_of(event).iter().cloned();
        let mut order: Vec<String> = Vec::new();
        codes.chain(others).for_each(|code| {
            if !order.contains(&code) {
                order.push(code)
            }
        });
        let mut hits: Vec<Hit> = queries::named(conn, &order).await?.into_iter().map(hit).collect();
        hits.sort_by_key(|hit| order.iter().position(|code| code == hit.code.as_str()));
        Ok(Found { total: u64::try_from(hits.len()).unwrap_or_default(), hits, ..Found::default() })
    }
}

fn hit((code, name, field, levels, national, service, _): queries::HitRow) -> Hit {
    Hit { code, name, field, levels, national, service }
}

/// A row more than fits tells that the walk goes on; a walk back comes in reverse.
fn page(mut rows: Vec<queries::HitRow>, from: &From) -> Found {
    let size = usize::try_from(Found::PAGE).unwrap_or(usize::MAX);
    let goes_on = rows.len() > size;
    rows.truncate(size);
    let total = rows.first().map_or(0, |row| u64::try_from(row.6).unwrap_or_default());
    let mut hits: Vec<Hit> = rows.into_iter().map(hit).collect();
    let (has_previous, has_next) = match from {
        From::Start => (false, goes_on),
        From::After(_) => (true, goes_on),
        From::Before(_) => {
            hits.reverse();
            (goes_on, true)
        }
    };
    Found { hits, total, has_previous, has_next }
}
