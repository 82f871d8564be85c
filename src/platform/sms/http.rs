//! A gateway that takes JSON over HTTP: `{"id", "to", "from", "text"}`, with a bearer token and the
//! id once more as `Idempotency-Key`. 2xx: taken. 404, 410, 422: no such number. 429: too many.

use std::{net::IpAddr, time::Duration};

use anyhow::{Context, bail};
use reqwest::{Client, StatusCode, Url, redirect};
use secrecy::{ExposeSecret, SecretString};

use super::{SmsError, SmsGateway, Taking, TextMessage};

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
        // The first to install it wins; all of ours are the same.
        let _already_there = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder().timeout(settings.timeout).redirect(redirect::Policy::none()).build()?;
        Ok(Self { client, url: outgoing(&settings.url)?, token: settings.token, from: settings.from })
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

/// An address to which the portal may go out: https, or plain http on this machine; no password in
/// it; never an address at which machines tell their secrets (link-local), nor none at all.
fn outgoing(url: &str) -> anyhow::Result<Url> {
    let url: Url = url.parse().context("the address of the SMS gateway")?;
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    let address: Option<IpAddr> = host.parse().ok();
    let here = host == "localhost" || address.is_some_and(|address| address.is_loopback());
    let forbidden = address.map(|address| address.to_canonical()).is_some_and(|address| match address {
        IpAddr::V4(v4) => v4.is_link_local() || v4.is_unspecified() || v4.is_multicast() || v4.is_broadcast(),
        IpAddr::V6(v6) => v6.is_unicast_link_local() || v6.is_unspecified() || v6.is_multicast(),
    });
    if host.is_empty() || forbidden {
        bail!("sms.url must name a gateway, not {host:?}");
    }
    if !url.username().is_empty() || url.password().is_some() {
        bail!("sms.url must hold no password: sms.token is for that");
    }
    if url.scheme() != "https" && !(url.scheme() == "http" && here) {
        bail!("sms.url must begin with https:// unless the gateway is on this machine");
    }
    Ok(url)
}

#[cfg(test)]
mod tests {
    use super::outgoing;

    #[test]
    fn only_a_gateway_is_called() {
        for good in ["https://sms.example.vn/send", "http://127.0.0.1:8089/", "http://localhost/x", "https://10.0.0.7/sms"] {
            assert!(outgoing(good).is_ok(), "{good}");
        }
        let bad = [
            "",
            "ftp://sms.example.vn",
            "http://sms.example.vn",
            "https://169.254.169.254/latest",
            "https://[fe80::1]/",
            "https://[::ffff:169.254.169.254]/",
            "https://0.0.0.0/",
            "https://user:secret@sms.example.vn",
            "file:///etc/passwd",
        ];
        for bad in bad {
            assert!(outgoing(bad).is_err(), "{bad}");
        }
    }
}
