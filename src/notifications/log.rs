//! What was told about one dossier, by which way, and whether it arrived.

use super::{
    Channel, Failure, MailVoice, NoticeState,
    composing::{self, Envelope},
    model::{Content, LogRow},
    queries::outbox,
};
use crate::{
    kernel::{clock::Instant, ids::DossierId},
    platform::{
        db::{Conn, DbError, DbResult},
        views::Views,
    },
};

/// One notice by one way. The address is masked: enough to recognise one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    pub title: String,
    pub channel: Channel,
    pub to: String,
    pub state: NoticeState,
    pub failure: Option<Failure>,
    pub attempts: i32,
    pub told_at: Instant,
    pub sent_at: Option<Instant>,
}

/// The newest first. One statement.
pub async fn delivery_log(conn: &mut Conn, views: &Views, voice: &MailVoice, dossier: DossierId) -> DbResult<Vec<Logged>> {
    outbox::log(conn, dossier).await?.into_iter().map(|row| line(views, voice, row)).collect()
}

fn line(views: &Views, voice: &MailVoice, row: LogRow) -> DbResult<Logged> {
    let content: Content = serde_json::from_value(row.data).map_err(|error| DbError::DeserializationError(Box::new(error)))?;
    let envelope = Envelope { lang: row.lang, kind: &row.kind, content: &content, enclosed: false };
    let written = composing::write(views, voice, &envelope).map_err(|error| DbError::DeserializationError(Box::new(error)))?;
    Ok(Logged {
        title: written.subject,
        channel: row.channel,
        to: super::model::masked(&row.address),
        state: row.state,
        failure: row.failure,
        attempts: row.attempts,
        told_at: row.created_at,
        sent_at: row.sent_at,
    })
}
