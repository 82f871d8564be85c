//! A lost device and no codes on paper: the administrator of the unit, who knows the colleague by
//! sight, takes the second factor away, passkeys too. Before the desk opens again a new one must be set up.

use serde_json::json;

use super::SECRET;
use crate::{
    accounts::{
        again::{self, Again, AgainRefused},
        letters::{Change, TellAccountChanged},
        queries::{memberships, passkeys, second_factors as table, sessions},
    },
    audit,
    kernel::{
        actor::{Actor, Official, Role},
        ids::AgencyId,
        person::Email,
        text,
    },
    platform::{
        db::{AsyncConnection, Db, DbError},
        queue,
    },
};

#[derive(Debug, thiserror::Error)]
pub enum ResetRefused {
    /// Nobody with this address has a post where the administrator has his, or it is himself.
    #[error("no such official")]
    NoSuchOfficial,
    #[error("say why")]
    NoReason,
    #[error(transparent)]
    Again(#[from] AgainRefused),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Where this official may reset: his own units; an administrator of the portal everywhere.
enum Reach {
    Everywhere,
    Units(Vec<AgencyId>),
}

fn reach(admin: &Official) -> Option<Reach> {
    if admin.memberships.iter().any(|membership| membership.role == Role::SystemAdmin) {
        return Some(Reach::Everywhere);
    }
    let units: Vec<AgencyId> = admin.memberships.iter().filter(|m| m.role == Role::UnitAdmin).map(|m| m.agency).collect();
    (!units.is_empty()).then_some(Reach::Units(units))
}

/// Whether the page is for this official at all.
pub fn may_reset(admin: &Official) -> bool {
    reach(admin).is_some()
}

/// Takes the second factor of a colleague away and ends all his sessions. The administrator gives
/// his own password again and a reason; the colleague is told by letter.
pub async fn reset(db: &Db, who: Again<'_>, admin: &Official, email: &Email, reason: &str) -> Result<(), ResetRefused> {
    let now = who.now;
    let reason: String = text::line(reason).chars().take(500).collect();
    if reason.is_empty() {
        return Err(ResetRefused::NoReason);
    }
    let units = match reach(admin).ok_or(ResetRefused::NoSuchOfficial)? {
        Reach::Everywhere => None,
        Reach::Units(units) => Some(units),
    };
    let mut conn = again::prove(db, who).await?;
    conn.transaction::<(), ResetRefused, _>(async |conn| {
        let found = memberships::member(conn, email, units.as_deref(), now.today()).await?;
        let account = found.filter(|account| *account != admin.account).ok_or(ResetRefused::NoSuchOfficial)?;
        table::remove(conn, account).await?;
        passkeys::remove_all(conn, account).await?;
        sessions::remove_all(conn, account).await?;
        let actor = Actor::Official(admin.clone());
        let data = json!({ "of": SECRET, "reason": reason });
        audit::record(conn, now, &actor, "reset_second_factor", "account", &account.to_string(), data).await?;
        queue::enqueue(conn, now, &TellAccountChanged { account, change: Change::SecondFactorReset }).await?;
        Ok(())
    })
    .await
}
