//! Files encrypted at rest: nothing to be read where they lie, nothing to be altered unseen, the master key changed
//! without them.

use std::{fs, path::PathBuf};

use bytes::Bytes;
use futures_util::{TryStreamExt, stream};
use motcua::platform::{
    crypto::SecretKey,
    files::{FileKey, FileKeys, FileStore, Rewrapped, StoreError},
};

use crate::support::TestFolder;

fn words() -> Vec<u8> {
    b"%PDF-1.7 Giay khai sinh cua Nguyen Van Mau ".iter().copied().cycle().take(200_000).collect()
}

async fn put(store: &FileStore) -> FileKey {
    let parts: Vec<Result<Bytes, String>> = words().chunks(7001).map(|part| Ok(Bytes::copy_from_slice(part))).collect();
    let stored = store.put(stream::iter(parts), 1_000_000).await.expect("stored");
    assert_eq!(stored.size, 200_000, "the size is that of the file");
    stored.key
}

async fn read(store: &FileStore, key: &FileKey) -> Result<Vec<u8>, StoreError> {
    let reading = store.read(key).await?;
    let size = reading.size;
    let parts: Vec<Bytes> = reading.bytes.try_collect().await?;
    assert_eq!(parts.iter().map(Bytes::len).sum::<usize>(), usize::try_from(size).expect("a size"));
    Ok(parts.concat())
}

struct Lying {
    folder: TestFolder,
}

impl Lying {
    fn store(&self) -> FileStore {
        FileStore::local(self.folder.path()).expect("a folder")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

#[tokio::test]
async fn what_lies_there_cannot_be_read_and_comes_out_as_it_went_in() {
    let lying = Lying { folder: TestFolder::new() };
    let (store, keys) = (lying.store(), FileKeys::random());
    let before = put(&store).await;
    let sealed = store.clone().sealed_with(keys);
    let key = put(&sealed).await;
    let bytes = fs::read(lying.file(key.as_str())).expect("a file");
    assert!(!bytes.windows(10).any(|part| part == b"Nguyen Van"));
    assert_eq!(read(&sealed, &key).await.expect("read"), words());
    assert_eq!(read(&sealed, &before).await.expect("read"), words(), "a file from before is still read");
    let other = FileStore::local(lying.folder.path()).expect("a folder").sealed_with(FileKeys::random());
    assert!(matches!(read(&other, &key).await, Err(StoreError::NotOpened(_))), "another master key");
    assert!(matches!(read(&store, &key).await, Err(StoreError::NotOpened(_))), "none: it is not given out as it lies");

    let paper = FileKey::of_id("papers", uuid::Uuid::nil(), "pdf");
    sealed.put_at(&paper, b"%PDF-1.7 small".to_vec()).await.expect("put");
    sealed.put_at(&paper, b"%PDF-1.7 again".to_vec()).await.expect("put");
    assert_eq!(sealed.read_all(&paper).await.expect("read"), b"%PDF-1.7 again");
    sealed.remove(&key).await.expect("removed");
    assert!(!lying.file(key.as_str()).exists() && !lying.file(&format!("{key}.key")).exists());
}

#[tokio::test]
async fn what_was_altered_cut_or_changed_places_does_not_open() {
    let lying = Lying { folder: TestFolder::new() };
    let store = lying.store().sealed_with(FileKeys::random());
    let (one, two) = (put(&store).await, put(&store).await);
    let whole = fs::read(lying.file(one.as_str())).expect("a file");
    let piece = 64 * 1024 + 16;
    let mut altered = whole.clone();
    altered[piece + 100] ^= 1;
    let swapped = [&whole[..8], &whole[8 + piece..8 + 2 * piece], &whole[8..8 + piece], &whole[8 + 2 * piece..]].concat();
    for (what, bytes) in [("altered", altered), ("cut", whole[..8 + 2 * piece].to_vec()), ("swapped", swapped), ("empty", Vec::new())] {
        fs::write(lying.file(one.as_str()), bytes).expect("written");
        assert!(matches!(read(&store, &one).await, Err(StoreError::NotOpened(_))), "{what}");
    }
    fs::write(lying.file(one.as_str()), &whole).expect("written");
    assert!(read(&store, &one).await.is_ok());
    fs::copy(lying.file(&format!("{two}.key")), lying.file(&format!("{one}.key"))).expect("copied");
    assert!(matches!(read(&store, &one).await, Err(StoreError::NotOpened(_))), "the key of another file");
    fs::copy(lying.file(one.as_str()), lying.file(two.as_str())).expect("copied");
    assert!(matches!(read(&store, &two).await, Err(StoreError::NotOpened(_))), "another file under this key");
}

#[tokio::test]
async fn the_master_key_is_changed_without_the_files() {
    let lying = Lying { folder: TestFolder::new() };
    let (first, plain) = (FileKeys::random(), lying.store());
    let before = put(&plain).await;
    let old = plain.clone().sealed_with(first.clone());
    let (one, two) = (put(&old).await, put(&old).await);
    let bytes = fs::read(lying.file(one.as_str())).expect("a file");
    let next = SecretKey::random();
    let both = plain.clone().sealed_with(first.clone().after(next));
    let mut keys: Vec<FileKey> = both.sealed().try_collect().await.expect("a list");
    keys.sort_unstable_by(|a, b| a.as_str().cmp(b.as_str()));
    let mut expected = vec![one.clone(), two.clone()];
    expected.sort_unstable_by(|a, b| a.as_str().cmp(b.as_str()));
    assert_eq!(keys, expected, "a file from before has no key");
    assert_eq!(both.rewrap(&one).await.expect("wrapped"), Some(Rewrapped::Anew));
    assert_eq!(both.rewrap(&one).await.expect("looked at"), Some(Rewrapped::Already), "done once, also when it begins again");
    assert_eq!(both.rewrap(&before).await.expect("looked at"), None);
    assert_eq!(fs::read(lying.file(one.as_str())).expect("a file"), bytes, "the file itself lies as it lay");
    for key in [&one, &two, &before] {
        assert_eq!(read(&both, key).await.expect("read"), words());
    }
    assert!(read(&old, &one).await.is_err() && read(&old, &two).await.is_ok(), "each under its own master key");
}

#[tokio::test]
async fn what_is_not_kept_leaves_no_key_either() {
    let store = FileStore::memory().sealed_with(FileKeys::random());
    let cut = stream::iter(vec![Ok(Bytes::from_static(b"%PDF")), Err("connection reset".to_owned())]);
    assert!(matches!(store.put(cut, 10).await, Err(StoreError::Broken(_))));
    let large = stream::iter(vec![Ok::<_, String>(Bytes::from_static(b"12345678901"))]);
    assert!(matches!(store.put(large, 10).await, Err(StoreError::TooLarge { limit: 10 })));
    assert_eq!(store.keys().try_collect::<Vec<_>>().await.expect("a list").len(), 0);
}
