//! Xin lỗi và hẹn lại: the new day and the reason, as the citizen will read them. Once.

use actix_web::{HttpResponse, web};
use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    dossiers::{self, Extension, Missing, Rules, Workbench},
    kernel::dossier_code::DossierCode,
    platform::views::Page,
    web::{
        extract::{Conn, FormPairs, OfficialIn, Path},
        shell::{Error, Visit, respond},
        staff::dossiers::{
            frame::Frame,
            refused::{load, missing, seen, sentence, summary},
            steps::finish,
        },
        words,
    },
    workflow::Action,
};

#[derive(Debug, Serialize)]
pub struct ExtensionPage {
    #[serde(flatten)]
    frame: Frame,
    due: String,
    day: String,
    month: String,
    year: String,
    date_error: String,
    reason: String,
    reason_error: String,
}

impl Page for ExtensionPage {
    const TEMPLATE: &'static str = "staff/dossiers/around/extension.html";

    fn samples() -> Vec<Self> {
        let page = |error: &str| Self {
            frame: Frame::sample(Action::Extend, "#reason", error),
            due: "27/11/2026, 09:00".into(),
            day: "30".into(),
            month: "11".into(),
            year: "2026".into(),
            date_error: error.into(),
            reason: String::new(),
            reason_error: error.into(),
        };
        vec![page(""), page("Nhập lý do")]
    }
}

/// What the official has typed.
#[derive(Default)]
struct Typed {
    day: String,
    month: String,
    year: String,
    reason: String,
}

impl Typed {
    fn of(form: &FormPairs) -> Self {
        let text = |name: &str| form.text(name).trim().to_owned();
        Self { day: text("new_day-day"), month: text("new_day-month"), year: text("new_day-year"), reason: form.text("reason").to_owned() }
    }

    fn extension(&self) -> Extension {
        let numbers = (self.year.parse(), self.month.parse(), self.day.parse());
        let new_day = match numbers {
            (Ok(year), Ok(month), Ok(day)) => NaiveDate::from_ymd_opt(year, month, day),
            _ => None,
        };
        Extension { new_day, reason: self.reason.clone() }
    }
}

/// `GET …/hen-lai`
pub async fn show(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, code: Path<DossierCode>) -> Result<HttpResponse, Error> {
    let bench = load(&official, &mut conn, &rules, &code.0).await?;
    conn.close();
    respond::page(&official, &page(&official, &bench, &Typed::default(), &[]))
}

/// `POST …/hen-lai`
pub async fn create(
    official: OfficialIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    code: Path<DossierCode>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let (seen, typed) = (seen(code.0.clone(), &form), Typed::of(&form));
    match dossiers::extend(conn.open().await?, &rules, official.now(), &official.official, &seen, &typed.extension()).await {
        Ok(done) => finish(&official, &code.0, Ok(done), "act-extended"),
        Err(refused) => {
            let missing = missing(&official, &code.0, refused)?;
            let bench = load(&official, &mut conn, &rules, &code.0).await?;
            respond::invalid(&official, &page(&official, &bench, &typed, &missing))
        }
    }
}

fn page(visit: &Visit, bench: &Workbench, typed: &Typed, missing: &[Missing]) -> ExtensionPage {
    let date_error = sentence(visit, missing, &[Missing::NewDate]);
    let reason_error = sentence(visit, missing, &[Missing::Reason, Missing::ReasonTooLong]);
    let errors = summary(&[("#new_day", &date_error), ("#reason", &reason_error)]);
    ExtensionPage {
        frame: Frame::of(visit, bench, Action::Extend, errors),
        due: bench.facts.deadline.due_at.map(words::moment).unwrap_or_default(),
        day: typed.day.clone(),
        month: typed.month.clone(),
        year: typed.year.clone(),
        reason: typed.reason.clone(),
        date_error,
        reason_error,
    }
}
