//! A draft: begun, addressed, filled in page by page, given its papers, checked, submitted or thrown away.
//!
//! Every page saves what was typed, right or wrong; only "Nộp hồ sơ" asks for everything.

mod again;
mod agency;
mod begin;
mod communes;
mod conflict;
mod discarding;
mod documents;
mod draft;
mod form_page;
mod not_eligible;
mod parts;
mod resuming;
mod review;

use actix_web::web;

use crate::platform::views::ListedPage;

pub(super) use form_page::ErrorLink;

/// Fixed words come before `{page}` and `{document}`.
pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/nop/{slug}", web::get().to(begin::show))
        .route("/nop/{slug}", web::post().to(begin::start))
        .route("/nop/ban-nhap/{id}", web::get().to(resuming::resume))
        .route("/nop/ban-nhap/{id}/cac-phan", web::get().to(parts::show))
        .route("/nop/ban-nhap/{id}/noi-nop", web::get().to(agency::show))
        .route("/nop/ban-nhap/{id}/noi-nop", web::post().to(agency::choose))
        .route("/nop/ban-nhap/{id}/tep", web::get().to(documents::show))
        .route("/nop/ban-nhap/{id}/tep", web::post().to(documents::give))
        .route("/nop/ban-nhap/{id}/tep/{file}/xoa", web::post().to(documents::remove))
        .route("/nop/ban-nhap/{id}/tep/{document}", web::post().to(documents::give_one))
        .route("/nop/ban-nhap/{id}/kiem-tra", web::get().to(review::show))
        .route("/nop/ban-nhap/{id}/kiem-tra", web::post().to(review::submit))
        .route("/nop/ban-nhap/{id}/xoa", web::get().to(discarding::show))
        .route("/nop/ban-nhap/{id}/xoa", web::post().to(discarding::discard))
        .route("/nop/ban-nhap/{id}/{page}/tu-luu", web::post().to(form_page::autosave))
        .route("/nop/ban-nhap/{id}/{page}", web::get().to(form_page::show))
        .route("/nop/ban-nhap/{id}/{page}", web::post().to(form_page::save))
        .route("/ho-so/{code}/nop-lai", web::post().to(again::start))
        .route("/danh-muc/xa-phuong/{province}", web::get().to(communes::list));
}

pub(super) fn pages() -> Vec<ListedPage> {
    vec![
        ListedPage::of::<agency::AgencyPage>(),
        ListedPage::of::<begin::BeginPage>(),
        ListedPage::of::<conflict::ConflictPage>(),
        ListedPage::of::<discarding::DiscardPage>(),
        ListedPage::of::<documents::DocumentsPage>(),
        ListedPage::of::<form_page::FormPage>(),
        ListedPage::of::<not_eligible::NotEligiblePage>(),
        ListedPage::of::<parts::PartsPage>(),
        ListedPage::of::<review::ReviewPage>(),
    ]
}
