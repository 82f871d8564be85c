//! Who is signed in: server-side, known by the hash of the cookie's token.

use chrono::TimeDelta;

use super::queries::sessions as table;
use crate::{
    kernel::{
        actor::{Citizen, Membership, Official, Role},
        clock::{Instant, Now},
        ids::AccountId,
        lang::Lang,
        person::Email,
    },
    platform::{
        crypto::Token,
        db::{Conn, DbResult},
    },
};

/// Somebody signed in, with everything that the doors ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub account: AccountId,
    pub email: Email,
    pub lang: Lang,
    pub citizen: Citizen,
    /// Present if a membership is in force today.
    pub official: Option<Official>,
    pub expires_at: Instant,
}

impl Session {
    pub fn is_admin(&self) -> bool {
        let admin = |m: &Membership| matches!(m.role, Role::UnitAdmin | Role::SystemAdmin);
        self.official.as_ref().is_some_and(|official| official.memberships.iter().any(admin))
    }

    /// How long it lasts still.
    pub fn left(&self, now: Now) -> TimeDelta {
        self.expires_at - now.instant()
    }
}

/// The living session of a token. One statement, prepared once.
pub async fn session(conn: &mut Conn, token_hash: &[u8], now: Now) -> DbResult<Option<Session>> {
    let rows = table::find(conn, token_hash, now.instant(), now.today()).await?;
    let Some(first) = rows.first().cloned() else { return Ok(None) };
    let memberships: Vec<Membership> =
        rows.iter().filter_map(|row| row.membership).map(|(agency, role)| Membership { agency, role }).collect();
    let official = (!memberships.is_empty()).then(|| Official { account: first.account, name: first.name.clone(), memberships });
    Ok(Some(Session {
        account: first.account,
        email: first.email,
        lang: first.lang,
        citizen: Citizen { account: first.account, name: first.name },
        official,
        expires_at: first.expires_at,
    }))
}

/// Ends the session of a token; nothing happens if it had ended.
pub async fn sign_out(conn: &mut Conn, token: &Token) -> DbResult<()> {
    table::remove(conn, &token.hash()).await
}
