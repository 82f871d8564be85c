//! The table `delegations`.

use chrono::NaiveDate;
use diesel::{
    deserialize::{self, FromSql, FromSqlRow},
    dsl::{AsExprOf, sql},
    expression::{SqlLiteral, UncheckedBind},
    pg::{Pg, PgValue},
    prelude::*,
    sql_types::{Date, Jsonb},
};
use diesel_async::RunQueryDsl;

use crate::{
    kernel::{
        actor::StandIn,
        clock::{Instant, Now},
        ids::{AccountId, AgencyId, DelegationId},
        person::PersonName,
    },
    platform::db::{
        Conn, DbResult,
        schema::{accounts, delegations},
    },
};

/// The posts that somebody looks after on a day, as one column beside his account.
#[derive(Debug, Clone, Default, FromSqlRow)]
pub(in crate::accounts) struct PostsOfAbsent(Vec<StandIn>);

impl FromSql<Jsonb, Pg> for PostsOfAbsent {
    fn from_sql(bytes: PgValue<'_>) -> deserialize::Result<Self> {
        let posts: serde_json::Value = FromSql::<Jsonb, Pg>::from_sql(bytes)?;
        Ok(Self(serde_json::from_value(posts)?))
    }
}

impl From<PostsOfAbsent> for Vec<StandIn> {
    fn from(posts: PostsOfAbsent) -> Self {
        posts.0
    }
}

type DayInside = UncheckedBind<SqlLiteral<Jsonb>, AsExprOf<NaiveDate, Date>>;

/// In force are a delegation that was not revoked and, on the same day, the posts of who gave it.
pub(in crate::accounts) fn posts_of_absent(day: NaiveDate) -> SqlLiteral<Jsonb, DayInside> {
    sql::<Jsonb>(
        "(SELECT coalesce(jsonb_agg(jsonb_build_object('agency', d.agency_id, 'role', m.role, 'account', a.id, 'name', a.full_name,
            'until', d.ends_on) ORDER BY a.full_name, a.id, m.role), '[]') FROM (SELECT ",
    )
    .bind::<Date, _>(day)
    .sql(
        " AS day) AS today
          JOIN delegations d ON d.revoked_at IS NULL AND today.day BETWEEN d.starts_on AND d.ends_on
          JOIN accounts a ON a.id = d.from_id AND a.closed_at IS NULL
          JOIN memberships m ON m.account_id = a.id AND m.agency_id = d.agency_id
            AND m.starts_on <= today.day AND (m.ends_on IS NULL OR m.ends_on >= today.day)
          WHERE d.to_id = accounts.id)",
    )
}

#[derive(Debug, Insertable)]
#[diesel(table_name = delegations)]
pub(in crate::accounts) struct NewDelegation {
    pub id: DelegationId,
    pub agency_id: AgencyId,
    pub from_id: AccountId,
    pub to_id: AccountId,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub reason: String,
    pub created_at: Instant,
}

pub(in crate::accounts) async fn insert(conn: &mut Conn, new: &NewDelegation) -> DbResult<()> {
    diesel::insert_into(delegations::table).values(new).execute(conn).await.map(|_| ())
}

/// Whether somebody is already looked after on one of these days; the account is locked, so that two
/// delegations at once come one after the other.
pub(in crate::accounts) async fn overlaps(conn: &mut Conn, new: &NewDelegation) -> DbResult<bool> {
    accounts::table.find(new.from_id).select(accounts::id).for_update().first::<AccountId>(conn).await?;
    let others = delegations::table
        .filter(delegations::from_id.eq(new.from_id).and(delegations::agency_id.eq(new.agency_id)))
        .filter(delegations::revoked_at.is_null())
        .filter(delegations::starts_on.le(new.ends_on).and(delegations::ends_on.ge(new.starts_on)));
    diesel::select(diesel::dsl::exists(others)).get_result(conn).await
}

#[derive(Debug, Clone, Queryable)]
pub(in crate::accounts) struct DelegationRow {
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

/// What is not over nor revoked in these agencies, the first to begin in front.
pub(in crate::accounts) async fn open(conn: &mut Conn, agencies: &[AgencyId], day: NaiveDate) -> DbResult<Vec<DelegationRow>> {
    let (from, to) = diesel::alias!(accounts as from_account, accounts as to_account);
    delegations::table
        .inner_join(from.on(from.field(accounts::id).eq(delegations::from_id)))
        .inner_join(to.on(to.field(accounts::id).eq(delegations::to_id)))
        .filter(delegations::agency_id.eq_any(agencies))
        .filter(delegations::revoked_at.is_null().and(delegations::ends_on.ge(day)))
        .order((delegations::starts_on, delegations::id))
        .select((
            delegations::id,
            delegations::agency_id,
            delegations::from_id,
            from.field(accounts::full_name),
            delegations::to_id,
            to.field(accounts::full_name),
            delegations::starts_on,
            delegations::ends_on,
            delegations::reason,
        ))
        .load(conn)
        .await
}

/// False if it had been revoked.
pub(in crate::accounts) async fn revoke(conn: &mut Conn, now: Now, id: DelegationId) -> DbResult<bool> {
    let open = delegations::table.find(id).filter(delegations::revoked_at.is_null());
    diesel::update(open).set(delegations::revoked_at.eq(now.instant())).execute(conn).await.map(|rows| rows == 1)
}
