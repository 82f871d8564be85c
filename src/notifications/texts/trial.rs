//! The letter as it would be, sent to whoever is writing it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{LetterKind, sample};
use crate::{
    kernel::{lang::Lang, person::Email},
    notifications::{
        Post,
        composing::{self, Envelope},
        model::Content,
    },
    platform::{
        mail::Letter,
        queue::{Attempt, Job, JobError},
    },
};

/// Sends a letter about invented people, with sentences that are not in force yet.
#[derive(Debug, Serialize, Deserialize)]
pub struct TryLetter {
    to: Email,
    lang: Lang,
    kind: String,
    /// What stands before the subject.
    mark: String,
    content: Content,
}

impl Job for TryLetter {
    const KIND: &'static str = "try_letter";
    const MAX_ATTEMPTS: i32 = 3;
}

impl TryLetter {
    pub fn new(to: Email, name: &str, lang: Lang, letter: &LetterKind, (mark, said): (String, BTreeMap<String, String>)) -> Self {
        Self { to, lang, kind: letter.kind.to_owned(), mark, content: sample(letter, name, said) }
    }
}

/// Does [`TryLetter`].
pub async fn try_letter(post: &Post, job: TryLetter, attempt: Attempt) -> Result<(), JobError> {
    let envelope = Envelope { lang: job.lang, kind: &job.kind, content: &job.content, enclosed: false };
    let written = composing::write(&post.views, &post.voice, &envelope).map_err(|error| JobError::GiveUp(error.to_string()))?;
    let letter = Letter {
        id: attempt.job.to_string(),
        to: job.to,
        to_name: job.content.name,
        subject: format!("{} {}", job.mark, written.subject),
        text: written.text,
        html: written.html,
        enclosures: Vec::new(),
        written_at: attempt.now.instant(),
    };
    match post.mailer.send(&letter).await {
        Ok(_) => Ok(()),
        Err(error) if error.is_for_good() => Err(JobError::GiveUp(error.to_string())),
        Err(error) => Err(JobError::Retry(error.to_string())),
    }
}
