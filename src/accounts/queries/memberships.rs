//! The table `memberships`.

use std::collections::HashSet;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    accounts::{
        model::NewMembership,
        queries::delegations::{PostsOfAbsent, posts_of_absent},
    },
    kernel::{
        actor::{Membership, Official, Role},
        ids::{AccountId, AgencyId},
        person::{Email, PersonName},
    },
    platform::db::{
        Conn, DbResult,
        schema::{accounts, memberships},
    },
};

/// In which agencies somebody has which role on a day. One statement.
pub async fn staffed(conn: &mut Conn, day: NaiveDate) -> DbResult<HashSet<(AgencyId, Role)>> {
    let posts: Vec<(AgencyId, Role)> = memberships::table
        .inner_join(accounts::table)
        .filter(accounts::closed_at.is_null())
        .filter(memberships::starts_on.le(day))
        .filter(memberships::ends_on.is_null().or(memberships::ends_on.ge(day)))
        .select((memberships::agency_id, memberships::role))
        .distinct()
        .load(conn)
        .await?;
    Ok(posts.into_iter().collect())
}

pub(in crate::accounts) async fn insert(conn: &mut Conn, membership: &NewMembership) -> DbResult<()> {
    diesel::insert_into(memberships::table).values(membership).execute(conn).await.map(|_| ())
}

/// The account with this address, if it has a post today, in one of these agencies if they are given.
pub(in crate::accounts) async fn member(
    conn: &mut Conn,
    email: &Email,
    agencies: Option<&[AgencyId]>,
    today: NaiveDate,
) -> DbResult<Option<AccountId>> {
    let mut found = memberships::table
        .inner_join(accounts::table)
        .filter(accounts::email.eq(email))
        .filter(accounts::closed_at.is_null())
        .filter(memberships::starts_on.le(today))
        .filter(memberships::ends_on.is_null().or(memberships::ends_on.ge(today)))
        .select(accounts::id)
        .into_boxed();
    if let Some(agencies) = agencies {
        found = found.filter(memberships::agency_id.eq_any(agencies));
    }
    found.first(conn).await.optional()
}

/// The official behind an address, with every post of that day.
pub async fn official(conn: &mut Conn, email: &Email, day: NaiveDate) -> DbResult<Option<Official>> {
    let posts: Vec<(AccountId, PersonName, AgencyId, Role, PostsOfAbsent)> = memberships::table
        .inner_join(accounts::table)
        .filter(accounts::email.eq(email).and(accounts::closed_at.is_null()))
        .filter(memberships::starts_on.le(day))
        .filter(memberships::ends_on.is_null().or(memberships::ends_on.ge(day)))
        .select((accounts::id, accounts::full_name, memberships::agency_id, memberships::role, posts_of_absent(day)))
        .load(conn)
        .await?;
    let Some((account, name, .., absent)) = posts.as_slice().first().cloned() else { return Ok(None) };
    let memberships = posts.into_iter().map(|(_, _, agency, role, _)| Membership { agency, role }).collect();
    Ok(Some(Official::with(account, name, memberships, absent.into())))
}

/// A post of somebody in an agency.
#[derive(Debug, Clone, Queryable)]
pub(in crate::accounts) struct PostRow {
    pub account: AccountId,
    pub name: PersonName,
    pub title: String,
    pub role: Role,
}

/// The posts of an agency on a day, by the names of the people.
pub(in crate::accounts) async fn posts(conn: &mut Conn, agency: AgencyId, day: NaiveDate) -> DbResult<Vec<PostRow>> {
    memberships::table
        .inner_join(accounts::table)
        .filter(memberships::agency_id.eq(agency))
        .filter(accounts::closed_at.is_null())
        .filter(memberships::starts_on.le(day))
        .filter(memberships::ends_on.is_null().or(memberships::ends_on.ge(day)))
        .order((accounts::full_name, accounts::id, memberships::role))
        .select((accounts::id, accounts::full_name, memberships::title, memberships::role))
        .load(conn)
        .await
}
