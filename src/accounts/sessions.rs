//! Who is signed in: server-side, known by the hash of the cookie's token.

use chrono::TimeDelta;

use super::queries::sessions as table;
use crate::{
    kernel::{
        actor::{Citizen, Membership, Official, Role},
        clock::{Instant, Now},
        ids::AccountId,
        lang::Lang,
        person::Email,
    },
    platform::{
        config::Config,
        crypto::Token,
        db::{Conn, DbResult},
    },
};

/// Somebody signed in, with everything that the doors ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub account: AccountId,
    pub email: Email,
    pub lang: Lang,
    pub citizen: Citizen,
    /// Present if a membership is in force today, and the second factor set up where one is required.
    pub official: Option<Official>,
    /// An official who must set up a second factor before the desk opens.
    pub must_enrol: bool,
    /// Invented for a demonstration.
    pub demo: bool,
    /// A second factor is set up.
    pub second_factor: bool,
    pub expires_at: Instant,
    /// Notices on the portal that were not read yet.
    pub unread: u32,
}

impl Session {
    pub fn is_admin(&self) -> bool {
        let admin = |m: &Membership| matches!(m.role, Role::UnitAdmin | Role::SystemAdmin);
        self.official.as_ref().is_some_and(|official| official.memberships.iter().any(admin))
    }

    /// Whether this person works with a second factor or not at all.
    pub fn needs_second_factor(&self, rule: StaffRule) -> bool {
        self.must_enrol || (self.official.is_some() && rule.asks(self.demo))
    }

    /// How long it lasts still.
    pub fn left(&self, now: Now) -> TimeDelta {
        self.expires_at - now.instant()
    }
}

/// Which officials need a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StaffRule {
    required: bool,
    /// The invented people of a demonstration come in without.
    demo_exempt: bool,
}

impl StaffRule {
    pub fn of(config: &Config) -> Self {
        Self { required: config.security.second_factor_for_staff, demo_exempt: config.portal.demo }
    }

    const fn asks(self, demo_person: bool) -> bool {
        self.required && !(demo_person && self.demo_exempt)
    }
}

/// The living session of a token. One statement, prepared once.
pub async fn session(conn: &mut Conn, token_hash: &[u8], now: Now, rule: StaffRule) -> DbResult<Option<Session>> {
    let rows = table::find(conn, token_hash, now.instant(), now.today()).await?;
    let Some(first) = rows.first().cloned() else { return Ok(None) };
    let memberships: Vec<Membership> =
        rows.iter().filter_map(|row| row.membership).map(|(agency, role)| Membership { agency, role }).collect();
    let (is_member, second_factor) = (!memberships.is_empty(), first.second_factor.is_some());
    let must_enrol = is_member && !second_factor && !first.strong && rule.asks(first.demo);
    let official = (is_member && !must_enrol).then(|| Official::with(first.account, first.name.clone(), memberships, first.stands_in));
    Ok(Some(Session {
        account: first.account,
        email: first.email,
        lang: first.lang,
        citizen: Citizen { account: first.account, name: first.name },
        official,
        must_enrol,
        demo: first.demo,
        second_factor,
        expires_at: first.expires_at,
        unread: u32::try_from(first.unread.unwrap_or_default()).unwrap_or(u32::MAX),
    }))
}

/// However much it is used, a session ends so many days after signing in.
const LONGEST_DAYS: i64 = 7;

/// A session that is used does not end in the middle of the work: its end moves on, once an hour at
/// most. True if it moved. One statement, or none.
pub async fn stay_signed_in(conn: &mut Conn, now: Now, config: &Config, token_hash: &[u8], session: &Session) -> DbResult<bool> {
    let lifetime = TimeDelta::hours(i64::from(config.accounts.session_hours));
    if session.left(now) > lifetime - TimeDelta::hours(1) {
        return Ok(false);
    }
    table::extend(conn, token_hash, now.instant(), now.plus(lifetime), now.plus(TimeDelta::days(-LONGEST_DAYS))).await
}

/// Ends the session of a token; nothing happens if it had ended.
pub async fn sign_out(conn: &mut Conn, token: &Token) -> DbResult<()> {
    table::remove(conn, &token.hash()).await.map(drop)
}
