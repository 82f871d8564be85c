//! Files in and out of the store.

use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt, stream};
use motcua::platform::files::{FileStore, MediaType, S3Settings, StoreError};
use sha2::{Digest, Sha256};

type Chunk = Result<Bytes, String>;

fn chunks(parts: &[&[u8]]) -> stream::Iter<std::vec::IntoIter<Chunk>> {
    stream::iter(parts.iter().map(|part| Ok(Bytes::copy_from_slice(part))).collect::<Vec<_>>())
}

async fn count(store: &FileStore) -> usize {
    store.keys().try_collect::<Vec<_>>().await.expect("a listing").len()
}

fn local() -> FileStore {
    FileStore::local(&std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("files-{}", uuid::Uuid::now_v7()))).expect("a folder")
}

#[tokio::test]
async fn a_file_comes_out_as_it_went_in() {
    for store in [local(), FileStore::memory()] {
        let big = vec![7_u8; 3 * 1024 * 1024];
        let stored = store.put(chunks(&[b"%PDF-1.7\n", &big, &big, &big]), 20_000_000).await.expect("stored");
        let mut whole = b"%PDF-1.7\n".to_vec();
        whole.extend(big.repeat(3));
        assert_eq!(stored.size, u64::try_from(whole.len()).expect("a size"));
        assert_eq!(stored.sha256, Sha256::digest(&whole).to_vec());
        assert_eq!(stored.media_type(), Some(MediaType::Pdf));
        let reading = store.read(&stored.key).await.expect("there");
        assert_eq!(reading.size, stored.size);
        let back: Vec<Bytes> = reading.bytes.try_collect().await.expect("read");
        assert_eq!(back.concat(), whole);
        store.remove(&stored.key).await.expect("removed");
        store.remove(&stored.key).await.expect("removed already");
        assert!(matches!(store.read(&stored.key).await, Err(StoreError::Missing)));
    }
}

#[tokio::test]
async fn what_cannot_be_kept_leaves_nothing() {
    for store in [local(), FileStore::memory()] {
        assert!(matches!(store.put(chunks(&[b"12345", b"678901"]), 10).await, Err(StoreError::TooLarge { limit: 10 })));
        assert!(matches!(store.put(chunks(&[]), 10).await, Err(StoreError::Empty)));
        let cut = stream::iter(vec![Ok(Bytes::from_static(b"%PDF")), Err("connection reset".to_owned())]);
        assert!(matches!(store.put(cut, 10).await, Err(StoreError::Broken(_))));
        let never: stream::BoxStream<'static, Chunk> = chunks(&[b"%PDF"]).chain(stream::pending()).boxed();
        let dropped = tokio::time::timeout(std::time::Duration::from_millis(50), store.put(never, 10)).await;
        assert!(dropped.is_err());
        assert_eq!(count(&store).await, 0);
    }
}

#[tokio::test]
async fn the_limit_itself_is_allowed() {
    let store = FileStore::memory();
    assert_eq!(store.put(chunks(&[b"12345", b"67890"]), 10).await.expect("stored").size, 10);
    assert!(store.is_ready().await.is_ok());
}

#[tokio::test]
async fn an_s3_store_that_is_away_is_told_and_not_a_panic() {
    let settings = S3Settings {
        endpoint: "http://127.0.0.1:9".into(),
        region: "here".into(),
        bucket: "files".into(),
        access_key: "a".into(),
        secret_key: "b".into(),
    };
    let store = FileStore::s3(&settings).expect("settings are no reason to fail");
    let answer = tokio::time::timeout(std::time::Duration::from_millis(300), store.is_ready()).await;
    assert!(!matches!(answer, Ok(Ok(()))), "nobody is there");
}
