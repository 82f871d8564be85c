//! How often something may be tried, counted in the database so that it holds across processes.
//!
//! Windows are short: whoever uses up somebody else's tries locks nobody out for longer than one.
//! Names and addresses are kept only as hashes.

use std::net::IpAddr;

use chrono::{DateTime, TimeDelta};
use sha2::{Digest, Sha256};

use super::queries::attempts;
use crate::{
    kernel::clock::{Instant, Now},
    platform::db::{Conn, DbResult},
};

/// So many tries within a window of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// A word of the code; tries are counted by it and by a key.
    pub name: &'static str,
    pub minutes: u32,
    pub most: u32,
}

/// Too many tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many tries")]
pub struct TooMany {
    /// When the next try is allowed again.
    pub until: Instant,
}

/// The network a try comes from: an IPv4 address, or the /64 of an IPv6 address, which is one
/// household or one phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Network(String);

impl Network {
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(v4) => Self(v4.to_string()),
            IpAddr::V6(v6) => {
                let [a, b, c, d, ..] = v6.segments();
                Self(format!("{a:x}:{b:x}:{c:x}:{d:x}::/64"))
            }
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Limit {
    fn window(&self, now: Now) -> (Instant, Instant) {
        let length = i64::from(self.minutes.max(1)) * 60;
        let start = now.instant().timestamp().div_euclid(length) * length;
        let start = DateTime::from_timestamp(start, 0).unwrap_or(now.instant());
        (start, start + TimeDelta::seconds(length))
    }

    fn bucket(&self, key: &str) -> String {
        let digest = Sha256::new().chain_update(self.name).chain_update([0]).chain_update(key).finalize();
        let short: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        format!("{}:{short}", self.name)
    }
}

/// Counts one try. One statement.
pub async fn take(conn: &mut Conn, now: Now, limit: Limit, key: &str) -> DbResult<Result<(), TooMany>> {
    let (start, end) = limit.window(now);
    let count = attempts::count_one(conn, &limit.bucket(key), start).await?;
    let within = u32::try_from(count).is_ok_and(|count| count <= limit.most);
    Ok(if within { Ok(()) } else { Err(TooMany { until: end }) })
}

/// Takes a try back that turned out well: only failures shall count.
pub async fn give_back(conn: &mut Conn, now: Now, limit: Limit, key: &str) -> DbResult<()> {
    let (start, _) = limit.window(now);
    attempts::give_one_back(conn, &limit.bucket(key), start).await
}

#[cfg(test)]
mod tests {
    use super::Network;

    #[test]
    fn a_household_is_one_network() {
        let of = |address: &str| Network::of(address.parse().expect("an address")).0;
        assert_eq!(of("203.0.113.7"), "203.0.113.7");
        assert_eq!(of("::ffff:203.0.113.7"), "203.0.113.7");
        assert_eq!(of("2001:db8:1:2:aaaa::1"), of("2001:db8:1:2:bbbb::2"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
    }
}
