//! How somebody wants to be told. What lies on the portal is there in any case, and what must be
//! told goes by letter whatever is chosen here.

use serde_json::json;

use crate::{
    accounts::queries::own as table,
    audit,
    kernel::{
        actor::{Actor, Citizen},
        clock::Now,
    },
    platform::db::{AsyncConnection, Conn, DbError, DbResult},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ways {
    pub email: bool,
    pub sms: bool,
}

pub async fn change_ways(conn: &mut Conn, now: Now, citizen: &Citizen, ways: Ways) -> DbResult<()> {
    conn.transaction::<(), DbError, _>(async |conn| {
        table::write_ways(conn, citizen.account, ways, now.instant()).await?;
        let actor = Actor::Citizen(citizen.clone());
        let data = json!({ "email": ways.email, "sms": ways.sms });
        audit::record(conn, now, &actor, "change_ways", "account", &citizen.account.to_string(), data).await
    })
    .await
}
