//! How the database would answer: tests and the bench read that no statement of the inbox reads the table whole.

use diesel::{
    pg::Pg,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    result::QueryResult,
    sql_types::Text,
};
use diesel_async::RunQueryDsl;

use super::{conditions::Today, counters, list, urgent};
use crate::{
    dossiers::inbox::InboxFilter,
    kernel::{actor::Official, clock::Now},
    platform::db::{Conn, DbResult},
};

/// One statement and how it would be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub statement: &'static str,
    pub lines: Vec<String>,
}

impl Plan {
    /// Whether the table of dossiers is read from end to end.
    pub fn reads_everything(&self) -> bool {
        self.lines.iter().any(|line| line.contains("Seq Scan on dossiers"))
    }
}

struct Explained<Q>(Q);

impl<Q> QueryId for Explained<Q> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q> Query for Explained<Q> {
    type SqlType = Text;
}

impl<Q: QueryFragment<Pg>> QueryFragment<Pg> for Explained<Q> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.unsafe_to_cache_prepared();
        out.push_sql("EXPLAIN ");
        self.0.walk_ast(out)
    }
}

/// The plans of everything that the inbox asks for this filter.
pub async fn plans(conn: &mut Conn, now: Now, official: &Official, filter: &InboxFilter, page: usize) -> DbResult<Vec<Plan>> {
    let today = Today::of(now);
    Ok(vec![
        Plan { statement: "counters", lines: Explained(counters::statement(&today, official)).load(conn).await? },
        Plan { statement: "list", lines: Explained(list::statement(&today, official, filter, page)).load(conn).await? },
        Plan { statement: "next task", lines: Explained(urgent::statement(official)).load(conn).await? },
    ])
}
