//! The front door: every request comes in and goes out here.

use std::{any::Any, panic::AssertUnwindSafe, time::Instant};

use actix_web::{
    HttpResponse,
    body::{BodySize, BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    error::InternalError,
    http::{
        StatusCode,
        header::{HeaderName, HeaderValue},
    },
    middleware::Next,
    web,
};
use futures_util::FutureExt;

use super::{Error, Visit, error_page, headers, pack::pack};
use crate::platform::Platform;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Around everything.
pub async fn front_door(
    platform: web::Data<Platform>,
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let visit = Visit::begin(&request, platform.get_ref().clone());
    let (method, started) = (request.method().clone(), Instant::now());
    let was_change = !method.is_safe();
    let (request, answer) = match AssertUnwindSafe(next.call(request)).catch_unwind().await {
        Ok(Ok(response)) => {
            let (request, answer) = response.into_parts();
            (Some(request), drawn(&visit, answer.map_into_boxed_body(), was_change))
        }
        Ok(Err(error)) => (None, draw(&visit, &read(&error, error.as_response_error().status_code()), was_change)),
        Err(panic) => (None, draw(&visit, &broken(panic), was_change)),
    };
    let answer = finish(&visit, answer).await;
    let route = request.as_ref().and_then(|request| request.match_pattern()).unwrap_or_default();
    tracing::info!(request_id = %visit.id(), %method, route, status = answer.status().as_u16(), ms = started.elapsed().as_millis(), "request");
    match request {
        Some(request) => Ok(ServiceResponse::new(request, answer)),
        None => Err(InternalError::from_response("drawn", answer).into()),
    }
}

/// Gives an error without a body its page.
fn drawn(visit: &Visit, answer: HttpResponse<BoxBody>, was_change: bool) -> HttpResponse<BoxBody> {
    let status = answer.status();
    match answer.error() {
        Some(error) => draw(visit, &read(error, status), was_change),
        None if status.as_u16() >= 400 && matches!(answer.body().size(), BodySize::None | BodySize::Sized(0)) => {
            draw(visit, &by_status(status), was_change)
        }
        None => answer,
    }
}

fn draw(visit: &Visit, error: &Shown<'_>, was_change: bool) -> HttpResponse<BoxBody> {
    if let Error::Internal(cause) = error.as_ref() {
        tracing::error!(request_id = %visit.id(), cause = format!("{cause:#}"), "internal error");
    }
    error_page::draw(visit, error.as_ref(), was_change)
}

/// Ours as it is; the machinery's by its status.
enum Shown<'a> {
    Ours(&'a Error),
    Theirs(Error),
}

impl AsRef<Error> for Shown<'_> {
    fn as_ref(&self) -> &Error {
        match self {
            Self::Ours(error) => error,
            Self::Theirs(error) => error,
        }
    }
}

fn read(error: &actix_web::Error, status: StatusCode) -> Shown<'_> {
    match error.as_error::<Error>() {
        Some(ours) => Shown::Ours(ours),
        None if status.is_server_error() => Shown::Theirs(Error::internal(anyhow::anyhow!("{error}"))),
        None => by_status(status),
    }
}

fn by_status(status: StatusCode) -> Shown<'static> {
    Shown::Theirs(match status {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Error::NotFound,
        StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge { megabytes: 1 },
        StatusCode::SERVICE_UNAVAILABLE => Error::Busy,
        status if status.is_server_error() => Error::internal(anyhow::anyhow!("answered {status}")),
        _ => Error::Invalid("refused by the server"),
    })
}

fn broken(panic: Box<dyn Any + Send>) -> Shown<'static> {
    let words = panic.downcast_ref::<&str>().map(|words| (*words).to_owned()).or_else(|| panic.downcast_ref::<String>().cloned());
    Shown::Theirs(Error::internal(anyhow::anyhow!("panic: {}", words.unwrap_or_default())))
}

async fn finish(visit: &Visit, answer: HttpResponse<BoxBody>) -> HttpResponse<BoxBody> {
    let mut answer = pack(visit.accepts_encodings(), answer).await;
    for cookie in visit.take_cookies() {
        // A cookie that cannot be written is a fault of the portal, not of the visitor.
        if let Err(error) = answer.add_cookie(&cookie) {
            tracing::error!(%error, "a cookie cannot be written");
        }
    }
    if let Ok(id) = HeaderValue::from_str(&visit.id().to_string()) {
        answer.headers_mut().insert(REQUEST_ID, id);
    }
    headers::secure(answer.headers_mut(), visit.is_secure());
    answer
}
