//! What machines ask for: whether the portal lives and can serve, and the files of its pages, kept by the
//! browser for a year because their names change with them.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, EntityTag},
    web,
};
use chrono::TimeDelta;

use super::Error;
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

/// For how long the file about reporting weaknesses holds; RFC 9116 wants less than a year.
const HOLDS: TimeDelta = TimeDelta::days(180);

/// security.txt (RFC 9116): where weaknesses are reported. Not there while the settings name nobody.
pub(super) async fn weaknesses(platform: web::Data<Platform>) -> Result<HttpResponse, Error> {
    let contact = platform.config.security.contact.trim();
    if contact.is_empty() {
        return Err(Error::NotFound);
    }
    let scheme = if contact.contains("://") || contact.starts_with("mailto:") || contact.starts_with("tel:") { "" } else { "mailto:" };
    let until = (platform.clock.now().instant() + HOLDS).date_naive();
    let at = format!("{}/.well-known/security.txt", platform.config.address().trim_end_matches('/'));
    let text = format!("Contact: {scheme}{contact}\nExpires: {until}T00:00:00Z\nPreferred-Languages: vi, en\nCanonical: {at}\n");
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(text))
}

const FOR_A_YEAR: &str = "public, max-age=31536000, immutable";

pub(super) async fn serve(request: HttpRequest, file: web::Path<String>, platform: web::Data<Platform>) -> Result<HttpResponse, Error> {
    let accepts = request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let asset = platform.assets.find(&file, accepts).ok_or(Error::NotFound)?;
    // The name carries a hash of the content, so the name is the version.
    let tag = EntityTag::new_strong(format!(
        "{}-{}",
        file.replace(|c: char| !c.is_ascii_graphic() || c == '"', "-"),
        asset.encoding.unwrap_or("plain")
    ));
    let known = request.headers().get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    if known.is_some_and(|known| known.contains(tag.tag())) {
        return Ok(HttpResponse::NotModified().insert_header(header::ETag(tag)).finish());
    }
    let mut answer = HttpResponse::Ok();
    answer.content_type(asset.content_type).insert_header((header::CACHE_CONTROL, FOR_A_YEAR)).insert_header(header::ETag(tag));
    answer.insert_header((header::VARY, "accept-encoding"));
    if let Some(encoding) = asset.encoding {
        answer.insert_header((header::CONTENT_ENCODING, encoding));
    }
    Ok(answer.body(asset.bytes.into_owned()))
}
