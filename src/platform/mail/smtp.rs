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
            return Err(MailError::Unreachable(format!("no answer within {} s", self.longest.as_secs_f32())));
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

fn sorted(error: &lettre::transport::smtp::Error) -> MailError {
    let told = std::error::Error::source(error).map_or_else(|| error.to_string(), |source| format!("{error}: {source}"));
    let told = discreet(&told);
    match error.status().map(u16::from) {
        Some(code) => by_reply(code, told),
        // Not a word from the other side, or the connection broke.
        None => MailError::Unreachable(told),
    }
}

/// Servers repeat the address in their replies; logs and lists must not hold it.
fn discreet(told: &str) -> String {
    let word = |word: &str| if word.contains('@') { "•••".to_owned() } else { word.to_owned() };
    told.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// What a reply means. 421 ends the connection, and 530 to 538 refuse our own sign-in: both concern
/// every letter. Of the refusals for good 550, 551 and 553 are about the address unless the enhanced
/// code says policy (5.7).
fn by_reply(code: u16, told: String) -> MailError {
    let enhanced = |class: &str| told.split(|c: char| !c.is_ascii_digit() && c != '.').any(|word| word.starts_with(class));
    let says = |word: &str| told.to_lowercase().contains(word);
    match code {
        421 | 530..=538 => MailError::Unreachable(told),
        450..=452 if enhanced("4.7.") || says("too many") || says("rate limit") || says("throttl") => MailError::Throttled(told),
        400..=499 => MailError::Temporary(told),
        550 | 551 | 553 if !enhanced("5.7.") => MailError::BadAddress(told),
        _ => MailError::Permanent(told),
    }
}

#[cfg(test)]
mod tests {
    use super::{MailError, by_reply, discreet};

    #[test]
    fn a_reply_is_kept_without_the_address() {
        assert_eq!(discreet("550 5.1.1 <an@example.vn>: no such user"), "550 5.1.1 ••• no such user");
    }

    #[test]
    fn replies_are_told_apart() {
        let of = |code, text: &str| by_reply(code, format!("refused: {text}"));
        assert!(matches!(of(421, "4.3.0 going down"), MailError::Unreachable(_)));
        assert!(matches!(of(535, "wrong password"), MailError::Unreachable(_)));
        assert!(matches!(of(450, "4.2.0 greylisted, come back"), MailError::Temporary(_)));
        assert!(matches!(of(451, "4.7.1 slow down"), MailError::Throttled(_)));
        assert!(matches!(of(452, "too many recipients"), MailError::Throttled(_)));
        assert!(matches!(of(550, "5.1.1 no such user"), MailError::BadAddress(_)));
        assert!(matches!(of(550, "5.7.1 looks like spam"), MailError::Permanent(_)));
        assert!(matches!(of(552, "mailbox full"), MailError::Permanent(_)));
    }
}
