//! The requests of the protocol, over the portal's own client: only to addresses that may be called, and no
//! more of an answer than any honest one has.

use std::time::Duration;

use openidconnect::{HttpRequest, HttpResponse, http::response::Builder};

use crate::platform::outgoing::{self, NotAllowed};

/// Keys and claims take a few kilobytes.
const LONGEST_ANSWER: usize = 512 * 1024;

#[derive(Debug, thiserror::Error)]
pub(super) enum WireError {
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    #[error("{0}")]
    Failed(String),
    #[error("an answer longer than {LONGEST_ANSWER} bytes")]
    TooLong,
}

/// Addresses may hold secrets: they are never told.
impl From<reqwest::Error> for WireError {
    fn from(error: reqwest::Error) -> Self {
        Self::Failed(error.without_url().to_string())
    }
}

#[derive(Clone)]
pub(super) struct Wire(reqwest::Client);

impl Wire {
    pub fn open(timeout_seconds: u64) -> anyhow::Result<Self> {
        Ok(Self(outgoing::client(Duration::from_secs(timeout_seconds))?))
    }

    pub async fn call(&self, request: HttpRequest) -> Result<HttpResponse, WireError> {
        let (head, body) = request.into_parts();
        let url = outgoing::allowed(&head.uri.to_string())?;
        let mut answer = self.0.request(head.method, url).headers(head.headers).body(body).send().await?;
        let mut heard = Builder::new().status(answer.status());
        for (name, value) in answer.headers() {
            heard = heard.header(name, value);
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = answer.chunk().await? {
            if bytes.len() + chunk.len() > LONGEST_ANSWER {
                return Err(WireError::TooLong);
            }
            bytes.extend_from_slice(&chunk);
        }
        heard.body(bytes).map_err(|error| WireError::Failed(error.to_string()))
    }
}
