//! Trang dịch vụ: what a person must know before beginning, in the order in which he asks.

use actix_web::{HttpResponse, web::Data};
use serde::Serialize;

use super::{card, procedure};
use crate::{
    catalogue::{Catalogue, DocumentRule, Duty, FeeRule, HandlingLevel, OnlineLevel, ServiceVersion, StopKind},
    dossiers::{self, Rules},
    forms::Text,
    kernel::{lang::Lang, places::Place, procedure_code::ProcedureCode},
    platform::views::Page,
    web::{
        Error,
        extract::{Conn, Path, Visitor},
        shell::{Visit, respond},
    },
};

#[derive(Debug, Clone, Serialize)]
pub(in crate::web::public) struct ServicePage {
    task: String,
    name: String,
    code: String,
    field: String,
    field_href: String,
    summary: String,
    facts: Vec<Fact>,
    /// Where a dossier is begun; empty if it cannot be handed in here.
    apply: String,
    /// It takes no dossiers for now, or never again.
    stop: Option<StopView>,
    has_draft: bool,
    applicants: Vec<String>,
    conditions: Vec<String>,
    documents: Vec<DocumentLine>,
    not_needed: Vec<String>,
    steps: Vec<String>,
    fees: Vec<FeeRow>,
    exemptions: Vec<String>,
    results: Vec<String>,
    deadline_notes: Vec<String>,
    decision: String,
    legal_basis: Vec<String>,
}

#[derive(Debug, Clone, Serialize)]
struct StopView {
    title: String,
    message: String,
    /// The service to go to instead; empty if there is none.
    successor: String,
    successor_href: String,
}

#[derive(Debug, Clone, Serialize)]
struct Fact {
    label: String,
    value: String,
    note: String,
}

#[derive(Debug, Clone, Serialize)]
struct DocumentLine {
    name: String,
    /// `when`, `data` (not where a database has it), `optional`, `present` or empty: needed always.
    mark: &'static str,
    /// The answers that make it necessary, in words.
    when: String,
    hint: String,
}

#[derive(Debug, Clone, Serialize)]
struct FeeRow {
    label: String,
    value: String,
    href: String,
}

impl Page for ServicePage {
    const TEMPLATE: &'static str = "public/finding/service.html";

    fn samples() -> Vec<Self> {
        let words = |word: &str| vec![word.to_owned()];
        let line = |mark, when: &str| DocumentLine {
            name: "Văn bản ủy quyền".into(),
            mark,
            when: when.into(),
            hint: "Chụp rõ cả hai mặt.".into(),
        };
        let full = Self {
            task: "Xin giấy xác nhận tình trạng hôn nhân".into(),
            name: "Cấp Giấy xác nhận tình trạng hôn nhân".into(),
            code: "1.004873".into(),
            field: "Hộ tịch".into(),
            field_href: Place::Services.asking(&[("linh-vuc", "Hộ tịch")]),
            summary: "Giấy xác nhận bạn đang độc thân, đã kết hôn, ly hôn hoặc góa.".into(),
            facts: vec![Fact { label: "Thời hạn".into(), value: "3 ngày làm việc".into(), note: String::new() }],
            apply: Place::Apply("xac-nhan-tinh-trang-hon-nhan".into()).path(),
            stop: None,
            has_draft: false,
            applicants: words("Công dân Việt Nam"),
            conditions: words("Nộp tại xã, phường nơi thường trú."),
            documents: vec![
                line("when", "Bạn nộp thay người khác"),
                line("optional", ""),
                line("present", ""),
                line("data", ""),
                line("", ""),
            ],
            not_needed: words("Bạn không phải nộp sổ hộ khẩu."),
            steps: words("Công chức tư pháp – hộ tịch thẩm tra"),
            fees: vec![FeeRow { label: "Lệ phí".into(), value: "Không thu lệ phí".into(), href: String::new() }],
            exemptions: words("Miễn lệ phí cho hộ nghèo."),
            results: words("Giấy xác nhận tình trạng hôn nhân"),
            deadline_notes: words("Nếu phải xác minh ở nơi khác, nơi đó trả lời trong 3 ngày làm việc."),
            decision: "163/QĐ-BTP".into(),
            legal_basis: words("Luật Hộ tịch 60/2014/QH13"),
        };
        let counter_only = Self {
            apply: String::new(),
            conditions: Vec::new(),
            not_needed: Vec::new(),
            exemptions: Vec::new(),
            deadline_notes: Vec::new(),
            documents: Vec::new(),
            ..full.clone()
        };
        let stop = StopView {
            title: "Tạm dừng tiếp nhận".into(),
            message: "Cơ sở dữ liệu đang được nâng cấp đến 17:00.".into(),
            successor: "Xin bản sao trích lục".into(),
            successor_href: "/dich-vu/ban-sao-trich-luc".into(),
        };
        let bare = StopView { successor: String::new(), ..stop.clone() };
        let stopped = |stop| Self { apply: String::new(), stop: Some(stop), ..full.clone() };
        vec![Self { has_draft: true, ..full.clone() }, stopped(stop), stopped(bare), full, counter_only]
    }
}

pub(in crate::web::public) async fn show(
    visitor: Visitor,
    mut conn: Conn,
    rules: Data<Rules>,
    Path(slug): Path<String>,
) -> Result<HttpResponse, Error> {
    let Some(version) = rules.catalogue.in_force(&slug, visitor.now().instant()) else {
        let code = slug.parse::<ProcedureCode>().map_err(|_| Error::NotFound)?;
        return procedure::show(visitor, conn, &rules, &code).await;
    };
    let has_draft = match visitor.session() {
        Some(session) => {
            let mine = dossiers::mine(conn.open().await?, &rules, visitor.now(), &session.citizen).await?;
            mine.drafts.iter().any(|draft| draft.service_slug == slug)
        }
        None => false,
    };
    conn.close();
    respond::page(&visitor, &page(&visitor, &version, stop(&visitor, &rules.catalogue, &slug), has_draft))
}

/// Why nothing can be handed in, and where to go instead.
fn stop(visit: &Visit, catalogue: &Catalogue, slug: &str) -> Option<StopView> {
    let stop = catalogue.stop_of(slug)?;
    let successor = stop.successor.as_ref().and_then(|slug| catalogue.in_force(slug, visit.now().instant()));
    let title = if stop.kind == StopKind::Closed { "public-service-closed" } else { "public-service-paused" };
    Some(StopView {
        title: visit.text(title, &[]),
        message: stop.message.clone(),
        successor: successor.as_ref().map(|version| version.definition.task.get(visit.lang()).to_owned()).unwrap_or_default(),
        successor_href: successor.map(|version| Place::Service(version.slug().to_owned()).path()).unwrap_or_default(),
    })
}

fn page(visit: &Visit, version: &ServiceVersion, stop: Option<StopView>, has_draft: bool) -> ServicePage {
    let (service, lang) = (&version.definition, visit.lang());
    let offered = service.online != OnlineLevel::InfoOnly && stop.is_none();
    ServicePage {
        task: service.task.get(lang).to_owned(),
        name: service.name.get(lang).to_owned(),
        code: service.code.clone(),
        field: service.field.clone(),
        field_href: Place::Services.asking(&[("linh-vuc", &service.field)]),
        summary: service.summary.get(lang).to_owned(),
        facts: facts(visit, version),
        apply: if offered { Place::Apply(service.slug.clone()).path() } else { String::new() },
        stop,
        has_draft,
        applicants: texts(&service.applicants, lang),
        conditions: texts(&service.conditions, lang),
        documents: service.documents.iter().map(|rule| document(version, rule, lang)).collect(),
        not_needed: texts(&service.not_needed, lang),
        steps: service.workflow.steps.iter().map(|step| step.public_name_in(lang).to_owned()).collect(),
        fees: fees(visit, version),
        exemptions: texts(&service.exemptions, lang),
        results: service.results.iter().map(|result| result.name.get(lang).to_owned()).collect(),
        deadline_notes: service.deadlines.iter().filter_map(|rule| rule.note.as_ref()).map(|note| note.get(lang).to_owned()).collect(),
        decision: service.decision.clone(),
        legal_basis: service.legal_basis.iter().map(|law| law.name.clone()).collect(),
    }
}

fn texts(texts: &[Text], lang: Lang) -> Vec<String> {
    texts.iter().map(|text| text.get(lang).to_owned()).collect()
}

fn facts(visit: &Visit, version: &ServiceVersion) -> Vec<Fact> {
    let service = &version.definition;
    let fact = |label: &str, value: String| Fact { label: visit.text(label, &[]), value, note: String::new() };
    let limit = version.usual_deadline().map(|rule| rule.limit.words(visit.lang())).unwrap_or_default();
    let place = match service.handled_by {
        HandlingLevel::Commune => "public-handled-by-commune",
        HandlingLevel::Province => "public-handled-by-province",
    };
    vec![
        fact("public-service-deadline", limit),
        Fact { note: fee_on_demand(visit, version), ..fact("public-service-fee", card::fee(visit, &service.fees)) },
        fact("public-service-how", visit.text(card::online_key(service.online), &[])),
        fact("public-service-where", visit.text(place, &[])),
    ]
}

/// What is paid only for something asked for besides: `Bản sao trích lục: 8.000 ₫ mỗi bản sao`.
fn fee_on_demand(visit: &Visit, version: &ServiceVersion) -> String {
    let on_demand = version.definition.fees.iter().find(|rule| !rule.is_nothing() && rule.when.is_some());
    let words = |rule: &FeeRule| format!("{}: {}", rule.name.get(visit.lang()), card::said(visit, rule));
    on_demand.map(words).unwrap_or_default()
}

fn document(version: &ServiceVersion, rule: &DocumentRule, lang: Lang) -> DocumentLine {
    let mark = match rule {
        rule if rule.duty == Duty::Present => "present",
        rule if rule.optional => "optional",
        rule if rule.replaced_by_data => "data",
        rule if rule.when.is_some() => "when",
        _ => "",
    };
    DocumentLine {
        name: rule.name.get(lang).to_owned(),
        mark,
        when: version.when_needed(rule, lang).unwrap_or_default(),
        hint: rule.hint.as_ref().map(|hint| hint.get(lang).to_owned()).unwrap_or_default(),
    }
}

fn fees(visit: &Visit, version: &ServiceVersion) -> Vec<FeeRow> {
    let row =
        |rule: &FeeRule| FeeRow { label: rule.name.get(visit.lang()).to_owned(), value: card::said(visit, rule), href: String::new() };
    version.definition.fees.iter().map(row).collect()
}
