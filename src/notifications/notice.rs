//! What a notice is, and how it enters the outbox.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{
    Channel, DeliverNotice, DeliverSms, NoticeState,
    model::{Content, NewNotice},
    queries::outbox,
};
use crate::{
    kernel::{
        clock::Now,
        ids::{AccountId, DossierId, NoticeId, PaperId},
        lang::Lang,
        person::{Email, Phone},
        text,
    },
    platform::{
        db::{Conn, DbError, DbResult},
        queue, sms,
    },
};

/// Something that a person is told. Its fields are the variables of its templates: sentences and
/// words ready to read, never rows. Times are in words: [`super::moment_in_words`].
pub trait Notice: Serialize {
    /// Names the templates; never changed once such notices are waiting.
    const KIND: &'static str;

    /// Fields that open a door. They are blanked in the database once the letter has left.
    const SECRETS: &'static [&'static str] = &[];

    /// It goes by letter whatever the recipient has chosen: a deadline runs for him, or a right.
    const ALWAYS: bool = false;

    /// As a text message, if it is worth one: no name, no personal data, the code and what happened.
    fn sms(&self) -> Option<String> {
        None
    }

    /// With invented people, in each of its forms: rendered by tests in every language.
    fn samples() -> Vec<Self>
    where
        Self: Sized;
}

/// Who is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// None for somebody without an account: the applicant of a dossier received at the counter.
    pub account: Option<AccountId>,
    pub email: Email,
    /// Wants letters; without them only those that must be sent.
    pub by_email: bool,
    /// Wants text messages there.
    pub phone: Option<Phone>,
    pub name: String,
    pub lang: Lang,
}

/// Writes the notice for every way, in the caller's transaction, with the sentences in force now: one statement, and one for each job
/// that delivers. Somebody with an account finds it on the portal in any case; a letter leaves if it
/// is wanted or must be, with a paper as PDF; a text message if it is wanted.
pub async fn enqueue<N: Notice>(
    conn: &mut Conn,
    now: Now,
    recipient: &Recipient,
    dossier: Option<DossierId>,
    paper: Option<PaperId>,
    notice: &N,
) -> DbResult<()> {
    let fields = serde_json::to_value(notice).map_err(|error| DbError::SerializationError(Box::new(error)))?;
    let secrets = N::SECRETS.iter().map(|field| (*field).to_owned()).collect();
    let content = Content { name: recipient.name.clone(), secrets, fields, sms: None, said: BTreeMap::new() };
    let letter = NewNotice {
        id: NoticeId::new(),
        kind: N::KIND,
        channel: Channel::Email,
        address: recipient.email.as_str().to_owned(),
        lang: recipient.lang,
        account_id: recipient.account,
        dossier_id: dossier,
        paper_id: paper,
        data: outbox::json(&content)?,
        state: NoticeState::Waiting,
        sent_at: None,
        created_at: now.instant(),
    };
    let on_portal = recipient.account.map(|_| on_the_portal(&letter, content.clone())).transpose()?;
    let message = match (&recipient.phone, notice.sms()) {
        (Some(phone), Some(words)) => Some(as_message(&letter, content, phone, &words)?),
        _ => None,
    };
    let letter = Some(letter).filter(|_| recipient.by_email || N::ALWAYS || on_portal.is_none());
    let (email, sms) = (letter.as_ref().map(|row| row.id), message.as_ref().map(|row| row.id));
    let ways: Vec<NewNotice> = [on_portal, letter, message].into_iter().flatten().collect();
    outbox::insert(conn, &ways).await?;
    if let Some(notice) = email {
        queue::enqueue_once(conn, now, now.instant(), &notice.to_string(), &DeliverNotice { notice }).await?;
    }
    if let Some(notice) = sms {
        queue::enqueue_once(conn, now, now.instant(), &notice.to_string(), &DeliverSms { notice }).await?;
    }
    Ok(())
}

/// There at once, without what opens a door: who reads it there has come in.
fn on_the_portal(letter: &NewNotice, content: Content) -> DbResult<NewNotice> {
    Ok(NewNotice {
        id: NoticeId::new(),
        channel: Channel::Portal,
        address: String::new(),
        data: outbox::json(&content.blanked())?,
        state: NoticeState::Sent,
        sent_at: Some(letter.created_at),
        ..letter.clone()
    })
}

/// Without marks, and no longer than one message.
fn as_message(letter: &NewNotice, content: Content, phone: &Phone, words: &str) -> DbResult<NewNotice> {
    let words: String = text::unaccented(words).chars().take(sms::LONGEST).collect();
    Ok(NewNotice {
        id: NoticeId::new(),
        channel: Channel::Sms,
        address: phone.as_str().to_owned(),
        paper_id: None,
        data: outbox::json(&Content { sms: Some(words), ..content.blanked() })?,
        ..letter.clone()
    })
}
