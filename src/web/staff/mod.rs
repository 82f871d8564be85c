//! The desk: where officials find what waits for them, look at a dossier beside its papers, and act.
//!
//! Every page is for members of an agency; a dossier of another agency does not exist here. Which
//! buttons are shown comes from the same decision as the acts themselves. Knows no SQL and no rule.

mod dossiers;
mod inbox;
mod side;

use actix_web::web;

/// The addresses of the desk.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/can-bo", web::get().to(inbox::show)).configure(dossiers::routes);
}

/// Every page of this audience, for the tests that draw them.
#[macro_export]
macro_rules! staff_pages {
    ($visit:ident) => {
        $visit!($crate::web::staff::pages::InboxPage);
        $visit!($crate::web::staff::pages::WorkbenchPage);
        $visit!($crate::web::staff::pages::SupplementPage);
        $visit!($crate::web::staff::pages::ReasonPage);
        $visit!($crate::web::staff::pages::IssuePage);
        $visit!($crate::web::staff::pages::HandoverPage);
    };
}

/// The pages by name.
pub mod pages {
    pub use super::{
        dossiers::{HandoverPage, IssuePage, ReasonPage, SupplementPage, WorkbenchPage},
        inbox::InboxPage,
    };
}
