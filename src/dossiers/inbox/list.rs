//! The list of an official, with its counters and the work that cannot wait.

use serde_json::json;

use super::{
    Counters, InboxCursor, InboxFilter, NextTask, Position, Queue, SavedView, Search, Turn,
    model::Listed,
    next,
    queries::{self, Today},
    views::saved_views,
};
use crate::{
    audit,
    dossiers::{
        Rules,
        reading::{Channel, Deadline, Times, deadline},
    },
    kernel::{
        actor::{Actor, Official},
        clock::{Instant, Now},
        dossier_code::DossierCode,
        ids::ServiceVersionId,
    },
    platform::db::{Conn, DbError, DbResult},
    workflow::{Decision, Status, StepKey},
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inbox {
    pub counters: Counters,
    /// What will be late first stands first; of all dossiers, the newest.
    pub rows: Vec<InboxRow>,
    pub previous: Option<InboxCursor>,
    pub next: Option<InboxCursor>,
    /// Where to begin; only beside one's own queue.
    pub task: Option<NextTask>,
    pub views: Vec<SavedView>,
    pub as_of: Now,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxRow {
    pub code: DossierCode,
    pub applicant_name: String,
    pub channel: Channel,
    pub service: ServiceVersionId,
    pub service_name: String,
    pub agency_name: String,
    pub status: Status,
    pub decision: Option<Decision>,
    pub step: Option<StepKey>,
    /// The step by its name for officials.
    pub step_name: Option<String>,
    pub assignee: Option<String>,
    pub submitted_at: Instant,
    pub deadline: Deadline,
    /// The step is one of the official's own.
    pub is_mine: bool,
    pub has_news: bool,
    /// Where it stands in the list.
    pub place: InboxCursor,
}

/// So far a place in a list is counted.
const MOST: usize = 500;

/// Rows of one page.
pub(super) const PAGE: usize = 50;

/// At most four statements: the counters, the list, the saved views, and the next task or the line that a search leaves in the audit.
pub async fn inbox(conn: &mut Conn, rules: &Rules, now: Now, official: &Official, filter: &InboxFilter) -> DbResult<Inbox> {
    let today = Today::of(now);
    let counters = queries::count(conn, &today, official).await?;
    let found = queries::rows(conn, &today, official, filter, PAGE + 1).await?;
    let (listed, previous, next) = paged(found, filter);
    if let Some(search) = &filter.search {
        remember(conn, now, official, search, &listed).await?;
    }
    let begins = filter.queue == Queue::Mine && !filter.narrows() && filter.turn.is_none();
    let task = if begins { next::task(conn, rules, now, official).await? } else { None };
    let views = saved_views(conn, official).await?;
    let row = |row: Listed| inbox_row(rules, now, official, cursor(&row, filter.queue), row);
    let rows = listed.into_iter().map(row).collect::<DbResult<Vec<InboxRow>>>()?;
    Ok(Inbox { counters, rows, previous, next, task, views, as_of: now })
}

/// The dossier behind a place of the list, or before it, as the filter turns. One statement.
pub async fn beside(conn: &mut Conn, now: Now, official: &Official, filter: &InboxFilter) -> DbResult<Option<(DossierCode, InboxCursor)>> {
    let found = queries::rows(conn, &Today::of(now), official, filter, 1).await?;
    Ok(found.into_iter().next().and_then(|row| Some((row.code.clone()?, cursor(&row, filter.queue)))))
}

/// Which of how many the dossier at this place is. One statement, over the first five hundred; further
/// down nobody counts.
pub async fn position(
    conn: &mut Conn,
    now: Now,
    official: &Official,
    filter: &InboxFilter,
    place: InboxCursor,
) -> DbResult<Option<Position>> {
    let whole = InboxFilter { turn: None, ..filter.clone() };
    let ids = queries::ids(conn, &Today::of(now), official, &whole, MOST + 1).await?;
    let at = ids.iter().take(MOST).position(|id| *id == place.id);
    Ok(at.map(|before| Position { at: before + 1, of: ids.len().min(MOST), more: ids.len() > MOST }))
}

/// One row more than a page was asked for: it says whether there is another page in that direction.
fn paged(mut rows: Vec<Listed>, filter: &InboxFilter) -> (Vec<Listed>, Option<InboxCursor>, Option<InboxCursor>) {
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let back = matches!(filter.turn, Some(Turn::Before(_)));
    if back {
        rows.reverse();
    }
    let place = |row: Option<&Listed>| row.map(|row| cursor(row, filter.queue));
    let previous = place(rows.first()).filter(|_| if back { more } else { filter.turn.is_some() });
    let next = place(rows.last()).filter(|_| back || more);
    (rows, previous, next)
}

fn cursor(row: &Listed, queue: Queue) -> InboxCursor {
    let at = if queue == Queue::All { row.submitted_at.unwrap_or(row.queue_due) } else { row.queue_due };
    InboxCursor { at, id: row.id }
}

/// Whose dossiers were found, and by what kind of word; never the word itself.
async fn remember(conn: &mut Conn, now: Now, official: &Official, search: &Search, rows: &[Listed]) -> DbResult<()> {
    let codes: Vec<&DossierCode> = rows.iter().filter_map(|row| row.code.as_ref()).collect();
    let about = json!({ "by": search.kind(), "found": codes });
    audit::record(conn, now, &Actor::Official(official.clone()), "search_dossiers", "search", search.kind().as_str(), about).await
}

fn inbox_row(rules: &Rules, now: Now, official: &Official, place: InboxCursor, row: Listed) -> DbResult<InboxRow> {
    let (version, agency) = (rules.version(row.service_version_id)?, rules.agency(row.agency_id)?);
    let step = row.step();
    let times = Times { status: row.status, due_at: row.due_at, step_due_at: row.step_due_at, finished_at: row.finished_at };
    let of_another = row.assignee_id.is_some_and(|account| account != official.account);
    Ok(InboxRow {
        channel: row.channel,
        service: row.service_version_id,
        service_name: version.definition.name.vi.clone(),
        agency_name: agency.short_authority(),
        status: row.status,
        decision: row.decision,
        step_name: step.as_ref().and_then(|key| version.definition.workflow.step(key).map(|step| step.name.clone())),
        step,
        submitted_at: row.submitted_at.ok_or(DbError::NotFound)?,
        deadline: deadline(rules, agency, now, &times),
        is_mine: !row.waits && !of_another && row.step_role.is_some_and(|role| official.has(agency.id, role)),
        has_news: row.has_news,
        place,
        applicant_name: row.applicant_name,
        assignee: row.assignee,
        code: row.code.ok_or(DbError::NotFound)?,
    })
}
