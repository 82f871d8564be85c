//! Xin ý kiến: which agency is asked, and what.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::payment::Choice;
use crate::{
    dossiers::{self, Missing, Question, Rules, Workbench, may_be_asked},
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
    },
    workflow::{Action, Consultation, Silence},
};

#[derive(Debug, Serialize)]
pub struct ConsultationPage {
    #[serde(flatten)]
    frame: Frame,
    /// What may be asked here; usually one thing.
    kinds: Vec<Kind>,
}

/// One consultation that the service knows: a form of its own.
#[derive(Debug, Serialize)]
struct Kind {
    key: String,
    name: String,
    rule: String,
    agencies: Vec<Choice>,
    agency: String,
    agency_error: String,
    question: String,
    question_error: String,
}

impl Page for ConsultationPage {
    const TEMPLATE: &'static str = "staff/dossiers/around/consultation.html";

    fn samples() -> Vec<Self> {
        let page = |error: &str| Self {
            frame: Frame::sample(Action::Consult, "#question-elsewhere", error),
            kinds: vec![Kind {
                key: "elsewhere".into(),
                name: "Hỏi nơi cư trú trước đây".into(),
                rule: "Cơ quan được hỏi trả lời trong 3 ngày làm việc.".into(),
                agencies: vec![Choice { value: "1".into(), text: "UBND phường Vĩnh Yên".into() }],
                agency: String::new(),
                agency_error: error.into(),
                question: String::new(),
                question_error: error.into(),
            }],
        };
        vec![page(""), page("Nhập nội dung xin ý kiến")]
    }
}

/// `GET …/xin-y-kien`
pub async fn show(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, code: Path<DossierCode>) -> Result<HttpResponse, Error> {
    let bench = load(&official, &mut conn, &rules, &code.0).await?;
    conn.close();
    let nothing = Question { about: String::new(), agency: None, text: String::new() };
    respond::page(&official, &page(&official, &rules, &bench, &nothing, &[]))
}

/// `POST …/xin-y-kien`
pub async fn create(
    official: OfficialIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    code: Path<DossierCode>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let seen = seen(code.0.clone(), &form);
    let question = Question { about: form.text("about").to_owned(), agency: form.parse("agency"), text: form.text("question").to_owned() };
    match dossiers::consult(conn.open().await?, &rules, official.now(), &official.official, &seen, &question).await {
        Ok(done) => finish(&official, &code.0, Ok(done), "act-consulted"),
        Err(refused) => {
            let missing = missing(&official, &code.0, refused)?;
            let bench = load(&official, &mut conn, &rules, &code.0).await?;
            respond::invalid(&official, &page(&official, &rules, &bench, &question, &missing))
        }
    }
}

fn page(visit: &Visit, rules: &Rules, bench: &Workbench, typed: &Question, missing: &[Missing]) -> ConsultationPage {
    let kinds: Vec<Kind> = bench.may_ask.iter().map(|asked| kind(visit, rules, bench, asked, typed, missing)).collect();
    let errors = kinds
        .iter()
        .flat_map(|kind| {
            let (agency, question) = (format!("#agency-{}", kind.key), format!("#question-{}", kind.key));
            summary(&[(&agency, &kind.agency_error), (&question, &kind.question_error)])
        })
        .collect();
    ConsultationPage { frame: Frame::of(visit, bench, Action::Consult, errors), kinds }
}

fn kind(visit: &Visit, rules: &Rules, bench: &Workbench, asked: &Consultation, typed: &Question, missing: &[Missing]) -> Kind {
    let is_meant = asked.key == typed.about;
    let missing = if is_meant { missing } else { &[] };
    let others = rules.agencies.iter().filter(|agency| agency.id != bench.facts.agency && may_be_asked(agency, asked.to));
    let mut agencies: Vec<Choice> = others.map(|agency| Choice { value: agency.id.to_string(), text: agency.short_authority() }).collect();
    agencies.sort_by_cached_key(|choice| crate::kernel::text::fold(&choice.text));
    agencies.insert(0, Choice { value: String::new(), text: visit.text("consult-choose", &[]) });
    let silence = if asked.silence == Silence::Consent { "consult-silence-consent" } else { "consult-silence-none" };
    let rule =
        visit.text("consult-rule", &[("limit", asked.limit.words(visit.lang()).into()), ("silence", visit.text(silence, &[]).into())]);
    Kind {
        key: asked.key.clone(),
        name: asked.name.clone(),
        rule,
        agencies,
        agency: typed.agency.filter(|_| is_meant).map(|id| id.to_string()).unwrap_or_default(),
        agency_error: sentence(visit, missing, &[Missing::AskedAgency]),
        question: if is_meant { typed.text.clone() } else { String::new() },
        question_error: sentence(visit, missing, &[Missing::Question, Missing::ReasonTooLong]),
    }
}
