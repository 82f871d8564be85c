//! Commands of the binary.

use std::{ffi::OsString, process::ExitCode};

/// Reads the command and runs it.
pub fn run(_args: impl IntoIterator<Item = OsString>) -> ExitCode {
    ExitCode::SUCCESS
}
