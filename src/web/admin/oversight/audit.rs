//! Nhật ký: who did, and who read, what; narrowed by name, act, subject and days. Read only.

use actix_web::{HttpResponse, web};
use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use super::audit_words::{self, DetailView, OptionView};
use crate::{
    agencies::Agencies,
    audit::{self, AuditEntry, AuditFilter},
    dossiers::Rules,
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
    co_quan: String,
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
    acts: Vec<OptionView>,
    kinds: Vec<OptionView>,
    agencies: Vec<OptionView>,
    rows: Vec<RowView>,
    first: String,
    next: String,
}

#[derive(Debug, Serialize)]
struct RowView {
    at: String,
    who: String,
    action: String,
    kind: String,
    subject: String,
    details: Vec<DetailView>,
    sealed: bool,
}

impl Page for AuditPage {
    const TEMPLATE: &'static str = "admin/oversight/audit.html";

    fn samples() -> Vec<Self> {
        let row = |sealed| RowView {
            at: "23/11/2026, 09:00".into(),
            who: "Chu Thị Cấu".into(),
            action: "Công bố phiên bản".into(),
            kind: "Dịch vụ".into(),
            subject: "khai-sinh".into(),
            details: if sealed { vec![DetailView { label: "Số".into(), value: "4".into() }] } else { Vec::new() },
            sealed,
        };
        let page = |rows| Self {
            side: side::sample(),
            action: "/quan-tri/nhat-ky".into(),
            filter: AuditQuery { ai: "Cấu".into(), ..AuditQuery::default() },
            acts: vec![OptionView { value: String::new(), text: "Mọi việc".into() }],
            kinds: vec![OptionView { value: String::new(), text: "Mọi đối tượng".into() }],
            agencies: vec![OptionView { value: String::new(), text: "Mọi cơ quan".into() }],
            rows,
            first: "/quan-tri/nhat-ky".into(),
            next: "/quan-tri/nhat-ky?sau=1".into(),
        };
        vec![page(vec![row(true), row(false)]), page(Vec::new())]
    }
}

/// `GET /quan-tri/nhat-ky`
pub async fn show(admin: SystemAdminIn, mut conn: Conn, rules: web::Data<Rules>, query: Query<AuditQuery>) -> Result<HttpResponse, Error> {
    let (entries, goes_on) = audit::browse(conn.open().await?, &query.0.filter(&rules.agencies)).await?;
    conn.close();
    let next = entries.last().filter(|_| goes_on).map(|last| query.0.address(&last.seq.to_string()));
    let page = AuditPage {
        side: side(&admin, &AdminPlace::Audit),
        action: Place::Admin(AdminPlace::Audit).path(),
        first: if query.0.sau.is_empty() { String::new() } else { query.0.address("") },
        next: next.unwrap_or_default(),
        acts: audit_words::acts(&admin),
        kinds: audit_words::kinds(&admin),
        agencies: agencies(&admin, &rules.agencies),
        rows: entries.iter().map(|entry| row(&admin, &rules.agencies, entry)).collect(),
        filter: query.0,
    };
    respond::page(&admin, &page)
}

impl AuditQuery {
    fn filter(&self, agencies: &Agencies) -> AuditFilter {
        let day = |typed: &str, days: i64| -> Option<Instant> {
            let day = NaiveDate::parse_from_str(typed, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(typed, "%d/%m/%Y")).ok()?;
            let begin = day.and_hms_opt(0, 0, 0)?.and_local_timezone(vietnam()).single()?.to_utc();
            Some(begin + TimeDelta::days(days))
        };
        let text = |typed: &str| crate::kernel::text::line(typed);
        AuditFilter {
            name: text(&self.ai),
            actions: match text(&self.viec).as_str() {
                "" => Vec::new(),
                "xem" => audit_words::READS.iter().map(|act| (*act).to_owned()).collect(),
                act => vec![act.to_owned()],
            },
            agency: agencies.by_code(&self.co_quan).map(|agency| agency.id),
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
            ("co_quan", &self.co_quan),
            ("loai", &self.loai),
            ("doi_tuong", &self.doi_tuong),
            ("tu", &self.tu),
            ("den", &self.den),
            ("sau", after),
        ])
    }
}

fn agencies(visit: &Visit, agencies: &Agencies) -> Vec<OptionView> {
    let every = OptionView { value: String::new(), text: visit.text("audit-every-agency", &[]) };
    std::iter::once(every).chain(agencies.iter().map(|one| OptionView { value: one.code.clone(), text: one.name.clone() })).collect()
}

fn row(visit: &Visit, agencies: &Agencies, entry: &AuditEntry) -> RowView {
    let who = entry.name.as_ref().map(ToString::to_string);
    RowView {
        at: words::moment(entry.at),
        who: who.unwrap_or_else(|| visit.text(&format!("audit-actor-{}", entry.actor), &[])),
        action: audit_words::act(visit, &entry.action),
        kind: audit_words::kind(visit, &entry.subject_kind),
        subject: entry.subject_name.as_ref().map_or_else(|| entry.subject.clone(), ToString::to_string),
        details: audit_words::details(visit, agencies, &entry.data),
        sealed: entry.sealed,
    }
}
