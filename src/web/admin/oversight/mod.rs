//! How the portal is, what failed, and who did what.

mod audit;
mod audit_words;
mod jobs;
mod system;

use actix_web::web;

use crate::platform::views::ListedPage;

pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/quan-tri/he-thong", web::get().to(system::show))
        .route("/quan-tri/viec-nen", web::get().to(jobs::show))
        .route("/quan-tri/viec-nen/{id}", web::post().to(jobs::act))
        .route("/quan-tri/nhat-ky", web::get().to(audit::show));
}

pub(super) fn pages() -> Vec<ListedPage> {
    vec![ListedPage::of::<system::SystemPage>(), ListedPage::of::<jobs::JobsPage>(), ListedPage::of::<audit::AuditPage>()]
}
