//! A posted form, read once at the door: names and values in the order of the page.

use actix_web::{HttpMessage, dev::ServiceRequest, http::header, web};
use futures_util::StreamExt;

use super::Error;

pub(in crate::web) type Pairs = Vec<(String, String)>;

/// The longest form of the portal is far below.
const FORM_LIMIT: usize = 512 * 1024;
/// What is read and thrown away of something too large, so that the browser hears the sentence
/// instead of a broken connection.
const DRAIN_LIMIT: usize = 64 * 1024 * 1024;

/// What kind of body an unsafe request has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Form,
    /// Files; read by its extractor as a stream.
    Files,
    Other,
}

pub(super) fn kind(request: &ServiceRequest) -> Kind {
    let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if content_type.starts_with("application/x-www-form-urlencoded") {
        Kind::Form
    } else if content_type.starts_with("multipart/form-data") {
        Kind::Files
    } else {
        Kind::Other
    }
}

/// Takes the body off the request and reads it as a form.
pub(super) async fn read_form(request: &mut ServiceRequest) -> Result<Pairs, Error> {
    let mut payload = request.take_payload();
    let (mut body, mut seen) = (web::BytesMut::new(), 0_usize);
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Error::Invalid("the connection broke"))?;
        seen = seen.saturating_add(chunk.len());
        if seen <= FORM_LIMIT {
            body.extend_from_slice(&chunk);
        } else if seen > DRAIN_LIMIT {
            break;
        }
    }
    if seen > FORM_LIMIT {
        return Err(Error::TooLarge { megabytes: 1 });
    }
    let body = String::from_utf8_lossy(&body);
    web::Query::<Pairs>::from_query(&body).map(web::Query::into_inner).map_err(|_| Error::Invalid("not a form"))
}
