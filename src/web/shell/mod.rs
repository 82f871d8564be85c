//! What every request passes on its way in and out.
//!
//! [`front_door`] gives the request its id and its clock, catches what breaks, draws the page of an
//! error, sets the headers, packs the answer and writes one line of log without personal data.
//! [`let_in`] knows the visitor by one cookie (a session only if the database says so), reads a
//! posted form once and refuses forged ones, keeping what was typed. Handlers answer with
//! [`respond`], leave one sentence for the next page with [`Visit::say`], renew the cookie with
//! [`Visit::signed_in`]. Who must sign in first comes to `/dang-nhap?tiep=/path/to/come/back/to`
//! ([`respond::local_path`] says whether that path is ours). Knows nothing of the trade.

mod address;
mod body;
mod cookie;
mod csrf;
mod door;
mod error;
mod error_page;
mod flash;
mod headers;
mod machines;
mod pack;
pub mod respond;
mod resume;
mod visit;

use actix_web::web;

use crate::platform::views::ListedPage;

pub use door::front_door;
pub use error::{Error, Refusal};
pub use visit::Visit;

pub(crate) use csrf::let_in;

pub(super) use body::Pairs;
pub(super) use csrf::{FIELD, accept};
pub(super) use headers::may_be_framed;

/// What machines ask for: health, and the files of the pages.
pub(super) fn machine_routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/healthz", web::get().to(machines::alive))
        .route("/readyz", web::get().to(machines::ready))
        .route("/.well-known/security.txt", web::get().to(machines::weaknesses))
        .route("/static/{file:.*}", web::get().to(machines::serve))
        .route("/static/{file:.*}", web::head().to(machines::serve));
}

/// The pages of the shell itself.
pub(super) fn pages() -> Vec<ListedPage> {
    vec![ListedPage::of::<error_page::ErrorPage>(), ListedPage::of::<resume::ResumePage>()]
}

/// No address of the portal.
pub(super) async fn nothing_here() -> Result<&'static str, Error> {
    Err(Error::NotFound)
}
