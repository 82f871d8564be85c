//! Screens of the citizen: beginning a dossier, filling it in page by page, giving papers, checking,
//! submitting; following it, adding what is missing, taking it back, fetching the result.
//!
//! Everything works by plain forms; scripts only save sooner and send files one by one. A citizen
//! sees only what is his; anything else does not exist. The next step is always one button.

mod agency;
mod begin;
mod communes;
mod conflict;
mod discarding;
mod documents;
mod dossier;
mod draft;
mod files;
mod form_page;
mod links;
mod my_dossiers;
mod receipt;
mod refusals;
mod review;
mod road;
mod status_card;
mod supplement;
mod supplement_items;
mod taking_files;
mod withdrawal;

use actix_web::web;

use crate::platform::views::ListedPage;

/// The addresses are those of `kernel::places`; fixed words come before `{page}` and `{document}`.
pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.configure(draft_routes)
        .route("/ho-so", web::get().to(my_dossiers::show))
        .route("/ho-so/{code}", web::get().to(dossier::show))
        .route("/ho-so/{code}/da-nop", web::get().to(receipt::show))
        .route("/ho-so/{code}/rut", web::get().to(withdrawal::show))
        .route("/ho-so/{code}/rut", web::post().to(withdrawal::withdraw))
        .route("/ho-so/{code}/ket-qua", web::get().to(files::result))
        .route("/ho-so/{code}/bo-sung", web::get().to(supplement::show))
        .route("/ho-so/{code}/bo-sung", web::post().to(supplement::send))
        .route("/ho-so/{code}/bo-sung/tep/{file}/xoa", web::post().to(supplement::remove))
        .route("/ho-so/{code}/bo-sung/{document}", web::post().to(supplement::give_one))
        .route("/tep/{id}", web::get().to(files::attachment))
        .route("/van-ban/{id}", web::get().to(files::paper))
        .route("/danh-muc/xa-phuong/{province}", web::get().to(communes::list));
}

fn draft_routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/nop/{slug}", web::get().to(begin::show))
        .route("/nop/{slug}", web::post().to(begin::start))
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
        .route("/nop/ban-nhap/{id}/{page}", web::post().to(form_page::save));
}

/// The pages of this audience.
pub(super) fn pages() -> Vec<ListedPage> {
    vec![
        ListedPage::of::<begin::BeginPage>(),
        ListedPage::of::<agency::AgencyPage>(),
        ListedPage::of::<form_page::FormPage>(),
        ListedPage::of::<conflict::ConflictPage>(),
        ListedPage::of::<documents::DocumentsPage>(),
        ListedPage::of::<review::ReviewPage>(),
        ListedPage::of::<receipt::ReceiptPage>(),
        ListedPage::of::<discarding::DiscardPage>(),
        ListedPage::of::<my_dossiers::MyDossiersPage>(),
        ListedPage::of::<dossier::DossierPage>(),
        ListedPage::of::<supplement::SupplementPage>(),
        ListedPage::of::<withdrawal::WithdrawalPage>(),
    ]
}
