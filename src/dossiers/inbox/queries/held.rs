//! What lies in the hands of officials.

use diesel::{
    QueryableByName, sql_query,
    sql_types::{Array, BigInt, Timestamptz, Uuid},
};
use diesel_async::RunQueryDsl;

use super::conditions::{OPEN, RUNS};
use crate::{
    kernel::{clock::Now, ids::AccountId},
    platform::db::{Conn, DbResult},
};

/// Open dossiers of somebody, and how many of them are late.
#[derive(Debug, Clone, Copy, QueryableByName)]
pub struct Held {
    #[diesel(sql_type = Uuid)]
    pub account: AccountId,
    #[diesel(sql_type = BigInt)]
    pub open: i64,
    #[diesel(sql_type = BigInt)]
    pub late: i64,
}

pub async fn held(conn: &mut Conn, now: Now, accounts: &[AccountId]) -> DbResult<Vec<Held>> {
    let counted = format!(
        "SELECT assignee_id AS account, count(*) AS open, count(*) FILTER (WHERE {RUNS} AND queue_due < $2) AS late
         FROM dossiers WHERE assignee_id = ANY($1) AND {OPEN} GROUP BY assignee_id"
    );
    sql_query(counted).bind::<Array<Uuid>, _>(accounts).bind::<Timestamptz, _>(now.instant()).load(conn).await
}
