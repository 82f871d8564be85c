//! The thread that starts the private server, watches it, and stops it with us. If the server is
//! killed, or the process whose server we share ends, it is brought up again.

use std::{
    process::Child,
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    thread::JoinHandle,
    time::{Duration, Instant},
};

use nix::{sys::signal::Signal, unistd::Pid};

use super::{
    EmbeddedError,
    cluster::Cluster,
    postmaster::{self, State},
};

const LOOK_EVERY: Duration = Duration::from_millis(100);
const STOP_PATIENCE: Duration = Duration::from_secs(30);
const START_PATIENCE: Duration = Duration::from_secs(20);

pub(super) struct Guardian {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// The server in use.
enum Server {
    Ours(Child),
    /// Started by another process of the portal.
    Shared,
}

impl Guardian {
    /// Returns when the server answers.
    pub fn start(cluster: Cluster) -> Result<Self, EmbeddedError> {
        let (stop, stopped) = mpsc::channel();
        let (tell, told) = mpsc::channel();
        // One thread for all of it: the system ties the server's life to the thread that started it.
        let thread = std::thread::Builder::new()
            .name("postgres".into())
            .spawn(move || match bring_up(&cluster) {
                Ok(server) => {
                    let _ = tell.send(Ok(()));
                    guard(&cluster, server, &stopped);
                }
                Err(error) => {
                    let _ = tell.send(Err(error));
                }
            })
            .map_err(|e| EmbeddedError::NotStarted(e.to_string()))?;
        told.recv().map_err(|e| EmbeddedError::NotStarted(e.to_string()))??;
        Ok(Self { stop: Some(stop), thread: Some(thread) })
    }

    pub fn stop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Guardian {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Joins the server that runs, or starts one. Under the lock, so that only one process does it.
fn bring_up(cluster: &Cluster) -> Result<Server, EmbeddedError> {
    let _lock = cluster.lock()?;
    if wait_while_changing(cluster)? {
        return Ok(Server::Shared);
    }
    cluster.init()?;
    let begun = Instant::now();
    loop {
        match cluster.spawn() {
            Ok(child) => return Ok(Server::Ours(child)),
            Err(error) if error.passes_by_itself() && begun.elapsed() < START_PATIENCE => std::thread::sleep(LOOK_EVERY),
            Err(error) => return Err(error),
        }
    }
}

/// Waits while a server starts or stops; says whether one is ready in the end.
fn wait_while_changing(cluster: &Cluster) -> Result<bool, EmbeddedError> {
    let begun = Instant::now();
    loop {
        match cluster.server() {
            None => return Ok(false),
            Some(State::Ready) => return Ok(true),
            Some(_) if begun.elapsed() > STOP_PATIENCE => {
                return Err(EmbeddedError::NotStarted("another server of this folder neither starts nor stops".to_owned()));
            }
            Some(_) => std::thread::sleep(Duration::from_millis(10)),
        }
    }
}

/// Watches until asked to stop.
fn guard(cluster: &Cluster, mut server: Server, stopped: &Receiver<()>) {
    while !is_asked(stopped) {
        if server.is_alive(cluster) {
            continue;
        }
        tracing::warn!("the private PostgreSQL ended; it is started again");
        match bring_up(cluster) {
            Ok(new) => server = new,
            Err(error) => tracing::error!(%error, "the private PostgreSQL is not back yet"),
        }
    }
    if let Server::Ours(child) = server {
        end(child);
    }
}

fn is_asked(stopped: &Receiver<()>) -> bool {
    !matches!(stopped.recv_timeout(LOOK_EVERY), Err(RecvTimeoutError::Timeout))
}

impl Server {
    fn is_alive(&mut self, cluster: &Cluster) -> bool {
        match self {
            Self::Ours(child) => matches!(child.try_wait(), Ok(None)),
            Self::Shared => cluster.server().is_some(),
        }
    }
}

/// Fast shutdown: sessions end, everything committed is on disk. By force if that takes too long.
fn end(mut child: Child) {
    let Ok(number) = i32::try_from(child.id()) else { return };
    let pid = Pid::from_raw(number);
    postmaster::signal(pid, Signal::SIGINT);
    let begun = Instant::now();
    while matches!(child.try_wait(), Ok(None)) {
        if begun.elapsed() > STOP_PATIENCE {
            postmaster::signal(pid, Signal::SIGQUIT);
            let _ = child.wait();
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}
