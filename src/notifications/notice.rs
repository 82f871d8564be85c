//! What a notice is, and how it enters the outbox.

use serde::Serialize;

use super::{
    Channel, DeliverNotice, NoticeState,
    model::{Content, NewNotice},
    queries::outbox,
};
use crate::{
    kernel::{
        clock::Now,
        ids::{AccountId, DossierId, NoticeId, PaperId},
        lang::Lang,
        person::Email,
    },
    platform::{
        db::{Conn, DbError, DbResult},
        queue,
    },
};

/// Something that a person is told. Its fields are the variables of its templates: sentences and
/// words ready to read, never rows. Times are in words: [`super::moment_in_words`].
pub trait Notice: Serialize {
    /// Names the templates; never changed once such notices are waiting.
    const KIND: &'static str;

    /// Fields that open a door. They are blanked in the database once the letter has left.
    const SECRETS: &'static [&'static str] = &[];

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
    pub name: String,
    pub lang: Lang,
}

/// Writes the notice and the job that delivers it, in the caller's transaction: two statements.
/// Somebody with an account finds it on the portal too. A paper goes along as PDF.
pub async fn enqueue<N: Notice>(
    conn: &mut Conn,
    now: Now,
    recipient: &Recipient,
    dossier: Option<DossierId>,
    paper: Option<PaperId>,
    notice: &N,
) -> DbResult<NoticeId> {
    let fields = serde_json::to_value(notice).map_err(|error| DbError::SerializationError(Box::new(error)))?;
    let secrets = N::SECRETS.iter().map(|field| (*field).to_owned()).collect();
    let content = Content { name: recipient.name.clone(), secrets, fields };
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
    let id = letter.id;
    let on_portal = recipient.account.map(|_| on_the_portal(&letter, content)).transpose()?;
    let ways: Vec<NewNotice> = std::iter::once(letter).chain(on_portal).collect();
    outbox::insert(conn, &ways).await?;
    queue::enqueue_once(conn, now, now.instant(), &id.to_string(), &DeliverNotice { notice: id }).await?;
    Ok(id)
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
