//! The acts that need one press: accept, forward, approve, take in a supplement.

use actix_web::{HttpResponse, web};

use super::refused::{error, seen};
use crate::{
    dossiers::{self, ActRefused, Done, Rules},
    kernel::{dossier_code::DossierCode, places::Place},
    platform::views::FlashKind,
    web::{
        extract::{Conn, FormPairs, OfficialIn, Path},
        shell::{Error, Visit, respond},
        staff::inbox::listed::Listed,
        words,
    },
    workflow::StepKey,
};

type Answer = Result<HttpResponse, Error>;

/// `POST …/tiep-nhan`
pub async fn accept(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, code: Path<DossierCode>, form: FormPairs) -> Answer {
    let seen = seen(code.0.clone(), &form);
    let done = dossiers::accept(conn.open().await?, &rules, official.now(), &official.official, &seen).await;
    finish(&official, &code.0, done, "act-accepted")
}

/// `POST …/chuyen-buoc`
pub async fn forward(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, code: Path<DossierCode>, form: FormPairs) -> Answer {
    let seen = seen(code.0.clone(), &form);
    let to = Some(form.text("to")).filter(|step| !step.is_empty()).map(StepKey::new);
    let done = dossiers::forward_to(conn.open().await?, &rules, official.now(), &official.official, &seen, to, form.text("note")).await;
    finish(&official, &code.0, done, "act-forwarded")
}

/// `POST …/ky-duyet`
pub async fn approve(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, code: Path<DossierCode>, form: FormPairs) -> Answer {
    let seen = seen(code.0.clone(), &form);
    let done = dossiers::approve(conn.open().await?, &rules, official.now(), &official.official, &seen, form.text("note")).await;
    finish(&official, &code.0, done, "act-approved")
}

/// `POST …/thu-hoi`
pub async fn recall(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, code: Path<DossierCode>, form: FormPairs) -> Answer {
    let seen = seen(code.0.clone(), &form);
    let done = dossiers::recall(conn.open().await?, &rules, official.now(), &official.official, &seen).await;
    finish(&official, &code.0, done, "act-recalled")
}

/// `POST …/hoan-thanh-bo-sung`
pub async fn complete_supplement(
    official: OfficialIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    code: Path<DossierCode>,
    form: FormPairs,
) -> Answer {
    let seen = seen(code.0.clone(), &form);
    let done = dossiers::complete_supplement(conn.open().await?, &rules, official.now(), &official.official, &seen).await;
    finish(&official, &code.0, done, "act-supplement-completed")
}

/// `POST …/ghi-chu`
pub async fn note(official: OfficialIn, mut conn: Conn, code: Path<DossierCode>, form: FormPairs) -> Answer {
    let added = dossiers::add_note(conn.open().await?, official.now(), &official.official, &code.0, form.text("text")).await;
    added.map_err(|refused| error(&official, &code.0, refused))?;
    official.say(FlashKind::Success, "note-added", &[]);
    Ok(respond::see_other_path(&Listed::of(&official).address(&Place::Workbench(code.0))))
}

/// Back to the workbench with one sentence about what was done.
pub fn finish(visit: &Visit, code: &DossierCode, done: Result<Done, ActRefused>, key: &str) -> Answer {
    let done = done.map_err(|refused| error(visit, code, refused))?;
    let due = done.due_at.map(words::moment).unwrap_or_default();
    let step = done.step_name.unwrap_or_default();
    visit.say(FlashKind::Success, key, &[("code", code.as_str().into()), ("due", due.into()), ("step", step.into())]);
    Ok(respond::see_other_path(&Listed::of(visit).address(&Place::Workbench(code.clone()))))
}
