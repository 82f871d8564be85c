//! The rows of the outbox.

use std::collections::BTreeMap;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    kernel::{
        clock::Instant,
        ids::{AccountId, DossierId, NoticeId, NoticeTextId, PaperId},
        lang::Lang,
        person::{Email, PersonName, Phone},
    },
    platform::{
        db::schema::{notice_texts, notices},
        mail::MailError,
    },
};

crate::text_enum!(
    /// The way by which somebody is told.
    Channel {
        /// Lies on the portal to be read.
        Portal = "portal",
        Email = "email",
        Sms = "sms",
    }
);

crate::text_enum!(
    /// How far a notice is.
    NoticeState {
        Waiting = "waiting",
        Sent = "sent",
        /// For good, unless an administrator sends it again.
        Failed = "failed",
        /// An administrator decided that it will never be sent.
        GivenUp = "given_up",
    }
);

crate::text_enum!(
    /// How a notice failed.
    Failure {
        /// The other side did not answer at all.
        Unreachable = "unreachable",
        /// It asked for a pause.
        Throttled = "throttled",
        Temporary = "temporary",
        /// Nobody is at the address.
        BadAddress = "bad_address",
        Permanent = "permanent",
        /// It cannot be written as a letter.
        Unwritable = "unwritable",
    }
);

impl Failure {
    pub(super) const fn of(error: &MailError) -> Self {
        match error {
            MailError::Unreachable(_) => Self::Unreachable,
            MailError::Throttled(_) => Self::Throttled,
            MailError::Temporary(_) => Self::Temporary,
            MailError::BadAddress(_) => Self::BadAddress,
            MailError::Permanent(_) => Self::Permanent,
            MailError::Unwritable(_) => Self::Unwritable,
        }
    }
}

/// The column `data`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Content {
    /// How the recipient is called.
    pub name: String,
    /// The fields that are blanked after sending.
    pub secrets: Vec<String>,
    pub fields: serde_json::Value,
    /// The words of a text message; only in the row of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sms: Option<String>,
    /// Sentences by key, as an administrator had written them when this was told.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub said: BTreeMap<String, String>,
}

impl Content {
    /// Without what opens a door.
    pub(super) fn blanked(mut self) -> Self {
        if let Some(fields) = self.fields.as_object_mut() {
            for secret in &self.secrets {
                fields.insert(secret.clone(), serde_json::Value::Null);
            }
        }
        self
    }
}

/// A notice on its way.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = notices, check_for_backend(diesel::pg::Pg))]
pub(super) struct NoticeRow {
    pub id: NoticeId,
    pub kind: String,
    pub channel: Channel,
    pub address: String,
    pub lang: Lang,
    pub dossier_id: Option<DossierId>,
    pub paper_id: Option<PaperId>,
    pub data: serde_json::Value,
    pub state: NoticeState,
    pub created_at: Instant,
}

/// What an official sees of a notice beside the dossier: whether the citizen was told, and when.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = notices, check_for_backend(diesel::pg::Pg))]
pub struct SentNotice {
    pub id: NoticeId,
    pub kind: String,
    pub channel: Channel,
    /// Empty on the portal.
    pub address: String,
    pub state: NoticeState,
    pub failure: Option<Failure>,
    pub attempts: i32,
    /// What the mail server said last.
    pub reply: Option<String>,
    pub sent_at: Option<Instant>,
    pub created_at: Instant,
}

impl SentNotice {
    /// Enough to recognise one's own address.
    pub fn masked(&self) -> String {
        masked(&self.address)
    }
}

pub(super) fn masked(address: &str) -> String {
    let phone = || address.parse::<Phone>().map(|phone| phone.masked()).unwrap_or_default();
    address.parse::<Email>().map_or_else(|_| phone(), |email| email.masked())
}

/// A notice that failed for good, as an administrator sees it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct DeadRow {
    pub id: NoticeId,
    pub kind: String,
    pub channel: Channel,
    address: String,
    /// Of the dossier that it is about.
    pub code: Option<String>,
    pub failure: Option<Failure>,
    /// What the other side said.
    pub reply: Option<String>,
    pub attempts: i32,
    pub tried_at: Option<Instant>,
    pub created_at: Instant,
}

impl DeadRow {
    pub fn masked(&self) -> String {
        masked(&self.address)
    }
}

/// What was told about a dossier.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = notices, check_for_backend(diesel::pg::Pg))]
pub(super) struct LogRow {
    pub kind: String,
    pub lang: Lang,
    pub data: serde_json::Value,
    pub channel: Channel,
    pub address: String,
    pub state: NoticeState,
    pub failure: Option<Failure>,
    pub attempts: i32,
    pub sent_at: Option<Instant>,
    pub created_at: Instant,
}

/// A row to be.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = notices)]
pub(super) struct NewNotice {
    pub id: NoticeId,
    pub kind: &'static str,
    pub channel: Channel,
    pub address: String,
    pub lang: Lang,
    pub account_id: Option<AccountId>,
    pub dossier_id: Option<DossierId>,
    pub paper_id: Option<PaperId>,
    /// Written together with the sentences in force.
    #[diesel(skip_insertion)]
    pub data: serde_json::Value,
    pub state: NoticeState,
    pub sent_at: Option<Instant>,
    pub created_at: Instant,
}

/// What lies on the portal for somebody.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = notices, check_for_backend(diesel::pg::Pg))]
pub(super) struct InboxRow {
    pub id: NoticeId,
    pub kind: String,
    pub lang: Lang,
    pub data: serde_json::Value,
    pub read_at: Option<Instant>,
    pub created_at: Instant,
}

/// A sentence of letters, as an administrator wrote it.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = notice_texts)]
pub(super) struct NewText<'a> {
    pub id: NoticeTextId,
    pub kind: &'a str,
    pub key: &'a str,
    pub lang: Lang,
    pub text: &'a str,
    pub reason: &'a str,
    pub written_by: AccountId,
    pub created_at: Instant,
}

/// One sentence through time: by whom, why, and when another took its place.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct TextRow {
    pub key: String,
    pub text: String,
    pub reason: String,
    pub written_by: PersonName,
    pub created_at: Instant,
    pub ended_at: Option<Instant>,
}
