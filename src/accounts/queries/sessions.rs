//! The table `sessions`. The look-up is on every page of somebody signed in: one statement,
//! prepared once.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    accounts::queries::delegations::{PostsOfAbsent, posts_of_absent},
    kernel::{
        actor::{Role, StandIn},
        clock::Instant,
        ids::{AccountId, AgencyId, SessionId},
        lang::Lang,
        person::{Email, PersonName},
    },
    notifications::Channel,
    platform::{
        crypto::Token,
        db::{
            Conn, DbResult,
            schema::{accounts, memberships, notices, second_factors, sessions},
        },
    },
};

/// The session with its account, its unread notices, and one membership in force, if any: a row for
/// each membership.
#[derive(Debug, Clone, Queryable)]
pub(in crate::accounts) struct SessionRow {
    pub account: AccountId,
    pub name: PersonName,
    pub email: Email,
    pub lang: Lang,
    pub expires_at: Instant,
    /// Invented for a demonstration.
    pub demo: bool,
    /// Since when a second factor is asked for.
    pub second_factor: Option<Instant>,
    /// Opened with more than a password.
    pub strong: bool,
    pub unread: Option<i64>,
    #[diesel(deserialize_as = PostsOfAbsent)]
    pub stands_in: Vec<StandIn>,
    pub membership: Option<(AgencyId, Role)>,
}

/// Somebody whose password was right and whose code is awaited.
#[derive(Debug, Clone, Queryable)]
pub(in crate::accounts) struct HalfWay {
    pub account: AccountId,
    pub name: PersonName,
    pub device: String,
}

#[derive(Insertable)]
#[diesel(table_name = sessions)]
pub(in crate::accounts) struct NewSession<'a> {
    token_hash: Vec<u8>,
    account_id: AccountId,
    device: &'a str,
    created_at: Instant,
    seen_at: Instant,
    expires_at: Instant,
    id: SessionId,
    awaits_second: bool,
    strong: bool,
}

impl<'a> NewSession<'a> {
    pub fn open(token: &Token, account: AccountId, device: &'a str, now: Instant, expires_at: Instant) -> Self {
        let id = SessionId::new();
        let (created_at, seen_at) = (now, now);
        Self {
            token_hash: token.hash(),
            account_id: account,
            device,
            created_at,
            seen_at,
            expires_at,
            id,
            awaits_second: false,
            strong: false,
        }
    }

    /// Opened with more than a password.
    pub fn strong(self, strong: bool) -> Self {
        Self { strong, ..self }
    }

    pub fn awaiting(self, awaits_second: bool) -> Self {
        Self { awaits_second, ..self }
    }

    pub fn half_way(token: &Token, account: AccountId, device: &'a str, now: Instant, expires_at: Instant) -> Self {
        Self { awaits_second: true, ..Self::open(token, account, device, now, expires_at) }
    }
}

pub(in crate::accounts) async fn find(conn: &mut Conn, token_hash: &[u8], now: Instant, today: NaiveDate) -> DbResult<Vec<SessionRow>> {
    let in_force = memberships::account_id
        .eq(accounts::id)
        .and(memberships::starts_on.le(today))
        .and(memberships::ends_on.is_null().or(memberships::ends_on.ge(today)));
    let unread = notices::table
        .filter(notices::account_id.eq(accounts::id.nullable()))
        .filter(notices::channel.eq(Channel::Portal))
        .filter(notices::read_at.is_null())
        .count()
        .single_value();
    sessions::table
        .inner_join(accounts::table)
        .left_join(memberships::table.on(in_force))
        .left_join(second_factors::table.on(second_factors::account_id.eq(accounts::id).and(second_factors::confirmed_at.is_not_null())))
        .filter(sessions::awaits_second.eq(false))
        .filter(sessions::token_hash.eq(token_hash))
        .filter(sessions::expires_at.gt(now))
        .filter(accounts::closed_at.is_null())
        .order((memberships::agency_id, memberships::role))
        .select((
            accounts::id,
            accounts::full_name,
            accounts::email,
            accounts::lang,
            sessions::expires_at,
            accounts::demo,
            second_factors::confirmed_at.nullable(),
            sessions::strong,
            unread,
            posts_of_absent(today),
            (memberships::agency_id, memberships::role).nullable(),
        ))
        .load(conn)
        .await
}

/// Who gave the password in this browser some minutes ago.
pub(in crate::accounts) async fn half_way(conn: &mut Conn, token_hash: &[u8], now: Instant) -> DbResult<Option<HalfWay>> {
    sessions::table
        .inner_join(accounts::table)
        .filter(sessions::token_hash.eq(token_hash))
        .filter(sessions::awaits_second.eq(true))
        .filter(sessions::expires_at.gt(now))
        .filter(accounts::closed_at.is_null())
        .select((accounts::id, accounts::full_name, sessions::device))
        .first(conn)
        .await
        .optional()
}

pub(in crate::accounts) async fn insert(conn: &mut Conn, session: &NewSession<'_>) -> DbResult<()> {
    diesel::insert_into(sessions::table).values(session).execute(conn).await.map(|_| ())
}

/// Moves the end of a session that began after a day.
pub(in crate::accounts) async fn extend(
    conn: &mut Conn,
    token_hash: &[u8],
    now: Instant,
    expires_at: Instant,
    begun_after: Instant,
) -> DbResult<bool> {
    let young = sessions::table.find(token_hash).filter(sessions::created_at.gt(begun_after));
    let moved = diesel::update(young).set((sessions::seen_at.eq(now), sessions::expires_at.eq(expires_at))).execute(conn).await?;
    Ok(moved == 1)
}

/// Ends every session of an account, on every device.
pub(in crate::accounts) async fn remove_all(conn: &mut Conn, account: AccountId) -> DbResult<()> {
    diesel::delete(sessions::table.filter(sessions::account_id.eq(account))).execute(conn).await.map(|_| ())
}

/// False if there was none.
pub(in crate::accounts) async fn remove(conn: &mut Conn, token_hash: &[u8]) -> DbResult<bool> {
    diesel::delete(sessions::table.find(token_hash)).execute(conn).await.map(|rows| rows == 1)
}

pub(in crate::accounts) async fn forget_before(conn: &mut Conn, instant: Instant) -> DbResult<usize> {
    diesel::delete(sessions::table.filter(sessions::expires_at.lt(instant))).execute(conn).await
}
