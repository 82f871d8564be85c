//! Closing an account. Dossiers are kept as the law on archives demands; nobody signs in any more, and
//! the address is free for another account.

use serde_json::json;

use crate::{
    accounts::{
        again::{self, Again, AgainRefused},
        queries::{own as table, passkeys},
    },
    audit,
    kernel::actor::Actor,
    platform::db::{AsyncConnection, Db, DbError},
};

#[derive(Debug, thiserror::Error)]
pub enum CloseRefused {
    /// Somebody's work would lie there: an administrator ends the post first.
    #[error("an official's account")]
    Official,
    #[error(transparent)]
    Again(#[from] AgainRefused),
    #[error(transparent)]
    Db(#[from] DbError),
}

pub async fn close(db: &Db, who: Again<'_>) -> Result<(), CloseRefused> {
    let mut conn = again::prove(db, who).await?;
    let account = who.citizen.account;
    conn.transaction::<(), CloseRefused, _>(async |conn| {
        if table::has_post(conn, account, who.now.today()).await? {
            return Err(CloseRefused::Official);
        }
        passkeys::remove_all(conn, account).await?;
        table::close(conn, account, who.now.instant()).await?;
        let actor = Actor::Citizen(who.citizen.clone());
        Ok(audit::record(conn, who.now, &actor, "close_account", "account", &account.to_string(), json!({})).await?)
    })
    .await
}
