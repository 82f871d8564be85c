//! The acts that need no more than words: sending back, refusing, stopping and going on, asking for
//! the fee, answering somebody who wants his dossier back.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::{
    frame::{Fault, Frame},
    refused::{load, missing, seen},
    steps::finish,
    words::{Words, words},
    workbench::Row,
};
use crate::{
    dossiers::{self, EventKind, Rules, Workbench},
    kernel::dossier_code::DossierCode,
    platform::views::Page,
    web::{
        extract::{Conn, FormPairs, OfficialIn, Path},
        shell::{Error, Visit, respond},
    },
    workflow::Action,
};

#[derive(Debug, Serialize)]
pub struct ReasonPage {
    #[serde(flatten)]
    frame: Frame,
    heading: String,
    explanation: String,
    /// What must be known to decide: what the citizen wrote, how much is owed.
    facts: Vec<Row>,
    reason_label: String,
    reason_hint: String,
    reason: String,
    reason_error: String,
    optional: bool,
    button: String,
    button_kind: &'static str,
}

impl Page for ReasonPage {
    const TEMPLATE: &'static str = "staff/dossiers/reason.html";

    fn samples() -> Vec<Self> {
        let page = |error: &str, facts: Vec<Row>| Self {
            frame: Frame::sample(Action::Refuse, "#reason", error),
            heading: "Từ chối giải quyết".into(),
            explanation: "Công dân nhận được lý do bằng văn bản.".into(),
            optional: !facts.is_empty(),
            facts,
            reason_label: "Lý do".into(),
            reason_hint: "Nêu căn cứ pháp lý.".into(),
            reason: String::new(),
            reason_error: error.into(),
            button: "Từ chối hồ sơ".into(),
            button_kind: "warning",
        };
        vec![page("", vec![Row::new("Số tiền", "8.000 ₫")]), page("Nhập lý do", Vec::new())]
    }
}

type Answer = Result<HttpResponse, Error>;

/// `GET …/tra-lai`, `…/tu-choi`, `…/dung-xu-ly` and so on.
pub async fn show(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, code: Path<DossierCode>, action: Action) -> Answer {
    let bench = load(&official, &mut conn, &rules, &code.0).await?;
    conn.close();
    respond::page(&official, &page(&official, &bench, action, "", ""))
}

/// `POST` to the same.
pub async fn create(
    official: OfficialIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    code: Path<DossierCode>,
    form: FormPairs,
    action: Action,
) -> Answer {
    let seen = seen(code.0.clone(), &form);
    let (rules, now, who, reason) = (rules.get_ref(), official.now(), &official.official, form.text("reason"));
    let open = conn.open().await?;
    let done = match action {
        Action::SendBack => dossiers::send_back(open, rules, now, who, &seen, reason).await,
        Action::Stop => dossiers::stop(open, rules, now, who, &seen, reason).await,
        Action::Resume => dossiers::resume(open, rules, now, who, &seen, reason).await,
        Action::RequestPayment => dossiers::request_payment(open, rules, now, who, &seen, reason).await,
        Action::AgreeWithdrawal => dossiers::agree_withdrawal(open, rules, now, who, &seen, reason).await,
        Action::DeclineWithdrawal => dossiers::decline_withdrawal(open, rules, now, who, &seen, reason).await,
        _ => dossiers::refuse(open, rules, now, who, &seen, reason).await,
    };
    let refused = match done {
        Ok(done) => return finish(&official, &code.0, Ok(done), words(action).said),
        Err(refused) => refused,
    };
    let missing = missing(&official, &code.0, refused)?;
    let sentence = missing.first().map(|m| official.text(m.text_key(), &[])).unwrap_or_default();
    let bench = load(&official, &mut conn, rules, &code.0).await?;
    respond::invalid(&official, &page(&official, &bench, action, reason, &sentence))
}

fn page(visit: &Visit, bench: &Workbench, action: Action, reason: &str, error: &str) -> ReasonPage {
    let Words { heading, explained, label, hint, button, optional, kind, .. } = words(action);
    let step = bench.previous_step.as_ref().map(|step| step.name.clone()).unwrap_or_default();
    let text = |key: &str| visit.text(key, &[("step", step.as_str().into())]);
    let errors = if error.is_empty() { Vec::new() } else { vec![Fault { href: "#reason".into(), text: error.to_owned() }] };
    ReasonPage {
        frame: Frame::of(visit, bench, action, errors),
        heading: text(heading),
        explanation: text(explained),
        facts: facts(visit, bench, action),
        reason_label: text(label),
        reason_hint: text(hint),
        reason: reason.to_owned(),
        reason_error: error.to_owned(),
        optional,
        button: text(button),
        button_kind: kind,
    }
}

fn facts(visit: &Visit, bench: &Workbench, action: Action) -> Vec<Row> {
    let said = |kind| bench.events.iter().find(|event| event.kind == kind).and_then(|event| event.note.reason.clone());
    let row = |key: &str, value: Option<String>| value.map(|value| Row::new(&visit.text(key, &[]), &value)).into_iter().collect();
    match action {
        Action::AgreeWithdrawal | Action::DeclineWithdrawal => row("act-citizen-says", said(EventKind::WithdrawalAsked)),
        Action::Resume => row("act-stopped-because", said(EventKind::Stopped)),
        Action::RequestPayment => row("desk-fact-fee", Some(bench.facts.fee.to_string())),
        _ => Vec::new(),
    }
}
