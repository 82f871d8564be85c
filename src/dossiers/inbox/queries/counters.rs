//! The counters of the inbox: one statement over the open dossiers of the official's agencies, which
//! a partial index holds; history is never scanned.

use diesel::{
    pg::Pg,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    result::QueryResult,
    sql_types::{Array, BigInt, Text, Timestamptz, Uuid},
};
use diesel_async::RunQueryDsl;

use super::conditions::{Desks, OPEN, RUNS, Today, WAITS};
use crate::{
    dossiers::inbox::Counters,
    kernel::{
        actor::{Official, Role},
        clock::Instant,
        ids::{AccountId, AgencyId},
    },
    platform::db::{Conn, DbResult},
};

pub(super) struct CountOpen {
    agencies: Vec<AgencyId>,
    desk_agencies: Vec<AgencyId>,
    desk_roles: Vec<Role>,
    account: AccountId,
    now: Instant,
    end_of_today: Instant,
}

impl QueryId for CountOpen {
    type QueryId = Self;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl Query for CountOpen {
    type SqlType = (BigInt, BigInt, BigInt, BigInt, BigInt, BigInt, BigInt, BigInt, BigInt);
}

impl QueryFragment<Pg> for CountOpen {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("SELECT count(*) FILTER (WHERE (agency_id, step_role) IN (SELECT * FROM unnest(");
        out.push_bind_param::<Array<Uuid>, _>(&self.desk_agencies)?;
        out.push_sql(", ");
        out.push_bind_param::<Array<Text>, _>(&self.desk_roles)?;
        out.push_sql(")) AND NOT ");
        out.push_sql(WAITS);
        out.push_sql(" AND (assignee_id IS NULL OR assignee_id = ");
        out.push_bind_param::<Uuid, _>(&self.account)?;
        out.push_sql(")), count(*) FILTER (WHERE assignee_id = ");
        out.push_bind_param::<Uuid, _>(&self.account)?;
        out.push_sql("), count(*) FILTER (WHERE ");
        out.push_sql(RUNS);
        out.push_sql(" AND queue_due < ");
        out.push_bind_param::<Timestamptz, _>(&self.now)?;
        out.push_sql("), count(*) FILTER (WHERE ");
        out.push_sql(RUNS);
        out.push_sql(" AND queue_due >= ");
        out.push_bind_param::<Timestamptz, _>(&self.now)?;
        out.push_sql(" AND queue_due < ");
        out.push_bind_param::<Timestamptz, _>(&self.end_of_today)?;
        out.push_sql("), count(*) FILTER (WHERE status = 'registered'), count(*) FILTER (WHERE ");
        out.push_sql(WAITS);
        out.push_sql("), count(*) FILTER (WHERE status = 'processing' AND step_role = 'unit_leader')");
        out.push_sql(", count(*) FILTER (WHERE status = 'finished'), count(*) FROM dossiers WHERE ");
        out.push_sql(OPEN);
        out.push_sql(" AND agency_id = ANY(");
        out.push_bind_param::<Array<Uuid>, _>(&self.agencies)?;
        out.push_sql(")");
        Ok(())
    }
}

pub(super) fn statement(today: &Today, official: &Official) -> CountOpen {
    let (desk_agencies, desk_roles) = Desks::of(official).columns();
    let (agencies, account) = (official.agencies(), official.account);
    CountOpen { agencies, desk_agencies, desk_roles, account, now: today.now, end_of_today: today.end }
}

pub async fn count(conn: &mut Conn, today: &Today, official: &Official) -> DbResult<Counters> {
    let query = statement(today, official);
    let (mine, held, late, today, new, waiting, to_sign, to_return, open) = query.get_result(conn).await?;
    Ok(Counters { mine, held, late, today, new, waiting, to_sign, to_return, open })
}
