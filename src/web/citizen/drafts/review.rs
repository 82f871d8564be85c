//! Kiểm tra lại: everything once more, then "Nộp hồ sơ".

use actix_web::{HttpResponse, web::Data};
use serde::Serialize;

use super::super::dossier::{Document, FileRow, Row};
use super::{
    draft::{OpenDraft, Step, Steps},
    form_page::ErrorLink,
};
use crate::{
    catalogue::FeeLine,
    dossiers::{self, Rules, SubmissionKey, SubmitRefused},
    forms::{Field, Problem, SummarySection},
    kernel::{desk_places::DeskThing, ids::DossierId, places::Place},
    platform::views::Page,
    web::{
        Error,
        extract::{CitizenIn, Conn, FormPairs, Path},
        shell::{Visit, respond},
        words,
    },
    workflow::Action,
};

#[derive(Debug, Clone, Serialize)]
pub(in crate::web::citizen) struct ReviewPage {
    steps: Steps,
    errors: Vec<ErrorLink>,
    agency: Row,
    /// Who applies, and in whose name; empty if that is the same person.
    people: Vec<Row>,
    sections: Vec<Section>,
    /// Answers to questions that the others have made pointless: they are not sent.
    dropped: Vec<Row>,
    documents: Vec<Document>,
    change_documents: String,
    fees: Vec<Row>,
    /// Another commune seems competent: its name and why.
    elsewhere: String,
    submission_key: String,
    leave: String,
    /// Where the button leads, and what it says: at a counter the dossier is accepted at once.
    action: String,
    button: String,
}

#[derive(Debug, Clone, Serialize)]
struct Section {
    title: String,
    change: String,
    rows: Vec<Row>,
}

impl Page for ReviewPage {
    const TEMPLATE: &'static str = "citizen/drafts/review.html";

    fn samples() -> Vec<Self> {
        let file = FileRow { name: "anh.jpg".into(), size: "1,8 MB".into(), href: "/tep/1".into(), remove: String::new() };
        let change = "/nop/ban-nhap/1/nguoi-yeu-cau".to_owned();
        let good = Self {
            steps: Steps::sample(),
            errors: Vec::new(),
            agency: Row { href: "/nop/ban-nhap/1/noi-nop".into(), ..Row::fixed("Nơi nộp", "UBND phường Việt Trì") },
            people: vec![Row::fixed("Người nộp", "Nguyễn Thị Mẫu"), Row::fixed("Chủ hồ sơ", "Nguyễn Văn Con")],
            sections: vec![Section {
                title: "Người yêu cầu".into(), change, rows: vec![Row::fixed("Họ tên", "Nguyễn Thị Mẫu")]
            }],
            dropped: vec![Row::fixed("Tên nước ngoài", "Lào")],
            documents: vec![Document { name: "Giấy tờ tùy thân".into(), files: vec![file] }],
            change_documents: "/nop/ban-nhap/1/tep".into(),
            fees: vec![Row::fixed("Bản sao trích lục", "8.000 ₫")],
            elsewhere: String::new(),
            submission_key: "00000000-0000-4000-8000-000000000000".into(),
            leave: "/ho-so".into(),
            action: "/nop/ban-nhap/1/kiem-tra".into(),
            button: "Nộp hồ sơ".into(),
        };
        let error = ErrorLink { href: "/nop/ban-nhap/1/nguoi-yeu-cau?loi=1#x".into(), text: "Nhập số điện thoại".into() };
        let wrong = Self {
            errors: vec![error],
            fees: Vec::new(),
            dropped: Vec::new(),
            people: Vec::new(),
            elsewhere: "UBND xã An Bình (nơi thường trú)".into(),
            ..good.clone()
        };
        vec![good, wrong]
    }
}

pub(in crate::web::citizen) async fn show(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    id: Path<DossierId>,
) -> Result<HttpResponse, Error> {
    let open = OpenDraft::load(&citizen, &mut conn, &rules, id.0).await?;
    let errors = obstacles(&citizen, &open);
    respond::page(&citizen, &page(&citizen, &rules, &open, errors))
}

/// Pressed twice, sent again, opened in two tabs: one dossier, one receipt.
pub(in crate::web::citizen) async fn submit(
    citizen: CitizenIn,
    mut conn: Conn,
    rules: Data<Rules>,
    id: Path<DossierId>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let key: SubmissionKey = form.parse("submission_key").ok_or(Error::Invalid("no submission key"))?;
    let rules = rules.in_language(citizen.lang());
    match dossiers::submit(conn.open().await?, &rules, citizen.now(), &citizen.citizen, id.0, key).await {
        Ok(submitted) => Ok(respond::see_other(&Place::Receipt(submitted.code))),
        Err(SubmitRefused::NoAgency | SubmitRefused::Answers(_) | SubmitRefused::Documents(_)) => {
            let open = OpenDraft::load(&citizen, &mut conn, &rules, id.0).await?;
            let errors = obstacles(&citizen, &open);
            respond::invalid(&citizen, &page(&citizen, &rules, &open, errors))
        }
        Err(SubmitRefused::NotFound) => Err(Error::NotFound),
        Err(SubmitRefused::Stopped(message)) => Err(Error::refused(message, Place::DraftReview(id.0))),
        Err(SubmitRefused::Expired) => Err(Error::refused(citizen.text("review-expired", &[]), Place::MyDossiers)),
        Err(SubmitRefused::Inconsistent(what)) => Err(Error::internal(anyhow::anyhow!("inconsistent: {what}"))),
        Err(SubmitRefused::Db(error)) => Err(error.into()),
    }
}

/// Everything that keeps the dossier from being submitted, each with the way to mend it.
fn obstacles(visit: &Visit, open: &OpenDraft) -> Vec<ErrorLink> {
    let id = open.draft.id;
    let mut errors = Vec::new();
    if open.draft.agency.is_none() {
        errors.push(ErrorLink { href: Place::DraftAgency(id).path(), text: visit.text("agency-missing", &[]) });
    }
    let problems = open.obstacles();
    let answer = |problem: &Problem| ErrorLink {
        href: format!("{}?loi=1#{}", Place::Draft(id, problem.page.clone()).path(), problem.anchor),
        text: said(open, problem, &problems),
    };
    errors.extend(problems.iter().map(answer));
    let missing = open.draft.documents.iter().filter(|document| document.required && document.files.is_empty());
    errors.extend(missing.map(|document| ErrorLink {
        href: format!("{}?loi=1#{}", Place::DraftDocuments(id).path(), document.key),
        text: visit.text("documents-missing", &[("name", document.name.clone().into())]),
    }));
    errors
}

/// The same sentence from several pages says of which it speaks: there may be three communes to choose.
fn said(open: &OpenDraft, problem: &Problem, all: &[Problem]) -> String {
    let elsewhere = all.iter().any(|other| other.message == problem.message && other.page != problem.page);
    match open.service.form.definition().page(&problem.page).filter(|_| elsewhere) {
        Some(page) => format!("{} ({})", problem.message, page.title.get(open.lang)),
        None => problem.message.clone(),
    }
}

fn page(visit: &Visit, rules: &Rules, open: &OpenDraft, errors: Vec<ErrorLink>) -> ReviewPage {
    let (draft, at_counter) = (&open.draft, open.draft.at_counter.is_some());
    let agency = draft.agency_name.clone().unwrap_or_else(|| visit.text("review-no-agency", &[]));
    ReviewPage {
        steps: open.steps_at(&Step::Review),
        errors,
        agency: Row {
            href: if at_counter { String::new() } else { Place::DraftAgency(draft.id).path() },
            ..Row::fixed(visit.text("review-agency", &[]), agency)
        },
        sections: open.service.form.summary(&draft.answers, open.today, open.lang).iter().map(|part| section(visit, open, part)).collect(),
        people: people(visit, open),
        dropped: dropped(open),
        documents: documents(visit, open),
        change_documents: Place::DraftDocuments(draft.id).path(),
        fees: fees(visit, open),
        elsewhere: elsewhere(rules, open),
        submission_key: SubmissionKey::new().to_string(),
        leave: open.home().path(),
        action: if at_counter { DeskThing::TakeIn(draft.id).path() } else { Place::DraftReview(draft.id).path() },
        button: visit.text(if at_counter { Action::TakeIn } else { Action::Submit }.text_key(), &[]),
    }
}

fn section(visit: &Visit, open: &OpenDraft, part: &SummarySection) -> Section {
    let unanswered = visit.text("review-unanswered", &[]);
    let value = |value: &str| if value.is_empty() { unanswered.clone() } else { value.to_owned() };
    Section {
        title: part.title.clone(),
        change: format!("{}?sua=1", Place::Draft(open.draft.id, part.page.clone()).path()),
        rows: part.rows.iter().map(|row| Row::fixed(&row.label, value(&row.value))).collect(),
    }
}

/// Người nộp và chủ hồ sơ, where they are two.
fn people(visit: &Visit, open: &OpenDraft) -> Vec<Row> {
    let (service, answers) = (&open.service, &open.draft.answers);
    let Some(owner) = service.owner(answers, open.today) else { return Vec::new() };
    let applicant = service.applicant(answers, open.today).name.map(|name| name.to_string()).unwrap_or_default();
    vec![Row::fixed(visit.text("review-applicant", &[]), applicant), Row::fixed(visit.text("fact-owner", &[]), words::owner(&owner))]
}

fn dropped(open: &OpenDraft) -> Vec<Row> {
    let (form, answers) = (&open.service.form, &open.draft.answers);
    let row = |field: &Field| {
        let value = form.show(&field.key, answers, open.today, open.lang).filter(|value| !value.is_empty())?;
        Some(Row::fixed(field.label.get(open.lang), value))
    };
    form.dropped(answers, open.today).into_iter().filter_map(row).collect()
}

fn documents(visit: &Visit, open: &OpenDraft) -> Vec<Document> {
    let document = |document: &dossiers::DocumentToGive| Document {
        name: document.name.clone(),
        files: document.files.iter().map(|file| FileRow::of(visit, file, None)).collect(),
    };
    open.draft.documents.iter().map(document).collect()
}

fn fees(visit: &Visit, open: &OpenDraft) -> Vec<Row> {
    let lines = open.service.fee_lines(&open.draft.answers, open.today);
    let said = |line: &FeeLine| match (&line.exempt, line.count) {
        (Some(reason), _) => visit.text("review-fee-exempt", &[("reason", reason.get(open.lang).into())]),
        (None, 1) => line.total.to_string(),
        (None, count) => format!("{count} × {} = {}", line.amount, line.total),
    };
    let paid = lines.iter().map(|line| Row::fixed(line.name.get(open.lang), said(line)));
    let charges = open.service.charges_of_the_province(&open.draft.answers, open.today);
    let unknown = charges.into_iter().map(|rule| Row::fixed(rule.name.get(open.lang), visit.text("review-fee-local", &[])));
    paid.chain(unknown).collect()
}

/// Whether the answers point to another commune than the one chosen.
fn elsewhere(rules: &Rules, open: &OpenDraft) -> String {
    let competent = open.service.competent_communes(&open.draft.answers, open.today);
    let named = competent.iter().filter_map(|commune| Some((rules.agencies.by_place_code(&commune.place_code)?, commune)));
    let named: Vec<_> = named.collect();
    if open.draft.agency.is_none() || named.iter().any(|(agency, _)| Some(agency.id) == open.draft.agency) {
        return String::new();
    }
    named.first().map(|(agency, commune)| format!("{} ({})", agency.short_authority(), commune.reason.get(open.lang))).unwrap_or_default()
}
