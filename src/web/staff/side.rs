//! The menu at the side of the desk: the queues with what waits in each.

use serde::Serialize;

use crate::{
    dossiers::{Counters, Queue},
    kernel::places::Place,
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

const WORK: [Queue; 5] = [Queue::Mine, Queue::New, Queue::Waiting, Queue::ToSign, Queue::ToReturn];
const WATCH: [Queue; 4] = [Queue::Late, Queue::Today, Queue::Open, Queue::All];

/// The key of a queue's name: `queue-to-sign`.
pub fn queue_key(queue: Queue) -> &'static str {
    match queue {
        Queue::Mine => "queue-mine",
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

pub fn side(visit: &Visit, counters: &Counters, current: Queue) -> Vec<SideGroup> {
    let group = |title: &str, queues: &[Queue]| SideGroup {
        title: visit.text(title, &[]),
        items: queues.iter().map(|queue| item(visit, counters, *queue, current)).collect(),
    };
    vec![group("side-work", &WORK), group("side-watch", &WATCH)]
}

fn item(visit: &Visit, counters: &Counters, queue: Queue, current: Queue) -> SideItem {
    let count = counters.of(queue);
    SideItem {
        text: visit.text(queue_key(queue), &[]),
        href: queue_href(queue),
        current: queue == current,
        count,
        alarm: queue == Queue::Late && count.unwrap_or_default() > 0,
    }
}

/// The menu as samples show it.
pub fn sample() -> Vec<SideGroup> {
    let item = |text: &str, count, current| SideItem { text: text.into(), href: "/can-bo".into(), current, count, alarm: false };
    vec![SideGroup { title: "Công việc".into(), items: vec![item("Cần xử lý", Some(24), true), item("Tất cả", None, false)] }]
}
