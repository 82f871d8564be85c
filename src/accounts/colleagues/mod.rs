//! Đồng nghiệp: who works in an agency today, and as what; who looks after the work of whom.

mod delegation;

pub use delegation::{
    Delegation, LONGEST_DAYS as LONGEST_LEAVE_DAYS, Leave, LeaveFault, LeaveRefused, delegate, delegations_for, may_revoke,
    revoke_delegation,
};

use chrono::NaiveDate;

use super::queries::{
    delegations,
    memberships::{self, PostRow},
};
use crate::{
    kernel::{
        actor::Role,
        clock::Now,
        ids::{AccountId, AgencyId},
        person::PersonName,
    },
    platform::db::{Conn, DbResult},
};

/// Somebody who works on dossiers of an agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    pub account: AccountId,
    pub name: PersonName,
    /// Of his first post there.
    pub title: String,
    /// His own, then those that he looks after.
    pub roles: Vec<Role>,
    /// The last day on which somebody looks after his own.
    pub away_until: Option<NaiveDate>,
}

impl Colleague {
    /// Whether one of his roles does the work of this one.
    pub fn serves(&self, role: Role) -> bool {
        self.roles.iter().any(|own| own.serves(role))
    }
}

/// Everybody who works on dossiers of the agency today, by name. Two statements.
pub async fn colleagues(conn: &mut Conn, now: Now, agency: AgencyId) -> DbResult<Vec<Colleague>> {
    let mut all: Vec<Colleague> = Vec::new();
    for post in memberships::posts(conn, agency, now.today()).await? {
        if !post.role.handles_dossiers() {
            continue;
        }
        match all.iter_mut().find(|known| known.account == post.account) {
            Some(known) => known.roles.push(post.role),
            None => {
                let PostRow { account, name, title, role } = post;
                all.push(Colleague { account, name, title, roles: vec![role], away_until: None });
            }
        }
    }
    let away = delegations::open(conn, &[agency], now.today()).await?;
    // What somebody looks after himself he does not pass on.
    let own = all.clone();
    for leave in away.into_iter().filter(|leave| leave.starts_on <= now.today()) {
        if let Some(absent) = own.iter().find(|one| one.account == leave.from) {
            look_after(&mut all, absent, leave.to, leave.ends_on);
        }
    }
    Ok(all)
}

fn look_after(all: &mut [Colleague], absent: &Colleague, to: AccountId, until: NaiveDate) {
    for one in all {
        if one.account == absent.account {
            one.away_until = Some(until);
        }
        if one.account == to {
            one.roles.extend(absent.roles.iter().copied().filter(|role| role.may_be_stood_in()));
        }
    }
}
