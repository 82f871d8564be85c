//! Ủy quyền xử lý khi đi vắng: on certain days a colleague of the same agency looks after the posts
//! of somebody who is away. Whoever signs papers as a leader hands nothing over this way.

use chrono::{NaiveDate, TimeDelta};
use serde_json::json;

use super::colleagues;
use crate::{
    accounts::queries::delegations::{self, DelegationRow, NewDelegation},
    audit,
    kernel::{
        actor::{Actor, Official, Role},
        clock::Now,
        ids::{AccountId, AgencyId, DelegationId},
        person::PersonName,
        text::line,
    },
    platform::db::{AsyncConnection, Conn, DbError, DbResult},
};

/// What somebody who will be away has written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Leave {
    /// Where, and who looks after the work there.
    pub whom: Option<(AgencyId, AccountId)>,
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    pub reason: String,
}

/// A delegation that is not over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegation {
    pub id: DelegationId,
    pub agency: AgencyId,
    pub from: AccountId,
    pub from_name: PersonName,
    pub to: AccountId,
    pub to_name: PersonName,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub reason: String,
}

/// What is wrong with what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeaveFault {
    /// Nobody, or nobody who works there today.
    Colleague,
    /// No day, or one that is over.
    Begin,
    /// No day, or one before the first.
    End,
    TooLong,
    /// Somebody looks after it already on one of these days.
    Overlap,
    /// There is no post of his that a colleague may look after.
    NoPost,
}

impl LeaveFault {
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::Colleague => "leave-fault-colleague",
            Self::Begin => "leave-fault-begin",
            Self::End => "leave-fault-end",
            Self::TooLong => "leave-fault-too-long",
            Self::Overlap => "leave-fault-overlap",
            Self::NoPost => "leave-fault-no-post",
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum LeaveRefused {
    #[error("{0:?}")]
    Faults(Vec<LeaveFault>),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Longer than that nobody stands in: another is appointed.
pub const LONGEST_DAYS: i64 = 90;

/// What is wrong before anybody else is asked.
fn faults(leave: &Leave, today: NaiveDate) -> Vec<LeaveFault> {
    let mut faults = Vec::new();
    if leave.whom.is_none() {
        faults.push(LeaveFault::Colleague);
    }
    if leave.from.is_none_or(|from| from < today) {
        faults.push(LeaveFault::Begin);
    }
    match (leave.from, leave.until) {
        (from, Some(until)) if until >= today && from.is_none_or(|from| until >= from) => {
            if from.is_some_and(|from| until - from >= TimeDelta::days(LONGEST_DAYS)) {
                faults.push(LeaveFault::TooLong);
            }
        }
        _ => faults.push(LeaveFault::End),
    }
    faults
}

/// The longest reason, in letters.
const LONGEST_REASON: usize = 200;

/// Hands one's work over for some days.
pub async fn delegate(conn: &mut Conn, now: Now, official: &Official, leave: &Leave) -> Result<(), LeaveRefused> {
    let wrong = faults(leave, now.today());
    let (Some((agency, to)), Some(from), Some(until), true) = (leave.whom, leave.from, leave.until, wrong.is_empty()) else {
        return Err(LeaveRefused::Faults(wrong));
    };
    if !official.own_roles_at(agency).any(Role::may_be_stood_in) {
        return Err(LeaveRefused::Faults(vec![LeaveFault::NoPost]));
    }
    let new = NewDelegation {
        id: DelegationId::new(),
        agency_id: agency,
        from_id: official.account,
        to_id: to,
        starts_on: from,
        ends_on: until,
        reason: line(&leave.reason).chars().take(LONGEST_REASON).collect(),
        created_at: now.instant(),
    };
    conn.transaction(async |conn| {
        let all = colleagues(conn, now, agency).await?;
        if to == official.account || !all.iter().any(|one| one.account == to) {
            return Err(LeaveRefused::Faults(vec![LeaveFault::Colleague]));
        }
        if delegations::overlaps(conn, &new).await? {
            return Err(LeaveRefused::Faults(vec![LeaveFault::Overlap]));
        }
        delegations::insert(conn, &new).await?;
        let about = json!({ "agency": agency, "to": to, "from": from, "until": until });
        audit::record(conn, now, &Actor::Official(official.clone()), "delegate", "delegation", &new.id.to_string(), about).await?;
        Ok(())
    })
    .await
}

/// Everything that concerns this official: what he gave, what he looks after; of those he leads, all.
pub async fn delegations_for(conn: &mut Conn, now: Now, official: &Official) -> DbResult<Vec<Delegation>> {
    let all = delegations::open(conn, &official.agencies(), now.today()).await?;
    let concerns = |row: &DelegationRow| row.to == official.account || may_revoke(official, row.agency, row.from);
    Ok(all.into_iter().filter(concerns).map(delegation).collect())
}

/// Who gave it takes it back, or a leader of the agency.
pub fn may_revoke(official: &Official, agency: AgencyId, from: AccountId) -> bool {
    from == official.account || official.own_roles_at(agency).any(|role| matches!(role, Role::UnitLeader | Role::DivisionHead))
}

/// Ends it at once; false if there is none that this official may end.
pub async fn revoke_delegation(conn: &mut Conn, now: Now, official: &Official, id: DelegationId) -> DbResult<bool> {
    conn.transaction(async |conn| {
        let all = delegations::open(conn, &official.agencies(), now.today()).await?;
        let mine = all.iter().any(|row| row.id == id && may_revoke(official, row.agency, row.from));
        if !mine || !delegations::revoke(conn, now, id).await? {
            return Ok(false);
        }
        let actor = Actor::Official(official.clone());
        audit::record(conn, now, &actor, "revoke_delegation", "delegation", &id.to_string(), json!({})).await?;
        Ok(true)
    })
    .await
}

fn delegation(row: DelegationRow) -> Delegation {
    let DelegationRow { id, agency, from, from_name, to, to_name, starts_on, ends_on, reason } = row;
    Delegation { id, agency, from, from_name, to, to_name, starts_on, ends_on, reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leave_names_a_colleague_and_days_that_are_not_over() {
        let day = |number| NaiveDate::from_ymd_opt(2026, 11, number);
        let whom = Some((AgencyId::new(), AccountId::new()));
        let leave = |from, until| Leave { whom, from, until, reason: String::new() };
        let told = |leave: &Leave| faults(leave, day(23).expect("a day"));
        assert_eq!(told(&leave(day(23), day(23))), []);
        assert_eq!(told(&leave(day(22), day(25))), [LeaveFault::Begin]);
        assert_eq!(told(&leave(day(25), day(24))), [LeaveFault::End]);
        assert_eq!(told(&leave(day(25), None)), [LeaveFault::End]);
        assert_eq!(told(&Leave::default()), [LeaveFault::Colleague, LeaveFault::Begin, LeaveFault::End]);
        let (first, ninetieth) = (day(23), NaiveDate::from_ymd_opt(2027, 2, 20));
        assert_eq!(told(&leave(first, ninetieth)), []);
        assert_eq!(told(&leave(first, ninetieth.and_then(|day| day.succ_opt()))), [LeaveFault::TooLong]);
    }
}
