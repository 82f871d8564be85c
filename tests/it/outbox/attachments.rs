//! Files become part of a dossier, and leave it.

use bytes::Bytes;
use chrono::TimeDelta;
use futures_util::{TryStreamExt, stream};
use motcua::{
    attachments::{self, FileRefused},
    jobs,
    platform::files::{MediaType, StoredFile},
};

use super::dossier::Desk;
use crate::support::TestPortal;

async fn stored(portal: &TestPortal, bytes: &'static [u8]) -> StoredFile {
    let stream = stream::iter([Ok::<_, String>(Bytes::from_static(bytes))]);
    portal.platform.files.put(stream, 1000).await.expect("stored")
}

#[tokio::test]
async fn a_file_is_known_by_its_bytes_and_listed_in_order() {
    let portal = TestPortal::open().await;
    let desk = Desk::open(&portal).await;
    let mut conn = portal.conn().await;
    for (bytes, name) in [(&b"%PDF-1.7"[..], "Đơn.pdf"), (b"\xff\xd8\xff\xe0", "Ảnh.exe")] {
        let file = stored(&portal, bytes).await;
        attachments::record(&mut conn, portal.now(), desk.dossier, "giay_to", None, &file, name).await.expect("recorded");
    }
    let list = attachments::list(&mut conn, desk.dossier).await.expect("a list");
    let seen: Vec<(&str, MediaType)> = list.iter().map(|file| (file.file_name.as_str(), file.media_type)).collect();
    assert_eq!(seen, [("Đơn.pdf", MediaType::Pdf), ("Ảnh.exe.jpg", MediaType::Jpeg)]);
}

#[tokio::test]
async fn programs_and_heic_are_refused() {
    let portal = TestPortal::open().await;
    let desk = Desk::open(&portal).await;
    let mut conn = portal.conn().await;
    let program = stored(&portal, b"MZ\x90\0").await;
    let refused = attachments::record(&mut conn, portal.now(), desk.dossier, "giay_to", None, &program, "ảnh.jpg").await;
    assert!(matches!(refused, Err(FileRefused::UnknownKind)));
    let heic = stored(&portal, b"\0\0\0\x18ftypheic\0\0\0\0").await;
    let refused = attachments::record(&mut conn, portal.now(), desk.dossier, "giay_to", None, &heic, "ảnh.heic").await;
    assert!(matches!(refused, Err(FileRefused::NotShowable)));
    assert!(attachments::list(&mut conn, desk.dossier).await.expect("a list").is_empty());
}

#[tokio::test]
async fn a_removed_file_opens_no_more_and_its_bytes_go_a_day_later() {
    let portal = TestPortal::open().await;
    let (desk, other) = (Desk::open(&portal).await, Desk::open(&portal).await);
    let mut conn = portal.conn().await;
    let file = stored(&portal, b"%PDF-1.7").await;
    let id = attachments::record(&mut conn, portal.now(), desk.dossier, "giay_to", None, &file, "a.pdf").await.expect("recorded");
    assert!(!attachments::remove(&mut conn, portal.now(), other.dossier, id).await.expect("asked"), "not another's file");
    assert!(attachments::remove(&mut conn, portal.now(), desk.dossier, id).await.expect("asked"));
    assert!(attachments::find(&mut conn, id).await.expect("asked").is_none());
    let worker = jobs::worker(&portal.platform, &portal.rules);
    worker.run_ready().await.expect("ran");
    assert!(portal.platform.files.read(&file.key).await.is_ok(), "the transaction might still have failed");
    portal.clock.advance(TimeDelta::hours(25));
    worker.run_ready().await.expect("ran");
    assert!(portal.platform.files.read(&file.key).await.is_err());
}

#[tokio::test]
async fn the_sweep_takes_what_nobody_names_and_nothing_else() {
    let portal = TestPortal::open().await;
    let desk = Desk::open(&portal).await;
    let mut conn = portal.conn().await;
    let kept = stored(&portal, b"%PDF-1.7 kept").await;
    attachments::record(&mut conn, portal.now(), desk.dossier, "giay_to", None, &kept, "a.pdf").await.expect("recorded");
    stored(&portal, b"%PDF-1.7 orphan").await;
    let files = &portal.platform.files;
    let stored_at = files.keys().map_ok(|(_, at)| at).try_collect::<Vec<_>>().await.expect("a listing");
    portal.clock.set(stored_at[0]);
    assert_eq!(attachments::sweep(&mut conn, files, portal.now()).await.expect("swept"), 0, "it may belong to a running request");
    portal.clock.set(stored_at[0] + TimeDelta::hours(25));
    assert_eq!(attachments::sweep(&mut conn, files, portal.now()).await.expect("swept"), 1);
    assert!(files.read(&kept.key).await.is_ok());
}
