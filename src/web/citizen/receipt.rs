//! Đã nộp hồ sơ: the code, what happens next, what was received.

use actix_web::{HttpResponse, web::Data};
use serde::Serialize;

use super::dossier::{self, Document};
use crate::{
    dossiers::{OwnerDossier, Rules},
    kernel::{dossier_code::DossierCode, places::Place},
    platform::views::Page,
    web::{
        Error,
        extract::{CitizenIn, Conn, Path},
        shell::{Visit, respond},
        words,
    },
};

/// The kind of paper that says what was handed in.
const RECEIPT: &str = "submission_receipt";

#[derive(Debug, Clone, Serialize)]
pub(super) struct ReceiptPage {
    code: String,
    service: String,
    agency: String,
    applicant: String,
    /// Chủ hồ sơ, where he is not who applies; else empty.
    owner: String,
    submitted_at: String,
    answer_by: String,
    email: String,
    documents: Vec<Document>,
    paper: String,
    dossier: String,
    mine: String,
}

impl Page for ReceiptPage {
    const TEMPLATE: &'static str = "citizen/receipt.html";

    fn samples() -> Vec<Self> {
        let full = Self {
            code: "H44.101-261123-0007".into(),
            service: "Cấp Giấy xác nhận tình trạng hôn nhân".into(),
            agency: "UBND phường Việt Trì".into(),
            applicant: "Nguyễn Thị Mẫu".into(),
            owner: "Nguyễn Văn Con".into(),
            submitted_at: "23/11/2026, 14:32".into(),
            answer_by: "14:30, thứ Ba, 24/11/2026".into(),
            email: "a•••@example.vn".into(),
            documents: vec![Document { name: "Giấy tờ tùy thân".into(), files: Vec::new() }],
            paper: "/van-ban/1".into(),
            dossier: "/ho-so/H44.101-261123-0007".into(),
            mine: "/ho-so".into(),
        };
        let bare = Self {
            owner: String::new(),
            answer_by: String::new(),
            email: String::new(),
            documents: Vec::new(),
            paper: String::new(),
            ..full.clone()
        };
        vec![full, bare]
    }
}

pub(super) async fn show(citizen: CitizenIn, mut conn: Conn, rules: Data<Rules>, code: Path<DossierCode>) -> Result<HttpResponse, Error> {
    let dossier = dossier::load(&citizen, &mut conn, &rules, &code.0).await?;
    respond::page(&citizen, &page(&citizen, &dossier))
}

fn page(visit: &Visit, dossier: &OwnerDossier) -> ReceiptPage {
    let facts = &dossier.facts;
    let paper = dossier.papers.iter().find(|paper| paper.kind == RECEIPT);
    ReceiptPage {
        code: facts.code.to_string(),
        service: facts.service_name.clone(),
        agency: facts.agency_name.clone(),
        applicant: facts.applicant.name.clone(),
        owner: facts.owner.as_ref().map(words::owner).unwrap_or_default(),
        submitted_at: words::moment(facts.submitted_at),
        answer_by: facts.deadline.step_due_at.map(|at| words::appointment(at, visit.lang())).unwrap_or_default(),
        email: facts.applicant.email.as_ref().map(|email| email.masked()).unwrap_or_default(),
        documents: dossier::documents(visit, dossier),
        paper: paper.map(|paper| Place::Paper(paper.id).path()).unwrap_or_default(),
        dossier: Place::Dossier(facts.code.clone()).path(),
        mine: Place::MyDossiers.path(),
    }
}
