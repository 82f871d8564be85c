//! Delivering: the job behind every letter.
//!
//! Before a letter is sent: it was not sent yet, no earlier one about the same dossier waits, the
//! channel is open, nobody has found its address dead. After it: sent, or again after a pause, or
//! failed for good, which an administrator sees and may send again.

mod gate;
mod outcome;
mod quiet;

use std::{future::Future, pin::Pin, sync::Arc};

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

pub use quiet::Quiet;

use super::{
    Channel, Failure, MailVoice, NoticeState,
    composing::{self, Envelope},
    model::{Content, NoticeRow},
    queries::{bounces, outbox},
};
use crate::{
    kernel::ids::{NoticeId, PaperId},
    platform::{
        db::{Conn, Db},
        mail::{Enclosure, Letter, MailError, Mailer},
        queue::{Attempt, Job, JobError},
        sms::{Sms, TextMessage},
        views::Views,
    },
};

/// Delivers one notice.
#[derive(Debug, Serialize, Deserialize)]
pub struct DeliverNotice {
    pub(super) notice: NoticeId,
}

impl Job for DeliverNotice {
    const KIND: &'static str = "deliver_notice";
    /// Over two days: longer than any mail server is down.
    const MAX_ATTEMPTS: i32 = 16;
}

/// Delivers one text message.
#[derive(Debug, Serialize, Deserialize)]
pub struct DeliverSms {
    pub(super) notice: NoticeId,
}

impl Job for DeliverSms {
    const KIND: &'static str = "deliver_sms";
    const MAX_ATTEMPTS: i32 = 8;
}

type Enclosing = Pin<Box<dyn Future<Output = Result<Enclosure, JobError>> + Send>>;

/// Where the PDF of a paper comes from: papers are the business of a room further down.
pub trait Enclosures: Send + Sync {
    fn paper(&self, paper: PaperId) -> Enclosing;
}

/// Everything that delivering needs. Cheap to clone.
#[derive(Clone)]
pub struct Post {
    pub db: Db,
    pub mailer: Mailer,
    pub sms: Sms,
    pub quiet: Quiet,
    pub views: Views,
    pub voice: MailVoice,
    pub enclosures: Arc<dyn Enclosures>,
}

/// An earlier letter about the same dossier is not gone yet: soon.
const BEHIND_ANOTHER: TimeDelta = TimeDelta::seconds(10);

/// For so long nothing is sent to an address at which nobody was.
const BOUNCED_DAYS: i64 = 7;

/// Sends the letter unless it was sent.
pub async fn deliver(post: &Post, job: &DeliverNotice, attempt: Attempt) -> Result<(), JobError> {
    send(post, job.notice, attempt).await
}

/// Sends the text message unless it was sent; not at night.
pub async fn deliver_sms(post: &Post, job: &DeliverSms, attempt: Attempt) -> Result<(), JobError> {
    match post.quiet.until(attempt.now) {
        Some(until) => Err(JobError::Postpone { until, why: "telephones are silent now".to_owned() }),
        None => send(post, job.notice, attempt).await,
    }
}

/// No connection is held while the other side talks.
async fn send(post: &Post, id: NoticeId, attempt: Attempt) -> Result<(), JobError> {
    let mut conn = post.db.get().await?;
    let found = outbox::find(&mut conn, id).await?;
    let Some(notice) = found else { return Err(JobError::GiveUp("no such notice".to_owned())) };
    if matches!(notice.state, NoticeState::Sent | NoticeState::GivenUp) {
        return Ok(());
    }
    if let Some(bounced) = may_leave(&mut conn, attempt, &notice).await? {
        outbox::mark_failed(&mut conn, attempt.now, notice.id, Failure::BadAddress, &bounced).await?;
        return Ok(());
    }
    drop(conn);
    let content: Content =
        serde_json::from_value(notice.data.clone()).map_err(|error| JobError::GiveUp(format!("unreadable notice: {error}")))?;
    let sent = hand_over(post, &notice, &content).await?;
    let mut conn = post.db.get().await?;
    match sent {
        Ok(reply) => {
            outbox::mark_sent(&mut conn, attempt.now, notice.id, &reply, content).await?;
            gate::answered(&mut conn, notice.channel).await?;
            Ok(())
        }
        Err(error) => failed(&mut conn, attempt, &notice, &error).await,
    }
}

/// Whether it is this letter's turn. What is said is the reply that marked its address as dead.
async fn may_leave(conn: &mut Conn, attempt: Attempt, notice: &NoticeRow) -> Result<Option<String>, JobError> {
    if let Some(dossier) = notice.dossier_id
        && outbox::another_waits_before(conn, dossier, notice.channel, notice.id).await?
    {
        let why = "an earlier letter about this dossier comes first".to_owned();
        return Err(JobError::Postpone { until: attempt.now.plus(BEHIND_ANOTHER), why });
    }
    let since = attempt.now.plus(TimeDelta::days(-BOUNCED_DAYS));
    if let Some(reply) = bounces::find(conn, notice.channel, &notice.address, since).await? {
        return Ok(Some(reply));
    }
    gate::pass(conn, attempt.now, notice.channel).await?;
    Ok(None)
}

async fn failed(conn: &mut Conn, attempt: Attempt, notice: &NoticeRow, error: &MailError) -> Result<(), JobError> {
    let failure = Failure::of(error);
    let shut_until = match failure {
        Failure::Unreachable => gate::did_not_answer(conn, attempt.now, notice.channel).await?,
        Failure::Throttled => Some(gate::asked_for_a_pause(conn, attempt.now, notice.channel).await?),
        Failure::Temporary | Failure::BadAddress | Failure::Permanent | Failure::Unwritable => None,
    };
    if failure == Failure::BadAddress {
        bounces::mark(conn, attempt.now, notice.channel, &notice.address, &error.to_string()).await?;
    }
    let next = outcome::after(failure, attempt, notice.created_at, shut_until);
    match next {
        outcome::Next::Never => outbox::mark_failed(conn, attempt.now, notice.id, failure, &error.to_string()).await.map(drop)?,
        outcome::Next::AfterAPause | outcome::Next::At(_) => {
            outbox::mark_tried(conn, attempt.now, notice.id, failure, &error.to_string()).await.map(drop)?;
        }
    }
    match next {
        outcome::Next::Never => Ok(()),
        outcome::Next::AfterAPause => Err(JobError::Retry(error.to_string())),
        outcome::Next::At(until) => Err(JobError::Postpone { until, why: error.to_string() }),
    }
}

/// To the mail server or the gateway; what it said.
async fn hand_over(post: &Post, notice: &NoticeRow, content: &Content) -> Result<Result<String, MailError>, JobError> {
    match (notice.channel, &content.sms) {
        (Channel::Sms, Some(text)) => {
            let to = notice.address.parse().map_err(|_| JobError::GiveUp("no telephone number".to_owned()))?;
            Ok(post.sms.send(&TextMessage { id: notice.id.to_string(), to, text: text.clone() }).await)
        }
        (Channel::Email, _) => {
            let letter = letter(post, notice, content).await?;
            Ok(post.mailer.send(&letter).await)
        }
        (Channel::Sms, None) | (Channel::Portal, _) => Err(JobError::GiveUp("nothing to send".to_owned())),
    }
}

async fn letter(post: &Post, notice: &NoticeRow, content: &Content) -> Result<Letter, JobError> {
    let envelope = Envelope { lang: notice.lang, kind: &notice.kind, content, enclosed: notice.paper_id.is_some() };
    let written = composing::write(&post.views, &post.voice, &envelope)
        .map_err(|error| JobError::Retry(format!("the letter cannot be written: {error}")))?;
    let enclosures = match notice.paper_id {
        Some(paper) => vec![post.enclosures.paper(paper).await?],
        None => Vec::new(),
    };
    Ok(Letter {
        id: notice.id.to_string(),
        to: notice.address.parse().map_err(|_| JobError::GiveUp("no e-mail address".to_owned()))?,
        to_name: content.name.clone(),
        subject: written.subject,
        text: written.text,
        html: written.html,
        enclosures,
        written_at: notice.created_at,
    })
}
