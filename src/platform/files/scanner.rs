//! Asking ClamAV's daemon whether a stream of bytes is harmful (its command INSTREAM). What it does not
//! say clearly is no verdict: a file without a verdict stays closed.

use std::{path::PathBuf, time::Duration};

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpStream, UnixStream},
    time::timeout,
};

/// The longest a whole look may take.
const LOOK: Duration = Duration::from_secs(120);
/// What the daemon takes in one piece.
const PIECE: usize = 256 * 1024;
/// The longest answer read.
const ANSWER: u64 = 4096;

/// Where the daemon listens. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scanner {
    Socket(PathBuf),
    Tcp(String),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Clean,
    /// With the name that the signature gives it.
    Infected(String),
}

/// No verdict: the daemon does not answer, or not with one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the virus scanner gives no verdict: {0}")]
pub struct NoVerdict(String);

impl Scanner {
    /// From the setting: a path of a socket, or host and port. `None` if nothing is set.
    pub fn at(address: &str) -> Option<Self> {
        match address.trim() {
            "" => None,
            path if path.starts_with('/') => Some(Self::Socket(path.into())),
            host => Some(Self::Tcp(host.to_owned())),
        }
    }

    pub async fn look<E: std::fmt::Display>(&self, bytes: impl Stream<Item = Result<Bytes, E>>) -> Result<Verdict, NoVerdict> {
        let looked = async {
            match self {
                Self::Socket(path) => ask(UnixStream::connect(path).await.map_err(none)?, bytes).await,
                Self::Tcp(host) => ask(TcpStream::connect(host).await.map_err(none)?, bytes).await,
            }
        };
        timeout(LOOK, looked).await.map_err(none)?
    }
}

async fn ask<E: std::fmt::Display>(
    mut daemon: impl AsyncRead + AsyncWrite + Unpin,
    bytes: impl Stream<Item = Result<Bytes, E>>,
) -> Result<Verdict, NoVerdict> {
    daemon.write_all(b"zINSTREAM\0").await.map_err(none)?;
    let mut bytes = std::pin::pin!(bytes);
    while let Some(chunk) = bytes.next().await {
        for piece in chunk.map_err(none)?.chunks(PIECE) {
            let length = u32::try_from(piece.len()).map_err(none)?;
            daemon.write_all(&length.to_be_bytes()).await.map_err(none)?;
            daemon.write_all(piece).await.map_err(none)?;
        }
    }
    daemon.write_all(&0_u32.to_be_bytes()).await.map_err(none)?;
    daemon.flush().await.map_err(none)?;
    let mut answer = Vec::new();
    daemon.take(ANSWER).read_to_end(&mut answer).await.map_err(none)?;
    verdict(&String::from_utf8_lossy(&answer))
}

/// `stream: OK`, `stream: Eicar-Test-Signature FOUND`; everything else is an error of the daemon, such as
/// `INSTREAM size limit exceeded. ERROR`.
fn verdict(answer: &str) -> Result<Verdict, NoVerdict> {
    let answer = answer.trim_matches(['\0', '\n', ' ']);
    match answer.strip_prefix("stream: ") {
        Some("OK") => Ok(Verdict::Clean),
        Some(rest) if rest.ends_with(" FOUND") => Ok(Verdict::Infected(rest.trim_end_matches(" FOUND").to_owned())),
        _ => Err(NoVerdict(answer.chars().filter(|c| !c.is_control()).take(200).collect())),
    }
}

fn none(error: impl std::fmt::Display) -> NoVerdict {
    NoVerdict(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::{Scanner, Verdict, verdict};

    #[test]
    fn only_a_clear_word_is_a_verdict() {
        assert_eq!(verdict("stream: OK\0"), Ok(Verdict::Clean));
        assert_eq!(verdict("stream: Eicar-Test-Signature FOUND\0"), Ok(Verdict::Infected("Eicar-Test-Signature".into())));
        for unclear in ["", "\0", "INSTREAM size limit exceeded. ERROR\0", "stream: OK but", "OK", "stream: Can't allocate memory ERROR"] {
            assert!(verdict(unclear).is_err(), "{unclear}");
        }
    }

    #[test]
    fn an_address_is_a_socket_or_a_host() {
        assert_eq!(Scanner::at(" "), None);
        assert_eq!(Scanner::at("/run/clamav/clamd.ctl"), Some(Scanner::Socket("/run/clamav/clamd.ctl".into())));
        assert_eq!(Scanner::at("clamd:3310"), Some(Scanner::Tcp("clamd:3310".into())));
    }
}
