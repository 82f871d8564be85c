//! Delivering: the job behind every notice.

use std::{future::Future, pin::Pin, sync::Arc};

use serde::{Deserialize, Serialize};

use super::{
    MailVoice, NoticeState,
    composing::{self, Envelope},
    model::{Content, NoticeRow},
    queries::outbox as queries,
};
use crate::{
    kernel::ids::{NoticeId, PaperId},
    platform::{
        db::Db,
        mail::{Enclosure, Letter, MailError, Mailer},
        queue::{Attempt, Job, JobError},
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
    pub views: Views,
    pub voice: MailVoice,
    pub enclosures: Arc<dyn Enclosures>,
}

/// Sends the notice unless it was sent. No connection is held while the mail server talks.
///
/// A refusal for good fails the notice and gives the job up; anything else is tried again, and the
/// last attempt fails the notice too.
pub async fn deliver(post: &Post, job: &DeliverNotice, attempt: Attempt) -> Result<(), JobError> {
    let found = queries::find(&mut *post.db.get().await?, job.notice).await?;
    let Some(notice) = found else { return Err(JobError::GiveUp("no such notice".to_owned())) };
    if notice.state == NoticeState::Sent {
        return Ok(());
    }
    let content: Content =
        serde_json::from_value(notice.data.clone()).map_err(|error| JobError::GiveUp(format!("unreadable notice: {error}")))?;
    let outcome = match letter(post, &notice, &content).await {
        Ok(letter) => post.mailer.send(&letter).await.map_err(sorted),
        Err(error) => Err(error),
    };
    record(post, &notice, content, attempt, outcome).await
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

async fn record(
    post: &Post,
    notice: &NoticeRow,
    content: Content,
    attempt: Attempt,
    outcome: Result<String, JobError>,
) -> Result<(), JobError> {
    let mut conn = post.db.get().await?;
    match outcome {
        Ok(reply) => {
            queries::mark_sent(&mut conn, attempt.now, notice.id, &reply, content).await?;
            Ok(())
        }
        Err(error) => {
            let for_good = matches!(error, JobError::GiveUp(_)) || attempt.is_last();
            let state = if for_good { NoticeState::Failed } else { NoticeState::Waiting };
            queries::mark_attempt(&mut conn, notice.id, &error.to_string(), state).await?;
            Err(error)
        }
    }
}

fn sorted(error: MailError) -> JobError {
    match error {
        MailError::Temporary(_) => JobError::Retry(error.to_string()),
        MailError::Permanent(_) | MailError::Unwritable(_) => JobError::GiveUp(error.to_string()),
    }
}
