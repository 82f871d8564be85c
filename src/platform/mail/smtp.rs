//! Letters to a mail server.

use std::time::Duration;

use anyhow::Context;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    transport::smtp::{
        PoolConfig,
        client::{Certificate, Tls, TlsParameters},
    },
};

use super::MailError;

/// How to reach the mail server.
#[derive(Debug, Clone)]
pub struct SmtpSettings {
    /// `smtps://user:password@host` (TLS), `smtp://…?tls=required` (STARTTLS), or
    /// `smtp://host:port` (plain: only on one's own machine).
    pub url: String,
    /// PEM of the authority that signed the server's certificate, if the system does not know it.
    pub ca_pem: Option<Vec<u8>>,
    /// For reaching the server; a whole letter may take three times as long.
    pub timeout: Duration,
    /// Connections kept open at the same time.
    pub connections: u32,
}

pub(super) struct Server {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    longest: Duration,
}

impl Server {
    pub(super) fn new(settings: &SmtpSettings) -> anyhow::Result<Self> {
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(&settings.url).context("the address of the mail server")?;
        if let Some(pem) = &settings.ca_pem {
            builder = builder.tls(trusting(&settings.url, pem)?);
        }
        let pool = PoolConfig::new().max_size(settings.connections).min_idle(0).idle_timeout(Duration::from_secs(30));
        Ok(Self {
            transport: builder.pool_config(pool).timeout(Some(settings.timeout)).build(),
            longest: settings.timeout.saturating_mul(3),
        })
    }

    pub(super) async fn send(&self, message: Message) -> Result<String, MailError> {
        // The library's own limit does not cover a server that takes the connection and says nothing.
        let Ok(sent) = tokio::time::timeout(self.longest, self.transport.send(message)).await else {
            return Err(MailError::Temporary(format!("no answer within {} s", self.longest.as_secs_f32())));
        };
        match sent {
            Ok(response) => Ok(format!("{} {}", response.code(), response.first_line().unwrap_or_default())),
            Err(error) => Err(sorted(&error)),
        }
    }
}

fn trusting(url: &str, pem: &[u8]) -> anyhow::Result<Tls> {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = after_scheme.split(['/', '?']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().and_then(|host| host.split(':').next()).unwrap_or_default();
    let certificate = Certificate::from_pem(pem).context("the certificate of the mail server's authority")?;
    let parameters = TlsParameters::builder(host.to_owned()).add_root_certificate(certificate).build_rustls()?;
    Ok(if url.starts_with("smtps:") { Tls::Wrapper(parameters) } else { Tls::Required(parameters) })
}

/// A permanent refusal concerns the letter, except when it is our own sign-in that was refused
/// (530 to 538): then every letter would be lost for one wrong setting.
fn sorted(error: &lettre::transport::smtp::Error) -> MailError {
    let code = error.status().map(u16::from);
    let ours = code.is_some_and(|code| (530..=538).contains(&code));
    let told = std::error::Error::source(error).map_or_else(|| error.to_string(), |source| format!("{error}: {source}"));
    if error.is_permanent() && !ours { MailError::Permanent(told) } else { MailError::Temporary(told) }
}
