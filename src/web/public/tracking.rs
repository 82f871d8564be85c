//! Tra cứu hồ sơ: status and dates for whoever holds the code and four digits; never a name.

use actix_web::{HttpResponse, http::StatusCode, web::Data};
use serde::{Deserialize, Serialize};

use super::{
    answer::{Answer, Fault, Faults},
    sign_up::network,
};
use crate::{
    accounts::limits::{self, Limit, TooMany},
    dossiers::{self, Rules, Stage, StageState, Tracking},
    kernel::{dossier_code::DossierCode, lang::Lang},
    platform::views::Page,
    web::{
        Error,
        extract::{Conn, FormPairs, Query, Visitor},
        shell::{Visit, respond},
        words::{self, Tag},
    },
};

/// One network looks up so many dossiers …
const PER_NETWORK: Limit = Limit { name: "track_network", minutes: 10, most: 30 };
/// … and one dossier is asked for so often, from wherever: four digits must not be guessed.
const PER_CODE: Limit = Limit { name: "track_code", minutes: 60, most: 40 };

#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    ma: String,
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct TrackingPage {
    errors: Vec<Fault>,
    code: Answer,
    last_four: Answer,
    found: Option<Found>,
}

#[derive(Debug, Clone, Serialize)]
struct Found {
    code: String,
    service: String,
    status: Tag,
    /// Empty kind: no deadline to show.
    deadline: Tag,
    rows: Vec<Row>,
    stages: Vec<StageLine>,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    label: String,
    value: String,
    href: String,
}

#[derive(Debug, Clone, Serialize)]
struct StageLine {
    state: &'static str,
    title: String,
    at: String,
    detail: String,
}

impl Page for TrackingPage {
    const TEMPLATE: &'static str = "public/tracking.html";

    fn samples() -> Vec<Self> {
        let stage = |state, title: &str, at: &str| StageLine { state, title: title.into(), at: at.into(), detail: String::new() };
        let found = Found {
            code: "H44.147-261123-0007".into(),
            service: "Cấp Giấy xác nhận tình trạng hôn nhân".into(),
            status: Tag { kind: "action", text: "Đang xử lý".into() },
            deadline: Tag { kind: "ok", text: "Còn 2 ngày".into() },
            rows: vec![Row { label: "Ngày nộp".into(), value: "23/11/2026, 14:32".into(), href: String::new() }],
            stages: vec![
                stage("done", "Tiếp nhận", "23/11/2026, 15:10"),
                stage("now", "Thẩm tra hồ sơ", ""),
                stage("later", "Ký duyệt", ""),
            ],
        };
        let missing =
            Fault { href: "#code".into(), text: "Không tìm thấy hồ sơ. Kiểm tra lại mã hồ sơ và 4 số cuối.".into() };
        vec![
            Self::default(),
            Self { errors: vec![missing], code: Answer::of("H44.147-261123-0007"), last_four: Answer::of("1234"), found: None },
            Self { found: Some(found), ..Self::default() },
        ]
    }
}

pub(super) async fn show(visitor: Visitor, Query(asked): Query<Asked>) -> Result<HttpResponse, Error> {
    let code: String = asked.ma.chars().take(60).collect();
    respond::page(&visitor, &TrackingPage { code: Answer::of(&code), ..TrackingPage::default() })
}

pub(super) async fn find(visitor: Visitor, mut conn: Conn, rules: Data<Rules>, form: FormPairs) -> Result<HttpResponse, Error> {
    let (mut page, asked) = read(&visitor, &form);
    let Some((code, last_four)) = asked else { return respond::invalid(&visitor, &page) };
    let conn = conn.open().await?;
    for (limit, key) in [(PER_NETWORK, network(&visitor).as_str()), (PER_CODE, code.as_str())] {
        if let Err(wait) = limits::take(conn, visitor.now(), limit, key).await? {
            return too_many(&visitor, page, wait);
        }
    }
    match dossiers::track(conn, &rules, visitor.now(), &code, &last_four).await? {
        Some(tracking) => {
            page.found = Some(Found::new(&visitor, tracking));
            respond::page(&visitor, &page)
        }
        None => {
            page.errors.push(Fault { href: "#code".into(), text: visitor.text("public-track-not-found", &[]) });
            respond::page_with(StatusCode::NOT_FOUND, &visitor, &page)
        }
    }
}

fn read(visit: &Visit, form: &FormPairs) -> (TrackingPage, Option<(DossierCode, String)>) {
    let mut page =
        TrackingPage { code: Answer::typed(form, "code"), last_four: Answer::typed(form, "last_four"), ..TrackingPage::default() };
    let mut faults = Faults::new(visit);
    let code: Option<DossierCode> = faults.read(&mut page.code, "code", "public-track-wrong-code");
    let digits: String = page.last_four.value.chars().filter(|c| !c.is_whitespace()).collect();
    let four = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !four {
        page.last_four.error = faults.note("last_four", "public-track-wrong-digits");
    }
    page.errors = faults.list;
    (page, code.filter(|_| four).map(|code| (code, digits)))
}

fn too_many(visit: &Visit, mut page: TrackingPage, wait: TooMany) -> Result<HttpResponse, Error> {
    let text = visit.text("public-try-later", &[("time", words::time(wait.until).into())]);
    page.errors.push(Fault { href: String::new(), text });
    respond::page_with(StatusCode::TOO_MANY_REQUESTS, visit, &page)
}

impl Found {
    fn new(visit: &Visit, tracking: Tracking) -> Self {
        let lang = visit.lang();
        Self {
            code: tracking.code.to_string(),
            status: Tag {
                kind: words::status_kind(tracking.status, tracking.decision),
                text: visit.text(tracking.status.text_key(tracking.decision), &[]),
            },
            deadline: match tracking.deadline.standing {
                Some(standing) => words::badge(standing, lang),
                None => Tag { kind: "", text: String::new() },
            },
            rows: rows(visit, &tracking, lang),
            stages: tracking.stages.iter().map(line).collect(),
            service: tracking.service_name,
        }
    }
}

fn rows(visit: &Visit, tracking: &Tracking, lang: Lang) -> Vec<Row> {
    let row = |key: &str, value: String| Row { label: visit.text(key, &[]), value, href: String::new() };
    let moment = |key: &str, at: Option<_>| at.map(|at| row(key, words::moment(at)));
    let due = tracking.deadline.due_at.filter(|_| tracking.finished_at.is_none());
    [
        Some(row("public-track-agency", tracking.agency_name.clone())),
        moment("public-track-submitted", Some(tracking.submitted_at)),
        moment("public-track-accepted", tracking.accepted_at),
        due.map(|at| row("public-track-due", words::appointment(at, lang))),
        tracking.answer_until.map(|at| row("public-track-answer-until", words::appointment(at, lang))),
        moment("public-track-finished", tracking.finished_at),
        moment("public-track-returned", tracking.returned_at),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn line(stage: &Stage) -> StageLine {
    let state = match stage.state {
        StageState::Done => "done",
        StageState::Current => "now",
        StageState::WaitingForYou => "problem",
        StageState::Ahead => "later",
    };
    StageLine { state, title: stage.name.clone(), at: stage.at.map(words::moment).unwrap_or_default(), detail: String::new() }
}
