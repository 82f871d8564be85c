//! The desk with one dossier on it: answers beside the papers they must match, and the acts of this step.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::{
    acts::{ActView, Acts, acts, nothing_to_do},
    around::{Alert, HandsView, Opinion, alerts, hands, opinions},
    head::{self, Head, head},
    history::{EventView, history, why},
    papers::{FileView, PaperView, Preview, files, not_given, papers},
    refused::load,
};
use crate::{
    dossiers::{ItemAnswer, MessageKind, ResultDocument, ResultFacts, Rules, Workbench},
    kernel::{dossier_code::DossierCode, places::Place},
    platform::views::Page,
    web::{
        extract::{Conn, OfficialIn, Path, Query},
        shell::{Error, Visit, respond},
        staff::inbox::{channel_key, listed::Listed},
        words,
    },
};

/// The last part of the address where notes are sent.
pub const NOTE: &str = "ghi-chu";

/// Which file the frame shows.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct BenchQuery {
    tep: String,
}

#[derive(Debug, Serialize)]
pub struct WorkbenchPage {
    head: Head,
    back: String,
    /// The dossiers beside it in the list one comes from; empty if one does not come from a list.
    previous: String,
    next: String,
    /// Which of how many of that list: `4/24`; empty where it is not known.
    position: String,
    version: String,
    /// The citizen has answered a supplement: only the differences.
    changes: Vec<Change>,
    files: Vec<FileView>,
    preview: Option<Preview>,
    missing: String,
    answers: Vec<Section>,
    /// What must be known before acting.
    alerts: Vec<Alert>,
    acts_title: String,
    acts: Acts,
    nothing_to_do: String,
    hands: Option<HandsView>,
    opinions: Vec<Opinion>,
    result: Option<ResultView>,
    facts: Vec<Row>,
    why: Vec<String>,
    papers: Vec<PaperView>,
    history: Vec<EventView>,
    told: String,
    note_action: String,
    notes: Vec<NoteView>,
}

/// Said from desk to desk.
#[derive(Debug, Serialize)]
struct NoteView {
    by: String,
    at: String,
    text: String,
}

#[derive(Debug, Serialize)]
struct Change {
    label: String,
    before: String,
    after: String,
}

#[derive(Debug, Serialize)]
struct Section {
    title: String,
    rows: Vec<Row>,
}

/// A row of the component `ui.summary_list`.
#[derive(Debug, Serialize)]
pub struct Row {
    label: String,
    value: String,
}

impl Row {
    pub fn new(label: &str, value: &str) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}

#[derive(Debug, Serialize)]
struct ResultView {
    rows: Vec<Row>,
    href: String,
}

impl Page for WorkbenchPage {
    const TEMPLATE: &'static str = "staff/dossiers/workbench.html";

    fn samples() -> Vec<Self> {
        let row = |label: &str, value: &str| Row { label: label.into(), value: value.into() };
        let act = |text: &str, kind| ActView { text: text.into(), href: "/can-bo".into(), kind, to: String::new() };
        let base = |preview: Option<Preview>, changes: Vec<Change>, result: Option<ResultView>| Self {
            head: head::sample(),
            back: "/can-bo".into(),
            previous: "/can-bo/ke-tiep?huong=truoc".into(),
            next: "/can-bo/ke-tiep?huong=sau".into(),
            position: "4/24".into(),
            version: "3".into(),
            changes,
            files: preview.iter().map(|shown| FileView::sample(&shown.name)).collect(),
            preview,
            missing: "Văn bản ủy quyền".into(),
            answers: vec![Section {
                title: "Người yêu cầu".into(), rows: vec![row("Họ, chữ đệm, tên", "Nguyễn Thị Hồng Mẫu")]
            }],
            acts_title: "Xử lý bước “Thẩm tra”".into(),
            alerts: vec![Alert { kind: "soon", title: "Công dân xin rút hồ sơ".into(), quote: "Tôi không cần nữa.".into() }],
            acts: Acts {
                direct: vec![act("Chuyển bước: Ký duyệt", "primary"), act("Xác minh", "secondary")],
                with_note: true,
                paged: vec![act("Từ chối", "warning")],
                seldom: vec![act("Dừng giải quyết", "secondary")],
            },
            nothing_to_do: String::new(),
            hands: Some(HandsView::sample()),
            opinions: vec![sample_opinion()],
            result,
            facts: vec![row("Ngày nộp", "23/11/2026, 09:10")],
            why: vec!["23/11/2026: ngày nhận, không tính".into()],
            papers: vec![PaperView { title: "Giấy tiếp nhận".into(), href: "/van-ban/1".into(), about: "01 · 23/11/2026".into() }],
            told: "/can-bo/ho-so/H44.101-261123-0001/thong-bao".into(),
            note_action: "/can-bo/ho-so/H44.101-261123-0001/ghi-chu".into(),
            notes: vec![NoteView { by: "Lê Thị Tiếp".into(), at: "23/11/2026, 09:10".into(), text: "Đã gọi điện.".into() }],
            history: vec![EventView {
                title: "Tiếp nhận".into(), at: "23/11/2026".into(), by: "Trần Văn Thử".into(), note: String::new()
            }],
        };
        let preview = |kind| Some(Preview { kind, src: "/tep/1".into(), name: "anh.jpg".into() });
        let change = Change { label: "Ngày cấp".into(), before: "01/01/2020".into(), after: "02/01/2020".into() };
        let result = ResultView { rows: vec![row("Số", "12/2026")], href: "/tep/2".into() };
        let idle = Self {
            alerts: Vec::new(),
            acts: Acts::default(),
            nothing_to_do: "Chờ bước khác.".into(),
            hands: None,
            opinions: Vec::new(),
            ..base(None, Vec::new(), None)
        };
        vec![
            base(preview("image"), vec![change], Some(result)),
            base(preview("pdf"), Vec::new(), None),
            base(preview("none"), Vec::new(), None),
            idle,
        ]
    }
}

fn sample_opinion() -> Opinion {
    Opinion {
        agency: "UBND phường Vĩnh Yên".into(),
        about: "Hỏi nơi cư trú trước đây".into(),
        question: "Ông Mẫu đã đăng ký kết hôn chưa?".into(),
        state: "Đồng ý · 23/11/2026, 09:10".into(),
        answer: "Chưa.".into(),
    }
}

/// `GET /can-bo/ho-so/{code}`
pub async fn show(
    official: OfficialIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    code: Path<DossierCode>,
    query: Query<BenchQuery>,
) -> Result<HttpResponse, Error> {
    let bench = load(&official, &mut conn, &rules, &code.0).await?;
    conn.close();
    let mut page = page(&official, &rules, &bench, &query.0);
    let listed = Listed::of(&official);
    page.back = listed.list(&official.official);
    if !listed.is_none() {
        (page.previous, page.next) = (listed.beside("truoc"), listed.beside("sau"));
        page.position = listed.position().map(|at| at.to_string()).unwrap_or_default();
    }
    respond::page(&official, &page)
}

fn page(visit: &Visit, rules: &Rules, bench: &Workbench, query: &BenchQuery) -> WorkbenchPage {
    let (files, preview) = files(visit, bench, query.tep.parse().ok());
    let acts = acts(visit, bench);
    let acts_title = match &bench.facts.step {
        Some(step) => visit.text("bench-act-on-step", &[("step", step.name.clone().into())]),
        None => visit.text("bench-acts", &[]),
    };
    WorkbenchPage {
        head: head(visit, &bench.facts),
        back: Place::Inbox.path(),
        previous: String::new(),
        next: String::new(),
        position: String::new(),
        note_action: Listed::of(visit).address(&Place::WorkbenchAct(bench.facts.code.clone(), NOTE)),
        notes: notes(bench),
        told: Place::WorkbenchAct(bench.facts.code.clone(), "thong-bao").path(),
        version: bench.facts.version.to_string(),
        changes: bench.supplements.first().map(|s| s.changes.iter().map(change).collect()).unwrap_or_default(),
        files,
        preview,
        missing: not_given(bench),
        answers: answers(bench),
        acts_title,
        nothing_to_do: if acts.is_empty() { nothing_to_do(visit, bench) } else { String::new() },
        acts,
        alerts: alerts(visit, bench),
        hands: hands(visit, bench),
        opinions: opinions(visit, rules, &bench.consultations),
        result: bench.result.as_ref().map(|result| result_view(visit, result)),
        facts: facts(visit, bench),
        why: why(visit, &bench.facts.due_explained),
        papers: papers(&bench.papers),
        history: history(visit, &bench.events),
    }
}

fn notes(bench: &Workbench) -> Vec<NoteView> {
    let notes = bench.messages.iter().filter(|message| message.kind == MessageKind::Note);
    notes.map(|note| NoteView { by: note.author_name.clone(), at: words::moment(note.at), text: note.body.clone() }).collect()
}

fn change(answer: &ItemAnswer) -> Change {
    Change { label: answer.label.clone(), before: answer.before.clone(), after: answer.after.clone() }
}

fn answers(bench: &Workbench) -> Vec<Section> {
    let row = |row: &crate::dossiers::AnswerRow| Row { label: row.label.clone(), value: row.value.clone() };
    bench.answers.iter().map(|section| Section { title: section.title.clone(), rows: section.rows.iter().map(row).collect() }).collect()
}

fn result_view(visit: &Visit, result: &ResultFacts) -> ResultView {
    let row = |key: &str, value: String| Row { label: visit.text(key, &[]), value };
    let note = &result.note;
    ResultView {
        rows: vec![
            row("issue-number", note.number.clone()),
            row("issue-date", words::day(note.issued_on)),
            row("issue-signer", note.signer.clone()),
            row("issue-summary", note.summary.clone()),
        ],
        href: match note.document {
            ResultDocument::Attachment(id) => Place::Attachment(id).path(),
            ResultDocument::Paper(id) => Place::Paper(id).path(),
        },
    }
}

/// How much, and when it was paid.
fn fee(visit: &Visit, bench: &Workbench) -> String {
    if bench.facts.fee.is_zero() {
        return visit.text("fact-no-fee", &[]);
    }
    let fee = bench.facts.fee.to_string();
    match bench.payments.iter().find_map(|payment| payment.taken_at) {
        Some(at) => format!("{fee}\n{}", visit.text("desk-fee-paid", &[("at", words::moment(at).into())])),
        None => fee,
    }
}

fn facts(visit: &Visit, bench: &Workbench) -> Vec<Row> {
    let facts = &bench.facts;
    let mut rows = vec![
        ("desk-fact-status", visit.text(facts.status.text_key(facts.decision), &[])),
        ("desk-fact-channel", visit.text(channel_key(facts.channel), &[])),
        ("desk-fact-submitted", words::moment(facts.submitted_at)),
    ];
    let dates = [
        ("desk-fact-accepted", facts.accepted_at),
        ("desk-fact-due", facts.deadline.due_at),
        ("desk-fact-step-due", facts.deadline.step_due_at),
    ];
    rows.extend(dates.into_iter().filter_map(|(key, at)| Some((key, words::moment(at?)))));
    rows.push(("desk-fact-fee", fee(visit, bench)));
    rows.extend(facts.owner.as_ref().map(|owner| ("desk-fact-owner", words::owner(owner))));
    rows.extend(facts.applicant.phone.as_ref().map(|phone| ("desk-fact-phone", phone.national())));
    rows.extend(facts.applicant.email.as_ref().map(|email| ("desk-fact-email", email.to_string())));
    rows.extend(facts.applicant.personal_id.as_ref().map(|id| ("desk-fact-personal-id", id.spaced())));
    rows.push(("desk-fact-agency", facts.agency_name.clone()));
    rows.into_iter().map(|(key, value)| Row { label: visit.text(key, &[]), value }).collect()
}
