//! Screens of the citizen: beginning a dossier, filling it in page by page, giving papers, checking,
//! submitting; following it, adding what is missing, taking it back, fetching the result.
//!
//! Everything works by plain forms; scripts only save sooner and send files one by one. A citizen
//! sees only what is his; anything else does not exist. The next step is always one button.

mod dossier;
mod files;
mod links;
mod my_dossiers;
mod road;
mod status_card;
mod withdrawal;

use actix_web::web;

/// The addresses are those of `kernel::places`.
pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/ho-so", web::get().to(my_dossiers::show))
        .route("/ho-so/{code}", web::get().to(dossier::show))
        .route("/ho-so/{code}/rut", web::get().to(withdrawal::show))
        .route("/ho-so/{code}/rut", web::post().to(withdrawal::withdraw))
        .route("/ho-so/{code}/ket-qua", web::get().to(files::result))
        .route("/tep/{id}", web::get().to(files::attachment))
        .route("/van-ban/{id}", web::get().to(files::paper));
}
