//! The desk: where officials find what waits for them, look at a dossier beside its papers, and act.
//!
//! Every page is for members of an agency; a dossier of another agency does not exist here. Which
//! buttons are shown comes from the same decision as the acts themselves. Knows no SQL and no rule.

mod batch;
mod days;
mod delivery;
mod dossiers;
mod inbox;
mod intake;
mod leave;
mod opinions;
mod register;
mod reset;
mod side;

use actix_web::web;

use crate::platform::views::ListedPage;

/// The addresses of the desk.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.configure(inbox::routes)
        .configure(register::routes)
        .configure(batch::routes)
        .configure(dossiers::routes)
        .configure(opinions::routes)
        .configure(leave::routes)
        .configure(intake::routes)
        .configure(delivery::routes)
        .route("/can-bo/dat-lai-xac-thuc", web::get().to(reset::show))
        .route("/can-bo/dat-lai-xac-thuc", web::post().to(reset::reset));
}

/// Every page of this audience, for the tests that compare and draw them.
pub fn pages() -> Vec<ListedPage> {
    let dossiers = vec![
        ListedPage::of::<reset::ResetPage>(),
        ListedPage::of::<inbox::InboxPage>(),
        ListedPage::of::<inbox::ViewsPage>(),
        ListedPage::of::<batch::BatchPage>(),
        ListedPage::of::<batch::BatchReportPage>(),
        ListedPage::of::<batch::SharingPage>(),
        ListedPage::of::<register::RegisterPage>(),
        ListedPage::of::<leave::LeavePage>(),
        ListedPage::of::<intake::IntakePage>(),
        ListedPage::of::<intake::IntakeDonePage>(),
        ListedPage::of::<dossiers::WorkbenchPage>(),
        ListedPage::of::<dossiers::SupplementPage>(),
        ListedPage::of::<dossiers::ReasonPage>(),
        ListedPage::of::<dossiers::IssuePage>(),
        ListedPage::of::<dossiers::HandoverPage>(),
        ListedPage::of::<opinions::OpinionsPage>(),
        ListedPage::of::<opinions::AnswerPage>(),
        ListedPage::of::<dossiers::AssignmentPage>(),
        ListedPage::of::<dossiers::PaymentPage>(),
        ListedPage::of::<dossiers::ExtensionPage>(),
        ListedPage::of::<dossiers::ConsultationPage>(),
    ];
    [dossiers, delivery::pages()].concat()
}
