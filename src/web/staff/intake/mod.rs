//! Tiếp nhận tại quầy: who stands at the desk, then the pages that citizens fill in themselves, then
//! one press that hands it in and accepts it, and the receipt to print.

mod begin;
mod done;

use actix_web::web;

pub use self::{begin::IntakePage, done::IntakeDonePage};

/// The address for one draft comes after the fixed words.
pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/can-bo/tiep-nhan", web::get().to(begin::show))
        .route("/can-bo/tiep-nhan", web::post().to(begin::begin))
        .route("/can-bo/tiep-nhan/{id}", web::post().to(done::take_in))
        .route("/can-bo/ho-so/{code}/da-tiep-nhan", web::get().to(done::show));
}
