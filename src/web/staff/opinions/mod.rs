//! Ý kiến được hỏi: what other agencies ask of mine, and the answer. Nothing of their dossiers is shown
//! but the question.

mod answer;
mod list;

use actix_web::web;

pub use answer::AnswerPage;
pub use list::OpinionsPage;

pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/can-bo/y-kien", web::get().to(list::show))
        .route("/can-bo/y-kien/{id}", web::get().to(answer::show))
        .route("/can-bo/y-kien/{id}", web::post().to(answer::create));
}
