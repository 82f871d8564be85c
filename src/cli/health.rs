//! `motcua health`: whether the portal on this machine is ready, for containers without a shell.

use std::{
    io::{Read, Write},
    net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream},
    time::Duration,
};

use anyhow::Context;
use clap::Args;

use super::{Place, say};

const PATIENCE: Duration = Duration::from_secs(4);

#[derive(Args)]
pub(super) struct Health {
    #[command(flatten)]
    place: Place,
}

impl Health {
    pub fn run(self) -> anyhow::Result<()> {
        let answer = ask(here(self.place.settings()?.server.listen)).context("the portal does not answer")?;
        let status = answer.lines().next().unwrap_or_default();
        anyhow::ensure!(status.contains(" 200 "), "not ready: {}", answer.lines().last().unwrap_or(status));
        say("ready");
        Ok(())
    }
}

/// A server that listens on all addresses is asked on this machine's own.
fn here(listen: SocketAddr) -> SocketAddr {
    let ip = if listen.ip().is_unspecified() { IpAddr::V4(Ipv4Addr::LOCALHOST) } else { listen.ip() };
    SocketAddr::new(ip, listen.port())
}

fn ask(address: SocketAddr) -> std::io::Result<String> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(format!("GET /readyz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}
