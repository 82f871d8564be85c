//! Whether what the portal says arrives: beside a dossier for its officials, as a whole for those
//! who look after the portal.

mod dead_letters;
mod told;

use actix_web::web;

use crate::platform::views::ListedPage;

pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/can-bo/ho-so/{code}/thong-bao", web::get().to(told::show))
        .route("/can-bo/thu-chua-gui", web::get().to(dead_letters::show))
        .route("/can-bo/thu-chua-gui/{id}", web::post().to(dead_letters::settle));
}

pub(super) fn pages() -> Vec<ListedPage> {
    vec![ListedPage::of::<told::ToldPage>(), ListedPage::of::<dead_letters::DeadLettersPage>()]
}
