//! Screens, by audience. A handler introduces a verb of the trade to a page; it holds no SQL and no rule.
//!
//! Everything that comes in passes [`shell`]: request id, cookie, session, language, the check against
//! forged requests, the pages for everything that goes wrong, headers, log. What a handler may ask
//! for is in [`extract`]. Audiences never import each other.

mod admin;
pub mod answer;
mod citizen;
mod device_page;
pub mod extract;
mod leaving;
mod public;
pub mod shell;
mod staff;
pub mod told;
pub mod words;

use std::rc::Rc;

use actix_web::{
    body::MessageBody,
    dev::{Extensions, ServiceRequest, ServiceResponse},
    middleware::{Next, from_fn},
    web,
};

pub use shell::Error;

use crate::{dossiers::Rules, platform::views::ListedPage};

/// The whole portal as one service. The application gives it `web::Data<Platform>` and `web::Data<dossiers::Rules>`.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let screens = web::scope("")
        .wrap(from_fn(by_one_rule))
        .wrap(from_fn(shell::let_in))
        .configure(audiences)
        .default_service(web::to(shell::nothing_here));
    cfg.service(web::scope("").wrap(from_fn(shell::front_door)).configure(shell::machine_routes).service(screens));
}

/// A request goes by the rules as they are when it comes in, from its beginning to its end.
async fn by_one_rule<B: MessageBody>(mut request: ServiceRequest, next: Next<B>) -> Result<ServiceResponse<B>, actix_web::Error> {
    if let Some(rules) = request.app_data::<web::Data<Rules>>() {
        let mut data = Extensions::new();
        data.insert(web::Data::new(rules.current()));
        request.add_data_container(Rc::new(data));
    }
    next.call(request).await
}

/// One line an audience.
fn audiences(cfg: &mut web::ServiceConfig) {
    cfg.configure(public::routes).configure(citizen::routes).configure(staff::routes).configure(admin::routes);
}

/// Every page of the portal, for the tests that compare and draw them all. One line an audience,
/// each with its own `pages()`.
pub fn pages() -> Vec<ListedPage> {
    [shell::pages(), public::pages(), citizen::pages(), staff::pages(), admin::pages()].concat()
}
