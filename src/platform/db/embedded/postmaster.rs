//! What `postmaster.pid` tells about the server of a data folder.

use std::{fs, path::Path};

use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Starting,
    Ready,
    Stopping,
}

/// How the living server of this folder is. A file left by a dead one, or whose number now belongs
/// to another program, is no server.
pub(super) fn of(data: &Path) -> Option<State> {
    let text = fs::read_to_string(data.join("postmaster.pid")).ok()?;
    let mut lines = text.lines();
    let pid = Pid::from_raw(lines.next()?.trim().parse().ok()?);
    let state = match lines.nth(6).map(str::trim) {
        Some("ready") => State::Ready,
        Some("stopping") => State::Stopping,
        _ => State::Starting,
    };
    is_server_of(pid, data).then_some(state)
}

/// Takes away the note of a dead server: PostgreSQL itself would refuse to start if another program
/// has got the old number, as happens in containers. Only under the lock of the folder.
pub(super) fn forget_dead(data: &Path) {
    if of(data).is_none() {
        let _ = fs::remove_file(data.join("postmaster.pid"));
    }
}

pub(super) fn signal(pid: Pid, signal: Signal) {
    let _ = kill(pid, signal);
}

fn is_server_of(pid: Pid, data: &Path) -> bool {
    if kill(pid, None) == Err(nix::errno::Errno::ESRCH) {
        return false;
    }
    match fs::read(format!("/proc/{pid}/cmdline")) {
        // Empty for a process that has ended and waits to be reaped.
        Ok(line) => line.split(|byte| *byte == 0).any(|word| word == data.as_os_str().as_encoded_bytes()),
        // Without /proc the number alone must do.
        Err(_) => !Path::new("/proc/self").exists(),
    }
}
