//! A letter as an RFC 5322 message.

use lettre::{
    Address, Message,
    message::{Attachment, Mailbox, MultiPart, SinglePart, header::ContentType},
};

use super::{Letter, MailError, Sender};
use crate::kernel::{person::Email, text};

/// Text and HTML as alternatives; enclosures around them. Written to machines, so marked as
/// automatic: out-of-office replies stay away.
pub(super) fn compose(sender: &Sender, letter: &Letter) -> Result<Message, MailError> {
    let from = mailbox(&sender.name, &sender.address)?;
    let domain = sender.address.as_str().rsplit_once('@').map_or("localhost", |(_, domain)| domain);
    let builder = Message::builder()
        .from(from)
        .to(mailbox(&letter.to_name, &letter.to)?)
        .subject(text::line(&letter.subject))
        .date(letter.written_at.into())
        .message_id(Some(format!("<{}@{domain}>", letter.id)))
        .header(AutoSubmitted);
    let body =
        MultiPart::alternative().singlepart(SinglePart::plain(letter.text.clone())).singlepart(SinglePart::html(letter.html.clone()));
    let message = if letter.enclosures.is_empty() { builder.multipart(body) } else { builder.multipart(with_enclosures(body, letter)?) };
    message.map_err(unwritable)
}

fn with_enclosures(body: MultiPart, letter: &Letter) -> Result<MultiPart, MailError> {
    letter.enclosures.iter().try_fold(MultiPart::mixed().multipart(body), |mixed, enclosure| {
        let media_type = ContentType::parse(&enclosure.media_type).map_err(unwritable)?;
        Ok(mixed.singlepart(Attachment::new(text::line(&enclosure.file_name)).body(enclosure.bytes.clone(), media_type)))
    })
}

/// A control character in a display name would make the library panic.
fn mailbox(name: &str, email: &Email) -> Result<Mailbox, MailError> {
    let address: Address = email.as_str().parse().map_err(unwritable)?;
    let name = text::line(name);
    Ok(Mailbox::new((!name.is_empty()).then_some(name), address))
}

fn unwritable(error: impl std::fmt::Display) -> MailError {
    MailError::Unwritable(error.to_string())
}

/// `Auto-Submitted: auto-generated` (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl lettre::message::header::Header for AutoSubmitted {
    fn name() -> lettre::message::header::HeaderName {
        lettre::message::header::HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> lettre::message::header::HeaderValue {
        lettre::message::header::HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
