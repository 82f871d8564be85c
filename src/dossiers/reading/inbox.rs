//! Hồ sơ cần xử lý: one list over all services and agencies that an official works on.

use std::{fmt, str::FromStr};

use super::{
    assemble::{Times, deadline},
    facts::{Channel, Deadline},
};
use crate::{
    dossiers::{
        Rules,
        model::ListRow,
        queries::{
            counters,
            lists::{self, Today},
        },
    },
    kernel::{
        actor::Official,
        clock::{Instant, Now},
        dossier_code::DossierCode,
        ids::{DossierId, ServiceId},
    },
    platform::db::{Conn, DbError, DbResult},
    workflow::{Decision, Status, StepKey},
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
pub async fn inbox(conn: &mut Conn, rules: &Rules, now: Now, official: &Official, filter: &InboxFilter) -> DbResult<Inbox> {
    let today = Today::of(now);
    let counters = counters::count(conn, &today, official).await?;
    let mut rows = lists::inbox(conn, &today, official, filter, PAGE + 1).await?;
    let more = rows.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    if more {
        rows.pop();
    }
    let next = rows.last().filter(|_| more).map(|row| InboxCursor { due: row.queue_due, id: row.id });
    let rows = rows.into_iter().map(|row| inbox_row(rules, now, official, row)).collect::<DbResult<Vec<InboxRow>>>()?;
    Ok(Inbox { counters, rows, next, as_of: now })
}

/// Rows of one page.
const PAGE: i64 = 50;

fn inbox_row(rules: &Rules, now: Now, official: &Official, row: ListRow) -> DbResult<InboxRow> {
    let (version, agency) = (rules.version(row.service_version_id)?, rules.agency(row.agency_id)?);
    let step = row.step_key.as_deref().map(StepKey::new);
    let waits = row.status == Status::SupplementRequested && row.step_due_at.is_none();
    let times = Times { status: row.status, due_at: row.due_at, step_due_at: row.step_due_at, finished_at: row.finished_at };
    Ok(InboxRow {
        applicant_name: row.applicant_name,
        channel: row.channel,
        service_name: version.definition.name.vi.clone(),
        agency_name: agency.short_authority(),
        status: row.status,
        decision: row.decision,
        step_name: step.and_then(|key| version.definition.workflow.step(&key).map(|step| step.name.clone())),
        submitted_at: row.submitted_at.ok_or(DbError::NotFound)?,
        deadline: deadline(rules, agency, now, &times),
        is_mine: !waits && row.step_role.is_some_and(|role| official.has(agency.id, role)),
        has_news: row.has_news,
        code: row.code.ok_or(DbError::NotFound)?,
    })
}

#[cfg(test)]
mod tests {
    use super::{DossierId, InboxCursor};

    #[test]
    fn a_cursor_is_read_as_it_is_written() {
        let cursor =
            InboxCursor { due: chrono::DateTime::from_timestamp_micros(1_795_000_000_123_456).expect("a time"), id: DossierId::new() };
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
        for bad in ["", "1", "x_y", "1_2"] {
            assert!(bad.parse::<InboxCursor>().is_err(), "{bad}");
        }
    }
}
