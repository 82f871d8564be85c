//! What the portal says about itself while it runs: lines for people or JSON for machines, on
//! standard error. Lines carry request ids, never names, addresses or contents of forms.

use std::io::IsTerminal;

use tracing_subscriber::{EnvFilter, fmt};

use super::config::{Log, LogFormat};

#[derive(Debug, thiserror::Error)]
#[error("log.level «{0}» is not understood: error, warn, info, debug, trace, or directives such as info,motcua=debug")]
pub struct BadLevel(String);

/// Begins to write. A second call in one process changes nothing.
pub fn start(log: &Log) -> Result<(), BadLevel> {
    let filter = EnvFilter::try_new(&log.level).map_err(|_| BadLevel(log.level.clone()))?;
    let lines = fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(std::io::stderr().is_terminal()).with_target(false);
    let _ = match log.format {
        LogFormat::Text => lines.compact().try_init(),
        LogFormat::Json => lines.json().flatten_event(true).try_init(),
    };
    Ok(())
}
