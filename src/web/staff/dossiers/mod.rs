//! One dossier on the desk: the workbench, and a page or a button for each act.

mod acts;
mod around;
mod frame;
mod handover;
mod head;
mod history;
mod issue;
mod papers;
mod reason;
mod refused;
mod steps;
mod supplement;
mod words;
mod workbench;

use actix_web::web;

pub use around::{AssignmentPage, ConsultationPage, ExtensionPage, PaymentPage, workload};
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
        .route("/can-bo/ho-so/{code}/ghi-chu", web::post().to(steps::note))
        .route(&at(Action::Accept), web::post().to(steps::accept))
        .route(&at(Action::Forward), web::post().to(steps::forward))
        .route(&at(Action::Approve), web::post().to(steps::approve))
        .route(&at(Action::Recall), web::post().to(steps::recall))
        .route(&at(Action::CompleteSupplement), web::post().to(steps::complete_supplement))
        .route(&at(Action::RequestSupplement), web::get().to(supplement::show))
        .route(&at(Action::RequestSupplement), web::post().to(supplement::create))
        .route(&at(Action::SendBack), web::get().to(|o, c, r, p| reason::show(o, c, r, p, Action::SendBack)))
        .route(&at(Action::SendBack), web::post().to(|o, c, r, p, f| reason::create(o, c, r, p, f, Action::SendBack)))
        .route(&at(Action::Refuse), web::get().to(|o, c, r, p| reason::show(o, c, r, p, Action::Refuse)))
        .route(&at(Action::Refuse), web::post().to(|o, c, r, p, f| reason::create(o, c, r, p, f, Action::Refuse)))
        .route(&at(Action::Stop), web::get().to(|o, c, r, p| reason::show(o, c, r, p, Action::Stop)))
        .route(&at(Action::Stop), web::post().to(|o, c, r, p, f| reason::create(o, c, r, p, f, Action::Stop)))
        .route(&at(Action::Resume), web::get().to(|o, c, r, p| reason::show(o, c, r, p, Action::Resume)))
        .route(&at(Action::Resume), web::post().to(|o, c, r, p, f| reason::create(o, c, r, p, f, Action::Resume)))
        .route(&at(Action::RequestPayment), web::get().to(|o, c, r, p| reason::show(o, c, r, p, Action::RequestPayment)))
        .route(&at(Action::RequestPayment), web::post().to(|o, c, r, p, f| reason::create(o, c, r, p, f, Action::RequestPayment)))
        .route(&at(Action::AgreeWithdrawal), web::get().to(|o, c, r, p| reason::show(o, c, r, p, Action::AgreeWithdrawal)))
        .route(&at(Action::AgreeWithdrawal), web::post().to(|o, c, r, p, f| reason::create(o, c, r, p, f, Action::AgreeWithdrawal)))
        .route(&at(Action::DeclineWithdrawal), web::get().to(|o, c, r, p| reason::show(o, c, r, p, Action::DeclineWithdrawal)))
        .route(&at(Action::DeclineWithdrawal), web::post().to(|o, c, r, p, f| reason::create(o, c, r, p, f, Action::DeclineWithdrawal)))
        .route(&at(Action::TakePayment), web::get().to(around::show_payment))
        .route(&at(Action::TakePayment), web::post().to(around::take_payment))
        .route(&at(Action::Assign), web::get().to(around::show_assignment))
        .route(&at(Action::Assign), web::post().to(around::assign))
        .route(&at(Action::Extend), web::get().to(around::show_extension))
        .route(&at(Action::Extend), web::post().to(around::extend))
        .route(&at(Action::Consult), web::get().to(around::show_consultation))
        .route(&at(Action::Consult), web::post().to(around::consult))
        .route(&at(Action::IssueResult), web::get().to(issue::show))
        .route(&at(Action::IssueResult), web::post().to(issue::create))
        .route(&at(Action::ReturnResult), web::get().to(handover::show))
        .route(&at(Action::ReturnResult), web::post().to(handover::create));
}
