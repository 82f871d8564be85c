//! The list, the newest first.

use actix_web::HttpResponse;
use serde::{Deserialize, Serialize};

use crate::{
    kernel::{account_places::AccountPlace, ids::NoticeId, places::Place},
    notifications::{self, InboxNotice, MailVoice},
    platform::views::{FlashKind, Page},
    web::{
        Error,
        extract::{CitizenIn, Conn, FormPairs, Query},
        shell::respond,
        words,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct InboxPage {
    notices: Vec<Line>,
    /// Somewhere in the inbox something is unread.
    unread: u32,
    read_all: String,
    newest: String,
    older: String,
    back: String,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    title: String,
    about: String,
    at: String,
    unread: bool,
    href: String,
}

impl Page for InboxPage {
    const TEMPLATE: &'static str = "citizen/notices/inbox.html";

    fn samples() -> Vec<Self> {
        let line = |unread| Line {
            title: "Hồ sơ H44.101-261123-0007 cần bạn bổ sung".into(),
            about: "Cấp Giấy xác nhận tình trạng hôn nhân".into(),
            at: "23/11/2026, 14:32".into(),
            unread,
            href: "/tai-khoan/thong-bao/1".into(),
        };
        let page = |notices, unread, older: &str| Self {
            notices,
            unread,
            read_all: "/tai-khoan/thong-bao".into(),
            newest: String::new(),
            older: older.into(),
            back: "/tai-khoan".into(),
        };
        vec![page(vec![], 0, ""), page(vec![line(true), line(false)], 1, "/tai-khoan/thong-bao?truoc=1")]
    }
}

/// `?truoc=`: older than this one.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Before {
    truoc: Option<NoticeId>,
}

pub(super) async fn show(citizen: CitizenIn, mut conn: Conn, Query(before): Query<Before>) -> Result<HttpResponse, Error> {
    let platform = citizen.platform();
    let voice = MailVoice::of(&platform.config);
    let account = citizen.citizen.account;
    let found = notifications::inbox(conn.open().await?, &platform.views, &voice, account, before.truoc).await?;
    let here = Place::Account(AccountPlace::Notices);
    let page = InboxPage {
        notices: found.notices.into_iter().map(Line::from).collect(),
        unread: citizen.session().map_or(0, |session| session.unread),
        read_all: here.path(),
        newest: before.truoc.map(|_| here.path()).unwrap_or_default(),
        older: found.older.map(|last| here.asking(&[("truoc", &last.to_string())])).unwrap_or_default(),
        back: Place::Account(AccountPlace::Home).path(),
    };
    respond::page(&citizen, &page)
}

pub(super) async fn read_all(citizen: CitizenIn, mut conn: Conn, _: FormPairs) -> Result<HttpResponse, Error> {
    notifications::read_all(conn.open().await?, citizen.now(), citizen.citizen.account).await?;
    citizen.say(FlashKind::Success, "notices-all-read", &[]);
    Ok(respond::see_other(&Place::Account(AccountPlace::Notices)))
}

impl From<InboxNotice> for Line {
    fn from(notice: InboxNotice) -> Self {
        Self {
            title: notice.title,
            about: notice.about,
            at: words::moment(notice.at),
            unread: notice.unread,
            href: Place::Account(AccountPlace::Notice(notice.id)).path(),
        }
    }
}
