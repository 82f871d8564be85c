//! Machines without trade knowledge: database, mail, files, papers' engine, pages' engine, secrets,
//! queue, telemetry. They know bytes, rows and addresses; they know nothing of dossiers, agencies
//! or law, and never will.

pub mod config;
pub mod crypto;
pub mod db;
pub mod files;
pub mod i18n;
pub mod library;
pub mod mail;
pub mod oidc;
pub mod outgoing;
pub mod passkeys;
pub mod pdf;
pub mod queue;
pub mod sms;
pub mod telemetry;
pub mod views;

mod assembly;

use std::sync::Arc;

use crate::kernel::clock::SharedClock;

/// The machines of this process, handed to everybody. Cheap to clone.
#[derive(Clone)]
pub struct Platform {
    pub config: Arc<config::Config>,
    pub db: db::Db,
    pub clock: SharedClock,
    /// Signs cookies, forms and links.
    pub key: crypto::SecretKey,
    pub mail: mail::Mailer,
    pub sms: sms::Sms,
    pub passkeys: passkeys::Passkeys,
    /// Who else may say who somebody is.
    pub providers: oidc::Providers,
    pub files: files::FileStore,
    pub pdf: pdf::PdfEngine,
    pub views: views::Views,
    pub texts: i18n::Texts,
    pub assets: views::Assets,
}
