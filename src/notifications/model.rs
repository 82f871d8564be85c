//! The rows of the outbox.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    kernel::{
        clock::Instant,
        ids::{AccountId, DossierId, NoticeId, PaperId},
        lang::Lang,
    },
    platform::db::schema::notices,
};

crate::text_enum!(
    /// The way by which somebody is told.
    Channel {
        /// Lies on the portal to be read.
        Portal = "portal",
        Email = "email",
    }
);

crate::text_enum!(
    /// How far a notice is.
    NoticeState { Waiting = "waiting", Sent = "sent", Failed = "failed" }
);

/// The column `data`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Content {
    /// How the recipient is called.
    pub name: String,
    /// The fields that are blanked after sending.
    pub secrets: Vec<String>,
    pub fields: serde_json::Value,
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
    pub address: String,
    pub lang: Lang,
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
    pub attempts: i32,
    /// What the mail server said last.
    pub reply: Option<String>,
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
