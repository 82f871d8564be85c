//! One dossier, for the person whose it is.

use actix_web::{HttpResponse, web::Data};
use serde::Serialize;

use super::{
    links::Link,
    notices,
    road::{self, Line, Mark},
    status_card::{self, StatusCard},
    withdrawal,
};
use crate::{
    attachments::Attachment,
    dossiers::{self, AnswerSection, DossierFacts, OwnerDossier, Rules},
    kernel::{dossier_code::DossierCode, places::Place},
    platform::views::Page,
    web::{
        Error,
        extract::{CitizenIn, Conn, Path},
        shell::{Visit, respond},
        words,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct DossierPage {
    code: String,
    title: String,
    mine: String,
    card: StatusCard,
    road: Vec<Mark>,
    history: Vec<Line>,
    facts: Vec<Row>,
    /// Why the result is due on that day, line by line.
    due_explained: Vec<String>,
    papers: Vec<Link>,
    withdraw: Option<Link>,
    told: String,
    /// Where posting begins a new dossier with these answers.
    again: String,
    answers: Vec<Answers>,
    documents: Vec<Document>,
}

/// A row of the component `ui.summary_list`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Row {
    pub label: String,
    pub value: String,
    pub href: String,
    pub change_text: String,
}

impl Row {
    pub fn fixed(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into(), href: String::new(), change_text: String::new() }
    }
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Answers {
    pub title: String,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Document {
    pub name: String,
    pub files: Vec<FileRow>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct FileRow {
    pub name: String,
    pub size: String,
    pub href: String,
    /// Where posting takes it away; empty if it stays.
    pub remove: String,
}

impl FileRow {
    pub fn of(visit: &Visit, file: &Attachment, remove: Option<Place>) -> Self {
        Self {
            name: file.file_name.to_string(),
            size: words::size(file.size, visit.lang()),
            href: Place::Attachment(file.id).path(),
            remove: remove.map(|place| place.path()).unwrap_or_default(),
        }
    }
}

impl Page for DossierPage {
    const TEMPLATE: &'static str = "citizen/dossier.html";

    fn samples() -> Vec<Self> {
        let button = Link { text: "Bổ sung ngay".into(), href: "/ho-so/H44.101-261123-0007/bo-sung".into() };
        let card = |kind, button| StatusCard {
            kind,
            tag: "Cần bạn bổ sung".into(),
            title: "Bổ sung 1 mục trước thứ Sáu, 27/11/2026".into(),
            quote: "Ảnh bị mờ, không đọc được số và ngày.".into(),
            lines: vec!["Thời hạn xử lý tạm dừng trong lúc chờ bạn bổ sung.".into()],
            button,
        };
        let mark = |state, title: &str| Mark { state, title: title.into(), detail: String::new(), at: "20/11/2026, 14:47".into() };
        let line =
            Line {
                title: "Đã nộp hồ sơ".into(), at: "20/11/2026, 14:47".into(), by: "Bạn".into(), note: "Hẹn trả 25/11/2026".into()
            };
        let file = FileRow { name: "anh.jpg".into(), size: "1,8 MB".into(), href: "/tep/1".into(), remove: String::new() };
        let full = Self {
            code: "H44.101-261123-0007".into(),
            title: "Cấp Giấy xác nhận tình trạng hôn nhân".into(),
            mine: "/ho-so".into(),
            card: card("soon", Some(button)),
            road: vec![mark("done", "Đã nộp hồ sơ"), mark("problem", "Chờ bạn bổ sung"), mark("later", "Trả kết quả")],
            history: vec![line],
            facts: vec![Row::fixed("Ngày nộp", "20/11/2026")],
            due_explained: vec!["thứ Hai, 23/11/2026: ngày làm việc 1".into()],
            papers: vec![Link { text: "Biên nhận nộp hồ sơ".into(), href: "/van-ban/1".into() }],
            withdraw: Some(Link { text: "Rút hồ sơ".into(), href: "/ho-so/H44.101-261123-0007/rut".into() }),
            told: "/ho-so/H44.101-261123-0007/thong-bao".into(),
            again: "/ho-so/H44.101-261123-0007/nop-lai".into(),
            answers: vec![Answers { title: "Người yêu cầu".into(), rows: vec![Row::fixed("Họ tên", "Nguyễn Thị Mẫu")] }],
            documents: vec![Document { name: "Giấy tờ tùy thân".into(), files: vec![file] }],
        };
        let bare = Self { card: card("late", None), withdraw: None, papers: Vec::new(), due_explained: Vec::new(), ..full.clone() };
        vec![full, bare]
    }
}

pub(super) async fn show(citizen: CitizenIn, mut conn: Conn, rules: Data<Rules>, code: Path<DossierCode>) -> Result<HttpResponse, Error> {
    let dossier = load(&citizen, &mut conn, &rules, &code.0).await?;
    notices::saw(&citizen, &mut conn, dossier.facts.id).await?;
    respond::page(&citizen, &page(&citizen, &dossier))
}

/// A dossier of this citizen; somebody else's does not exist.
pub(super) async fn load(citizen: &CitizenIn, conn: &mut Conn, rules: &Rules, code: &DossierCode) -> Result<OwnerDossier, Error> {
    let found = dossiers::dossier_for_owner(conn.open().await?, rules, citizen.now(), &citizen.citizen, code).await?;
    found.ok_or(Error::NotFound)
}

fn page(visit: &Visit, dossier: &OwnerDossier) -> DossierPage {
    let facts = &dossier.facts;
    let paper = |paper: &dossiers::PaperFacts| {
        Link::to(
            &Place::Paper(paper.id),
            visit.text("dossier-paper", &[("title", paper.title.clone().into()), ("number", paper.doc_number.clone().into())]),
        )
    };
    DossierPage {
        code: facts.code.to_string(),
        title: facts.service_name.clone(),
        mine: Place::MyDossiers.path(),
        card: status_card::of(visit, dossier),
        road: road::marks(visit, &dossier.stages),
        history: road::history(visit, &dossier.events),
        facts: rows(visit, facts),
        due_explained: facts.due_explained.iter().map(|line| line.words(visit.lang())).collect(),
        papers: dossier.papers.iter().map(paper).collect(),
        told: Place::Told(facts.code.clone()).path(),
        withdraw: withdrawal::link(visit, dossier),
        again: Place::ApplyAgain(facts.code.clone()).path(),
        answers: dossier.answers.iter().map(answers).collect(),
        documents: documents(visit, dossier),
    }
}

fn rows(visit: &Visit, facts: &DossierFacts) -> Vec<Row> {
    let label = |key: &str| visit.text(key, &[]);
    let mut rows: Vec<Row> = facts.owner.as_ref().map(|owner| Row::fixed(label("fact-owner"), words::owner(owner))).into_iter().collect();
    rows.push(Row::fixed(label("fact-submitted"), words::moment(facts.submitted_at)));
    rows.extend(facts.accepted_at.map(|at| Row::fixed(label("fact-accepted"), words::moment(at))));
    rows.extend(facts.deadline.due_at.map(|at| Row::fixed(label("fact-due"), words::appointment(at, visit.lang()))));
    rows.extend(facts.deadline.standing.map(|standing| Row::fixed(label("fact-standing"), words::badge(standing, visit.lang()).text)));
    rows.extend(facts.finished_at.map(|at| Row::fixed(label("fact-finished"), words::moment(at))));
    let fee = if facts.fee.is_zero() { visit.text("fact-no-fee", &[]) } else { facts.fee.to_string() };
    rows.push(Row::fixed(label("fact-fee"), fee));
    rows.extend(facts.return_method.map(|way| Row::fixed(label("fact-return"), visit.text(&format!("return-method-{way}"), &[]))));
    let office = [facts.agency_name.as_str(), &facts.agency_address, &facts.agency_phone];
    let office: Vec<&str> = office.into_iter().filter(|part| !part.is_empty()).collect();
    rows.push(Row::fixed(label("fact-agency"), office.join("\n")));
    rows
}

pub(super) fn answers(section: &AnswerSection) -> Answers {
    Answers { title: section.title.clone(), rows: section.rows.iter().map(|row| Row::fixed(&row.label, &row.value)).collect() }
}

/// Documents with at least one file.
pub(super) fn documents(visit: &Visit, dossier: &OwnerDossier) -> Vec<Document> {
    let given = dossier.documents.iter().filter(|document| !document.files.is_empty());
    given
        .map(|document| Document {
            name: document.name.clone(),
            files: document.files.iter().map(|file| FileRow::of(visit, file, None)).collect(),
        })
        .collect()
}
