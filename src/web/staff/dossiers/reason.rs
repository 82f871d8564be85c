//! The acts that need a reason: sending back to the step before, and refusing.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::{
    head::{self, Head, head},
    refused::{load, missing, seen},
    steps::finish,
};
use crate::{
    dossiers::{self, ActRefused, Done, Rules, Workbench},
    kernel::{dossier_code::DossierCode, places::Place},
    platform::views::Page,
    web::{
        extract::{Conn, FormPairs, OfficialIn, Path},
        shell::{Error, Visit, respond},
    },
    workflow::Action,
};

#[derive(Debug, Serialize)]
pub struct ReasonPage {
    head: Head,
    back: String,
    heading: String,
    explanation: String,
    action: String,
    version: String,
    reason_label: String,
    reason_hint: String,
    reason: String,
    reason_error: String,
    errors: Vec<Fault>,
    button: String,
    button_kind: &'static str,
}

/// One line of the error summary.
#[derive(Debug, Clone, Serialize)]
pub struct Fault {
    pub href: String,
    pub text: String,
}

impl Page for ReasonPage {
    const TEMPLATE: &'static str = "staff/dossiers/reason.html";

    fn samples() -> Vec<Self> {
        let page = |error: &str| Self {
            head: head::sample(),
            back: "/can-bo/ho-so/H44.101-261123-0001".into(),
            heading: "Từ chối giải quyết".into(),
            explanation: "Công dân nhận được lý do bằng văn bản.".into(),
            action: "/can-bo/ho-so/H44.101-261123-0001/tu-choi".into(),
            version: "3".into(),
            reason_label: "Lý do".into(),
            reason_hint: "Nêu căn cứ pháp lý.".into(),
            reason: String::new(),
            reason_error: error.into(),
            errors: if error.is_empty() { Vec::new() } else { vec![Fault { href: "#reason".into(), text: error.into() }] },
            button: "Từ chối hồ sơ".into(),
            button_kind: "warning",
        };
        vec![page(""), page("Nhập lý do")]
    }
}

type Answer = Result<HttpResponse, Error>;

/// `GET …/tra-lai`
pub async fn show_send_back(official: OfficialIn, conn: Conn, rules: web::Data<Rules>, code: Path<DossierCode>) -> Answer {
    show(official, conn, rules, code, Action::SendBack).await
}

/// `GET …/tu-choi`
pub async fn show_refuse(official: OfficialIn, conn: Conn, rules: web::Data<Rules>, code: Path<DossierCode>) -> Answer {
    show(official, conn, rules, code, Action::Refuse).await
}

/// `POST …/tra-lai`
pub async fn send_back(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, code: Path<DossierCode>, form: FormPairs) -> Answer {
    let seen = seen(code.0.clone(), &form)?;
    let done = dossiers::send_back(conn.open().await?, &rules, official.now(), &official.official, &seen, form.text("reason")).await;
    answer(&official, conn, &rules, &code.0, &form, Action::SendBack, done).await
}

/// `POST …/tu-choi`
pub async fn refuse(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, code: Path<DossierCode>, form: FormPairs) -> Answer {
    let seen = seen(code.0.clone(), &form)?;
    let done = dossiers::refuse(conn.open().await?, &rules, official.now(), &official.official, &seen, form.text("reason")).await;
    answer(&official, conn, &rules, &code.0, &form, Action::Refuse, done).await
}

async fn show(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, code: Path<DossierCode>, action: Action) -> Answer {
    let bench = load(&official, &mut conn, &rules, &code.0).await?;
    conn.close();
    respond::page(&official, &page(&official, &bench, action, "", ""))
}

async fn answer(
    official: &OfficialIn,
    mut conn: Conn,
    rules: &Rules,
    code: &DossierCode,
    form: &FormPairs,
    action: Action,
    done: Result<Done, ActRefused>,
) -> Answer {
    let refused = match done {
        Ok(done) => return finish(official, code, Ok(done), if action == Action::Refuse { "act-refused" } else { "act-sent-back" }),
        Err(refused) => refused,
    };
    let missing = missing(official, code, refused)?;
    let sentence = missing.first().map(|m| official.text(m.text_key(), &[])).unwrap_or_default();
    let bench = load(official, &mut conn, rules, code).await?;
    respond::invalid(official, &page(official, &bench, action, form.text("reason"), &sentence))
}

/// The keys of the words in which the two acts differ.
struct Words {
    heading: &'static str,
    explained: &'static str,
    reason: &'static str,
    hint: &'static str,
    button: &'static str,
}

const REFUSE: Words = Words {
    heading: "refuse-title",
    explained: "refuse-explained",
    reason: "refuse-reason",
    hint: "refuse-reason-hint",
    button: "refuse-button",
};
const SEND_BACK: Words = Words {
    heading: "send-back-title",
    explained: "send-back-explained",
    reason: "send-back-reason",
    hint: "send-back-reason-hint",
    button: "send-back-button",
};

fn page(visit: &Visit, bench: &Workbench, action: Action, reason: &str, error: &str) -> ReasonPage {
    let words = if action == Action::Refuse { REFUSE } else { SEND_BACK };
    let step = bench.previous_step.as_ref().map(|step| step.name.clone()).unwrap_or_default();
    let text = |key: &str| visit.text(key, &[("step", step.as_str().into())]);
    ReasonPage {
        head: head(visit, &bench.facts),
        back: Place::Workbench(bench.facts.code.clone()).path(),
        heading: text(words.heading),
        explanation: text(words.explained),
        action: Place::WorkbenchAct(bench.facts.code.clone(), action.slug()).path(),
        version: bench.facts.version.to_string(),
        reason_label: text(words.reason),
        reason_hint: text(words.hint),
        reason: reason.to_owned(),
        reason_error: error.to_owned(),
        errors: if error.is_empty() { Vec::new() } else { vec![Fault { href: "#reason".into(), text: error.to_owned() }] },
        button: text(words.button),
        button_kind: if action == Action::Refuse { "warning" } else { "primary" },
    }
}
