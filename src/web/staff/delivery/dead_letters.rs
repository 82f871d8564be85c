//! Thư chưa gửi được: sent again or given up, with a reason, by those who look after the portal.

use actix_web::{HttpResponse, web::Data};
use serde::Serialize;

use crate::{
    dossiers::Rules,
    kernel::{
        desk_places::{DeskPlace, DeskThing},
        ids::NoticeId,
        places::Place,
    },
    notifications::{self, DeadLetter, DeadLetterRefused, Settling, Verdict},
    platform::views::{FlashKind, Page},
    web::{
        Error,
        extract::{Conn, FormPairs, OfficialIn, Path},
        shell::respond,
        words,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct DeadLettersPage {
    letters: Vec<Line>,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    id: String,
    code: String,
    to: String,
    /// The word of the failure: `bad-address`.
    failure: String,
    reply: String,
    attempts: i32,
    at: String,
    action: String,
}

impl Page for DeadLettersPage {
    const TEMPLATE: &'static str = "staff/delivery/dead_letters.html";

    fn samples() -> Vec<Self> {
        let line = Line {
            id: "1".into(),
            code: "H44.101-261123-0007".into(),
            to: "n•••@example.vn".into(),
            failure: "bad-address".into(),
            reply: "550 5.1.1 no such user".into(),
            attempts: 1,
            at: "23/11/2026, 14:32".into(),
            action: "/can-bo/thu-chua-gui/1".into(),
        };
        vec![Self { letters: Vec::new() }, Self { letters: vec![line] }]
    }
}

impl From<DeadLetter> for Line {
    fn from(letter: DeadLetter) -> Self {
        Self {
            id: letter.id.to_string(),
            to: letter.masked(),
            code: letter.code.unwrap_or_default(),
            failure: letter.failure.map_or_else(|| "permanent".to_owned(), |failure| failure.as_str().replace('_', "-")),
            reply: letter.reply.unwrap_or_default(),
            attempts: letter.attempts,
            at: words::moment(letter.tried_at.unwrap_or(letter.created_at)),
            action: DeskThing::DeadLetter(letter.id).path(),
        }
    }
}

/// So many are shown; settling some brings the next.
const SHOWN: i64 = 50;

pub(super) async fn show(official: OfficialIn, mut conn: Conn, rules: Data<Rules>) -> Result<HttpResponse, Error> {
    if !notifications::looks_after_letters(&official.official) {
        return Err(Error::NotFound);
    }
    let found = notifications::dead_letters(conn.open().await?, &rules.agencies, &official.official, None, SHOWN).await?;
    respond::page(&official, &DeadLettersPage { letters: found.into_iter().map(Line::from).collect() })
}

pub(super) async fn settle(
    official: OfficialIn,
    mut conn: Conn,
    rules: Data<Rules>,
    Path(id): Path<NoticeId>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let (verdict, said) = match form.text("verdict") {
        "give_up" => (Verdict::GiveUp, "dead-given-up"),
        _ => (Verdict::SendAgain, "dead-sent-again"),
    };
    let settling = Settling { id, verdict, reason: form.text("reason") };
    let settled = notifications::settle(conn.open().await?, &rules.agencies, official.now(), &official.official, settling).await;
    match settled {
        Ok(()) => official.say(FlashKind::Success, said, &[]),
        Err(DeadLetterRefused::NoReason) => official.say(FlashKind::Warning, "dead-no-reason", &[]),
        Err(DeadLetterRefused::NotFound) => return Err(Error::NotFound),
        Err(DeadLetterRefused::Db(error)) => return Err(error.into()),
    }
    Ok(respond::see_other(&Place::Desk(DeskPlace::DeadLetters)))
}
