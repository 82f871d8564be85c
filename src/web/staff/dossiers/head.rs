//! The head of every page about one dossier: whose it is, what it is, how it stands.

use serde::Serialize;

use crate::{
    dossiers::DossierFacts,
    web::{
        shell::Visit,
        words::{self, Tag},
    },
};

#[derive(Debug, Serialize)]
pub struct Head {
    pub applicant: String,
    pub code: String,
    pub service: String,
    pub badge: Option<Tag>,
    pub due: Option<String>,
    pub status: Tag,
}

pub fn head(visit: &Visit, facts: &DossierFacts) -> Head {
    let status_text = match &facts.step {
        Some(step) if !facts.status.is_final() => step.name.clone(),
        _ => visit.text(facts.status.text_key(facts.decision), &[]),
    };
    Head {
        applicant: facts.applicant.name.clone(),
        code: facts.code.to_string(),
        service: facts.service_name.clone(),
        badge: facts.deadline.standing.map(|standing| words::badge(standing, visit.lang())),
        due: facts.deadline.due_at.map(words::moment),
        status: Tag { kind: words::status_kind(facts.status, facts.decision), text: status_text },
    }
}

/// The head as samples show it.
pub fn sample() -> Head {
    Head {
        applicant: "Nguyễn Thị Hồng Mẫu".into(),
        code: "H44.101-261123-0001".into(),
        service: "Cấp Giấy xác nhận tình trạng hôn nhân".into(),
        badge: Some(Tag { kind: "soon", text: "Hôm nay, 17:00".into() }),
        due: Some("23/11/2026, 17:00".into()),
        status: Tag { kind: "action", text: "Thẩm tra, dự thảo".into() },
    }
}
