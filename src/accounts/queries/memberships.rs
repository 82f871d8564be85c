//! The table `memberships`.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    accounts::model::NewMembership,
    kernel::{
        ids::{AccountId, AgencyId},
        person::Email,
    },
    platform::db::{
        Conn, DbResult,
        schema::{accounts, memberships},
    },
};

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
