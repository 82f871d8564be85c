//! Setting the machines up from the settings.

use std::{path::Path, sync::Arc};

use anyhow::Context;
use secrecy::ExposeSecret;

use super::{
    Platform,
    config::{self, Config, Files, Mail},
    crypto::SecretKey,
    db::Db,
    files::{FileKeys, FileStore, S3Settings, Scanner},
    i18n::Texts,
    library::Library,
    mail::{LocalMailbox, Mailer, Sender, SmtpSettings},
    oidc::Providers,
    passkeys::Passkeys,
    pdf::PdfEngine,
    sms::{HttpGateway, HttpGatewaySettings, Sms},
    views::{Assets, Views},
};
use crate::kernel::clock::SharedClock;

impl Platform {
    /// Reads templates, texts, fonts and keys; opens mailbox and file store.
    ///
    /// # Errors
    /// In words for the operator: a fault in a template or a setting, assets that were not built.
    pub fn assemble(config: Arc<Config>, db: Db, clock: SharedClock) -> anyhow::Result<Self> {
        let library = config.sources.clone().map_or(Library::Carried, Library::Folder);
        let data = &config.server.data;
        for folder in [data.as_path(), &data.join("files"), &data.join("mail")] {
            private(folder).with_context(|| format!("the data folder {}", folder.display()))?;
        }
        let assets = Assets::load(&library)?;
        let texts = Texts::load(&library)?;
        Ok(Self {
            key: SecretKey::open(&config.security.secret_key, data)?,
            mail: mailer(&config.mail, data)?,
            sms: sms(&config.sms)?,
            passkeys: Passkeys::at(&config.address(), &config.portal.name)?,
            providers: Providers::open(&config.sign_in)?,
            files: files(&config.files, data)?,
            pdf: PdfEngine::load(&library, std::thread::available_parallelism().map_or(2, usize::from))?,
            views: Views::load(&library, &texts, &assets)?,
            texts,
            assets,
            config,
            db,
            clock,
        })
    }
}

/// Made for this user alone; left as it is if it is there.
fn private(folder: &Path) -> std::io::Result<()> {
    std::os::unix::fs::DirBuilderExt::mode(&mut std::fs::DirBuilder::new(), 0o700).recursive(true).create(folder)
}

fn mailer(config: &Mail, data: &Path) -> anyhow::Result<Mailer> {
    let sender = Sender { name: config.from_name.clone(), address: config.from.clone() };
    let url = config.smtp_url.expose_secret();
    if url.is_empty() {
        let mailbox = LocalMailbox::open(&data.join("mail")).context("the folder of the local mailbox")?;
        return Ok(Mailer::local(sender, mailbox));
    }
    let ca_pem = match config.ca_file.as_os_str().is_empty() {
        true => None,
        false => Some(std::fs::read(&config.ca_file).with_context(|| format!("mail.ca_file {}", config.ca_file.display()))?),
    };
    let timeout = std::time::Duration::from_secs(config.timeout_seconds);
    Mailer::smtp(sender, &SmtpSettings { url: url.to_owned(), ca_pem, timeout, connections: config.pool_size })
}

fn sms(config: &config::Sms) -> anyhow::Result<Sms> {
    if config.url.is_empty() {
        return Ok(Sms::off());
    }
    let gateway = HttpGateway::new(HttpGatewaySettings {
        url: config.url.clone(),
        token: config.token.clone(),
        from: config.from.clone(),
        timeout: std::time::Duration::from_secs(config.timeout_seconds),
    })?;
    Ok(Sms::through(gateway))
}

fn files(config: &Files, data: &Path) -> anyhow::Result<FileStore> {
    let store = store(config, data)?.scanned_by(Scanner::at(&config.clamd));
    if !config.encrypt {
        return Ok(store);
    }
    Ok(store.sealed_with(FileKeys::open(&config.master_key, &config.old_master_keys, data)?))
}

fn store(config: &Files, data: &Path) -> anyhow::Result<FileStore> {
    if config.s3_address.is_empty() {
        return FileStore::local(&data.join("files"));
    }
    FileStore::s3(&S3Settings {
        endpoint: config.s3_address.clone(),
        region: config.s3_region.clone(),
        bucket: config.s3_bucket.clone(),
        access_key: config.s3_access_key.clone(),
        secret_key: config.s3_secret_key.expose_secret().to_owned(),
    })
}
