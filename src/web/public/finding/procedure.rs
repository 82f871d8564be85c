//! A procedure that cannot be handed in here: what is known of it, and where to go.

use actix_web::HttpResponse;
use serde::Serialize;

use super::card;
use crate::{
    catalogue::procedures::{self, Applicant, DocumentGroup, Level, NationalTexts, Procedure, Way},
    dossiers::Rules,
    kernel::{places::Place, procedure_code::ProcedureCode},
    platform::views::Page,
    web::{
        Error,
        extract::{Conn, Visitor},
        shell::{Visit, respond},
    },
};

#[derive(Debug, Clone, Serialize)]
pub(in crate::web::public) struct ProcedureView {
    name: String,
    code: String,
    field: String,
    field_href: String,
    facts: Vec<Fact>,
    /// Where to go, one sentence for each level that handles it.
    where_to: Vec<String>,
    /// The page of the National Portal; empty if nothing is handed in there.
    national: &'static str,
    applicants: Vec<String>,
    results: Vec<String>,
    decision: String,
    /// Whether the long texts are there.
    has_texts: bool,
    ways: Vec<Way>,
    documents: Vec<DocumentGroup>,
    sequence: Vec<String>,
    conditions: Vec<String>,
    agency: String,
    address: String,
    legal_basis: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Fact {
    label: String,
    value: String,
    note: String,
}

/// Where people go who hand in online what this portal does not take.
const NATIONAL_PORTAL: &str = "https://dichvucong.gov.vn";

impl Page for ProcedureView {
    const TEMPLATE: &'static str = "public/finding/procedure.html";

    fn samples() -> Vec<Self> {
        let word = |word: &str| vec![word.to_owned()];
        let bare = Self {
            name: "Đăng ký thường trú".into(),
            code: "1.004222".into(),
            field: "Đăng ký, quản lý cư trú".into(),
            field_href: Place::Services.asking(&[("linh-vuc", "Đăng ký, quản lý cư trú")]),
            facts: vec![Fact { label: "Cấp thực hiện".into(), value: "Cấp xã".into(), note: String::new() }],
            where_to: word("Đến Trung tâm Phục vụ hành chính công xã, phường nơi bạn cư trú."),
            national: NATIONAL_PORTAL,
            applicants: word("Công dân Việt Nam"),
            results: word("Thông báo kết quả đăng ký cư trú"),
            decision: "QĐ/0001-BCA".into(),
            has_texts: false,
            ways: Vec::new(),
            documents: Vec::new(),
            sequence: Vec::new(),
            conditions: Vec::new(),
            agency: String::new(),
            address: String::new(),
            legal_basis: Vec::new(),
        };
        let way = Way { how: "Trực tiếp".into(), time: "7 ngày làm việc".into(), fee: "Miễn phí".into() };
        let paper = procedures::NeededDocument { name: "Tờ khai".into(), copies: "1 bản chính".into() };
        let full = Self {
            has_texts: true,
            ways: vec![way],
            documents: vec![DocumentGroup { title: "Giấy tờ phải nộp".into(), documents: vec![paper] }],
            sequence: word("Bước 1: nộp hồ sơ."),
            conditions: word("Có chỗ ở hợp pháp."),
            agency: "Công an cấp xã".into(),
            address: "Trụ sở Công an xã".into(),
            legal_basis: word("68/2020/QH14"),
            ..bare.clone()
        };
        let elsewhere = Self { national: "", applicants: Vec::new(), results: Vec::new(), decision: String::new(), ..bare.clone() };
        vec![bare, full, elsewhere]
    }
}

/// A service in force has a page of its own: there one can begin.
pub(super) async fn show(visitor: Visitor, mut conn: Conn, rules: &Rules, code: &ProcedureCode) -> Result<HttpResponse, Error> {
    let found = procedures::procedure(conn.open().await?, code).await?.ok_or(Error::NotFound)?;
    conn.close();
    if let Some(slug) = found.service.as_ref().filter(|slug| rules.catalogue.in_force(slug, visitor.now().instant()).is_some()) {
        return Ok(respond::see_other(&Place::Service(slug.clone())));
    }
    respond::page(&visitor, &view(&visitor, found.procedure, found.texts))
}

fn view(visit: &Visit, procedure: Procedure, texts: Option<NationalTexts>) -> ProcedureView {
    let has_texts = texts.is_some();
    let texts = texts.unwrap_or_default();
    ProcedureView {
        facts: facts(visit, &procedure, &texts),
        where_to: procedure.levels.iter().map(|level| visit.text(where_key(*level), &[])).collect(),
        national: if procedure.national { NATIONAL_PORTAL } else { "" },
        applicants: procedure.applicants.iter().map(|one| visit.text(applicant_key(*one), &[])).collect(),
        field_href: Place::Services.asking(&[("linh-vuc", &procedure.field)]),
        name: procedure.name,
        code: procedure.code.to_string(),
        field: procedure.field,
        results: procedure.results,
        decision: procedure.decision,
        has_texts,
        agency: if texts.agency.is_empty() { texts.authority } else { texts.agency },
        address: texts.address,
        ways: texts.ways,
        documents: texts.documents,
        sequence: texts.sequence,
        conditions: texts.conditions,
        legal_basis: texts.legal_basis,
    }
}

fn facts(visit: &Visit, procedure: &Procedure, texts: &NationalTexts) -> Vec<Fact> {
    let fact = |label: &str, value: String| Fact { label: visit.text(label, &[]), value, note: String::new() };
    let usual = texts.ways.iter().find(|way| !way.time.is_empty());
    let how = if procedure.national { "public-procedure-how-national" } else { "public-procedure-how-counter" };
    let mut facts =
        vec![fact("public-procedure-level", card::levels(visit, &procedure.levels)), fact("public-service-how", visit.text(how, &[]))];
    facts.extend(usual.map(|way| fact("public-service-deadline", way.time.clone())));
    facts
}

const fn where_key(level: Level) -> &'static str {
    match level {
        Level::Commune => "public-procedure-where-commune",
        Level::Province => "public-procedure-where-province",
        Level::Ministry => "public-procedure-where-ministry",
        Level::Other => "public-procedure-where-other",
    }
}

const fn applicant_key(applicant: Applicant) -> &'static str {
    match applicant {
        Applicant::Citizen => "applicant-citizen",
        Applicant::Overseas => "applicant-overseas",
        Applicant::Foreigner => "applicant-foreigner",
        Applicant::Enterprise => "applicant-enterprise",
        Applicant::ForeignEnterprise => "applicant-foreign-enterprise",
        Applicant::Cooperative => "applicant-cooperative",
        Applicant::Organisation => "applicant-organisation",
        Applicant::ForeignOrganisation => "applicant-foreign-organisation",
        Applicant::Official => "applicant-official",
        Applicant::PartyMember => "applicant-party-member",
        Applicant::Party => "applicant-party",
    }
}
