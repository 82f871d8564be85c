//! Nobody's telephone rings at night.

use chrono::{NaiveTime, TimeDelta, Timelike};

use crate::{
    kernel::clock::{Instant, Now, vietnam},
    platform::config,
};

/// From an hour of the evening to one of the morning, by the clocks of Việt Nam.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    from: u32,
    to: u32,
}

impl Quiet {
    pub fn of(config: &config::Sms) -> Self {
        Self { from: config.quiet_from.min(24), to: config.quiet_to.min(23) }
    }

    /// The end of the quiet hours, if they are now.
    pub fn until(self, now: Now) -> Option<Instant> {
        let hour = now.local().hour();
        let is_quiet = if self.from > self.to { hour >= self.from || hour < self.to } else { (self.from..self.to).contains(&hour) };
        if !is_quiet {
            return None;
        }
        let morning = now.today().and_time(NaiveTime::from_hms_opt(self.to, 0, 0)?).and_local_timezone(vietnam()).single()?.to_utc();
        Some(if morning > now.instant() { morning } else { morning + TimeDelta::days(1) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_night_ends_in_the_morning() {
        let night = Quiet { from: 21, to: 7 };
        let until = |at: &str| night.until(Now(at.parse().expect("a time"))).map(|at| at.to_rfc3339());
        assert_eq!(until("2026-11-23T20:59:00+07:00"), None);
        assert_eq!(until("2026-11-23T21:00:00+07:00").as_deref(), Some("2026-11-24T00:00:00+00:00"));
        assert_eq!(until("2026-11-24T06:59:00+07:00").as_deref(), Some("2026-11-24T00:00:00+00:00"));
        assert_eq!(until("2026-11-24T07:00:00+07:00"), None);
        assert_eq!(Quiet { from: 0, to: 0 }.until(Now("2026-11-24T00:00:00+07:00".parse().expect("a time"))), None);
    }
}
