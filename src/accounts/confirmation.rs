//! Following the link of the letter: the address is the account's own.

use serde_json::json;

use super::queries::{accounts, links};
use crate::{
    audit,
    kernel::{
        actor::{Actor, Citizen},
        clock::Now,
        person::PersonName,
    },
    platform::{
        crypto::Token,
        db::{AsyncConnection, Conn, DbError},
    },
};

/// The address is confirmed, now or already before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmed {
    pub name: PersonName,
}

#[derive(Debug, thiserror::Error)]
pub enum ConfirmRefused {
    /// Never sent, or replaced by a later letter.
    #[error("no such link")]
    Unknown,
    /// Too old; signing in brings another letter.
    #[error("the link has expired")]
    Expired,
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Confirms the address to which this link was sent. Following it twice is no mistake: mail programs
/// look at links before people do.
pub async fn confirm_email(conn: &mut Conn, now: Now, token: &Token) -> Result<Confirmed, ConfirmRefused> {
    let hash = token.hash();
    conn.transaction::<Confirmed, ConfirmRefused, _>(async |conn| {
        let link = links::find_confirmation(conn, &hash).await?.ok_or(ConfirmRefused::Unknown)?;
        if link.expires_at <= now.instant() {
            return Err(ConfirmRefused::Expired);
        }
        let name = accounts::confirm(conn, link.account_id, now.instant()).await?.ok_or(ConfirmRefused::Unknown)?;
        if links::mark_used(conn, &hash, now.instant()).await? {
            let actor = Actor::Citizen(Citizen { account: link.account_id, name: name.clone() });
            audit::record(conn, now, &actor, "confirm_email", "account", &link.account_id.to_string(), json!({})).await?;
        }
        Ok(Confirmed { name })
    })
    .await
}
