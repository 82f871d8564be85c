//! Lời thư: the sentences of a letter, as an administrator may write them.
//!
//! The portal's own sentences are in the files of its languages; the database holds only what was changed. A notice
//! takes the sentences in force with it when it is told, so that a change is in force at once for later ones and
//! alters nothing that was told before. What may stand in braces is checked before anything is kept.

mod judging;
mod trial;

use std::collections::BTreeMap;

use serde_json::json;

pub use judging::{TextFault, judge};
pub use trial::{TryLetter, try_letter};

use super::{
    MailVoice, Notice,
    composing::{self, Envelope, Written},
    model::{Content, NewText, TextRow},
    queries::texts as table,
};
use crate::{
    audit,
    kernel::{
        actor::{Actor, Official},
        clock::Now,
        ids::NoticeTextId,
        lang::Lang,
        text,
    },
    platform::{
        db::{AsyncConnection, Conn, DbError, DbResult},
        i18n::{TextValue, Texts},
        views::{Piece, Views, ViewsError, pieces},
    },
};

/// A letter whose sentences may be changed. Its word is the beginning of their keys and part of its address.
#[derive(Debug, Clone)]
pub struct LetterKind {
    pub word: &'static str,
    pub(super) kind: &'static str,
    /// As they are with invented people.
    pub(super) fields: serde_json::Value,
}

impl LetterKind {
    /// The letter of this notice whose sentences begin with `mail-<word>-`.
    pub fn of<N: Notice>(word: &'static str, notice: &N) -> Self {
        Self { word, kind: N::KIND, fields: serde_json::to_value(notice).unwrap_or_default() }
    }

    fn prefix(&self) -> String {
        format!("mail-{}-", self.word)
    }

    /// Its sentences, the subject first.
    pub fn keys(&self, texts: &Texts) -> Vec<String> {
        let prefix = self.prefix();
        let mut keys: Vec<String> = texts.keys(Lang::DEFAULT).filter(|key| key.starts_with(&prefix)).map(str::to_owned).collect();
        keys.sort_by_key(|key| !key.ends_with("-subject"));
        keys
    }
}

/// One sentence of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    pub key: String,
    /// As the portal says it of its own.
    pub own: String,
    /// As it is said now.
    pub text: String,
    /// What may stand in braces.
    pub values: Vec<String>,
}

impl Sentence {
    pub fn is_changed(&self) -> bool {
        self.text != self.own
    }
}

#[derive(Debug, thiserror::Error)]
pub enum TextsRefused {
    #[error("no reason was given")]
    NoReason,
    /// By key.
    #[error("sentences that cannot be said")]
    Faulty(Vec<(String, TextFault)>),
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Names beside a notice's own that any sentence may use.
const OURS: [&str; 4] = ["name", "portal_name", "portal_province", "portal_hotline"];
/// Fields that are no words to read.
const NO_WORDS: [&str; 3] = ["path", "what", "return_method"];

/// Every value that a sentence of the portal's own names.
const VALUES: [&str; 21] = [
    "code",
    "service",
    "agency",
    "submitted_at",
    "answer_by",
    "accepted_at",
    "due_at",
    "answer_until",
    "received_at",
    "finished_at",
    "doc_number",
    "place",
    "receiver",
    "returned_at",
    "withdrawn_at",
    "hotline",
    "amount",
    "at",
    "late",
    "soon",
    "due",
];

/// The sentences of a letter as they are in force. One statement.
pub async fn sentences(conn: &mut Conn, texts: &Texts, letter: &LetterKind, lang: Lang) -> DbResult<Vec<Sentence>> {
    let said: BTreeMap<String, String> = table::in_force(conn, lang).await?.into_iter().collect();
    Ok(letter.keys(texts).into_iter().map(|key| sentence(texts, letter, lang, key, &said)).collect())
}

/// The subjects of all letters, and whether any of their sentences is changed. One statement.
pub async fn subjects(conn: &mut Conn, texts: &Texts, letters: &[LetterKind], lang: Lang) -> DbResult<Vec<(String, bool)>> {
    let said: BTreeMap<String, String> = table::in_force(conn, lang).await?.into_iter().collect();
    let of = |letter: &LetterKind| {
        let subject = sentence(texts, letter, lang, format!("{}subject", letter.prefix()), &said);
        (subject.text, said.keys().any(|key| key.starts_with(&letter.prefix())))
    };
    Ok(letters.iter().map(of).collect())
}

fn sentence(texts: &Texts, letter: &LetterKind, lang: Lang, key: String, said: &BTreeMap<String, String>) -> Sentence {
    let own = own_words(texts, lang, &key);
    let mut values: Vec<String> = OURS.iter().map(|name| (*name).to_owned()).collect();
    let fields = letter.fields.as_object().into_iter().flatten();
    values.extend(fields.filter(|(name, value)| value.is_string() && !NO_WORDS.contains(&name.as_str())).map(|(name, _)| name.clone()));
    values.extend(names(&own));
    values.sort();
    values.dedup();
    Sentence { text: said.get(&key).unwrap_or(&own).clone(), own, key, values }
}

/// The portal's own sentence with its values in braces.
fn own_words(texts: &Texts, lang: Lang, key: &str) -> String {
    let braced: Vec<(&str, TextValue<'static>)> = VALUES.iter().map(|name| (*name, format!("{{{name}}}").into())).collect();
    texts.get(lang, key, &braced)
}

fn names(sentence: &str) -> Vec<String> {
    let of = |piece: &Piece<'_>| match piece {
        Piece::Value(name) => Some((*name).to_owned()),
        Piece::Words(_) => None,
    };
    pieces(sentence).unwrap_or_default().iter().filter_map(of).collect()
}

/// Everything that was ever written for a letter, the newest first. One statement.
pub async fn history(conn: &mut Conn, letter: &LetterKind, lang: Lang) -> DbResult<Vec<TextRow>> {
    table::history(conn, &letter.prefix(), lang, 100).await
}

/// Keeps the sentences that differ from what is in force; one that is the portal's own again needs no row. Tells how many changed.
pub async fn change(
    conn: &mut Conn,
    now: Now,
    official: &Official,
    texts: &Texts,
    (letter, lang): (&LetterKind, Lang),
    typed: &[(String, String)],
    reason: &str,
) -> Result<usize, TextsRefused> {
    let reason = text::line(reason);
    if reason.is_empty() {
        return Err(TextsRefused::NoReason);
    }
    conn.transaction::<_, TextsRefused, _>(async |conn| {
        let known = sentences(conn, texts, letter, lang).await?;
        let typed = |sentence: &Sentence| typed.iter().find(|(key, _)| *key == sentence.key).map(|(_, text)| text::line(text));
        let changed: Vec<(&Sentence, String)> =
            known.iter().filter_map(|one| typed(one).filter(|text| *text != one.text).map(|text| (one, text))).collect();
        let faults: Vec<(String, TextFault)> =
            changed.iter().filter_map(|(one, text)| judge(text, &one.values).err().map(|fault| (one.key.clone(), fault))).collect();
        if !faults.is_empty() {
            return Err(TextsRefused::Faulty(faults));
        }
        if changed.is_empty() {
            return Ok(0);
        }
        let keys: Vec<&str> = changed.iter().map(|(one, _)| one.key.as_str()).collect();
        table::end(conn, now.instant(), official.account, lang, &keys).await?;
        let rows: Vec<NewText<'_>> = changed
            .iter()
            .filter(|(one, text)| *text != one.own)
            .map(|(one, text)| NewText {
                id: NoticeTextId::new(),
                kind: letter.kind,
                key: &one.key,
                lang,
                text,
                reason: &reason,
                written_by: official.account,
                created_at: now.instant(),
            })
            .collect();
        table::insert(conn, &rows).await?;
        let data = json!({ "lang": lang, "keys": keys, "reason": reason });
        audit::record(conn, now, &Actor::Official(official.clone()), "change_letter", "letter", letter.word, data).await?;
        Ok(changed.len())
    })
    .await
}

/// Back to the portal's own sentences. Tells how many had been changed.
pub async fn restore(
    conn: &mut Conn,
    now: Now,
    official: &Official,
    texts: &Texts,
    (letter, lang): (&LetterKind, Lang),
    reason: &str,
) -> Result<usize, TextsRefused> {
    let own: Vec<(String, String)> = letter.keys(texts).into_iter().map(|key| (key.clone(), own_words(texts, lang, &key))).collect();
    change(conn, now, official, texts, (letter, lang), &own, reason).await
}

/// The letter with these sentences, to invented people.
pub fn preview(
    views: &Views,
    voice: &MailVoice,
    lang: Lang,
    letter: &LetterKind,
    said: BTreeMap<String, String>,
) -> Result<Written, ViewsError> {
    let content = sample(letter, "Nguyễn Văn Mẫu", said);
    composing::write(views, voice, &Envelope { lang, kind: letter.kind, content: &content, enclosed: true })
}

fn sample(letter: &LetterKind, name: &str, said: BTreeMap<String, String>) -> Content {
    Content { name: name.to_owned(), secrets: Vec::new(), fields: letter.fields.clone(), sms: None, said }
}
