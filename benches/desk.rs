//! How much slower the desk becomes when dossiers become a hundred times as many: every list, counter, filter and search
//! of the inbox, the register and the public look-up, timed in one run over 10,000 and over 1,000,000 dossiers.
//!
//! What counts is the ratio: it holds on a slow machine, too. That no statement reads the table from end to end is
//! asserted, not only timed. `make bench`; `cargo bench --bench desk -- 100000` takes less time.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a bench stops where it is surprised, and says where"
)]
#![allow(clippy::print_stdout, reason = "its table is what it is for")]

#[path = "../tests/it/staff/many.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod many;
#[path = "../tests/it/support/mod.rs"]
mod support;

use std::{
    fmt,
    time::{Duration, Instant},
};

use chrono::Datelike;
use motcua::{
    dossiers::{self, Channel, Days, InboxFilter, InboxRow, Queue, RegisterFilter, Search, Turn},
    kernel::actor::{Official, Role},
    platform::db::Conn,
};
use support::TestPortal;

const FEW: usize = 10_000;
const MANY: usize = 1_000_000;
const TIMES: usize = 200;
/// As many rows as a page of the inbox holds, and one to know whether there are more.
const PAGE: usize = 51;

#[actix_web::main]
async fn main() {
    // `cargo test --benches` only asks whether a bench starts.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let many = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(MANY);
    let portal = TestPortal::open().await;
    let desks = [Desk::of("one commune", &portal, 1), Desk::of("148 communes", &portal, 148)];
    let mut tables = Vec::new();
    let mut there = 0;
    for count in [FEW, many] {
        let begun = Instant::now();
        many::generate_from(&portal, there + 1, count - there).await;
        println!("{count} dossiers; the {} new ones took {:.0} s", count - there, begun.elapsed().as_secs_f64());
        there = count;
        let mut table = Vec::new();
        for desk in &desks {
            desk.read_from_indexes(&portal).await;
            desk.time(&portal, &mut table).await;
        }
        tables.push(table);
    }
    print(&tables[0], &tables[1], many);
}

/// Somebody who receives and examines.
struct Desk {
    name: &'static str,
    official: Official,
}

struct Timed {
    what: String,
    p50: Duration,
    p99: Duration,
}

impl Desk {
    fn of(name: &'static str, portal: &TestPortal, communes: usize) -> Self {
        let codes = many::communes(portal, communes);
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        Self { name, official: many::official_of(portal, &codes, &[Role::ReceptionOfficer, Role::CivilStatusOfficer]) }
    }

    async fn read_from_indexes(&self, portal: &TestPortal) {
        let mut conn = portal.conn().await;
        for (what, filter) in filters(portal) {
            for plan in dossiers::plans(&mut conn, portal.now(), &self.official, &filter, PAGE).await.expect("plans") {
                assert!(!plan.reads_everything(), "{}, {what}, {}:\n{}", self.name, plan.statement, plan.lines.join("\n"));
            }
        }
    }

    async fn time(&self, portal: &TestPortal, table: &mut Vec<Timed>) {
        let mut conn = portal.conn().await;
        let mut newest = Vec::new();
        for (what, filter) in filters(portal) {
            let rows = self.page(portal, &mut conn, &filter, &what, table).await;
            if matches!(filter.queue, Queue::All) && filter.search.is_none() {
                newest = rows;
            }
        }
        let one = newest.first().expect("a dossier").clone();
        let words = ["mã hồ sơ".to_owned(), "họ tên".to_owned()].into_iter().zip([one.code.to_string(), one.applicant_name.clone()]);
        for (what, typed) in words {
            let filter = InboxFilter { search: Search::typed(&typed), ..InboxFilter::of(Queue::All) };
            let found = self.page(portal, &mut conn, &filter, &format!("search: {what}"), table).await;
            assert!(found.iter().any(|row| row.code == one.code), "{typed} is found");
        }
        let year = Days { from: portal.now().today().with_day(1), to: Some(portal.now().today()) };
        let filter = RegisterFilter { days: year, ..RegisterFilter::default() };
        let mut times = Vec::with_capacity(TIMES);
        for _ in 0..TIMES {
            let begun = Instant::now();
            let part = dossiers::register(&mut conn, &portal.rules, portal.now(), &self.official, &filter, (None, 100)).await;
            times.push(begun.elapsed());
            assert!(part.expect("the register").rows.len() <= 100);
        }
        table.push(Timed::of(format!("{}: register, first page of this month", self.name), times));
        let mut times = Vec::with_capacity(TIMES);
        for _ in 0..TIMES {
            let begun = Instant::now();
            let seen = dossiers::track(&mut conn, &portal.rules, portal.now(), &one.code, "0000").await.expect("an answer");
            times.push(begun.elapsed());
            drop(seen);
        }
        table.push(Timed::of(format!("{}: public look-up by code", self.name), times));
    }

    /// The whole of what the inbox reads: counters, list and next task.
    async fn page(&self, portal: &TestPortal, conn: &mut Conn, filter: &InboxFilter, what: &str, table: &mut Vec<Timed>) -> Vec<InboxRow> {
        let mut times = Vec::with_capacity(TIMES);
        let mut turned = filter.clone();
        let mut first = Vec::new();
        for round in 0..TIMES {
            let begun = Instant::now();
            let inbox = dossiers::inbox(conn, &portal.rules, portal.now(), &self.official, &turned).await.expect("a list");
            times.push(begun.elapsed());
            // Leafing on, so that deep pages count as well as the first.
            turned.turn = inbox.next.map(Turn::After);
            if round == 0 {
                first = inbox.rows;
            }
        }
        table.push(Timed::of(format!("{}: {what}", self.name), times));
        first
    }
}

impl Timed {
    fn of(what: String, mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self { what, p50: times[times.len() / 2], p99: times[times.len() * 99 / 100] }
    }
}

/// Every queue, and each way to narrow it.
fn filters(portal: &TestPortal) -> Vec<(String, InboxFilter)> {
    let mut all: Vec<_> = Queue::ALL.iter().map(|queue| (format!("queue {queue}"), InboxFilter::of(*queue))).collect();
    let service = portal.rules.catalogue.all_in_force(portal.now().instant()).first().map(|version| version.service);
    let day = portal.now().today();
    let week = Days { from: day.checked_sub_days(chrono::Days::new(7)), to: Some(day) };
    let open = || InboxFilter::of(Queue::All);
    all.push(("filter: service".to_owned(), InboxFilter { service, ..open() }));
    all.push(("filter: by post".to_owned(), InboxFilter { channel: Some(Channel::Postal), ..open() }));
    all.push(("filter: received this week".to_owned(), InboxFilter { received: week, ..open() }));
    all.push(("filter: due this week".to_owned(), InboxFilter { due: week, ..open() }));
    for words in ["nguyen thi", "Hồng Ánh", "025190000001", "khong ai ten nay"] {
        all.push((format!("search: {words}"), InboxFilter { search: Search::typed(words), ..open() }));
    }
    all
}

struct Millis(Duration);

impl fmt::Display for Millis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:8.2}", self.0.as_secs_f64() * 1000.0)
    }
}

fn print(few: &[Timed], many: &[Timed], count: usize) {
    println!("\nms: p50 and p99 over {FEW}, p50 and p99 over {count} dossiers, ratio of the p50");
    for (before, after) in few.iter().zip(many) {
        let ratio = after.p50.as_secs_f64() / before.p50.as_secs_f64();
        println!(
            "{} {} | {} {} | {ratio:6.1} × {}",
            Millis(before.p50),
            Millis(before.p99),
            Millis(after.p50),
            Millis(after.p99),
            after.what
        );
    }
    let worst = few.iter().zip(many).map(|(b, a)| a.p50.as_secs_f64() / b.p50.as_secs_f64()).fold(0.0, f64::max);
    let slowest = many.iter().map(|timed| timed.p99).max().unwrap_or_default();
    println!("\nworst ratio {worst:.1} ×; slowest p99 over {count} dossiers {} ms", Millis(slowest));
}
