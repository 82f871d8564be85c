//! Thông báo của tôi: what the portal has told this person, read or unread. For everybody who is
//! signed in, officials too.

mod inbox;
mod notice;
mod told;
mod ways;

use actix_web::web;

use crate::{
    kernel::ids::DossierId,
    notifications,
    platform::views::ListedPage,
    web::{
        Error,
        extract::{CitizenIn, Conn},
    },
};

pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/tai-khoan/thong-bao", web::get().to(inbox::show))
        .route("/tai-khoan/thong-bao", web::post().to(inbox::read_all))
        .route("/tai-khoan/thong-bao/{id}", web::get().to(notice::show))
        .route("/tai-khoan/cach-bao", web::get().to(ways::show))
        .route("/tai-khoan/cach-bao", web::post().to(ways::change))
        .route("/ho-so/{code}/thong-bao", web::get().to(told::show));
}

pub(super) fn pages() -> Vec<ListedPage> {
    vec![
        ListedPage::of::<inbox::InboxPage>(),
        ListedPage::of::<notice::NoticePage>(),
        ListedPage::of::<told::ToldPage>(),
        ListedPage::of::<ways::WaysPage>(),
    ]
}

/// The citizen looks at a dossier: its notices are no news any more. No statement if nothing is unread.
pub(super) async fn saw(citizen: &CitizenIn, conn: &mut Conn, dossier: DossierId) -> Result<(), Error> {
    if citizen.session().is_some_and(|session| session.unread > 0) {
        let read = notifications::saw_dossier(conn.open().await?, citizen.now(), citizen.citizen.account, dossier).await?;
        citizen.has_read(u32::try_from(read).unwrap_or_default());
    }
    Ok(())
}
