//! Where the account is signed in.

use serde_json::json;

use crate::{
    accounts::queries::own::{self as table, Device},
    audit,
    kernel::{
        actor::{Actor, Citizen},
        clock::Now,
        ids::{AccountId, SessionId},
    },
    platform::{
        crypto::Token,
        db::{AsyncConnection, Conn, DbError, DbResult},
    },
};

pub async fn devices(conn: &mut Conn, now: Now, account: AccountId, token: &Token) -> DbResult<Vec<Device>> {
    table::living(conn, account, &token.hash(), now.instant()).await
}

/// False if there is no such session of this account.
pub async fn end_device(conn: &mut Conn, now: Now, citizen: &Citizen, id: SessionId) -> DbResult<bool> {
    conn.transaction::<bool, DbError, _>(async |conn| {
        let ended = table::end_one(conn, citizen.account, id).await?;
        if ended {
            note(conn, now, citizen, 1).await?;
        }
        Ok(ended)
    })
    .await
}

/// Ends every session but the one of `token`; how many.
pub async fn end_other_devices(conn: &mut Conn, now: Now, citizen: &Citizen, token: &Token) -> DbResult<usize> {
    conn.transaction::<usize, DbError, _>(async |conn| {
        let ended = table::end_others(conn, citizen.account, &token.hash()).await?;
        note(conn, now, citizen, ended).await?;
        Ok(ended)
    })
    .await
}

async fn note(conn: &mut Conn, now: Now, citizen: &Citizen, ended: usize) -> DbResult<()> {
    let actor = Actor::Citizen(citizen.clone());
    audit::record(conn, now, &actor, "end_sessions", "account", &citizen.account.to_string(), json!({ "ended": ended })).await
}
