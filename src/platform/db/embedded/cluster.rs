//! One cluster on disk: made by `initdb`, run by `postgres`.

use std::{
    fs,
    fs::File,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use nix::fcntl::{Flock, FlockArg};

use super::{
    EmbeddedError, Settings, binaries,
    home::{Home, bad},
    postmaster::{self, State},
};

/// The superuser inside the private cluster; nobody but us can open its socket.
const USER: &str = "motcua";

/// Recovery after a crash of a large database takes time.
const PATIENCE: Duration = Duration::from_secs(120);

#[derive(Debug, Clone)]
pub(super) struct Cluster {
    home: Home,
    binaries: PathBuf,
    careless: bool,
}

impl Cluster {
    pub fn open(folder: &Path, settings: &Settings) -> Result<Self, EmbeddedError> {
        let home = Home::open(folder)?;
        let made_by = fs::read_to_string(home.data.join("PG_VERSION")).ok();
        let binaries = binaries::find(settings, made_by.as_deref().map(str::trim), &home.data)?;
        Ok(Self { home, binaries, careless: settings.careless })
    }

    pub fn address(&self) -> String {
        let socket = self.home.socket.to_string_lossy().replace('%', "%25").replace('/', "%2F");
        format!("postgres://{USER}@{socket}/postgres")
    }

    pub fn server(&self) -> Option<State> {
        postmaster::of(&self.home.data)
    }

    /// Held while looking for a server and starting one: two processes never start two.
    pub fn lock(&self) -> Result<Flock<File>, EmbeddedError> {
        let path = self.home.folder.join("lock");
        let file = File::options().create(true).append(true).open(&path).map_err(bad(&path))?;
        Flock::lock(file, FlockArg::LockExclusive).map_err(|(_, e)| bad(&path)(e.into()))
    }

    /// Makes the cluster if there is none. Under another name first: a half-made one is never used.
    pub fn init(&self) -> Result<(), EmbeddedError> {
        if self.home.data.join("PG_VERSION").exists() {
            return Ok(());
        }
        let fresh = self.home.folder.join("data.new");
        if fresh.exists() {
            fs::remove_dir_all(&fresh).map_err(bad(&fresh))?;
        }
        self.home.claim(&fresh)?;
        let mut initdb = self.command("initdb");
        initdb.args(["-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-instructions"]);
        if self.careless {
            initdb.arg("--no-sync");
        }
        let output = initdb.arg("-D").arg(&fresh).output().map_err(bad(&self.binaries))?;
        if !output.status.success() {
            return Err(EmbeddedError::of_words(&format!("initdb: {}", String::from_utf8_lossy(&output.stderr))));
        }
        fs::rename(&fresh, &self.home.data).map_err(bad(&self.home.data))
    }

    /// Starts the server and waits until it answers. The thread that calls this must live as long as
    /// the server: the system stops the server when that thread ends.
    pub fn spawn(&self) -> Result<Child, EmbeddedError> {
        postmaster::forget_dead(&self.home.data);
        let notes = self.home.folder.join("start.log");
        let stderr = File::create(&notes).map_err(bad(&notes))?;
        let mut postgres = self.command("postgres");
        postgres.arg("-D").arg(&self.home.data).arg("-k").arg(&self.home.socket);
        for setting in self.server_settings() {
            postgres.arg("-c").arg(setting);
        }
        // A group of its own: ctrl-C on our terminal must not stop it before we have drained.
        postgres.stdout(Stdio::null()).stderr(stderr).process_group(0);
        stop_with_us(&mut postgres);
        let mut child = postgres.spawn().map_err(bad(&self.binaries))?;
        self.wait_until_ready(&mut child)?;
        Ok(child)
    }

    fn wait_until_ready(&self, child: &mut Child) -> Result<(), EmbeddedError> {
        let begun = Instant::now();
        while self.server() != Some(State::Ready) {
            if child.try_wait().map_err(bad(&self.binaries))?.is_some() {
                return Err(EmbeddedError::of_words(&self.last_words()));
            }
            if begun.elapsed() > PATIENCE {
                let _ = child.kill();
                return Err(EmbeddedError::NotStarted(format!("not ready after {} s; {}", PATIENCE.as_secs(), self.last_words())));
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    }

    fn server_settings(&self) -> Vec<&'static str> {
        let mut settings = vec![
            "listen_addresses=",
            "unix_socket_permissions=0700",
            "timezone=UTC",
            "log_timezone=UTC",
            "logging_collector=on",
            "log_filename=postgresql-%a.log",
            "log_truncate_on_rotation=on",
            "log_rotation_age=1d",
            "log_rotation_size=0",
        ];
        let more: &[&str] = if self.careless {
            &[
                "max_connections=300",
                "fsync=off",
                "synchronous_commit=off",
                "full_page_writes=off",
                "shared_buffers=256MB",
                "autovacuum=off",
            ]
        } else {
            &["max_connections=80"]
        };
        settings.extend(more);
        settings
    }

    /// What the server said last: before its log was open, and in its log.
    fn last_words(&self) -> String {
        let newest = fs::read_dir(self.home.data.join("log")).into_iter().flatten().flatten();
        let newest = newest.max_by_key(|entry| entry.metadata().and_then(|m| m.modified()).ok()).map(|entry| entry.path());
        let files = [Some(self.home.folder.join("start.log")), newest];
        let lines: Vec<String> = files
            .into_iter()
            .flatten()
            .filter_map(|file| fs::read_to_string(file).ok())
            .flat_map(|text| text.lines().rev().take(8).map(str::to_owned).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>())
            .filter(|line| line.contains("FATAL") || line.contains("PANIC") || line.contains("ERROR") || line.contains("HINT"))
            .collect();
        lines.join("\n")
    }

    /// A program of the server with a clean environment, as the server's user.
    fn command(&self, program: &str) -> Command {
        let kept = |name: &str| ["PATH", "LANG", "TZ", "LD_LIBRARY_PATH"].contains(&name) || name.starts_with("LC_");
        let mut command = Command::new(self.binaries.join(program));
        command.current_dir(&self.home.folder).stdin(Stdio::null()).env_clear();
        command.envs(std::env::vars_os().filter(|(name, _)| kept(&name.to_string_lossy())));
        if let Some(user) = &self.home.run_as {
            // Drops the supplementary groups of root too.
            command.uid(user.uid.as_raw()).gid(user.gid.as_raw());
        }
        command
    }
}

/// If we are killed, the system stops the server for us.
#[cfg(target_os = "linux")]
#[expect(unsafe_code, reason = "the only way to ask for a signal at the parent's death; the closure makes one system call")]
fn stop_with_us(command: &mut Command) {
    use nix::sys::{prctl, signal::Signal};
    // SAFETY: prctl is async-signal-safe. It runs after the change of user, which would clear it.
    unsafe { command.pre_exec(|| prctl::set_pdeathsig(Signal::SIGINT).map_err(Into::into)) };
}

#[cfg(not(target_os = "linux"))]
fn stop_with_us(_: &mut Command) {}
