//! One statement finds services; it is prepared once.

use diesel::{
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    sql_types::{Array, BigInt, Bool, Nullable, Text},
};
use diesel_async::RunQueryDsl;

use crate::platform::db::{Conn, DbResult};

/// What is looked for. `%` and `_` are escaped in the patterns.
#[derive(Debug, Clone)]
pub(in super::super) struct SearchTerms {
    /// Lower case, with its marks.
    pub marked: String,
    /// Lower case, marks off.
    pub folded: String,
    /// `%word%` for each folded word; one `%` finds everything.
    pub words: Vec<String>,
    pub field: Option<String>,
    pub online_only: bool,
    pub limit: i64,
    pub offset: i64,
}

/// Slug, code, name, field, offered online, number of all finds.
pub(in super::super) type HitRow = (String, String, String, String, bool, i64);

pub(in super::super) async fn search(conn: &mut Conn, terms: SearchTerms) -> DbResult<Vec<HitRow>> {
    Search(terms).load(conn).await
}

struct Search(SearchTerms);

impl QueryId for Search {
    type QueryId = Search;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl Query for Search {
    type SqlType = (Text, Text, Text, Text, Bool, BigInt);
}

impl QueryFragment<Pg> for Search {
    /// A code comes first, then the words as they stand with their marks, then without, then
    /// everything that merely resembles.
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        let terms = &self.0;
        out.push_sql("SELECT slug, code, name, field, offered_online, count(*) OVER () FROM services WHERE (");
        out.push_sql("search_all LIKE ALL (");
        out.push_bind_param::<Array<Text>, _>(&terms.words)?;
        out.push_sql(") OR ");
        out.push_bind_param::<Text, _>(&terms.folded)?;
        out.push_sql(" <% search_all) AND (");
        out.push_bind_param::<Nullable<Text>, _>(&terms.field)?;
        out.push_sql(" IS NULL OR field = ");
        out.push_bind_param::<Nullable<Text>, _>(&terms.field)?;
        out.push_sql(") AND (offered_online OR NOT ");
        out.push_bind_param::<Bool, _>(&terms.online_only)?;
        out.push_sql(") ORDER BY (code = ");
        out.push_bind_param::<Text, _>(&terms.folded)?;
        out.push_sql(") DESC, (4 * (strpos(lower(name), ");
        out.push_bind_param::<Text, _>(&terms.marked)?;
        out.push_sql(") > 0)::int + 3 * (strpos(search_name, ");
        out.push_bind_param::<Text, _>(&terms.folded)?;
        out.push_sql(") > 0)::int + 2 * (strpos(lower(keywords), ");
        out.push_bind_param::<Text, _>(&terms.marked)?;
        out.push_sql(") > 0)::int + 2 * (strpos(search_all, ");
        out.push_bind_param::<Text, _>(&terms.folded)?;
        out.push_sql(") > 0)::int + (search_name LIKE ALL (");
        out.push_bind_param::<Array<Text>, _>(&terms.words)?;
        out.push_sql("))::int + word_similarity(");
        out.push_bind_param::<Text, _>(&terms.folded)?;
        out.push_sql(", search_name) + word_similarity(");
        out.push_bind_param::<Text, _>(&terms.folded)?;
        out.push_sql(", search_all)) DESC, offered_online DESC, length(name), code LIMIT ");
        out.push_bind_param::<BigInt, _>(&terms.limit)?;
        out.push_sql(" OFFSET ");
        out.push_bind_param::<BigInt, _>(&terms.offset)
    }
}

impl<C> diesel::RunQueryDsl<C> for Search {}
