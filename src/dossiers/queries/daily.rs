//! What officials are told each morning: their late dossiers and those due soon.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    kernel::{
        actor::Role,
        clock::Instant,
        ids::{AccountId, AgencyId},
        lang::Lang,
        person::{Email, PersonName},
    },
    platform::db::{
        Conn, DbResult,
        schema::{accounts, agencies, dossiers, memberships, notices, services},
    },
    workflow::Status,
};

#[derive(Debug, Clone, Queryable)]
pub(in crate::dossiers) struct PressingRow {
    pub agency: AgencyId,
    pub code: String,
    pub service: String,
    pub role: Option<Role>,
    pub due: Instant,
}

/// One post of an official.
#[derive(Debug, Clone, Queryable)]
pub(in crate::dossiers) struct PostRow {
    pub agency: AgencyId,
    pub agency_name: String,
    pub role: Role,
    pub account: AccountId,
    pub name: PersonName,
    pub email: Email,
    pub lang: Lang,
    pub by_email: bool,
}

/// Running dossiers whose clock ends before a time, the most pressing first.
pub(in crate::dossiers) async fn pressing(conn: &mut Conn, before: Instant, most: i64) -> DbResult<Vec<PressingRow>> {
    dossiers::table
        .inner_join(services::table)
        .filter(dossiers::status.eq_any([Status::Registered, Status::Accepted, Status::Processing]))
        .filter(dossiers::queue_due.lt(before))
        .order((dossiers::queue_due, dossiers::id))
        .limit(most)
        .select((
            dossiers::agency_id.assume_not_null(),
            dossiers::code.assume_not_null(),
            services::name,
            dossiers::step_role,
            dossiers::queue_due,
        ))
        .load(conn)
        .await
}

/// Everybody with a post at one of these agencies today.
pub(in crate::dossiers) async fn posts(conn: &mut Conn, agencies: &[AgencyId], today: NaiveDate) -> DbResult<Vec<PostRow>> {
    memberships::table
        .inner_join(accounts::table)
        .inner_join(agencies::table)
        .filter(memberships::agency_id.eq_any(agencies))
        .filter(memberships::starts_on.le(today))
        .filter(memberships::ends_on.is_null().or(memberships::ends_on.ge(today)))
        .filter(accounts::closed_at.is_null())
        .order((memberships::agency_id, accounts::id))
        .select((
            memberships::agency_id,
            agencies::name,
            memberships::role,
            accounts::id,
            accounts::full_name,
            accounts::email,
            accounts::lang,
            accounts::told_by_email,
        ))
        .load(conn)
        .await
}

/// Whether notices of this kind were written since then.
pub(in crate::dossiers) async fn told_since(conn: &mut Conn, kind: &str, since: Instant) -> DbResult<bool> {
    let found = notices::table.filter(notices::kind.eq(kind)).filter(notices::created_at.ge(since));
    diesel::select(diesel::dsl::exists(found)).get_result(conn).await
}
