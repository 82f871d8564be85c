//! The table `memberships`.

use std::collections::HashSet;

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    accounts::{
        members::Member,
        model::NewMembership,
        queries::delegations::{PostsOfAbsent, posts_of_absent},
    },
    kernel::{
        actor::{Membership, Official, Role},
        clock::Instant,
        ids::{AccountId, AgencyId, MembershipId},
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

type MemberRow = (MembershipId, AgencyId, AccountId, PersonName, Email, Option<Instant>, Role, String, NaiveDate, Option<NaiveDate>);

fn member_of((id, agency, account, name, email, confirmed_at, role, title, from, until): MemberRow) -> Member {
    Member { id, agency, account, name, email, confirmed: confirmed_at.is_some(), role, title, from, until }
}

/// Posts of an agency that have not ended before a day, by name.
pub(in crate::accounts) async fn of_agency(conn: &mut Conn, agency: AgencyId, day: NaiveDate) -> DbResult<Vec<Member>> {
    let rows: Vec<MemberRow> = memberships::table
        .inner_join(accounts::table)
        .filter(memberships::agency_id.eq(agency).and(accounts::closed_at.is_null()))
        .filter(memberships::ends_on.is_null().or(memberships::ends_on.ge(day)))
        .order((accounts::full_name, memberships::role))
        .select((
            memberships::id,
            memberships::agency_id,
            accounts::id,
            accounts::full_name,
            accounts::email,
            accounts::email_confirmed_at,
            memberships::role,
            memberships::title,
            memberships::starts_on,
            memberships::ends_on,
        ))
        .load(conn)
        .await?;
    Ok(rows.into_iter().map(member_of).collect())
}

pub(in crate::accounts) async fn agency_of(conn: &mut Conn, id: MembershipId) -> DbResult<Option<AgencyId>> {
    memberships::table.find(id).select(memberships::agency_id).first(conn).await.optional()
}

/// People of each agency on a day.
pub(in crate::accounts) async fn headcounts(conn: &mut Conn, day: NaiveDate) -> DbResult<Vec<(AgencyId, i64)>> {
    memberships::table
        .filter(memberships::starts_on.le(day))
        .filter(memberships::ends_on.is_null().or(memberships::ends_on.ge(day)))
        .group_by(memberships::agency_id)
        .select((memberships::agency_id, diesel::dsl::count(memberships::account_id).aggregate_distinct()))
        .load(conn)
        .await
}

/// Posts of these accounts that have not ended before a day.
pub(in crate::accounts) async fn posts_of(
    conn: &mut Conn,
    people: &[AccountId],
    day: NaiveDate,
) -> DbResult<Vec<(AccountId, AgencyId, Role)>> {
    memberships::table
        .filter(memberships::account_id.eq_any(people))
        .filter(memberships::ends_on.is_null().or(memberships::ends_on.ge(day)))
        .select((memberships::account_id, memberships::agency_id, memberships::role))
        .load(conn)
        .await
}

/// Rows of one statement: below the limit of parameters.
const AT_ONCE: usize = 500;

pub(in crate::accounts) async fn insert_many(conn: &mut Conn, rows: &[NewMembership]) -> DbResult<()> {
    for part in rows.chunks(AT_ONCE) {
        diesel::insert_into(memberships::table).values(part).execute(conn).await?;
    }
    Ok(())
}

pub(in crate::accounts) async fn end(conn: &mut Conn, id: MembershipId, last_day: NaiveDate) -> DbResult<usize> {
    diesel::update(memberships::table.find(id)).set(memberships::ends_on.eq(last_day)).execute(conn).await
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
