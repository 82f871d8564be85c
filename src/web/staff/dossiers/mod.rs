//! One dossier on the desk: the workbench, and a page or a button for each act.

mod acts;
mod handover;
mod head;
mod history;
mod issue;
mod papers;
mod reason;
mod refused;
mod steps;
mod supplement;
mod workbench;

use actix_web::web;

pub use handover::HandoverPage;
pub use issue::IssuePage;
pub use reason::ReasonPage;
pub use supplement::SupplementPage;
pub use workbench::WorkbenchPage;

use crate::workflow::Action;

/// One address a dossier, and one below it for each act: `/can-bo/ho-so/{code}/tiep-nhan`.
pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    let at = |action: Action| format!("/can-bo/ho-so/{{code}}/{}", action.slug());
    cfg.route("/can-bo/ho-so/{code}", web::get().to(workbench::show))
        .route(&at(Action::Accept), web::post().to(steps::accept))
        .route(&at(Action::Forward), web::post().to(steps::forward))
        .route(&at(Action::Approve), web::post().to(steps::approve))
        .route(&at(Action::CompleteSupplement), web::post().to(steps::complete_supplement))
        .route(&at(Action::RequestSupplement), web::get().to(supplement::show))
        .route(&at(Action::RequestSupplement), web::post().to(supplement::create))
        .route(&at(Action::SendBack), web::get().to(reason::show_send_back))
        .route(&at(Action::SendBack), web::post().to(reason::send_back))
        .route(&at(Action::Refuse), web::get().to(reason::show_refuse))
        .route(&at(Action::Refuse), web::post().to(reason::refuse))
        .route(&at(Action::IssueResult), web::get().to(issue::show))
        .route(&at(Action::IssueResult), web::post().to(issue::create))
        .route(&at(Action::ReturnResult), web::get().to(handover::show))
        .route(&at(Action::ReturnResult), web::post().to(handover::create));
}
