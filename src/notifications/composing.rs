//! A notice becomes a letter.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Notice, model::Content};
use crate::{
    kernel::lang::Lang,
    platform::{
        config::Config,
        views::{Views, ViewsError},
    },
};

/// How the portal introduces itself in letters.
#[derive(Debug, Clone, Serialize)]
pub struct MailVoice {
    /// `https://dichvucong.example.vn`, without a slash at its end.
    pub address: String,
    pub portal_name: String,
    pub portal_province: String,
    pub portal_hotline: String,
}

impl MailVoice {
    pub fn of(config: &Config) -> Self {
        let portal = &config.portal;
        Self {
            address: config.address(),
            portal_name: portal.name.clone(),
            portal_province: portal.province.clone(),
            portal_hotline: portal.hotline.clone(),
        }
    }
}

/// The words of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// What the templates see.
#[derive(Serialize)]
struct Facts<'a> {
    lang: Lang,
    name: &'a str,
    /// A paper goes along.
    enclosed: bool,
    /// What `t` says instead of the portal's own sentences.
    said: &'a BTreeMap<String, String>,
    #[serde(flatten)]
    voice: &'a MailVoice,
    #[serde(flatten)]
    fields: &'a serde_json::Value,
}

/// Writes the letter of a notice to somebody called `name`, with a paper enclosed: for tests.
pub fn compose<N: Notice>(views: &Views, voice: &MailVoice, lang: Lang, name: &str, notice: &N) -> Result<Written, ViewsError> {
    let fields = serde_json::to_value(notice).map_err(|error| ViewsError::Template(tera::Error::message(error.to_string())))?;
    let content = Content { name: name.to_owned(), secrets: Vec::new(), fields, sms: None, said: BTreeMap::new() };
    write(views, voice, &Envelope { lang, kind: N::KIND, content: &content, enclosed: true })
}

/// What is known of a letter before it is written.
pub(super) struct Envelope<'a> {
    pub lang: Lang,
    pub kind: &'a str,
    pub content: &'a Content,
    pub enclosed: bool,
}

pub(super) fn write(views: &Views, voice: &MailVoice, letter: &Envelope<'_>) -> Result<Written, ViewsError> {
    let Envelope { lang, kind, content, enclosed } = *letter;
    let facts = Facts { lang, name: &content.name, enclosed, said: &content.said, voice, fields: &content.fields };
    let whole = views.text(lang, &text_template(kind), &facts)?;
    let (subject, text) = whole.split_once('\n').unwrap_or((whole.as_str(), ""));
    let html = views.text(lang, &html_template(kind), &facts)?;
    Ok(Written { subject: subject.trim().to_owned(), text: format!("{}\n", text.trim()), html })
}

/// The words in which a notice and its templates disagree, empty if none: `uses x` for a variable
/// that the notice does not give, `ignores x` for a field that neither template shows.
pub fn unmatched<N: Notice>(views: &Views) -> Result<Vec<String>, ViewsError> {
    let mut used = views.variables(&text_template(N::KIND))?;
    used.extend(views.variables(&html_template(N::KIND))?);
    let given: BTreeSet<String> = N::samples().iter().flat_map(fields).collect();
    let ours = ["lang", "name", "enclosed", "address", "portal_name", "portal_province", "portal_hotline"];
    let missing = used.iter().filter(|word| !given.contains(*word) && !ours.contains(&word.as_str())).map(|word| format!("uses {word}"));
    let idle = given.iter().filter(|word| !used.contains(*word)).map(|word| format!("ignores {word}"));
    Ok(missing.chain(idle).collect())
}

fn fields<N: Notice>(notice: &N) -> Vec<String> {
    match serde_json::to_value(notice) {
        Ok(serde_json::Value::Object(map)) => map.keys().cloned().collect(),
        _ => Vec::new(),
    }
}

fn text_template(kind: &str) -> String {
    format!("mails/{kind}.txt")
}

fn html_template(kind: &str) -> String {
    format!("mails/{kind}.html")
}
