//! Hồ sơ cần xử lý: one list over all services and agencies of an official, what is late first.

mod address;
mod filters;
pub mod listed;
mod rows;
mod task;
mod views;

use actix_web::{HttpResponse, web};
use serde::Serialize;

pub use self::{address::InboxQuery, views::ViewsPage};
use self::{
    address::address,
    filters::{Choices, FilterView},
    rows::RowView,
    task::TaskView,
};
use super::batch::act_key;
use super::side::{self, SideGroup, queue_href, queue_key, side};
use crate::{
    dossiers::{self, BatchAct, Channel, Counters, Inbox, InboxFilter, Position, Queue, Rules, SavedView, Turn},
    kernel::{
        actor::{Official, Role},
        desk_places::DeskPlace,
        places::Place,
    },
    platform::views::Page,
    web::{
        extract::{Conn, OfficialIn, Query},
        shell::{Error, Visit, respond},
        words::{self, Tag},
    },
};

#[derive(Debug, Serialize)]
pub struct InboxPage {
    heading: String,
    /// For whom the official acts today besides himself.
    stands_in: Vec<String>,
    side: Vec<SideGroup>,
    counters: Vec<CounterView>,
    task: Option<TaskView>,
    action: String,
    filter: FilterView,
    choices: Choices,
    filtered: bool,
    unfiltered: String,
    /// Where else to look when nothing was found, and what to call it.
    elsewhere: String,
    elsewhere_text: String,
    empty: String,
    /// Where this list is kept under a name, and its question; what the unit is called that would share it.
    keep: String,
    question: String,
    unit: String,
    batch: String,
    acts: Vec<ActView>,
    rows: Vec<RowView>,
    previous: String,
    next: String,
}

#[derive(Debug, Serialize)]
struct CounterView {
    text: String,
    count: i64,
    href: String,
    kind: &'static str,
    current: bool,
}

/// What may be done with many dossiers at once.
#[derive(Debug, Serialize)]
struct ActView {
    value: BatchAct,
    text: String,
}

impl Page for InboxPage {
    const TEMPLATE: &'static str = "staff/inbox.html";

    fn samples() -> Vec<Self> {
        let late = Tag { kind: "late", text: "Quá hạn 2 ngày".into() };
        vec![Self::sample(vec![RowView::sample("late", Some(late)), RowView::sample("", None)]), Self::sample(Vec::new())]
    }
}

impl InboxPage {
    fn sample(rows: Vec<RowView>) -> Self {
        Self {
            heading: "Đang ở bước của tôi".into(),
            stands_in: vec!["Hôm nay bạn xử lý thay Phạm Văn Hộ, đến hết 27/11/2026.".into()],
            side: side::sample(),
            counters: vec![CounterView { text: "Quá hạn".into(), count: 3, href: "/can-bo".into(), kind: "late", current: false }],
            task: (!rows.is_empty()).then(TaskView::sample),
            action: Place::Inbox.path(),
            filter: FilterView::sample(),
            choices: Choices::sample(),
            filtered: true,
            unfiltered: "/can-bo".into(),
            elsewhere: "/can-bo?hang=all".into(),
            elsewhere_text: "Tìm trong tất cả hồ sơ".into(),
            empty: "Không có hồ sơ nào.".into(),
            keep: Place::Desk(DeskPlace::Views).path(),
            question: "hang=late".into(),
            unit: "UBND phường Việt Trì".into(),
            batch: Place::Desk(DeskPlace::Batch).path(),
            acts: vec![ActView { value: BatchAct::Forward, text: "Chuyển bước tiếp".into() }],
            rows,
            previous: "/can-bo?truoc=1".into(),
            next: "/can-bo?sau=1".into(),
        }
    }
}

pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/can-bo", web::get().to(show))
        .route("/can-bo/ke-tiep", web::get().to(listed::beside))
        .route("/can-bo/bo-loc", web::get().to(views::show))
        .route("/can-bo/bo-loc", web::post().to(views::save))
        .route("/can-bo/bo-loc/{id}/doi-ten", web::post().to(views::rename))
        .route("/can-bo/bo-loc/{id}/xoa", web::post().to(views::delete));
}

/// `GET /can-bo`
pub async fn show(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, query: Query<InboxQuery>) -> Result<HttpResponse, Error> {
    let filter = query.0.filter(official.official.account);
    let inbox = dossiers::inbox(conn.open().await?, &rules, official.now(), &official.official, &filter).await.map_err(Error::internal)?;
    conn.close();
    respond::page(&official, &page(&official, &official.official, &rules, (&query.0.tim, &filter), &inbox))
}

fn page(visit: &Visit, official: &Official, rules: &Rules, (typed, filter): (&str, &InboxFilter), inbox: &Inbox) -> InboxPage {
    let turned = |turn: Turn| address(&InboxFilter { turn: Some(turn), ..filter.clone() }, official.account);
    let several = official.agencies().len() > 1;
    let whole = address(&InboxFilter { turn: None, ..filter.clone() }, official.account);
    let question = whole.split_once('?').map(|(_, question)| question.to_owned()).unwrap_or_default();
    // What was looked for in one queue may stand in another.
    let wider = if filter.search.is_some() { Queue::All } else { Queue::Open };
    let found_elsewhere = InboxFilter { search: filter.search.clone(), ..InboxFilter::of(wider) };
    InboxPage {
        heading: visit.text(queue_key(filter.queue), &[]),
        stands_in: stands_in(visit, official),
        side: side(visit, &inbox.counters, filter.queue, views(visit, &inbox.views, &question)),
        counters: counters(visit, &inbox.counters, filter.queue),
        task: inbox.task.as_ref().map(|task| TaskView::of(visit, task)),
        action: Place::Inbox.path(),
        filter: FilterView::of(filter, official, typed),
        choices: Choices::of(visit, rules, filter),
        filtered: filter.narrows(),
        unfiltered: queue_href(filter.queue),
        elsewhere: if *filter == found_elsewhere { String::new() } else { address(&found_elsewhere, official.account) },
        elsewhere_text: visit.text(if filter.search.is_some() { "inbox-search-all" } else { "inbox-see-all" }, &[]),
        empty: visit.text(empty_key(filter), &[]),
        keep: Place::Desk(DeskPlace::Views).path(),
        unit: official.agencies().first().and_then(|id| rules.agencies.get(*id)).map(|unit| unit.short_authority()).unwrap_or_default(),
        batch: Place::Desk(DeskPlace::Batch).path(),
        acts: acts(visit, official),
        rows: inbox
            .rows
            .iter()
            .zip(1..)
            .map(|(row, at)| RowView::of(visit, row, several, (&question, position(inbox, filter, at))))
            .collect(),
        question,
        previous: inbox.previous.map(|place| turned(Turn::Before(place))).unwrap_or_default(),
        next: inbox.next.map(|place| turned(Turn::After(place))).unwrap_or_default(),
    }
}

/// On the first page, where it is known without counting anew.
fn position(inbox: &Inbox, filter: &InboxFilter, at: usize) -> Option<Position> {
    let counted = || inbox.counters.of(filter.queue).filter(|_| !filter.narrows()).and_then(|count| usize::try_from(count).ok());
    let of = if inbox.next.is_none() { Some(inbox.rows.len()) } else { counted() };
    of.filter(|_| filter.turn.is_none()).map(|of| Position { at, of: of.max(at), more: false })
}

fn stands_in(visit: &Visit, official: &Official) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for post in &official.stands_in {
        let said = [("absent", post.name.to_string().into()), ("until", words::day(post.until).into())];
        let line = visit.text("leave-standing-in", &said);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// At the side, with the way to look after them.
fn views(visit: &Visit, saved: &[SavedView], question: &str) -> Vec<(String, String, bool)> {
    let mut lines: Vec<_> = saved.iter().map(|view| (view.name.clone(), views::href(view), view.question == question)).collect();
    if !lines.is_empty() {
        lines.push((visit.text("views-manage", &[]), Place::Desk(DeskPlace::Views).path(), false));
    }
    lines
}

/// Only those who sign are offered signing.
fn acts(visit: &Visit, official: &Official) -> Vec<ActView> {
    let signs = official.memberships.iter().any(|m| matches!(m.role, Role::UnitLeader | Role::DivisionHead));
    let offered = BatchAct::ALL.iter().filter(|act| **act != BatchAct::Approve || signs);
    offered.map(|act| ActView { value: *act, text: visit.text(act_key(*act), &[]) }).collect()
}

fn empty_key(filter: &InboxFilter) -> &'static str {
    match (filter.narrows(), filter.queue) {
        (true, _) => "inbox-empty-filtered",
        (false, Queue::Mine) => "inbox-empty-mine",
        (false, _) => "inbox-empty",
    }
}

fn counters(visit: &Visit, counters: &Counters, current: Queue) -> Vec<CounterView> {
    let four = [(Queue::Late, "late"), (Queue::Today, "soon"), (Queue::Mine, "plain"), (Queue::Waiting, "plain")];
    four.into_iter()
        .map(|(queue, kind)| CounterView {
            text: visit.text(queue_key(queue), &[]),
            count: counters.of(queue).unwrap_or_default(),
            href: queue_href(queue),
            kind,
            current: queue == current,
        })
        .collect()
}

/// The key of a channel's name.
pub fn channel_key(channel: Channel) -> &'static str {
    match channel {
        Channel::Online => "channel-online",
        Channel::InPerson => "channel-in_person",
        Channel::Postal => "channel-postal",
    }
}
