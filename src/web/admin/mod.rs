//! The office of administrators: services and their versions, agencies and members, the portal itself.
//!
//! System administrators see everything, unit administrators their own agencies; for everybody else
//! the pages do not exist. Dangerous acts ask for a reason and are audited. Knows no SQL and no rule.

mod calendar;
mod drafts;
mod home;
mod letters;
mod organisation;
mod oversight;
mod services;
mod side;

use actix_web::web;

use crate::platform::views::ListedPage;

/// The addresses of administrators.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/quan-tri", web::get().to(home::show))
        .configure(services::routes)
        .configure(drafts::routes)
        .configure(organisation::routes)
        .configure(calendar::routes)
        .configure(letters::routes)
        .configure(oversight::routes);
}

/// Every page of this audience, for the tests that compare and draw them.
pub fn pages() -> Vec<ListedPage> {
    [
        vec![ListedPage::of::<home::AdminHomePage>()],
        services::pages(),
        drafts::pages(),
        organisation::pages(),
        calendar::pages(),
        letters::pages(),
        oversight::pages(),
    ]
    .concat()
}
