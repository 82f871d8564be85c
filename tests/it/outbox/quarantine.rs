//! Quarantine with a real ClamAV daemon, which knows one signature of our own: the EICAR test word.

use std::{
    fs,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Duration,
};

use bytes::Bytes;
use futures_util::stream;
use motcua::{
    attachments::{self, Scan},
    jobs,
    kernel::ids::AttachmentId,
    platform::files::{FileKeys, FileStore, Scanner},
};

use super::dossier::Desk;
use crate::support::{TestFolder, TestPortal};

/// A PDF with the word that every scanner takes for harmful, put together here so that no scanner stops at this file.
fn infected() -> Vec<u8> {
    [b"%PDF-1.7\n".as_slice(), b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$", b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].concat()
}

struct Daemon {
    process: Child,
    socket: PathBuf,
}

impl Daemon {
    /// `None` where ClamAV is not installed.
    async fn start(folder: &TestFolder) -> Option<Self> {
        let program = ["/usr/sbin/clamd", "/usr/local/sbin/clamd"].into_iter().find(|path| fs::exists(path).unwrap_or_default())?;
        let (socket, base) = (folder.path().join("clamd.sock"), folder.path().join("signatures"));
        fs::create_dir_all(&base).expect("a folder");
        let word: String = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE".iter().map(|byte| format!("{byte:02x}")).collect();
        fs::write(base.join("own.ndb"), format!("Own.Eicar.Word:0:*:{word}\n")).expect("a signature");
        let settings = format!("LocalSocket {}\nDatabaseDirectory {}\nForeground yes\nUser root\n", socket.display(), base.display());
        let file = folder.path().join("clamd.conf");
        fs::write(&file, settings).expect("settings");
        let mut start = Command::new(program);
        start.arg("--config-file").arg(&file).stdout(Stdio::null()).stderr(Stdio::null());
        let daemon = Self { process: start.spawn().expect("clamd starts"), socket };
        let up = async {
            while tokio::net::UnixStream::connect(&daemon.socket).await.is_err() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(60), up).await.expect("clamd listens");
        Some(daemon)
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        let _gone = self.process.kill();
        let _reaped = self.process.wait();
    }
}

async fn arrived(portal: &TestPortal, desk: &Desk, bytes: Vec<u8>) -> AttachmentId {
    let file = portal.platform.files.put(stream::iter([Ok::<_, String>(Bytes::from(bytes))]), 1000).await.expect("stored");
    let mut conn = portal.conn().await;
    attachments::record(&mut conn, portal.now(), desk.dossier, "giay_to", None, &file, "a.pdf").await.expect("recorded")
}

async fn scan_of(portal: &TestPortal, id: AttachmentId) -> Scan {
    attachments::find(&mut *portal.conn().await, id).await.expect("asked").expect("there").scan
}

#[tokio::test]
async fn files_wait_while_the_scanner_is_away_and_pass_later() {
    let folder = TestFolder::new();
    let mut portal = TestPortal::open().await;
    let desk = Desk::open(&portal).await;
    portal.platform.files =
        FileStore::memory().sealed_with(FileKeys::random()).scanned_by(Some(Scanner::Socket(folder.path().join("clamd.sock"))));
    let (good, bad) = (arrived(&portal, &desk, b"%PDF-1.7 good".to_vec()).await, arrived(&portal, &desk, infected()).await);
    portal.run_jobs().await;
    for id in [good, bad] {
        let scan = scan_of(&portal, id).await;
        assert!(scan == Scan::Waiting && !scan.opens(), "{scan}: closed while nobody has looked");
    }
    let Some(_daemon) = Daemon::start(&folder).await else {
        eprintln!("clamd is not installed: apt-get install clamav-daemon");
        return;
    };
    jobs::plan(&mut *portal.conn().await, portal.now()).await.expect("planned");
    portal.wait(chrono::TimeDelta::minutes(6));
    portal.run_jobs().await;
    assert_eq!((scan_of(&portal, good).await, scan_of(&portal, bad).await), (Scan::Clean, Scan::Infected));
    assert!(!Scan::Infected.opens());
}

#[tokio::test]
async fn without_a_scanner_files_open_as_before() {
    let portal = TestPortal::open().await;
    let desk = Desk::open(&portal).await;
    let id = arrived(&portal, &desk, b"%PDF-1.7".to_vec()).await;
    let scan = scan_of(&portal, id).await;
    assert!(scan == Scan::NotAsked && scan.opens());
}
