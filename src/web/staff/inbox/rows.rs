//! A line of the list.

use serde::Serialize;

use super::{channel_key, listed::Listed};
use crate::{
    dossiers::{InboxRow, Position},
    kernel::places::Place,
    web::{
        shell::Visit,
        words::{self, Tag},
    },
};

#[derive(Debug, Serialize)]
pub struct RowView {
    kind: &'static str,
    href: String,
    code: String,
    news: bool,
    received: String,
    applicant: String,
    channel: String,
    service: String,
    /// Empty for officials of one agency.
    agency: String,
    step: String,
    /// Whose turn it is; empty if it is nobody's in particular.
    hands: String,
    badge: Option<Tag>,
    due: Option<String>,
}

impl RowView {
    pub fn of(visit: &Visit, row: &InboxRow, several_agencies: bool, (question, position): (&str, Option<Position>)) -> Self {
        let badge = row.deadline.standing.map(|standing| words::badge(standing, visit.lang()));
        let mine = if row.is_mine { visit.text("inbox-mine", &[]) } else { String::new() };
        Self {
            kind: badge.as_ref().map_or("", |badge| badge.kind),
            href: Listed::at(question, row.place, position).address(&Place::Workbench(row.code.clone())),
            code: row.code.to_string(),
            news: row.has_news,
            received: words::date(row.submitted_at),
            applicant: row.applicant_name.clone(),
            channel: visit.text(channel_key(row.channel), &[]),
            service: row.service_name.clone(),
            agency: if several_agencies { row.agency_name.clone() } else { String::new() },
            step: row.step_name.clone().unwrap_or_else(|| visit.text(row.status.text_key(row.decision), &[])),
            hands: row.assignee.clone().unwrap_or(mine),
            badge,
            due: row.deadline.due_at.map(words::date),
        }
    }

    pub fn sample(kind: &'static str, badge: Option<Tag>) -> Self {
        Self {
            kind,
            href: "/can-bo/ho-so/H44.101-261123-0001".into(),
            code: "H44.101-261123-0001".into(),
            news: true,
            received: "23/11/2026".into(),
            applicant: "Nguyễn Thị Hồng Mẫu".into(),
            channel: "Trực tuyến".into(),
            service: "Cấp Giấy xác nhận tình trạng hôn nhân".into(),
            agency: "UBND phường Việt Trì".into(),
            step: "Thẩm tra, dự thảo".into(),
            hands: "Phạm Văn Hộ".into(),
            badge,
            due: Some("25/11/2026".into()),
        }
    }
}
