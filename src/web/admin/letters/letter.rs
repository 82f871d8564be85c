//! One letter: read, tried, changed, and back to the portal's own words.

use std::collections::BTreeMap;

use actix_web::HttpResponse;

use super::{
    kind, language,
    shown::{LetterPage, PreviewView},
};
use crate::{
    accounts,
    kernel::{lang::Lang, places::Place, places::admin::AdminPlace},
    notifications::{
        MailVoice,
        texts::{self, LetterKind, Sentence, TextFault, TextsRefused, TryLetter},
    },
    platform::{queue, views::FlashKind},
    web::{
        answer::{Answer, Faults},
        extract::{Conn, FormPairs, Path, Query, SystemAdminIn},
        shell::{Error, respond},
    },
};

/// `GET /quan-tri/mau-thong-bao/{word}?tieng=en`
pub async fn show(
    admin: SystemAdminIn,
    mut conn: Conn,
    word: Path<String>,
    query: Query<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    let kind = kind(&word.0)?;
    let lang = query.0.iter().find(|(name, _)| name == "tieng").map_or(Lang::DEFAULT, |(_, word)| language(word));
    let (page, _) = page(&admin, &mut conn, &kind, lang).await?;
    respond::page(&admin, &page)
}

/// `POST /quan-tri/mau-thong-bao/{word}`: looked at, sent to oneself, kept, or given back.
pub async fn act(admin: SystemAdminIn, mut conn: Conn, word: Path<String>, form: FormPairs) -> Result<HttpResponse, Error> {
    let kind = kind(&word.0)?;
    let lang = language(form.text("tieng"));
    let (mut page, sentences) = page(&admin, &mut conn, &kind, lang).await?;
    let typed: Vec<(String, String)> = sentences.iter().map(|one| (one.key.clone(), form.text(&one.key).to_owned())).collect();
    page.reason = Answer::typed(&form, "reason");
    if !form.has("restore") {
        page.keep(&typed);
    }
    if form.has("look") || form.has("try") {
        let faults = faults(&sentences, &typed);
        if !faults.is_empty() {
            page.blame(&admin, &faults);
            return respond::invalid(&admin, &page);
        }
        if form.has("try") {
            page.tried = send_to_oneself(&admin, &mut conn, (&kind, lang), said(&typed)).await?;
        }
        let voice = MailVoice::of(&admin.platform().config);
        let written = texts::preview(&admin.platform().views, &voice, lang, &kind, said(&typed)).map_err(Error::internal)?;
        page.preview = Some(PreviewView::of(&written));
        return respond::page(&admin, &page);
    }
    let (own, about, reason) = (&admin.platform().texts, (&kind, lang), form.text("reason"));
    let changed = match form.has("restore") {
        true => texts::restore(conn.open().await?, admin.now(), admin.official(), own, about, reason).await,
        false => texts::change(conn.open().await?, admin.now(), admin.official(), own, about, &typed, reason).await,
    };
    match changed {
        Ok(count) => {
            admin.say(FlashKind::Success, if count == 0 { "letter-unchanged" } else { "letter-kept" }, &[]);
            let here = Place::Admin(AdminPlace::LetterIn(kind.word.to_owned(), lang.to_string()));
            return Ok(respond::see_other(&here));
        }
        Err(TextsRefused::Db(error)) => return Err(error.into()),
        Err(TextsRefused::Faulty(faults)) => page.blame(&admin, &faults),
        Err(TextsRefused::NoReason) => {
            let mut faults = Faults::new(&admin);
            page.reason.error = faults.note("reason", "admin-reason-missing");
            page.errors = faults.list;
        }
    }
    respond::invalid(&admin, &page)
}

async fn page(admin: &SystemAdminIn, conn: &mut Conn, kind: &LetterKind, lang: Lang) -> Result<(LetterPage, Vec<Sentence>), Error> {
    let sentences = texts::sentences(conn.open().await?, &admin.platform().texts, kind, lang).await?;
    let history = texts::history(conn.open().await?, kind, lang).await?;
    Ok((LetterPage::new(admin, kind, lang, &sentences, history), sentences))
}

fn faults(sentences: &[Sentence], typed: &[(String, String)]) -> Vec<(String, TextFault)> {
    let judged = sentences.iter().zip(typed).map(|(one, (key, text))| (key.clone(), texts::judge(text.trim(), &one.values)));
    judged.filter_map(|(key, judged)| judged.err().map(|fault| (key, fault))).collect()
}

fn said(typed: &[(String, String)]) -> BTreeMap<String, String> {
    typed.iter().map(|(key, text)| (key.clone(), text.trim().to_owned())).collect()
}

async fn send_to_oneself(
    admin: &SystemAdminIn,
    conn: &mut Conn,
    (kind, lang): (&LetterKind, Lang),
    said: BTreeMap<String, String>,
) -> Result<String, Error> {
    let open = conn.open().await?;
    let own = accounts::profile(open, admin.official().account).await?.ok_or(Error::NotFound)?;
    let mark = admin.text("letter-trial-mark", &[]);
    let job = TryLetter::new(own.email.clone(), own.name.as_str(), lang, kind, (mark, said));
    queue::enqueue(open, admin.now(), &job).await?;
    Ok(admin.text("letter-tried", &[("to", own.email.masked().into())]))
}
