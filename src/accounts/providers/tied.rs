//! The providers that an account is tied to, and cutting a tie.

use serde_json::json;

use crate::{
    accounts::{
        again::{self, Again, AgainRefused},
        letters::{Change, TellAccountChanged},
        queries::identities::{self as table, LinkedProvider},
    },
    audit,
    kernel::{actor::Actor, ids::AccountId},
    platform::{
        db::{AsyncConnection, Conn, Db, DbError, DbResult},
        queue,
    },
};

#[derive(Debug, thiserror::Error)]
pub enum UntieRefused {
    #[error("not tied to this provider")]
    NotTied,
    #[error(transparent)]
    Again(#[from] AgainRefused),
    #[error(transparent)]
    Db(#[from] DbError),
}

pub async fn tied(conn: &mut Conn, account: AccountId) -> DbResult<Vec<LinkedProvider>> {
    table::linked(conn, account).await
}

/// The provider lets nobody into this account any more. A verified number stays verified.
pub async fn untie(db: &Db, who: Again<'_>, issuer: &str) -> Result<(), UntieRefused> {
    let (now, citizen) = (who.now, who.citizen);
    let mut conn = again::prove(db, who).await?;
    conn.transaction::<(), UntieRefused, _>(async |conn| {
        if !table::untie(conn, citizen.account, issuer).await? {
            return Err(UntieRefused::NotTied);
        }
        let actor = Actor::Citizen(citizen.clone());
        let data = json!({ "issuer": issuer });
        audit::record(conn, now, &actor, "untie_provider", "account", &citizen.account.to_string(), data).await?;
        queue::enqueue(conn, now, &TellAccountChanged { account: citizen.account, change: Change::ProviderUntied }).await?;
        Ok(())
    })
    .await
}
