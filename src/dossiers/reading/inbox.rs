//! Hồ sơ cần xử lý: one list over all services and agencies that an official works on.

use std::{fmt, str::FromStr};

use super::facts::{Channel, Deadline};
use crate::{
    dossiers::Rules,
    kernel::{
        actor::Official,
        clock::{Instant, Now},
        dossier_code::DossierCode,
        ids::{DossierId, ServiceId},
    },
    platform::db::{Conn, DbResult},
    workflow::{Decision, Status},
};

crate::text_enum!(
    /// The queues; derived from agency, role and step, never stored.
    Queue {
        /// Đang ở bước của tôi.
        Mine = "mine",
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
        /// Open and ended.
        All = "all",
    }
);

/// The filter of the list; lives in the address of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxFilter {
    pub queue: Queue,
    pub service: Option<ServiceId>,
    pub channel: Option<Channel>,
    /// Code, name (marks or none), phone or personal id.
    pub search: Option<String>,
    pub after: Option<InboxCursor>,
}

impl Default for InboxFilter {
    fn default() -> Self {
        Self { queue: Queue::Mine, service: None, channel: None, search: None, after: None }
    }
}

/// The place after the last row of a page: keyset paging.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InboxCursor {
    pub(in crate::dossiers) due: Instant,
    pub(in crate::dossiers) id: DossierId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a place in the list")]
pub struct NotACursor;

/// `1795000000000000_0197…`
impl fmt::Display for InboxCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", self.due.timestamp_micros(), self.id)
    }
}

impl FromStr for InboxCursor {
    type Err = NotACursor;

    fn from_str(raw: &str) -> Result<Self, NotACursor> {
        let (due, id) = raw.split_once('_').ok_or(NotACursor)?;
        let due = due.parse().ok().and_then(chrono::DateTime::from_timestamp_micros).ok_or(NotACursor)?;
        Ok(Self { due, id: id.parse().map_err(|_| NotACursor)? })
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inbox {
    pub counters: Counters,
    /// What will be late first stands first.
    pub rows: Vec<InboxRow>,
    pub next: Option<InboxCursor>,
    pub as_of: Now,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counters {
    pub mine: i64,
    pub late: i64,
    pub today: i64,
    pub new: i64,
    pub waiting: i64,
    pub to_sign: i64,
    pub to_return: i64,
    pub open: i64,
}

impl Counters {
    /// None where nothing is counted (history grows without end).
    pub const fn of(&self, queue: Queue) -> Option<i64> {
        match queue {
            Queue::Mine => Some(self.mine),
            Queue::Late => Some(self.late),
            Queue::Today => Some(self.today),
            Queue::New => Some(self.new),
            Queue::Waiting => Some(self.waiting),
            Queue::ToSign => Some(self.to_sign),
            Queue::ToReturn => Some(self.to_return),
            Queue::Open => Some(self.open),
            Queue::All => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxRow {
    pub code: DossierCode,
    pub applicant_name: String,
    pub channel: Channel,
    pub service_name: String,
    pub agency_name: String,
    pub status: Status,
    pub decision: Option<Decision>,
    /// The step by its name for officials.
    pub step_name: Option<String>,
    pub submitted_at: Instant,
    pub deadline: Deadline,
    /// The step is one of the official's own.
    pub is_mine: bool,
    pub has_news: bool,
}

/// The list of an official, with its counters.
pub async fn inbox(_conn: &mut Conn, _rules: &Rules, now: Now, _official: &Official, _filter: &InboxFilter) -> DbResult<Inbox> {
    Ok(Inbox { counters: Counters::default(), rows: Vec::new(), next: None, as_of: now })
}

#[cfg(test)]
mod tests {
    use super::{DossierId, InboxCursor};

    #[test]
    fn a_cursor_is_read_as_it_is_written() {
        let cursor = InboxCursor { due: chrono::DateTime::from_timestamp_micros(1_795_000_000_123_456).expect("a time"), id: DossierId::new() };
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
        for bad in ["", "1", "x_y", "1_2"] {
            assert!(bad.parse::<InboxCursor>().is_err(), "{bad}");
        }
    }
}
