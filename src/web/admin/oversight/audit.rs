//! Nhật ký: who did, and who read, what; narrowed by name, act, subject and days. Read only.

use actix_web::HttpResponse;
use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::{
    audit::{self, AuditEntry, AuditFilter},
    kernel::{
        clock::{Instant, vietnam},
        places::Place,
        places::admin::AdminPlace,
    },
    platform::views::Page,
    web::{
        admin::side::{self, SideGroup, side},
        extract::{Conn, Query, SystemAdminIn},
        shell::{Error, Visit, respond},
        words,
    },
};

/// As it stands in the address; anything unreadable is no filter.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct AuditQuery {
    ai: String,
    viec: String,
    loai: String,
    doi_tuong: String,
    tu: String,
    den: String,
    sau: String,
}

#[derive(Debug, Serialize)]
pub struct AuditPage {
    side: Vec<SideGroup>,
    action: String,
    filter: AuditQuery,
    rows: Vec<RowView>,
    first: String,
    next: String,
}

#[derive(Debug, Serialize)]
struct RowView {
    at: String,
    who: String,
    action: String,
    subject: String,
    data: String,
    sealed: bool,
}

impl Page for AuditPage {
    const TEMPLATE: &'static str = "admin/oversight/audit.html";

    fn samples() -> Vec<Self> {
        let row = |sealed| RowView {
            at: "23/11/2026, 09:00".into(),
            who: "Chu Thị Cấu".into(),
            action: "publish_version".into(),
            subject: "service khai-sinh".into(),
            data: "{\"number\":4}".into(),
            sealed,
        };
        let page = |rows| Self {
            side: side::sample(),
            action: "/quan-tri/nhat-ky".into(),
            filter: AuditQuery { ai: "Cấu".into(), ..AuditQuery::default() },
            rows,
            first: "/quan-tri/nhat-ky".into(),
            next: "/quan-tri/nhat-ky?sau=1".into(),
        };
        vec![page(vec![row(true), row(false)]), page(Vec::new())]
    }
}

/// `GET /quan-tri/nhat-ky`
pub async fn show(admin: SystemAdminIn, mut conn: Conn, query: Query<AuditQuery>) -> Result<HttpResponse, Error> {
    let (entries, goes_on) = audit::browse(conn.open().await?, &query.0.filter()).await?;
    conn.close();
    let next = entries.last().filter(|_| goes_on).map(|last| query.0.address(&last.seq.to_string()));
    let page = AuditPage {
        side: side(&admin, &AdminPlace::Audit),
        action: Place::Admin(AdminPlace::Audit).path(),
        first: if query.0.sau.is_empty() { String::new() } else { query.0.address("") },
        next: next.unwrap_or_default(),
        rows: entries.iter().map(|entry| row(&admin, entry)).collect(),
        filter: query.0,
    };
    respond::page(&admin, &page)
}

impl AuditQuery {
    fn filter(&self) -> AuditFilter {
        let day = |typed: &str, days: i64| -> Option<Instant> {
            let day = NaiveDate::parse_from_str(typed, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(typed, "%d/%m/%Y")).ok()?;
            let begin = day.and_hms_opt(0, 0, 0)?.and_local_timezone(vietnam()).single()?.to_utc();
            Some(begin + TimeDelta::days(days))
        };
        let text = |typed: &str| crate::kernel::text::line(typed);
        AuditFilter {
            name: text(&self.ai),
            action: text(&self.viec),
            subject_kind: text(&self.loai),
            subject: text(&self.doi_tuong),
            from: day(&self.tu, 0),
            until: day(&self.den, 1),
            before: self.sau.parse().ok(),
        }
    }

    fn address(&self, after: &str) -> String {
        Place::Admin(AdminPlace::Audit).asking(&[
            ("ai", &self.ai),
            ("viec", &self.viec),
            ("loai", &self.loai),
            ("doi_tuong", &self.doi_tuong),
            ("tu", &self.tu),
            ("den", &self.den),
            ("sau", after),
        ])
    }
}

fn row(visit: &Visit, entry: &AuditEntry) -> RowView {
    let who = entry.name.as_ref().map(ToString::to_string);
    RowView {
        at: words::moment(entry.at),
        who: who.unwrap_or_else(|| visit.text(&format!("audit-actor-{}", entry.actor), &[])),
        action: entry.action.clone(),
        subject: format!("{} {}", entry.subject_kind, entry.subject),
        data: if entry.data.as_object().is_some_and(serde_json::Map::is_empty) { String::new() } else { entry.data.to_string() },
        sealed: entry.sealed,
    }
}
