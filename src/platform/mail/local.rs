//! The local mailbox: a folder with an `.eml` file for every letter, and beside it what the demo's
//! mailbox page shows. A letter sent twice lies there once.

use std::{
    io,
    path::{Path, PathBuf},
};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde::{Deserialize, Serialize};

use super::{Enclosure, Letter, MailError};
use crate::kernel::clock::Instant;

/// The folder. Cheap to clone.
#[derive(Debug, Clone)]
pub struct LocalMailbox {
    folder: PathBuf,
}

/// A letter as it lies in the folder.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeptLetter {
    pub id: String,
    pub to: String,
    pub to_name: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub written_at: Instant,
    enclosures: Vec<KeptEnclosure>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct KeptEnclosure {
    file_name: String,
    media_type: String,
    base64: String,
}

impl KeptLetter {
    /// The names of the enclosures, in order.
    pub fn enclosure_names(&self) -> Vec<&str> {
        self.enclosures.iter().map(|enclosure| enclosure.file_name.as_str()).collect()
    }

    /// The enclosure at this place, counted from 0.
    pub fn enclosure(&self, place: usize) -> Option<Enclosure> {
        let kept = self.enclosures.get(place)?;
        let bytes = BASE64_STANDARD.decode(&kept.base64).ok()?;
        Some(Enclosure { file_name: kept.file_name.clone(), media_type: kept.media_type.clone(), bytes })
    }
}

impl From<&Letter> for KeptLetter {
    fn from(letter: &Letter) -> Self {
        let enclosures = letter.enclosures.iter().map(|enclosure| KeptEnclosure {
            file_name: enclosure.file_name.clone(),
            media_type: enclosure.media_type.clone(),
            base64: BASE64_STANDARD.encode(&enclosure.bytes),
        });
        Self {
            id: letter.id.clone(),
            to: letter.to.as_str().to_owned(),
            to_name: letter.to_name.clone(),
            subject: letter.subject.clone(),
            text: letter.text.clone(),
            html: letter.html.clone(),
            written_at: letter.written_at,
            enclosures: enclosures.collect(),
        }
    }
}

impl LocalMailbox {
    /// Makes the folder if it is missing.
    pub fn open(folder: &Path) -> io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        Ok(Self { folder: folder.to_owned() })
    }

    /// The newest letters, newest first.
    pub async fn newest(&self, limit: usize) -> io::Result<Vec<KeptLetter>> {
        let mut names: Vec<String> = Vec::new();
        let mut entries = tokio::fs::read_dir(&self.folder).await?;
        while let Some(entry) = entries.next_entry().await? {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(".json") {
                names.push(name);
            }
        }
        names.sort_unstable_by(|a, b| b.cmp(a));
        let mut letters = Vec::new();
        for name in names.iter().take(limit) {
            letters.push(serde_json::from_slice(&tokio::fs::read(self.folder.join(name)).await?)?);
        }
        Ok(letters)
    }

    /// One letter by its id.
    pub async fn find(&self, id: &str) -> io::Result<Option<KeptLetter>> {
        Ok(self.newest(usize::MAX).await?.into_iter().find(|letter| letter.id == id))
    }

    pub(super) async fn keep(&self, letter: &Letter, eml: &[u8]) -> Result<String, MailError> {
        let name = file_name(letter);
        let written = async {
            self.write(&format!("{name}.eml"), eml).await?;
            self.write(&format!("{name}.json"), &serde_json::to_vec(&KeptLetter::from(letter))?).await
        };
        written.await.map_err(|error: io::Error| MailError::Temporary(format!("local mailbox: {error}")))?;
        Ok(format!("kept as {name}.eml"))
    }

    /// Whole or not at all: whoever reads the folder never sees half a letter.
    async fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let unfinished = self.folder.join(format!(".{name}.part"));
        tokio::fs::write(&unfinished, bytes).await?;
        tokio::fs::rename(&unfinished, self.folder.join(name)).await
    }
}

/// Sorts by date; the same for every attempt.
fn file_name(letter: &Letter) -> String {
    let id: String = letter.id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    format!("{}-{id}", letter.written_at.format("%Y%m%dT%H%M%S%3fZ"))
}
