//! Time is handed in: a clock gives `Now`, everything else receives it.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};

/// A point in time, kept in UTC.
pub type Instant = DateTime<Utc>;

/// Việt Nam has one time zone without summer time: UTC+7.
pub const VIETNAM_SECONDS_EAST: i32 = 7 * 3600;

/// The moment at which a request or a job acts. One request sees one `Now`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Now(pub Instant);

impl Now {
    pub fn instant(self) -> Instant {
        self.0
    }

    pub fn local(self) -> DateTime<FixedOffset> {
        local(self.0)
    }

    pub fn today(self) -> NaiveDate {
        self.local().date_naive()
    }

    pub fn plus(self, span: TimeDelta) -> Instant {
        self.0 + span
    }
}

/// The wall-clock time of Việt Nam at this instant.
pub fn local(at: Instant) -> DateTime<FixedOffset> {
    at.with_timezone(&vietnam())
}

/// The zone UTC+7.
pub fn vietnam() -> FixedOffset {
    const ZONE: Option<FixedOffset> = FixedOffset::east_opt(VIETNAM_SECONDS_EAST);
    match ZONE {
        Some(zone) => zone,
        None => unreachable!("seven hours are less than a day"),
    }
}

/// Where `Now` comes from: the machine in service, a hand-set clock in tests and rehearsals.
pub trait Clock: Send + Sync + 'static {
    fn now(&self) -> Now;
}

pub type SharedClock = Arc<dyn Clock>;

/// The machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where time enters the house")]
    fn now(&self) -> Now {
        Now(Utc::now())
    }
}

/// The machine's clock, put ahead: for rehearsals of what happens tomorrow.
pub struct ClockAhead(pub TimeDelta);

impl Clock for ClockAhead {
    fn now(&self) -> Now {
        Now(SystemClock.now().plus(self.0))
    }
}

/// A clock that stands where it is put.
pub struct FixedClock(std::sync::Mutex<Instant>);

impl FixedClock {
    pub fn at(instant: Instant) -> Self {
        Self(std::sync::Mutex::new(instant))
    }

    pub fn set(&self, instant: Instant) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = instant;
    }

    pub fn advance(&self, span: TimeDelta) {
        let mut at = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        *at += span;
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Now {
        Now(*self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }
}
