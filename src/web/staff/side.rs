//! The menu at the side of the desk: the queues with what waits in each.

use serde::Serialize;

use crate::{
    dossiers::{Counters, Queue},
    kernel::{actor::Role, desk_places::DeskPlace, places::Place},
    web::shell::Visit,
};

#[derive(Debug, Clone, Serialize)]
pub struct SideGroup {
    title: String,
    items: Vec<SideItem>,
}

#[derive(Debug, Clone, Serialize)]
struct SideItem {
    text: String,
    href: String,
    current: bool,
    count: Option<i64>,
    alarm: bool,
}

const WORK: [Queue; 6] = [Queue::Mine, Queue::Held, Queue::New, Queue::Waiting, Queue::ToSign, Queue::ToReturn];
const WATCH: [Queue; 4] = [Queue::Late, Queue::Today, Queue::Open, Queue::All];

/// The key of a queue's name: `queue-to-sign`.
pub fn queue_key(queue: Queue) -> &'static str {
    match queue {
        Queue::Mine => "queue-mine",
        Queue::Held => "queue-held",
        Queue::Late => "queue-late",
        Queue::Today => "queue-today",
        Queue::New => "queue-new",
        Queue::Waiting => "queue-waiting",
        Queue::ToSign => "queue-to-sign",
        Queue::ToReturn => "queue-to-return",
        Queue::Open => "queue-open",
        Queue::All => "queue-all",
    }
}

/// The address of a queue.
pub fn queue_href(queue: Queue) -> String {
    format!("{}?hang={queue}", Place::Inbox.path())
}

/// `views`: the saved views, each with its address and whether it is the list that is shown.
pub fn side(visit: &Visit, counters: &Counters, current: Queue, views: Vec<(String, String, bool)>) -> Vec<SideGroup> {
    let current = Some(current).filter(|_| views.iter().all(|(_, _, shown)| !shown));
    let mut groups = groups(visit, Some(counters), current, None);
    let items: Vec<SideItem> =
        views.into_iter().map(|(text, href, current)| SideItem { text, href, current, count: None, alarm: false }).collect();
    if !items.is_empty() {
        groups.insert(1, SideGroup { title: visit.text("views-title", &[]), items });
    }
    groups
}

/// Beside a page that counts nothing.
pub fn side_of(visit: &Visit, current: &Place) -> Vec<SideGroup> {
    groups(visit, None, None, Some(current))
}

fn groups(visit: &Visit, counters: Option<&Counters>, current: Option<Queue>, place: Option<&Place>) -> Vec<SideGroup> {
    let queues = |queues: &[Queue]| queues.iter().map(|queue| item(visit, counters, *queue, current)).collect::<Vec<_>>();
    let link = |key: &str, to: Place| SideItem {
        text: visit.text(key, &[]),
        current: place == Some(&to),
        href: to.path(),
        count: None,
        alarm: false,
    };
    let watch = queues(&WATCH)
        .into_iter()
        .chain([link("opinions-title", Place::Desk(DeskPlace::Opinions)), link("register-title", Place::Desk(DeskPlace::Register))])
        .collect();
    let receives = visit
        .session()
        .and_then(|session| session.official)
        .is_some_and(|official| official.posts().any(|post| post.role == Role::ReceptionOfficer));
    let counter = receives.then(|| link("intake-title", Place::Desk(DeskPlace::Intake)));
    vec![
        SideGroup { title: visit.text("side-work", &[]), items: counter.into_iter().chain(queues(&WORK)).collect() },
        SideGroup { title: visit.text("side-watch", &[]), items: watch },
        SideGroup { title: visit.text("side-own", &[]), items: vec![link("leave-title", Place::Desk(DeskPlace::Leave))] },
    ]
}

fn item(visit: &Visit, counters: Option<&Counters>, queue: Queue, current: Option<Queue>) -> SideItem {
    let count = counters.and_then(|counters| counters.of(queue));
    SideItem {
        text: visit.text(queue_key(queue), &[]),
        href: queue_href(queue),
        current: current == Some(queue),
        count,
        alarm: queue == Queue::Late && count.unwrap_or_default() > 0,
    }
}

/// The menu as samples show it.
pub fn sample() -> Vec<SideGroup> {
    let item = |text: &str, count, current| SideItem { text: text.into(), href: "/can-bo".into(), current, count, alarm: false };
    vec![SideGroup { title: "Công việc".into(), items: vec![item("Cần xử lý", Some(24), true), item("Tất cả", None, false)] }]
}
