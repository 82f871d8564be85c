//! Hồ sơ cần xử lý: one list over all services and agencies of an official, what is late first.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::side::{self, SideGroup, queue_href, queue_key, side};
use crate::{
    dossiers::{self, Channel, Counters, Inbox, InboxFilter, InboxRow, Queue, Rules},
    kernel::places::Place,
    platform::views::Page,
    web::{
        extract::{Conn, OfficialIn, Query},
        shell::{Error, Visit, respond},
        words::{self, Tag},
    },
};

/// The filter as it stands in the address; anything unreadable is no filter.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct InboxQuery {
    hang: String,
    tim: String,
    #[serde(rename = "dich-vu")]
    service: String,
    nguon: String,
    sau: String,
}

#[derive(Debug, Serialize)]
pub struct InboxPage {
    heading: String,
    side: Vec<SideGroup>,
    counters: Vec<CounterView>,
    action: String,
    filter: FilterView,
    services: Vec<Choice>,
    channels: Vec<Choice>,
    filtered: bool,
    unfiltered: String,
    everything: String,
    empty: String,
    rows: Vec<RowView>,
    /// Back to the first page, if this is another.
    first: String,
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

#[derive(Debug, Serialize)]
struct FilterView {
    queue: Queue,
    search: String,
    service: String,
    channel: String,
}

#[derive(Debug, Serialize)]
struct Choice {
    value: String,
    text: String,
}

#[derive(Debug, Serialize)]
struct RowView {
    kind: &'static str,
    href: String,
    code: String,
    news: bool,
    applicant: String,
    channel: String,
    service: String,
    agency: String,
    step: String,
    mine: bool,
    badge: Option<Tag>,
    due: Option<String>,
}

impl Page for InboxPage {
    const TEMPLATE: &'static str = "staff/inbox.html";

    fn samples() -> Vec<Self> {
        let row = |kind, badge: Option<Tag>| RowView {
            kind,
            href: "/can-bo/ho-so/H44.101-261123-0001".into(),
            code: "H44.101-261123-0001".into(),
            news: true,
            applicant: "Nguyễn Thị Hồng Mẫu".into(),
            channel: "Trực tuyến".into(),
            service: "Cấp Giấy xác nhận tình trạng hôn nhân".into(),
            agency: "UBND phường Việt Trì".into(),
            step: "Thẩm tra, dự thảo".into(),
            mine: true,
            badge,
            due: Some("25/11/2026".into()),
        };
        let late = Tag { kind: "late", text: "Quá hạn 2 ngày".into() };
        vec![Self::sample(vec![row("late", Some(late)), row("", None)]), Self::sample(Vec::new())]
    }
}

impl InboxPage {
    fn sample(rows: Vec<RowView>) -> Self {
        Self {
            heading: "Đang ở bước của tôi".into(),
            side: side::sample(),
            counters: vec![CounterView { text: "Quá hạn".into(), count: 3, href: "/can-bo".into(), kind: "late", current: false }],
            action: Place::Inbox.path(),
            filter: FilterView { queue: Queue::Mine, search: "mau".into(), service: String::new(), channel: String::new() },
            services: vec![Choice { value: String::new(), text: "Tất cả dịch vụ".into() }],
            channels: vec![Choice { value: String::new(), text: "Tất cả".into() }],
            filtered: true,
            unfiltered: "/can-bo".into(),
            everything: "/can-bo".into(),
            empty: "Không có hồ sơ nào.".into(),
            rows,
            first: String::new(),
            next: "/can-bo?sau=1".into(),
        }
    }
}

/// `GET /can-bo`
pub async fn show(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, query: Query<InboxQuery>) -> Result<HttpResponse, Error> {
    let filter = query.0.filter();
    let inbox = dossiers::inbox(conn.open().await?, &rules, official.now(), &official.official, &filter).await.map_err(Error::internal)?;
    conn.close();
    respond::page(&official, &page(&official, &rules, &query.0, &filter, &inbox))
}

impl InboxQuery {
    fn filter(&self) -> InboxFilter {
        let search = crate::kernel::text::line(&self.tim);
        InboxFilter {
            queue: self.hang.parse().unwrap_or(Queue::Mine),
            service: self.service.parse().ok(),
            channel: self.nguon.parse().ok(),
            search: (!search.is_empty()).then(|| search.chars().take(100).collect()),
            after: self.sau.parse().ok(),
        }
    }
}

fn page(visit: &Visit, rules: &Rules, query: &InboxQuery, filter: &InboxFilter, inbox: &Inbox) -> InboxPage {
    let here = address(filter);
    InboxPage {
        heading: visit.text(queue_key(filter.queue), &[]),
        side: side(visit, &inbox.counters, filter.queue),
        counters: counters(visit, &inbox.counters, filter.queue),
        action: Place::Inbox.path(),
        filter: FilterView {
            queue: filter.queue,
            search: query.tim.clone(),
            service: filter.service.map(|id| id.to_string()).unwrap_or_default(),
            channel: filter.channel.map(|channel| channel.to_string()).unwrap_or_default(),
        },
        services: services(visit, rules),
        channels: channels(visit),
        filtered: filter.service.is_some() || filter.channel.is_some() || filter.search.is_some(),
        unfiltered: queue_href(filter.queue),
        everything: queue_href(Queue::Open),
        empty: visit.text("inbox-empty", &[]),
        rows: inbox.rows.iter().map(|row| row_view(visit, row)).collect(),
        first: if filter.after.is_some() { here.clone() } else { String::new() },
        next: inbox.next.map(|cursor| format!("{here}&sau={cursor}")).unwrap_or_default(),
    }
}

/// The address of this list, first page.
fn address(filter: &InboxFilter) -> String {
    let mut address = queue_href(filter.queue);
    if let Some(service) = filter.service {
        address.push_str(&format!("&dich-vu={service}"));
    }
    if let Some(channel) = filter.channel {
        address.push_str(&format!("&nguon={channel}"));
    }
    if let Some(search) = &filter.search {
        let safe: String = url_safe(search);
        address.push_str(&format!("&tim={safe}"));
    }
    address
}

fn url_safe(text: &str) -> String {
    text.bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() || b"-._".contains(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
            },
        )
        .collect()
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

fn services(visit: &Visit, rules: &Rules) -> Vec<Choice> {
    let all = Choice { value: String::new(), text: visit.text("inbox-all-services", &[]) };
    let names = rules.catalogue.all_in_force(visit.now().instant());
    std::iter::once(all)
        .chain(names.iter().map(|v| Choice { value: v.service.to_string(), text: v.definition.name.get(visit.lang()).to_owned() }))
        .collect()
}

fn channels(visit: &Visit) -> Vec<Choice> {
    let all = Choice { value: String::new(), text: visit.text("inbox-all-channels", &[]) };
    std::iter::once(all)
        .chain(Channel::ALL.iter().map(|c| Choice { value: c.to_string(), text: visit.text(channel_key(*c), &[]) }))
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

fn row_view(visit: &Visit, row: &InboxRow) -> RowView {
    let badge = row.deadline.standing.map(|standing| words::badge(standing, visit.lang()));
    RowView {
        kind: badge.as_ref().map_or("", |badge| badge.kind),
        href: Place::Workbench(row.code.clone()).path(),
        code: row.code.to_string(),
        news: row.has_news,
        applicant: row.applicant_name.clone(),
        channel: visit.text(channel_key(row.channel), &[]),
        service: row.service_name.clone(),
        agency: row.agency_name.clone(),
        step: row.step_name.clone().unwrap_or_else(|| visit.text(row.status.text_key(row.decision), &[])),
        mine: row.is_mine,
        badge,
        due: row.deadline.due_at.map(words::date),
    }
}
