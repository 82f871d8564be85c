//! The folders of the private server, and the user who runs it. PostgreSQL refuses to run as root;
//! then the user `postgres` runs it, who must be able to reach the folders.

use std::{
    fs, io,
    os::unix::fs::{MetadataExt, PermissionsExt},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use nix::unistd::{Gid, Uid, User, chown};

use super::EmbeddedError;

/// Where clusters go whose own folder the server's user cannot reach, such as one under /root.
const FALLBACK: &str = "/var/lib/motcua";

/// The length of a socket's path is limited by the system to 107 bytes.
const LONGEST_SOCKET_FOLDER: usize = 85;

#[derive(Debug, Clone)]
pub(super) struct RunAs {
    pub name: String,
    pub uid: Uid,
    pub gid: Gid,
}

#[derive(Debug, Clone)]
pub(super) struct Home {
    pub folder: PathBuf,
    pub data: PathBuf,
    pub socket: PathBuf,
    pub run_as: Option<RunAs>,
}

impl Home {
    /// Makes the folders below `data_folder`, or elsewhere if the server's user cannot come there.
    pub fn open(data_folder: &Path) -> Result<Self, EmbeddedError> {
        let folder = data_folder.join("postgres");
        make(&folder)?;
        let folder = fs::canonicalize(&folder).map_err(bad(&folder))?;
        let run_as = server_user()?;
        let folder = match &run_as {
            Some(user) if !can_reach(user, &folder) => elsewhere(&folder, user)?,
            _ => folder,
        };
        let socket = socket_folder(&folder);
        let home = Self { data: folder.join("data"), socket, folder, run_as };
        for own in [&home.folder, &home.socket] {
            home.claim(own)?;
        }
        Ok(home)
    }

    /// Makes a folder that belongs to the server's user alone.
    pub fn claim(&self, folder: &Path) -> Result<(), EmbeddedError> {
        make(folder)?;
        if let Some(user) = &self.run_as {
            chown(folder, Some(user.uid), Some(user.gid)).map_err(|e| bad(folder)(e.into()))?;
        }
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(bad(folder))
    }
}

fn server_user() -> Result<Option<RunAs>, EmbeddedError> {
    if !Uid::effective().is_root() {
        return Ok(None);
    }
    let known = || ["postgres", "motcua"].iter().find_map(|name| User::from_name(name).ok().flatten());
    let user = known().or_else(|| {
        let arguments = ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "motcua"];
        Command::new("useradd").args(arguments).stderr(Stdio::null()).status().ok()?;
        known()
    });
    let user = user.ok_or(EmbeddedError::NoUser)?;
    Ok(Some(RunAs { name: user.name, uid: user.uid, gid: user.gid }))
}

fn can_reach(user: &RunAs, folder: &Path) -> bool {
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", "cd \"$0\""]).arg(folder).current_dir("/").uid(user.uid.as_raw()).gid(user.gid.as_raw());
    shell.stdin(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// The data folder is ours and may be opened to pass through; what lies above it is not. The note in
/// the unreachable folder keeps the two together: an empty data folder is an empty portal.
fn elsewhere(folder: &Path, user: &RunAs) -> Result<PathBuf, EmbeddedError> {
    for ours in folder.ancestors().take(2) {
        let about = fs::metadata(ours).map_err(bad(ours))?;
        if about.uid() == Uid::effective().as_raw() {
            fs::set_permissions(ours, fs::Permissions::from_mode(about.mode() | 0o011)).map_err(bad(ours))?;
        }
    }
    if can_reach(user, folder) {
        return Ok(folder.to_owned());
    }
    let note = folder.join("location");
    let place = match fs::read_to_string(&note) {
        Ok(place) => PathBuf::from(place.trim()),
        Err(_) => Path::new(FALLBACK).join(uuid::Uuid::now_v7().simple().to_string()),
    };
    let unreachable = || EmbeddedError::Unreachable { folder: folder.to_owned(), user: user.name.clone(), fallback: place.clone() };
    make(&place).map_err(|_| unreachable())?;
    fs::set_permissions(&place, fs::Permissions::from_mode(0o711)).map_err(bad(&place))?;
    if !can_reach(user, &place) {
        return Err(unreachable());
    }
    fs::write(&note, place.display().to_string()).map_err(bad(&note))?;
    tracing::warn!(folder = %folder.display(), instead = %place.display(), "PostgreSQL cannot reach the data folder; its files are kept elsewhere");
    Ok(place)
}

fn socket_folder(folder: &Path) -> PathBuf {
    let near = folder.join("run");
    if near.as_os_str().len() <= LONGEST_SOCKET_FOLDER {
        return near;
    }
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(folder.as_os_str().as_encoded_bytes());
    let name: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    std::env::temp_dir().join(format!("motcua-{name}"))
}

fn make(folder: &Path) -> Result<(), EmbeddedError> {
    fs::create_dir_all(folder).map_err(bad(folder))
}

pub(super) fn bad(folder: &Path) -> impl Fn(io::Error) -> EmbeddedError {
    let folder = folder.to_owned();
    move |source| match source.kind() {
        io::ErrorKind::StorageFull => EmbeddedError::DiskFull(folder.display().to_string()),
        _ => EmbeddedError::Folder { folder: folder.clone(), source },
    }
}
