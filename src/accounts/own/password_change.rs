//! Another password: whoever was signed in with the old one elsewhere is out.

use serde_json::json;

use crate::{
    accounts::{
        again::{self, Again, AgainRefused},
        letters::{Change, TellAccountChanged},
        password::Password,
        queries::own as table,
    },
    audit,
    kernel::actor::Actor,
    platform::{
        crypto::{Token, hash_password},
        db::{AsyncConnection, Db},
        queue,
    },
};

/// Sets it, and ends every session but the one of `token`.
pub async fn change_password(db: &Db, who: Again<'_>, new: Password, token: &Token) -> Result<(), AgainRefused> {
    drop(again::prove(db, who).await?);
    let hash = hash_password(new.into_inner()).await?;
    let mut conn = db.get().await.map_err(|_| AgainRefused::Busy)?;
    let account = who.citizen.account;
    conn.transaction::<(), AgainRefused, _>(async |conn| {
        table::write_password(conn, account, &hash, who.now.instant()).await?;
        let ended = table::end_others(conn, account, &token.hash()).await?;
        let actor = Actor::Citizen(who.citizen.clone());
        audit::record(conn, who.now, &actor, "change_password", "account", &account.to_string(), json!({ "ended": ended })).await?;
        queue::enqueue(conn, who.now, &TellAccountChanged { account, change: Change::PasswordChanged }).await?;
        Ok(())
    })
    .await
}
