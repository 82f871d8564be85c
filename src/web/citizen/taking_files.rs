//! Taking files from a form: streamed into the store, recorded, or refused with a sentence.

use crate::{
    accounts::limits::{self, Limit, TooMany},
    attachments::FileRefused,
    dossiers::{self, AttachRefused, NewFile, Rules},
    kernel::ids::DossierId,
    platform::files::{PdfHarm, StoreError},
    web::{
        Error,
        extract::{CitizenIn, Conn, Content, Part, Upload},
        shell::Visit,
        words,
    },
};

/// Whoever is in a hurry sends a few dozen files; a store is not to be filled by one account.
const PER_ACCOUNT: Limit = Limit { name: "upload_account", minutes: 60, most: 300 };

/// What came of a form with files.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// The document and the sentence, for each file that was refused.
    pub refused: Vec<(String, String)>,
    /// Fields beside the files.
    pub values: Vec<(String, String)>,
}

impl Taken {
    pub fn has(&self, name: &str) -> bool {
        self.values.iter().any(|(key, _)| key == name)
    }

    pub fn error_of(&self, document: &str) -> String {
        let said = self.refused.iter().filter(|(key, _)| key == document);
        said.map(|(_, sentence)| sentence.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// Takes every file of the form; the name of its input says for which document it is given.
/// A refused file does not keep the others from being taken.
pub(super) async fn take_all(
    citizen: &CitizenIn,
    conn: &mut Conn,
    rules: &Rules,
    dossier: DossierId,
    mut upload: Upload,
) -> Result<Taken, Error> {
    let mut taken = Taken::default();
    while let Some(part) = upload.next().await? {
        match part {
            Part::Value { name, value } => taken.values.push((name, value)),
            Part::File { name, file_name, content } => {
                let outcome = take(citizen, conn, rules, dossier, (&name, &file_name), *content).await;
                let cut = matches!(outcome, Err(NotTaken::Store(StoreError::Broken(_))));
                if let Some(sentence) = outcome.map_or_else(|refused| refused.sentence(citizen, &file_name), |()| Ok(None))? {
                    taken.refused.push((name, sentence));
                }
                // Nothing more comes over a connection that broke.
                if cut {
                    break;
                }
            }
        }
    }
    Ok(taken)
}

/// Why a file was not taken.
enum NotTaken {
    Store(StoreError),
    TooOften(TooMany),
    Attach(AttachRefused),
    Other(Error),
}

async fn take(
    citizen: &CitizenIn,
    conn: &mut Conn,
    rules: &Rules,
    dossier: DossierId,
    (document, name): (&str, &str),
    content: Content,
) -> Result<(), NotTaken> {
    let account = citizen.citizen.account.to_string();
    let counted = limits::take(conn.open().await.map_err(NotTaken::Other)?, citizen.now(), PER_ACCOUNT, &account).await;
    counted.map_err(|error| NotTaken::Other(error.into()))?.map_err(NotTaken::TooOften)?;
    // Nobody holds a database connection while a slow phone sends.
    conn.close();
    let platform = citizen.platform();
    let limit = platform.config.files.max_bytes();
    let stored = platform.files.put(content.bytes(), limit).await.map_err(NotTaken::Store)?;
    let key = stored.key.clone();
    let file = NewFile { document_key: document.to_owned(), stored, name: name.to_owned() };
    let conn = conn.open().await.map_err(NotTaken::Other)?;
    match dossiers::attach(conn, rules, citizen.now(), &citizen.citizen, dossier, &file).await {
        Ok(_) => Ok(()),
        Err(refused) => {
            if let Err(error) = platform.files.remove(&key).await {
                tracing::warn!(%error, "a refused file stays in the store until the sweep");
            }
            Err(NotTaken::Attach(refused))
        }
    }
}

impl NotTaken {
    /// The sentence for the sender; an error if it is nothing that he can mend.
    fn sentence(self, visit: &Visit, name: &str) -> Result<Option<String>, Error> {
        let say = |key: &str, limit: String| Ok(Some(visit.text(key, &[("name", name.to_owned().into()), ("limit", limit.into())])));
        let megabytes = |bytes: u64| words::size(i64::try_from(bytes).unwrap_or(i64::MAX), visit.lang());
        match self {
            Self::Store(StoreError::TooLarge { limit }) => say("upload-too-large", megabytes(limit)),
            Self::Store(StoreError::Empty) => say("upload-empty", String::new()),
            Self::Store(StoreError::Broken(_)) => say("upload-broken", String::new()),
            Self::Store(other) => Err(Error::internal(other)),
            Self::Attach(AttachRefused::TooMany { most }) => say("upload-too-many", most.to_string()),
            Self::Attach(AttachRefused::NotAskedFor) => say("upload-not-asked", String::new()),
            Self::Attach(AttachRefused::File(FileRefused::UnknownKind)) => say("upload-unknown-kind", String::new()),
            Self::TooOften(wait) => say("upload-too-often", words::time(wait.until)),
            Self::Attach(AttachRefused::File(FileRefused::TooManyPixels)) => say("upload-too-many-pixels", String::new()),
            Self::Attach(AttachRefused::File(FileRefused::Harmful(harm))) => match harm {
                PdfHarm::Acts => say("upload-pdf-acts", String::new()),
                PdfHarm::Carries => say("upload-pdf-carries", String::new()),
                PdfHarm::Closed => say("upload-pdf-closed", String::new()),
            },
            Self::Attach(AttachRefused::File(FileRefused::NotShowable)) => say("upload-not-showable", String::new()),
            Self::Attach(AttachRefused::File(FileRefused::Db(error)) | AttachRefused::Db(error)) => Err(error.into()),
            Self::Attach(AttachRefused::NotFound) => Err(Error::NotFound),
            Self::Other(error) => Err(error),
        }
    }
}
