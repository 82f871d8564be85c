//! What a citizen is told of what happens around the work on his dossier: one letter, whose words
//! differ by what has happened.

use serde::Serialize;

use super::notices::About;
use crate::notifications::Notice;

/// `what` is the middle of the keys of its sentences: `mail-news-draft-done`. What does not belong to
/// it is empty.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DossierNews {
    #[serde(flatten)]
    pub about: About,
    pub what: &'static str,
    pub amount: String,
    /// When it was done, or until when the citizen has time.
    pub at: String,
    pub due_at: String,
    pub reason: String,
}

impl Notice for DossierNews {
    const KIND: &'static str = "dossier_news";

    fn samples() -> Vec<Self> {
        let news = |what, amount: &str, due_at: &str, reason: &str| Self {
            about: About::sample(),
            what,
            amount: amount.into(),
            at: "14:32, thứ Hai, 23/11/2026".into(),
            due_at: due_at.into(),
            reason: reason.into(),
        };
        let due = "16:30, thứ Năm, 26/11/2026";
        vec![
            news("draft", "", "", ""),
            news("payment", "16.000 ₫", "", "Lệ phí cấp bản sao."),
            news("paid", "16.000 ₫", due, ""),
            news("put-off", "", due, "Cơ quan được hỏi ý kiến chưa trả lời."),
            news("stopped", "", "", "Chờ bản án có hiệu lực của tòa án."),
            news("recounted", "", due, ""),
            news("declined", "", due, "Kết quả đã được ký."),
        ]
    }
}
