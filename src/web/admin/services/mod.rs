//! Services and their versions: the list, one service, one version, and the desk of its next version.

pub mod changes;
mod found;
mod list;
mod overview;
mod standing;
mod stop;
mod version;

use actix_web::web;

use crate::platform::views::ListedPage;

pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/quan-tri/dich-vu", web::get().to(list::show))
        .route("/quan-tri/them-dich-vu", web::get().to(found::show))
        .route("/quan-tri/them-dich-vu", web::post().to(found::found))
        .route("/quan-tri/dich-vu/{slug}/tam-dung", web::get().to(stop::show))
        .route("/quan-tri/dich-vu/{slug}/tam-dung", web::post().to(stop::stop))
        .route("/quan-tri/dich-vu/{slug}/mo-lai", web::post().to(stop::resume))
        .route("/quan-tri/dich-vu/{slug}", web::get().to(overview::show))
        .route("/quan-tri/dich-vu/{slug}/phien-ban/{number}", web::get().to(version::show))
        .route("/quan-tri/dich-vu/{slug}/phien-ban/{number}/tai-ve", web::get().to(version::download));
}

pub(super) fn pages() -> Vec<ListedPage> {
    vec![
        ListedPage::of::<list::ServicesPage>(),
        ListedPage::of::<found::FoundPage>(),
        ListedPage::of::<stop::StopPage>(),
        ListedPage::of::<overview::ServicePage>(),
        ListedPage::of::<version::VersionPage>(),
    ]
}
