//! For machines that watch the portal.

use actix_web::{HttpResponse, web};

use crate::platform::{Platform, db};

/// The process runs.
pub(super) async fn alive() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("alive\n")
}

/// Requests can be served: the database answers and the assets are there.
pub(super) async fn ready(platform: web::Data<Platform>) -> HttpResponse {
    match (db::ready(&platform.db).await, platform.assets.are_built()) {
        (true, true) => HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ready\n"),
        (false, _) => not_ready("the database does not answer"),
        (true, false) => not_ready("the assets are not built"),
    }
}

fn not_ready(why: &'static str) -> HttpResponse {
    HttpResponse::ServiceUnavailable().content_type("text/plain; charset=utf-8").body(format!("{why}\n"))
}
