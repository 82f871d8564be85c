//! One notice in full. Opening it is reading it.

use actix_web::HttpResponse;
use serde::Serialize;

use super::super::links::Link;
use crate::{
    kernel::{account_places::AccountPlace, ids::NoticeId, places::Place},
    notifications::{self, MailVoice},
    platform::views::Page,
    web::{
        Error,
        extract::{CitizenIn, Conn, Path},
        shell::respond,
        words,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct NoticePage {
    title: String,
    at: String,
    paragraphs: Vec<Vec<String>>,
    action: Option<Link>,
    back: String,
}

impl Page for NoticePage {
    const TEMPLATE: &'static str = "citizen/notices/notice.html";

    fn samples() -> Vec<Self> {
        let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
        vec![Self {
            title: "Hồ sơ H44.101-261123-0007 cần bạn bổ sung".into(),
            at: "23/11/2026, 14:32".into(),
            paragraphs: vec![lines(&["UBND phường Việt Trì cần bạn bổ sung:"]), lines(&["- Số bản án ly hôn", "- Văn bản ủy quyền"])],
            action: Some(Link { text: "Gửi bổ sung".into(), href: "/ho-so/H44.101-261123-0007/bo-sung".into() }),
            back: "/tai-khoan/thong-bao".into(),
        }]
    }
}

pub(super) async fn show(citizen: CitizenIn, mut conn: Conn, Path(id): Path<NoticeId>) -> Result<HttpResponse, Error> {
    let platform = citizen.platform();
    let voice = MailVoice::of(&platform.config);
    let conn = conn.open().await?;
    let found = notifications::open(conn, citizen.now(), &platform.views, &voice, citizen.citizen.account, id).await?;
    let notice = found.ok_or(Error::NotFound)?;
    citizen.has_read(u32::from(notice.was_unread));
    let page = NoticePage {
        title: notice.title,
        at: words::moment(notice.at),
        paragraphs: notice.paragraphs,
        action: notice.action.map(|(text, href)| Link { text, href }),
        back: Place::Account(AccountPlace::Notices).path(),
    };
    respond::page(&citizen, &page)
}
