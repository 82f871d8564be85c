//! The rows of the outbox.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::{
    kernel::{
        clock::Instant,
        ids::{NoticeId, PaperId},
        lang::Lang,
        person::Email,
    },
    platform::db::schema::notices,
};

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
    pub address: Email,
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
    pub address: Email,
    pub state: NoticeState,
    pub attempts: i32,
    /// What the mail server said last.
    pub reply: Option<String>,
    pub sent_at: Option<Instant>,
    pub created_at: Instant,
}
