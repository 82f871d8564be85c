//! One question, and the form of its answer.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use crate::{
    dossiers::{self, ActRefused, AskedOpinion, Missing, Opinion, OpinionGiven, Rules},
    kernel::{
        desk_places::{DeskPlace, DeskThing},
        ids::ConsultationId,
        places::Place,
    },
    platform::views::{FlashKind, Page},
    web::{
        extract::{Conn, FormPairs, OfficialIn, Path},
        shell::{Error, Visit, respond},
        words,
    },
    workflow::Silence,
};

#[derive(Debug, Serialize)]
pub struct AnswerPage {
    back: String,
    action: String,
    name: String,
    asking: String,
    asked: String,
    code: String,
    service: String,
    question: String,
    asked_at: String,
    until: String,
    silence: String,
    /// It needs no answer any more.
    closed: bool,
    options: Vec<Choice>,
    opinion: String,
    opinion_error: String,
    answer: String,
    answer_error: String,
    errors: Vec<Fault>,
}

#[derive(Debug, Serialize)]
struct Choice {
    value: String,
    text: String,
}

#[derive(Debug, Serialize)]
struct Fault {
    href: &'static str,
    text: String,
}

impl Page for AnswerPage {
    const TEMPLATE: &'static str = "staff/opinions/answer.html";

    fn samples() -> Vec<Self> {
        let page = |closed, error: &str| Self {
            back: "/can-bo/y-kien".into(),
            action: "/can-bo/y-kien/1".into(),
            name: "Hỏi nơi cư trú trước đây".into(),
            asking: "UBND phường Việt Trì".into(),
            asked: "UBND phường Vĩnh Yên".into(),
            code: "H44.101-261123-0001".into(),
            service: "Cấp Giấy xác nhận tình trạng hôn nhân".into(),
            question: "Ông Nguyễn Văn Mẫu đã đăng ký kết hôn tại phường chưa?".into(),
            asked_at: "23/11/2026, 09:00".into(),
            until: "26/11/2026, 09:00".into(),
            silence: "Hết hạn mà không trả lời là đồng ý.".into(),
            closed,
            options: vec![Choice { value: "agrees".into(), text: "Đồng ý".into() }],
            opinion: String::new(),
            opinion_error: error.into(),
            answer: String::new(),
            answer_error: error.into(),
            errors: if error.is_empty() { Vec::new() } else { vec![Fault { href: "#answer", text: error.into() }] },
        };
        vec![page(false, ""), page(false, "Nhập nội dung trả lời"), page(true, "")]
    }
}

/// `GET /can-bo/y-kien/{id}`
pub async fn show(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, id: Path<ConsultationId>) -> Result<HttpResponse, Error> {
    let asked = load(&official, &mut conn, &rules, id.0).await?;
    conn.close();
    respond::page(&official, &page(&official, asked, ("", ""), &[]))
}

/// `POST /can-bo/y-kien/{id}`
pub async fn create(
    official: OfficialIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    id: Path<ConsultationId>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let asked = load(&official, &mut conn, &rules, id.0).await?;
    let given = OpinionGiven { opinion: form.parse("opinion"), text: form.text("answer").to_owned() };
    match dossiers::answer_consultation(conn.open().await?, &rules, official.now(), &official.official, id.0, &given).await {
        Ok(()) => {
            official.say(FlashKind::Success, "opinion-sent", &[("agency", asked.asking.into())]);
            Ok(respond::see_other(&Place::Desk(DeskPlace::Opinions)))
        }
        Err(ActRefused::Incomplete(missing)) => {
            let typed = (form.text("opinion"), form.text("answer"));
            respond::invalid(&official, &page(&official, asked, typed, &missing))
        }
        Err(ActRefused::Refused(refusal)) => Err(Error::refused(official.text(refusal.text_key(), &[]), Place::Desk(DeskPlace::Opinions))),
        Err(ActRefused::NotFound) => Err(Error::NotFound),
        Err(other) => Err(Error::internal(anyhow::anyhow!(other))),
    }
}

/// A question to one of his agencies; any other does not exist.
async fn load(official: &OfficialIn, conn: &mut Conn, rules: &Rules, id: ConsultationId) -> Result<AskedOpinion, Error> {
    let found = dossiers::asked_opinion(conn.open().await?, rules, official.now(), &official.official, id).await;
    found.map_err(Error::internal)?.ok_or(Error::NotFound)
}

fn page(visit: &Visit, asked: AskedOpinion, (opinion, answer): (&str, &str), missing: &[Missing]) -> AnswerPage {
    let said = |wanted: &[Missing]| missing.iter().find(|m| wanted.contains(m)).map(|m| visit.text(m.text_key(), &[])).unwrap_or_default();
    let (opinion_error, answer_error) = (said(&[Missing::Opinion]), said(&[Missing::Answer, Missing::ReasonTooLong]));
    let choice = |opinion: Opinion, key: &str| Choice { value: opinion.to_string(), text: visit.text(key, &[]) };
    let silence = if asked.silence == Silence::Consent { "consult-silence-consent" } else { "consult-silence-none" };
    AnswerPage {
        back: Place::Desk(DeskPlace::Opinions).path(),
        action: DeskThing::Opinion(asked.id).path(),
        name: asked.name,
        asking: asked.asking,
        asked: asked.asked,
        code: asked.code.to_string(),
        service: asked.service_name,
        question: asked.question,
        asked_at: words::moment(asked.asked_at),
        until: words::moment(asked.answer_until),
        silence: visit.text(silence, &[]),
        closed: asked.closed_at.is_some(),
        options: vec![
            choice(Opinion::Agrees, "opinion-agrees"),
            choice(Opinion::Disagrees, "opinion-disagrees"),
            choice(Opinion::Informs, "opinion-informs"),
        ],
        opinion: opinion.to_owned(),
        answer: answer.to_owned(),
        errors: [("#opinion", &opinion_error), ("#answer", &answer_error)]
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(href, text)| Fault { href, text: text.clone() })
            .collect(),
        opinion_error,
        answer_error,
    }
}
