//! What belongs to whom, and what is open, late, waiting: said once for lists and counters.

use diesel::{
    dsl::sql,
    expression::{BoxableExpression, SqlLiteral},
    pg::Pg,
    prelude::*,
    sql_types::{Array, Bool, Text, Uuid},
};

use crate::{
    dossiers::inbox::{Assigned, InboxFilter, Queue, filter::midnight},
    kernel::{
        actor::{Membership, Official, Role},
        clock::{Instant, Now},
        ids::{AccountId, AgencyId},
    },
    platform::db::schema::dossiers,
    workflow::Status,
};

pub type Condition = Box<dyn BoxableExpression<dossiers::table, Pg, SqlType = Bool>>;

/// Written as the partial indexes are, so that the planner sees that they fit.
pub const OPEN: &str =
    "dossiers.status IN ('registered', 'accepted', 'processing', 'supplement_requested', 'payment_requested', 'stopped', 'finished')";

/// An official is waited for, by a clock.
pub const RUNS: &str = "dossiers.status IN ('registered', 'accepted', 'processing')";

/// A supplement to answer, a draft to check, money to pay.
pub const WAITS: &str = "dossiers.waits_for_citizen";

/// Now, and where the local day of now ends.
pub struct Today {
    pub now: Instant,
    pub end: Instant,
}

impl Today {
    pub fn of(now: Now) -> Self {
        Self { now: now.instant(), end: now.today().succ_opt().and_then(midnight).unwrap_or(now.instant()) }
    }
}

/// Where an official works, and as what.
pub struct Desks(Vec<(AgencyId, Role)>);

impl Desks {
    pub fn of(official: &Official) -> Self {
        let working = official.posts().filter(|m| m.role.handles_dossiers());
        let served = |m: Membership| Role::ALL.iter().filter(move |role| m.role.serves(**role)).map(move |role| (m.agency, *role));
        Self(working.flat_map(served).collect())
    }

    pub fn columns(&self) -> (Vec<AgencyId>, Vec<Role>) {
        self.0.iter().copied().unzip()
    }
}

pub fn open() -> SqlLiteral<Bool> {
    sql(OPEN)
}

pub fn runs() -> SqlLiteral<Bool> {
    sql(RUNS)
}

pub fn waits() -> SqlLiteral<Bool> {
    sql(WAITS)
}

/// One agency is compared as such: then the index gives its dossiers in their order.
pub fn at_agencies(agencies: &[AgencyId]) -> Condition {
    match agencies {
        [one] => Box::new(dossiers::agency_id.is_not_null().and(dossiers::agency_id.assume_not_null().eq(*one))),
        several => Box::new(dossiers::agency_id.is_not_null().and(dossiers::agency_id.assume_not_null().eq_any(several.to_vec()))),
    }
}

/// At a step of one of the official's roles, in the agency of that role, not waiting for the citizen
/// and not in the hands of a colleague.
pub fn mine(official: &Official) -> Condition {
    let unclaimed = dossiers::assignee_id.is_null().or(dossiers::assignee_id.is_not_distinct_from(official.account));
    Box::new(open().and(at_desks(official)).and(diesel::dsl::not(waits())).and(unclaimed))
}

fn at_desks(official: &Official) -> Condition {
    let (agencies, roles) = Desks::of(official).columns();
    if official.agencies().len() == 1 {
        return Box::new(sql::<Bool>("dossiers.step_role = ANY(").bind::<Array<Text>, _>(roles).sql(")"));
    }
    let pairs = sql::<Bool>("(dossiers.agency_id, dossiers.step_role) IN (SELECT * FROM unnest(")
        .bind::<Array<Uuid>, _>(agencies)
        .sql(", ")
        .bind::<Array<Text>, _>(roles)
        .sql("))");
    Box::new(pairs)
}

pub fn in_queue(queue: Queue, official: &Official, today: &Today) -> Condition {
    match queue {
        Queue::Mine => mine(official),
        Queue::Held => Box::new(open().and(in_hands_of(official.account))),
        Queue::Late => Box::new(open().and(runs()).and(dossiers::queue_due.lt(today.now))),
        Queue::Today => Box::new(open().and(runs()).and(dossiers::queue_due.ge(today.now)).and(dossiers::queue_due.lt(today.end))),
        Queue::New => Box::new(open().and(dossiers::status.eq(Status::Registered))),
        Queue::Waiting => Box::new(open().and(waits())),
        Queue::ToSign => {
            let at_leader = dossiers::step_role.is_not_distinct_from(Role::UnitLeader);
            Box::new(open().and(dossiers::status.eq(Status::Processing)).and(at_leader))
        }
        Queue::ToReturn => Box::new(open().and(dossiers::status.eq(Status::Finished))),
        Queue::Open => Box::new(open()),
        Queue::All => Box::new(dossiers::status.ne(Status::Draft)),
    }
}

fn in_hands_of(account: AccountId) -> Condition {
    Box::new(dossiers::assignee_id.is_not_null().and(dossiers::assignee_id.assume_not_null().eq(account)))
}

/// What the filter takes away besides its queue and its page.
pub fn narrowed(filter: &InboxFilter) -> Vec<Condition> {
    let mut all: Vec<Condition> = Vec::new();
    if let Some(service) = filter.service {
        all.push(Box::new(dossiers::service_id.eq(service)));
    }
    if let Some(status) = filter.status {
        all.push(Box::new(dossiers::status.eq(status)));
    }
    if let Some(step) = &filter.step {
        all.push(Box::new(dossiers::step_key.is_not_distinct_from(step.as_str().to_owned())));
    }
    match filter.assigned {
        Some(Assigned::To(account)) => all.push(in_hands_of(account)),
        Some(Assigned::Nobody) => all.push(Box::new(dossiers::assignee_id.is_null())),
        None => {}
    }
    if let Some(channel) = filter.channel {
        all.push(Box::new(dossiers::channel.eq(channel)));
    }
    let received = dossiers::submitted_at.assume_not_null();
    all.extend(filter.received.begin().map(|at| -> Condition { Box::new(received.ge(at)) }));
    all.extend(filter.received.end().map(|at| -> Condition { Box::new(received.lt(at)) }));
    all.extend(filter.due.begin().map(|at| -> Condition { Box::new(dossiers::queue_due.ge(at)) }));
    all.extend(filter.due.end().map(|at| -> Condition { Box::new(dossiers::queue_due.lt(at)) }));
    all
}
