//! A gateway that takes JSON over HTTP: `{"id", "to", "from", "text"}`, with a bearer token and the
//! id once more as `Idempotency-Key`. 2xx: taken. 404, 410, 422: no such number. 429: too many.

use std::time::Duration;

use anyhow::Context;
use reqwest::{Client, StatusCode, Url};
use secrecy::{ExposeSecret, SecretString};

use super::{SmsError, SmsGateway, Taking, TextMessage};
use crate::platform::outgoing;

#[derive(Debug, Clone)]
pub struct HttpGatewaySettings {
    pub url: String,
    pub token: SecretString,
    /// The name or number that people see as the sender.
    pub from: String,
    pub timeout: Duration,
}

pub struct HttpGateway {
    client: Client,
    url: Url,
    token: SecretString,
    from: String,
}

impl HttpGateway {
    /// # Errors
    /// What is wrong with the address, in words for the operator.
    pub fn new(settings: HttpGatewaySettings) -> anyhow::Result<Self> {
        let url = outgoing::allowed(&settings.url).context("sms.url")?;
        Ok(Self { client: outgoing::client(settings.timeout)?, url, token: settings.token, from: settings.from })
    }

    async fn post(&self, message: &TextMessage) -> Result<String, SmsError> {
        let body = serde_json::json!({ "id": message.id, "to": message.to.as_str(), "from": self.from, "text": message.text });
        let request = self.client.post(self.url.clone()).header("idempotency-key", &message.id).json(&body);
        let request = if self.token.expose_secret().is_empty() { request } else { request.bearer_auth(self.token.expose_secret()) };
        // The address may hold a key: it is never told.
        let answer = request.send().await.map_err(|error| SmsError::Unreachable(error.without_url().to_string()))?;
        let status = answer.status();
        sorted(status).map_or_else(|| Ok(status.to_string()), |make| Err(make(status.to_string())))
    }
}

impl SmsGateway for HttpGateway {
    fn send<'a>(&'a self, message: &'a TextMessage) -> Taking<'a> {
        Box::pin(self.post(message))
    }
}

/// How it failed, if it did. A redirect is not followed: it would carry numbers elsewhere.
fn sorted(status: StatusCode) -> Option<fn(String) -> SmsError> {
    match status.as_u16() {
        200..=299 => None,
        404 | 410 | 422 => Some(SmsError::BadAddress),
        408 | 425 => Some(SmsError::Temporary),
        429 => Some(SmsError::Throttled),
        401 | 403 | 500..=599 | 300..=399 => Some(SmsError::Unreachable),
        _ => Some(SmsError::Permanent),
    }
}
