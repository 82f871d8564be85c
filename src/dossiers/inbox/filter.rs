//! What an official wants to see; lives in the address of the page.

use std::{fmt, str::FromStr};

use chrono::NaiveDate;

use super::Search;
use crate::{
    dossiers::reading::Channel,
    kernel::{
        clock::{Instant, vietnam},
        ids::{AccountId, DossierId, ServiceId},
    },
    workflow::{Status, StepKey},
};

crate::text_enum!(
    /// The queues; derived from agency, role and step, never stored.
    Queue {
        /// Đang ở bước của tôi.
        Mine = "mine",
        /// Giao cho tôi.
        Held = "held",
        /// Quá hạn, of the agencies.
        Late = "late",
        /// Đến hạn hôm nay, of the agencies.
        Today = "today",
        /// Chờ tiếp nhận.
        New = "new",
        /// Chờ công dân bổ sung.
        Waiting = "waiting",
        /// Chờ ký duyệt.
        ToSign = "to_sign",
        /// Chờ trả kết quả.
        ToReturn = "to_return",
        /// Everything open.
        Open = "open",
        /// Open and ended, the newest first.
        All = "all",
    }
);

/// In whose hands a dossier is at its step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assigned {
    To(AccountId),
    Nobody,
}

/// Local days, both ends counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Days {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

impl Days {
    pub const fn is_any(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// The first moment inside.
    pub fn begin(self) -> Option<Instant> {
        self.from.and_then(midnight)
    }

    /// The first moment after.
    pub fn end(self) -> Option<Instant> {
        self.to.and_then(|day| day.succ_opt()).and_then(midnight)
    }
}

/// When a local day begins.
pub(in crate::dossiers) fn midnight(day: NaiveDate) -> Option<Instant> {
    day.and_hms_opt(0, 0, 0).and_then(|at| at.and_local_timezone(vietnam()).single()).map(|at| at.to_utc())
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxFilter {
    pub queue: Queue,
    pub service: Option<ServiceId>,
    pub status: Option<Status>,
    pub step: Option<StepKey>,
    pub assigned: Option<Assigned>,
    pub channel: Option<Channel>,
    /// Handed in on these days.
    pub received: Days,
    /// To be returned, or to be answered, on these days.
    pub due: Days,
    pub search: Option<Search>,
    pub turn: Option<Turn>,
}

impl Default for InboxFilter {
    fn default() -> Self {
        Self::of(Queue::Mine)
    }
}

impl InboxFilter {
    /// A queue, whole.
    pub const fn of(queue: Queue) -> Self {
        let any = Days { from: None, to: None };
        Self {
            queue,
            service: None,
            status: None,
            step: None,
            assigned: None,
            channel: None,
            received: any,
            due: any,
            search: None,
            turn: None,
        }
    }

    /// Whether it shows less than its queue.
    pub fn narrows(&self) -> bool {
        Self { turn: None, ..self.clone() } != Self::of(self.queue)
    }
}

/// Which page: what comes after a place of the list, or before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    After(InboxCursor),
    Before(InboxCursor),
}

/// A place in the list: keyset paging.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InboxCursor {
    pub(in crate::dossiers) at: Instant,
    pub(in crate::dossiers) id: DossierId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a place in the list")]
pub struct NotACursor;

/// `1795000000000000_0197…`
impl fmt::Display for InboxCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", self.at.timestamp_micros(), self.id)
    }
}

impl FromStr for InboxCursor {
    type Err = NotACursor;

    fn from_str(raw: &str) -> Result<Self, NotACursor> {
        let (at, id) = raw.split_once('_').ok_or(NotACursor)?;
        let at = at.parse().ok().and_then(chrono::DateTime::from_timestamp_micros).ok_or(NotACursor)?;
        Ok(Self { at, id: id.parse().map_err(|_| NotACursor)? })
    }
}

#[cfg(test)]
mod tests {
    use super::{Days, DossierId, InboxCursor, InboxFilter, Queue, Turn};

    #[test]
    fn a_cursor_is_read_as_it_is_written() {
        let at = chrono::DateTime::from_timestamp_micros(1_795_000_000_123_456).expect("a time");
        let cursor = InboxCursor { at, id: DossierId::new() };
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
        for bad in ["", "1", "x_y", "1_2"] {
            assert!(bad.parse::<InboxCursor>().is_err(), "{bad}");
        }
        let turned = InboxFilter { turn: Some(Turn::After(cursor)), ..InboxFilter::of(Queue::Open) };
        assert!(!turned.narrows(), "another page of the queue is the whole queue");
    }

    #[test]
    fn days_are_local_and_both_ends_count() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
        let days = Days { from: Some(day), to: Some(day) };
        let at = |text: &str| Some(text.parse().expect("a time"));
        assert_eq!((days.begin(), days.end()), (at("2026-11-22T17:00:00Z"), at("2026-11-23T17:00:00Z")));
    }
}
