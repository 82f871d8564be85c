//! What can go wrong, as the visitor experiences it. The only `ResponseError` of the house.

use std::fmt;

use actix_web::{HttpResponse, ResponseError, http::StatusCode};

use crate::{
    kernel::places::Place,
    platform::{db::DbError, views::ViewsError},
};

/// What a handler may answer instead of its page; the front door draws it in the visitor's language.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such address, or nothing that this visitor may know of.
    #[error("not found")]
    NotFound,
    /// The visitor must sign in, and comes back to this path afterwards.
    #[error("sign in first")]
    SignInFirst { back_to: String },
    /// An official must set up a second factor before the desk opens.
    #[error("second factor first")]
    SecondFactorFirst,
    /// Signed in, but this door is for others.
    #[error("not allowed")]
    NotAllowed,
    /// A rule of the trade says no, in a sentence for the visitor.
    #[error("refused: {0}")]
    Refused(Refusal),
    /// What was sent cannot be read.
    #[error("invalid request: {0}")]
    Invalid(&'static str),
    /// Somebody else was faster.
    #[error("conflict")]
    Conflict,
    /// The form was shown too long ago, or by somebody else: nothing was done.
    #[error("expired form")]
    FormExpired,
    /// More than this many megabytes at once.
    #[error("more than {megabytes} MB")]
    TooLarge { megabytes: u64 },
    /// Wait this many seconds.
    #[error("too many attempts")]
    TooMany { retry_after: u64 },
    /// The portal cannot take more at this moment.
    #[error("busy")]
    Busy,
    #[error(transparent)]
    Internal(#[from] anyhow::Error),
}

/// A sentence, already in the visitor's language, and where to go from there.
#[derive(Debug, Clone, Default)]
pub struct Refusal {
    pub sentence: String,
    pub back_to: Option<Place>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

impl Error {
    pub fn refused(sentence: impl Into<String>, back_to: Place) -> Self {
        Self::Refused(Refusal { sentence: sentence.into(), back_to: Some(back_to) })
    }

    /// Something that should not happen; told to the operator, never to the visitor.
    pub fn internal(cause: impl Into<anyhow::Error>) -> Self {
        Self::Internal(cause.into())
    }

    /// The word for texts (`error-not-found-title`), for JSON and for the log.
    pub fn word(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::SignInFirst { .. } => "sign-in-first",
            Self::SecondFactorFirst => "second-factor-first",
            Self::NotAllowed => "not-allowed",
            Self::Refused(_) => "refused",
            Self::Invalid(_) => "invalid",
            Self::Conflict => "conflict",
            Self::FormExpired => "form-expired",
            Self::TooLarge { .. } => "too-large",
            Self::TooMany { .. } => "too-many",
            Self::Busy => "busy",
            Self::Internal(_) => "internal",
        }
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignInFirst { .. } => StatusCode::UNAUTHORIZED,
            Self::NotAllowed | Self::SecondFactorFirst | Self::FormExpired => StatusCode::FORBIDDEN,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Invalid(_) => StatusCode::BAD_REQUEST,
            Self::Conflict => StatusCode::CONFLICT,
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Without a body: the front door draws it.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

impl From<DbError> for Error {
    fn from(error: DbError) -> Self {
        match error {
            DbError::NotFound => Self::NotFound,
            other => Self::internal(other),
        }
    }
}

impl From<ViewsError> for Error {
    fn from(error: ViewsError) -> Self {
        Self::internal(error)
    }
}
