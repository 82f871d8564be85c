//! Lists: the inbox of officials with its counters, the citizen's own dossiers.

use diesel::{
    dsl::sql,
    expression::{BoxableExpression, SqlLiteral},
    pg::Pg,
    prelude::*,
    sql_types::{Array, Bool, Text, Uuid},
};
use diesel_async::RunQueryDsl;

use crate::{
    dossiers::{
        model::ListRow,
        reading::{InboxFilter, Queue},
    },
    kernel::{
        actor::{Citizen, Official, Role},
        clock::{Instant, Now},
        ids::AgencyId,
        person::Phone,
        text::fold,
    },
    platform::db::{Conn, DbResult, schema::dossiers},
    workflow::Status,
};

type Condition = Box<dyn BoxableExpression<dossiers::table, Pg, SqlType = Bool>>;

/// Now, and where the local day of now ends.
pub struct Today {
    pub now: Instant,
    pub end: Instant,
}

impl Today {
    pub fn of(now: Now) -> Self {
        let midnight = now.today().succ_opt().and_then(|day| day.and_hms_opt(0, 0, 0));
        let end = midnight.and_then(|at| at.and_local_timezone(crate::kernel::clock::vietnam()).single());
        Self { now: now.instant(), end: end.map_or(now.instant(), |at| at.to_utc()) }
    }
}

pub async fn inbox(conn: &mut Conn, today: &Today, official: &Official, filter: &InboxFilter, most: i64) -> DbResult<Vec<ListRow>> {
    let mut query = dossiers::table
        .filter(in_queue(filter.queue, official, today))
        .filter(dossiers::agency_id.eq_any(official.agencies()))
        .order((dossiers::queue_due, dossiers::id))
        .limit(most)
        .select(ListRow::as_select())
        .into_boxed();
    if let Some(service) = filter.service {
        query = query.filter(dossiers::service_id.eq(service));
    }
    if let Some(channel) = filter.channel {
        query = query.filter(dossiers::channel.eq(channel));
    }
    if let Some(words) = filter.search.as_deref().and_then(search_words) {
        query = query.filter(sql::<Bool>("search @@ to_tsquery('simple', ").bind::<Text, _>(words).sql(")"));
    }
    if let Some(after) = filter.after {
        let later = dossiers::queue_due.gt(after.due);
        let same = dossiers::queue_due.eq(after.due).and(dossiers::id.gt(after.id));
        query = query.filter(dossiers::queue_due.ge(after.due)).filter(later.or(same));
    }
    query.load(conn).await
}

fn in_queue(queue: Queue, official: &Official, today: &Today) -> Condition {
    match queue {
        Queue::Mine => mine(official),
        Queue::Late => Box::new(runs().and(dossiers::queue_due.lt(today.now))),
        Queue::Today => Box::new(runs().and(dossiers::queue_due.ge(today.now)).and(dossiers::queue_due.lt(today.end))),
        Queue::New => Box::new(is_open().and(dossiers::status.eq(Status::Registered))),
        Queue::Waiting => Box::new(is_open().and(waits_for_citizen())),
        Queue::ToSign => {
            let at_leader = dossiers::step_role.is_not_distinct_from(Role::UnitLeader);
            Box::new(is_open().and(dossiers::status.eq(Status::Processing)).and(at_leader))
        }
        Queue::ToReturn => Box::new(is_open().and(dossiers::status.eq(Status::Finished))),
        Queue::Open => Box::new(is_open()),
        Queue::All => Box::new(dossiers::status.ne(Status::Draft)),
    }
}

/// At a step of one of the official's roles, in the agency of that role, and not waiting for the
/// citizen.
fn mine(official: &Official) -> Condition {
    let (agencies, roles) = Desks::of(official).columns();
    let here = sql::<Bool>("(dossiers.agency_id, dossiers.step_role) IN (SELECT * FROM unnest(")
        .bind::<Array<Uuid>, _>(agencies)
        .sql(", ")
        .bind::<Array<Text>, _>(roles)
        .sql("))");
    Box::new(is_open().and(here).and(diesel::dsl::not(waits_for_citizen())))
}

/// Where an official works, and as what.
pub struct Desks(Vec<(AgencyId, Role)>);

impl Desks {
    pub fn of(official: &Official) -> Self {
        let working = official.memberships.iter().filter(|m| m.role.handles_dossiers());
        // The one-stop shop also hands over results, where nobody is appointed for it.
        let also = |role: Role| (role == Role::ReceptionOfficer).then_some(Role::ReturnOfficer);
        Self(working.flat_map(|m| std::iter::once(m.role).chain(also(m.role)).map(|role| (m.agency, role))).collect())
    }

    pub fn columns(&self) -> (Vec<AgencyId>, Vec<Role>) {
        self.0.iter().copied().unzip()
    }
}

/// A supplement that was answered has a time by which it is looked at; one that was not has none.
fn waits_for_citizen() -> SqlLiteral<Bool> {
    sql::<Bool>("(dossiers.status = 'supplement_requested' AND dossiers.step_due_at IS NULL)")
}

/// Written as the partial indexes are, so that the planner sees that they fit.
fn is_open() -> SqlLiteral<Bool> {
    sql::<Bool>(
        "dossiers.status IN ('registered', 'accepted', 'processing', 'supplement_requested', 'payment_requested', 'stopped', 'finished')",
    )
}

/// An official is waited for, by a clock.
fn runs() -> SqlLiteral<Bool> {
    sql::<Bool>("dossiers.status IN ('registered', 'accepted', 'processing')")
}

/// `H44.101-26` and `hong anh` as a query of the text index: every word by its beginning; a telephone
/// number as it is stored.
fn search_words(raw: &str) -> Option<String> {
    let folded = fold(raw);
    let words: Vec<String> = folded
        .split(|c: char| !c.is_alphanumeric() && c != '.' && c != '-')
        .map(|word| word.trim_matches(['.', '-']))
        .filter(|word| !word.is_empty())
        .take(8)
        .map(|word| word.parse::<Phone>().map_or_else(|_| word.to_owned(), String::from))
        .map(|word| format!("'{word}':*"))
        .collect();
    (!words.is_empty()).then(|| words.join(" & "))
}

/// All dossiers of a citizen, the newest change first.
pub async fn of_citizen(conn: &mut Conn, citizen: &Citizen, most: i64) -> DbResult<Vec<ListRow>> {
    dossiers::table
        .filter(dossiers::submitter_id.eq(citizen.account))
        .order(dossiers::updated_at.desc())
        .limit(most)
        .select(ListRow::as_select())
        .load(conn)
        .await
}
