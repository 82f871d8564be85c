//! Screens of the citizen: beginning a dossier, filling it in page by page, giving papers, checking,
//! submitting; following it, adding what is missing, taking it back, fetching the result.
//!
//! Everything works by plain forms; scripts only save sooner and send files one by one. A citizen
//! sees only what is his; anything else does not exist. The next step is always one button.

mod account;
mod checking;
mod claiming;
mod dossier;
mod drafts;
mod files;
mod links;
mod my_dossiers;
mod notices;
mod receipt;
mod refusals;
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
    cfg.configure(drafts::routes)
        .configure(account::routes)
        .configure(notices::routes)
        .route("/ho-so", web::get().to(my_dossiers::show))
        .route("/nhan-ho-so", web::get().to(claiming::show))
        .route("/nhan-ho-so", web::post().to(claiming::claim))
        .route("/ho-so/{code}", web::get().to(dossier::show))
        .route("/ho-so/{code}/da-nop", web::get().to(receipt::show))
        .route("/ho-so/{code}/rut", web::get().to(withdrawal::show))
        .route("/ho-so/{code}/rut", web::post().to(withdrawal::withdraw))
        .route("/ho-so/{code}/du-thao", web::get().to(checking::show))
        .route("/ho-so/{code}/du-thao", web::post().to(checking::answer))
        .route("/ho-so/{code}/ket-qua", web::get().to(files::result))
        .route("/ho-so/{code}/bo-sung", web::get().to(supplement::show))
        .route("/ho-so/{code}/bo-sung", web::post().to(supplement::send))
        .route("/ho-so/{code}/bo-sung/tep/{file}/xoa", web::post().to(supplement::remove))
        .route("/ho-so/{code}/bo-sung/{document}", web::post().to(supplement::give_one))
        .route("/tep/{id}", web::get().to(files::attachment))
        .route("/van-ban/{id}", web::get().to(files::paper));
}

/// The pages of this audience.
pub(super) fn pages() -> Vec<ListedPage> {
    let others = vec![
        ListedPage::of::<receipt::ReceiptPage>(),
        ListedPage::of::<my_dossiers::MyDossiersPage>(),
        ListedPage::of::<dossier::DossierPage>(),
        ListedPage::of::<supplement::SupplementPage>(),
        ListedPage::of::<withdrawal::WithdrawalPage>(),
        ListedPage::of::<checking::CheckingPage>(),
        ListedPage::of::<claiming::ClaimPage>(),
    ];
    [drafts::pages(), account::pages(), notices::pages(), others].concat()
}
