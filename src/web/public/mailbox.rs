//! Hộp thư minh họa: the letters of a demonstration, which has no mail server. Does not exist in a
//! portal that is in service, nor when letters really leave.

use actix_web::{HttpResponse, http::header};
use serde::Serialize;

use crate::{
    kernel::places::Place,
    platform::{
        mail::{KeptLetter, LocalMailbox},
        views::Page,
    },
    web::{
        Error,
        extract::{Path, Visitor},
        shell::{Visit, respond},
        words,
    },
};

const NEWEST: usize = 100;

#[derive(Debug, Clone, Serialize)]
pub(super) struct MailboxPage {
    letters: Vec<LetterLine>,
}

#[derive(Debug, Clone, Serialize)]
struct LetterLine {
    subject: String,
    to: String,
    at: String,
    enclosures: usize,
    href: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct LetterPage {
    subject: String,
    to: String,
    at: String,
    lines: Vec<Vec<Piece>>,
    enclosures: Vec<Enclosed>,
    mailbox: String,
}

/// A piece of a line: text, or an address that leads to a page of this portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Piece {
    text: String,
    href: String,
}

#[derive(Debug, Clone, Serialize)]
struct Enclosed {
    name: String,
    href: String,
}

impl Page for MailboxPage {
    const TEMPLATE: &'static str = "public/letters/mailbox.html";

    fn samples() -> Vec<Self> {
        let line = LetterLine {
            subject: "Xác nhận địa chỉ e-mail của bạn".into(),
            to: "Nguyễn Văn Mẫu, nguyen.van.mau@example.vn".into(),
            at: "23/11/2026, 14:32".into(),
            enclosures: 1,
            href: Place::Letter("1".into()).path(),
        };
        vec![Self { letters: Vec::new() }, Self { letters: vec![line] }]
    }
}

impl Page for LetterPage {
    const TEMPLATE: &'static str = "public/letters/letter.html";

    fn samples() -> Vec<Self> {
        let link = "http://127.0.0.1:8080/dang-ky/xac-nhan/abc";
        vec![Self {
            subject: "Xác nhận địa chỉ e-mail của bạn".into(),
            to: "Nguyễn Văn Mẫu, nguyen.van.mau@example.vn".into(),
            at: "23/11/2026, 14:32".into(),
            lines: vec![pieces("Chào Nguyễn Văn Mẫu,", ""), pieces(link, "http://127.0.0.1:8080")],
            enclosures: vec![Enclosed { name: "giay-tiep-nhan.pdf".into(), href: Place::Enclosure("1".into(), 0).path() }],
            mailbox: Place::Mailbox.path(),
        }]
    }
}

pub(super) async fn list(visitor: Visitor) -> Result<HttpResponse, Error> {
    let letters = mailbox(&visitor)?.newest(NEWEST).await.map_err(Error::internal)?;
    let line = |letter: &KeptLetter| LetterLine {
        subject: letter.subject.clone(),
        to: addressee(letter),
        at: words::moment(letter.written_at),
        enclosures: letter.enclosure_names().len(),
        href: Place::Letter(letter.id.clone()).path(),
    };
    respond::page(&visitor, &MailboxPage { letters: letters.iter().map(line).collect() })
}

pub(super) async fn show(visitor: Visitor, Path(id): Path<String>) -> Result<HttpResponse, Error> {
    let letter = letter(&visitor, &id).await?;
    let base = visitor.platform().config.address();
    let enclosed = |(place, name): (usize, &str)| Enclosed { name: name.to_owned(), href: Place::Enclosure(id.clone(), place).path() };
    let page = LetterPage {
        subject: letter.subject.clone(),
        to: addressee(&letter),
        at: words::moment(letter.written_at),
        lines: letter.text.trim_end().lines().map(|line| pieces(line, &base)).collect(),
        enclosures: letter.enclosure_names().into_iter().enumerate().map(enclosed).collect(),
        mailbox: Place::Mailbox.path(),
    };
    respond::page(&visitor, &page)
}

pub(super) async fn enclosure(visitor: Visitor, Path((id, place)): Path<(String, usize)>) -> Result<HttpResponse, Error> {
    let enclosure = letter(&visitor, &id).await?.enclosure(place).ok_or(Error::NotFound)?;
    let name: String = enclosure.file_name.chars().filter(|c| c.is_ascii_alphanumeric() || "-_.".contains(*c)).collect();
    Ok(HttpResponse::Ok()
        .content_type(enclosure.media_type)
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(enclosure.bytes))
}

fn mailbox(visit: &Visit) -> Result<&LocalMailbox, Error> {
    let platform = visit.platform();
    platform.mail.mailbox().filter(|_| platform.config.portal.demo).ok_or(Error::NotFound)
}

async fn letter(visit: &Visit, id: &str) -> Result<KeptLetter, Error> {
    mailbox(visit)?.find(id).await.map_err(Error::internal)?.ok_or(Error::NotFound)
}

fn addressee(letter: &KeptLetter) -> String {
    if letter.to_name.is_empty() { letter.to.clone() } else { format!("{}, {}", letter.to_name, letter.to) }
}

/// Splits a line so that addresses of this portal become links within it.
fn pieces(line: &str, base: &str) -> Vec<Piece> {
    let piece = |word: &str| {
        let href = word.trim_end().strip_prefix(base).filter(|_| !base.is_empty()).and_then(respond::local_path).unwrap_or_default();
        Piece { text: word.to_owned(), href: href.to_owned() }
    };
    line.split_inclusive(' ').map(piece).collect()
}
