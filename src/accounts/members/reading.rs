//! Who has which post.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::{
    accounts::queries::memberships,
    kernel::{
        actor::Role,
        ids::{AccountId, AgencyId, MembershipId},
        person::{Email, PersonName},
    },
    platform::db::{Conn, DbResult},
};

/// One post with its person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub id: MembershipId,
    pub agency: AgencyId,
    pub account: AccountId,
    pub name: PersonName,
    pub email: Email,
    /// Has opened the invitation, or had an account before.
    pub confirmed: bool,
    pub role: Role,
    pub title: String,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

impl Member {
    pub fn is_in_force(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// Every post of an agency that has not ended before a day, by name. One statement.
pub async fn members_of(conn: &mut Conn, agency: AgencyId, day: NaiveDate) -> DbResult<Vec<Member>> {
    memberships::of_agency(conn, agency, day).await
}

/// A post that has not ended before a day, and everybody of its agency. Two statements.
pub async fn member(conn: &mut Conn, id: MembershipId, day: NaiveDate) -> DbResult<Option<(Member, Vec<Member>)>> {
    let Some(agency) = memberships::agency_of(conn, id).await? else { return Ok(None) };
    let all = members_of(conn, agency, day).await?;
    Ok(all.iter().find(|member| member.id == id).cloned().map(|member| (member, all)))
}

/// How many people each agency has on a day. One statement.
pub async fn headcounts(conn: &mut Conn, day: NaiveDate) -> DbResult<HashMap<AgencyId, i64>> {
    Ok(memberships::headcounts(conn, day).await?.into_iter().collect())
}

/// Whether nobody of the agency has the role any more when this post ends after that day.
pub fn leaves_nobody(members: &[Member], post: &Member, last_day: NaiveDate) -> bool {
    let next = last_day.succ_opt().unwrap_or(last_day);
    post.is_in_force(last_day) && !members.iter().any(|other| other.id != post.id && other.role == post.role && other.is_in_force(next))
}
