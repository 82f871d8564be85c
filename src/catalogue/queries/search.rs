//! One statement finds procedures by the words of the index, another walks through all of them.

use diesel::{
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, Query, QueryFragment},
    sql_types::{Array, BigInt, Bool, Double, Nullable, Text},
};
use diesel_async::RunQueryDsl;

use crate::{
    catalogue::{
        procedures::{Applicant, Level},
        search::{Filters, From, Terms},
    },
    kernel::procedure_code::ProcedureCode,
    platform::db::{Conn, DbResult, schema::procedures},
};

/// Which procedures are looked at.
#[derive(Debug, Clone)]
pub(in super::super) struct Narrowing {
    field: Option<String>,
    level: Option<Level>,
    /// Empty: for whomever.
    applicants: Vec<Applicant>,
    online_only: bool,
}

/// Where the walk goes on: behind or before a procedure, so many of them.
#[derive(Debug, Clone)]
pub(in super::super) struct Step {
    from: Option<ProcedureCode>,
    backwards: bool,
    limit: i64,
}

/// Code, name, field, levels, on the National Portal, slug of the service, number of all finds.
pub(in super::super) type HitRow = (ProcedureCode, String, String, Vec<Level>, bool, Option<String>, i64);
type HitTypes = (Text, Text, Text, Array<Text>, Bool, Nullable<Text>, BigInt);

impl Narrowing {
    pub fn of(filters: &Filters) -> Self {
        Self {
            field: filters.field.clone(),
            level: filters.level,
            applicants: filters.audience.map(|audience| audience.applicants().to_vec()).unwrap_or_default(),
            online_only: filters.online_only,
        }
    }

    fn walk_ast<'b>(&'b self, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("(");
        out.push_bind_param::<Nullable<Text>, _>(&self.field)?;
        out.push_sql(" IS NULL OR p.field = ");
        out.push_bind_param::<Nullable<Text>, _>(&self.field)?;
        out.push_sql(") AND (");
        out.push_bind_param::<Nullable<Text>, _>(&self.level)?;
        out.push_sql(" IS NULL OR ");
        out.push_bind_param::<Nullable<Text>, _>(&self.level)?;
        out.push_sql(" = ANY (p.levels)) AND (cardinality(");
        out.push_bind_param::<Array<Text>, _>(&self.applicants)?;
        out.push_sql(") = 0 OR p.applicants && ");
        out.push_bind_param::<Array<Text>, _>(&self.applicants)?;
        out.push_sql(") AND (p.offered_online OR NOT ");
        out.push_bind_param::<Bool, _>(&self.online_only)?;
        out.push_sql(")");
        Ok(())
    }
}

impl Step {
    pub fn of(from: &From, limit: i64) -> Self {
        let (from, backwards) = match from {
            From::Start => (None, false),
            From::After(code) => (Some(code.clone()), false),
            From::Before(code) => (Some(code.clone()), true),
        };
        Self { from, backwards, limit }
    }
}

pub(in super::super) async fn search(conn: &mut Conn, terms: Terms, narrowing: Narrowing, step: Step) -> DbResult<Vec<HitRow>> {
    Search { terms, narrowing, step }.load(conn).await
}

/// Every procedure: what is done here, what people ask for, then the nearest.
pub(in super::super) async fn walk(conn: &mut Conn, narrowing: Narrowing, step: Step) -> DbResult<Vec<HitRow>> {
    Walk { narrowing, step }.load(conn).await
}

/// Some procedures, in no order.
pub(in super::super) async fn named(conn: &mut Conn, codes: &[String]) -> DbResult<Vec<HitRow>> {
    procedures::table
        .filter(procedures::code.eq_any(codes))
        .select((
            procedures::code,
            procedures::name,
            procedures::field,
            procedures::levels,
            procedures::national,
            procedures::service_slug,
            diesel::dsl::sql::<BigInt>("0::bigint"),
        ))
        .load(conn)
        .await
}

#[derive(diesel::query_builder::QueryId)]
struct Search {
    terms: Terms,
    narrowing: Narrowing,
    step: Step,
}

impl Query for Search {
    type SqlType = HitTypes;
}

impl<C> diesel::RunQueryDsl<C> for Search {}

impl QueryFragment<Pg> for Search {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.unsafe_to_cache_prepared();
        self.names(&mut out)?;
        self.procedures(&mut out)?;
        self.page(&mut out)
    }
}

impl Search {
    /// How well each name fits: the part of the question that it has (the rare words count), a little less
    /// for what it has besides, less again if that makes another act of it.
    fn names<'b>(&'b self, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("WITH asked AS (SELECT token, weight FROM unnest(");
        out.push_bind_param::<Array<Text>, _>(&self.terms.tokens)?;
        out.push_sql("::text[], ");
        out.push_bind_param::<Array<Double>, _>(&self.terms.weights)?;
        out.push_sql("::float8[]) AS asked (token, weight)), named AS (SELECT n.code, n.official, sum(a.weight) / ");
        out.push_bind_param::<Double, _>(&self.terms.total)?;
        out.push_sql(" * (0.62 + 0.38 * least(1.0, count(*) FILTER (WHERE left(a.token, 1) <> '=')::float8 / n.size))");
        out.push_sql(" * (1 - 0.06 * least(2, (SELECT count(*) FROM unnest(n.acts) AS act WHERE act <> ALL (");
        out.push_bind_param::<Array<Text>, _>(&self.terms.tokens)?;
        out.push_sql(")))) AS fit FROM procedure_names AS n JOIN asked AS a ON a.token = ANY (n.tokens) WHERE n.tokens && ");
        out.push_bind_param::<Array<Text>, _>(&self.terms.keys)?;
        out.push_sql(" GROUP BY n.id), best AS (SELECT code, max(fit) + 0.1 * coalesce(max(fit) FILTER (WHERE official), 0) AS fit");
        out.push_sql(" FROM named GROUP BY code), ");
        Ok(())
    }

    /// Of procedures that fit as well as each other, the one done here comes first, then the nearer, then
    /// the shorter name. What fits not half as well as the best is left out.
    fn procedures<'b>(&'b self, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("fitting AS (SELECT p.code, p.name, p.field, p.levels, p.\"national\", p.service_slug, ");
        out.push_sql(
            "(b.fit * (1 + CASE p.distance WHEN 0 THEN 0.1 WHEN 1 THEN 0.04 WHEN 2 THEN 0.02 ELSE 0 END) * 1000000)::bigint * 1000",
        );
        out.push_sql(" + 999 - least(999, length(p.name)) AS place FROM best AS b JOIN procedures AS p USING (code) WHERE ");
        self.narrowing.walk_ast(out)?;
        out.push_sql("), found AS (SELECT * FROM fitting WHERE place >= (SELECT max(place) / 2 FROM fitting)) ");
        Ok(())
    }

    fn page<'b>(&'b self, out: &mut AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("SELECT f.code, f.name, f.field, f.levels, f.\"national\", f.service_slug, (SELECT count(*) FROM found)");
        out.push_sql(" FROM found AS f LEFT JOIN found AS last ON last.code = ");
        out.push_bind_param::<Nullable<Text>, _>(&self.step.from)?;
        out.push_sql(" WHERE last.code IS NULL OR ");
        out.push_sql(match self.step.backwards {
            false => "(last.place, f.code) > (f.place, last.code) ORDER BY f.place DESC, f.code LIMIT ",
            true => "(f.place, last.code) > (last.place, f.code) ORDER BY f.place, f.code DESC LIMIT ",
        });
        out.push_bind_param::<BigInt, _>(&self.step.limit)?;
        Ok(())
    }
}

#[derive(diesel::query_builder::QueryId)]
struct Walk {
    narrowing: Narrowing,
    step: Step,
}

impl Query for Walk {
    type SqlType = HitTypes;
}

impl<C> diesel::RunQueryDsl<C> for Walk {}

impl QueryFragment<Pg> for Walk {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.unsafe_to_cache_prepared();
        out.push_sql(
            "SELECT p.code, p.name, p.field, p.levels, p.\"national\", p.service_slug, (SELECT count(*) FROM procedures AS p WHERE ",
        );
        self.narrowing.walk_ast(&mut out)?;
        out.push_sql(") FROM procedures AS p WHERE ");
        self.narrowing.walk_ast(&mut out)?;
        out.push_sql(" AND (p.standing, p.code) ");
        out.push_sql(if self.step.backwards { "<" } else { ">" });
        out.push_sql(" (coalesce((SELECT standing FROM procedures WHERE code = ");
        out.push_bind_param::<Nullable<Text>, _>(&self.step.from)?;
        out.push_sql(if self.step.backwards { "), 9), coalesce(" } else { "), -1), coalesce(" });
        out.push_bind_param::<Nullable<Text>, _>(&self.step.from)?;
        out.push_sql(match self.step.backwards {
            false => ", '')) ORDER BY p.standing, p.code LIMIT ",
            true => ", '')) ORDER BY p.standing DESC, p.code DESC LIMIT ",
        });
        out.push_bind_param::<BigInt, _>(&self.step.limit)
    }
}
