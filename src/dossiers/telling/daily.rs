//! Each morning one letter for each official instead of one for each dossier: what is late, what is
//! due today or on the next working day. Leaders see all of their agency; others the steps of their roles.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::{
    calendar::Calendar,
    dossiers::Rules,
    dossiers::queries::daily::{self as table, PostRow, PressingRow},
    kernel::{
        actor::Role,
        clock::{Instant, Now, vietnam},
        ids::{AccountId, AgencyId},
        lang::Lang,
        places::Place,
    },
    notifications::{self, Notice, Recipient, moment_in_words},
    platform::{
        db::{AsyncConnection, Conn, DbResult},
        queue::Job,
    },
};

/// Tells every official what presses: on the mornings of working days.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct TellWhatPresses {}

impl Job for TellWhatPresses {
    const KIND: &'static str = "tell_what_presses";
    const MAX_ATTEMPTS: i32 = 3;
}

/// The dossiers that press, in one agency, for one official.
#[derive(Debug, Clone, Serialize)]
pub struct DossiersPress {
    pub agency: String,
    pub late: usize,
    pub soon: usize,
    pub items: Vec<Pressing>,
    /// Of the page with all of them.
    pub path: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct Pressing {
    pub code: String,
    pub service: String,
    pub due: String,
    pub late: bool,
}

impl Notice for DossiersPress {
    const KIND: &'static str = "dossiers_press";

    fn samples() -> Vec<Self> {
        let item = Pressing {
            code: "H44.101-261123-0007".into(),
            service: "Cấp Giấy xác nhận tình trạng hôn nhân".into(),
            due: "17:00, thứ Hai, 23/11/2026".into(),
            late: true,
        };
        vec![Self { agency: "UBND phường Việt Trì".into(), late: 1, soon: 0, items: vec![item], path: "/can-bo?hang=late".into() }]
    }
}

/// The longest list in one letter; the page has the rest.
const LISTED: usize = 20;
/// More than this presses nowhere; if it does, the most pressing come first.
const MOST: i64 = 20_000;

/// Writes the letters of this morning, once; tells how many. Nothing to agencies that have a day off.
pub async fn tell_what_presses(conn: &mut Conn, rules: &Rules, now: Now) -> DbResult<usize> {
    conn.transaction(async |conn| {
        if table::told_since(conn, DossiersPress::KIND, midnight(now.today(), now)).await? {
            return Ok(0);
        }
        let end = end_of_next_day(rules.calendars.national(), now);
        let mut pressing = by_agency(table::pressing(conn, end, MOST).await?);
        pressing.retain(|agency, _| works_today(rules, *agency, now));
        let agencies: Vec<AgencyId> = pressing.keys().copied().collect();
        let posts = together(table::posts(conn, &agencies, now.today()).await?);
        let mut told = 0;
        for ((agency, _), (post, roles)) in posts {
            let Some(notice) = notice(now, post.lang, &post.agency_name, &roles, pressing.get(&agency).map_or(&[][..], Vec::as_slice))
            else {
                continue;
            };
            let to = Recipient {
                account: Some(post.account),
                email: post.email,
                by_email: post.by_email,
                phone: None,
                name: post.name.to_string(),
                lang: post.lang,
            };
            notifications::enqueue(conn, now, &to, None, None, &notice).await?;
            told += 1;
        }
        Ok(told)
    })
    .await
}

fn midnight(day: NaiveDate, now: Now) -> Instant {
    let at = day.and_hms_opt(0, 0, 0).and_then(|at| at.and_local_timezone(vietnam()).single());
    at.map_or(now.instant(), |at| at.to_utc())
}

/// What is due until then presses: before a long holiday also what is due on the first day after it.
fn end_of_next_day(calendar: &Calendar, now: Now) -> Instant {
    let tomorrow = now.today().succ_opt().unwrap_or(now.today());
    midnight(calendar.next_working_day(tomorrow), now) + TimeDelta::days(1)
}

fn works_today(rules: &Rules, agency: AgencyId, now: Now) -> bool {
    rules.agency(Some(agency)).is_ok_and(|agency| rules.calendar(agency).is_working_day(now.today()))
}

fn by_agency(rows: Vec<PressingRow>) -> BTreeMap<AgencyId, Vec<PressingRow>> {
    let mut found: BTreeMap<AgencyId, Vec<PressingRow>> = BTreeMap::new();
    for row in rows {
        found.entry(row.agency).or_default().push(row);
    }
    found
}

/// Each person once in each agency, with all roles there.
fn together(posts: Vec<PostRow>) -> BTreeMap<(AgencyId, AccountId), (PostRow, BTreeSet<Role>)> {
    let mut found: BTreeMap<(AgencyId, AccountId), (PostRow, BTreeSet<Role>)> = BTreeMap::new();
    for post in posts {
        let role = post.role;
        found.entry((post.agency, post.account)).or_insert_with(|| (post, BTreeSet::new())).1.insert(role);
    }
    found
}

fn notice(now: Now, lang: Lang, agency: &str, roles: &BTreeSet<Role>, all: &[PressingRow]) -> Option<DossiersPress> {
    let leads = roles.contains(&Role::UnitLeader) || roles.contains(&Role::DivisionHead);
    let mine: Vec<&PressingRow> = all.iter().filter(|row| leads || row.role.is_some_and(|role| roles.contains(&role))).collect();
    let late = mine.iter().filter(|row| row.due < now.instant()).count();
    let item = |row: &&PressingRow| Pressing {
        code: row.code.clone(),
        service: row.service.clone(),
        due: moment_in_words(lang, row.due),
        late: row.due < now.instant(),
    };
    let queue = if late > 0 { "late" } else { "today" };
    (!mine.is_empty()).then(|| DossiersPress {
        agency: agency.to_owned(),
        late,
        soon: mine.len() - late,
        items: mine.iter().take(LISTED).map(item).collect(),
        path: Place::Inbox.asking(&[("hang", queue)]),
    })
}
