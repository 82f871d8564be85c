//! How the portal's machines are: each green, or what to do about it.

use chrono::TimeDelta;
use nix::sys::statvfs::statvfs;
use secrecy::ExposeSecret;

use crate::{
    kernel::clock::Now,
    platform::{
        Platform,
        db::{self, Conn, DbResult},
        queue,
    },
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Well,
    /// Works, but somebody should look.
    Look,
    /// Does not work.
    Ill,
}

/// One machine: a text `system-<name>`, with what to do in `system-<name>-todo` where it is not well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gauge {
    pub name: &'static str,
    pub state: State,
    /// What was measured, in figures.
    pub value: String,
}

/// A ready job should not wait longer.
const WAITS: TimeDelta = TimeDelta::minutes(5);
const SCARCE_GIGABYTES: u64 = 5;

/// All gauges, in the order in which one would look. Four statements.
pub async fn gauges(platform: &Platform, conn: &mut Conn, now: Now) -> DbResult<Vec<Gauge>> {
    let gauge = |name, state, value: String| Gauge { name, state, value };
    let pending = db::pending(conn).await?;
    let health = queue::health(conn, now).await?;
    let late = health.oldest_ready.is_some_and(|since| now.instant() - since > WAITS);
    let stored = platform.files.is_ready().await;
    let local_mail = platform.config.mail.smtp_url.expose_secret().is_empty();
    let free = free_gigabytes(&platform.config.server.data);
    let well = |is_well, otherwise| if is_well { State::Well } else { otherwise };
    Ok(vec![
        gauge("version", State::Well, env!("CARGO_PKG_VERSION").to_owned()),
        gauge("migrations", well(pending.is_empty(), State::Ill), pending.join(", ")),
        gauge("queue", well(!late, State::Ill), health.waiting.to_string()),
        gauge("dead", well(health.dead == 0, State::Look), health.dead.to_string()),
        gauge("storage", well(stored.is_ok(), State::Ill), stored.err().map(|error| error.to_string()).unwrap_or_default()),
        gauge(
            "disk",
            free.map_or(State::Look, |free| well(free >= SCARCE_GIGABYTES, State::Ill)),
            free.map(|free| format!("{free} GB")).unwrap_or_default(),
        ),
        gauge("mail", well(!local_mail, State::Look), String::new()),
        gauge("scanner", well(platform.files.has_scanner(), State::Look), String::new()),
    ])
}

fn free_gigabytes(folder: &std::path::Path) -> Option<u64> {
    let volume = statvfs(folder).ok()?;
    Some(volume.blocks_available().saturating_mul(volume.fragment_size()) / 1_000_000_000)
}
