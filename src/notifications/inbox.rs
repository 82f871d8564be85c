//! Hộp thông báo: the same words as the letters, on the portal, for whoever has an account.

use super::{
    MailVoice,
    composing::{self, Envelope, Written},
    model::{Content, InboxRow},
    queries::inbox as table,
};
use crate::{
    kernel::{
        clock::{Instant, Now},
        ids::{AccountId, DossierId, NoticeId},
    },
    platform::{
        db::{Conn, DbError, DbResult},
        views::Views,
    },
};

/// One page of the inbox, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inbox {
    pub notices: Vec<InboxNotice>,
    /// The last of this page, if there are older ones.
    pub older: Option<NoticeId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxNotice {
    pub id: NoticeId,
    pub title: String,
    /// What it is about: the service of the dossier.
    pub about: String,
    pub at: Instant,
    pub unread: bool,
}

/// A notice in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub title: String,
    pub at: Instant,
    pub paragraphs: Vec<Vec<String>>,
    /// What to do now: words, and the path of the page.
    pub action: Option<(String, String)>,
    /// It had not been read before.
    pub was_unread: bool,
}

const PAGE: usize = 20;

/// What lies there for this account. One statement.
pub async fn inbox(conn: &mut Conn, views: &Views, voice: &MailVoice, account: AccountId, before: Option<NoticeId>) -> DbResult<Inbox> {
    let mut rows = table::page(conn, account, before, i64::try_from(PAGE + 1).unwrap_or(i64::MAX)).await?;
    let more = rows.len() > PAGE;
    rows.truncate(PAGE);
    let older = rows.last().map(|row| row.id).filter(|_| more);
    let notices = rows.into_iter().map(|row| line(views, voice, row)).collect::<DbResult<_>>()?;
    Ok(Inbox { notices, older })
}

/// Opens a notice, which is read by that. Two statements.
pub async fn open(
    conn: &mut Conn,
    now: Now,
    views: &Views,
    voice: &MailVoice,
    account: AccountId,
    id: NoticeId,
) -> DbResult<Option<Opened>> {
    let Some(row) = table::find(conn, account, id).await? else { return Ok(None) };
    let was_unread = table::mark_one(conn, now, account, id).await? == 1;
    let (written, content) = words(views, voice, &row)?;
    let path = content.fields.get("path").and_then(serde_json::Value::as_str).unwrap_or_default();
    let (paragraphs, label) = without_signature(&written.text, voice);
    let action = label.filter(|_| !path.is_empty()).map(|label| (label, path.to_owned()));
    Ok(Some(Opened { title: written.subject, at: row.created_at, paragraphs, action, was_unread }))
}

/// Everything is read; tells how many were not. One statement.
pub async fn read_all(conn: &mut Conn, now: Now, account: AccountId) -> DbResult<usize> {
    table::mark_all(conn, now, account).await
}

/// Whoever looks at the dossier knows what the notices about it say. One statement.
pub async fn saw_dossier(conn: &mut Conn, now: Now, account: AccountId, dossier: DossierId) -> DbResult<usize> {
    table::mark_of_dossier(conn, now, account, dossier).await
}

fn line(views: &Views, voice: &MailVoice, row: InboxRow) -> DbResult<InboxNotice> {
    let (written, content) = words(views, voice, &row)?;
    let about = content.fields.get("service").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
    Ok(InboxNotice { id: row.id, title: written.subject, about, at: row.created_at, unread: row.read_at.is_none() })
}

fn words(views: &Views, voice: &MailVoice, row: &InboxRow) -> DbResult<(Written, Content)> {
    let content: Content = serde_json::from_value(row.data.clone()).map_err(unreadable)?;
    let written = composing::write(views, voice, &Envelope { lang: row.lang, kind: &row.kind, content: &content, enclosed: false });
    Ok((written.map_err(unreadable)?, content))
}

fn unreadable(error: impl std::error::Error + Send + Sync + 'static) -> DbError {
    DbError::DeserializationError(Box::new(error))
}

/// A letter ends with the portal's name and names addresses in full; on the portal both are in the
/// way. The words before the first address are those of the button.
fn without_signature(text: &str, voice: &MailVoice) -> (Vec<Vec<String>>, Option<String>) {
    let signature = format!("{}, {}", voice.portal_name, voice.portal_province);
    let body = text.split(signature.as_str()).next().unwrap_or(text);
    let (mut paragraphs, mut button) = (Vec::new(), None);
    for paragraph in body.split("\n\n") {
        let mut kept = Vec::new();
        for line in paragraph.lines().map(str::trim).filter(|line| !line.is_empty()) {
            match line.split_once(voice.address.as_str()) {
                Some((label, _)) => button = button.or_else(|| Some(label.trim().trim_end_matches(':').to_owned())),
                None => kept.push(line.to_owned()),
            }
        }
        if !kept.is_empty() {
            paragraphs.push(kept);
        }
    }
    (paragraphs, button.filter(|label| !label.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::{MailVoice, without_signature};

    #[test]
    fn on_the_portal_a_letter_has_a_button_and_no_signature() {
        let voice = MailVoice {
            address: "https://dvc.example.vn".into(),
            portal_name: "Cổng".into(),
            portal_province: "Phú Thọ".into(),
            portal_hotline: "1900".into(),
        };
        let text = "Kính gửi An,\n\nĐã nhận.\n\nMã: 1\nTên: 2\n\nXem hồ sơ: https://dvc.example.vn/ho-so/1\n\nCổng, Phú Thọ\nThư tự động\n";
        let (paragraphs, button) = without_signature(text, &voice);
        assert_eq!(paragraphs, [vec!["Kính gửi An,"], vec!["Đã nhận."], vec!["Mã: 1", "Tên: 2"]]);
        assert_eq!(button.as_deref(), Some("Xem hồ sơ"));
    }
}
