//! The sections of `portal.toml`, one struct each; the file explains every key.

use std::{net::IpAddr, net::SocketAddr, path::PathBuf, time::Duration};

use secrecy::SecretString;
use serde::{Deserialize, Deserializer};

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Portal {
    pub name: String,
    pub province: String,
    pub address: String,
    pub hotline: String,
    pub hotline_hours: String,
    pub demo: bool,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    pub listen: SocketAddr,
    pub data: PathBuf,
    pub workers: usize,
    pub shutdown_seconds: u64,
    pub trusted_proxies: Vec<IpAddr>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    /// Holds a password, so it is never printed. Empty: the private PostgreSQL.
    #[serde(deserialize_with = "secret")]
    pub url: SecretString,
    pub ca_file: PathBuf,
    pub pool_size: usize,
    pub wait_seconds: u64,
    pub statement_seconds: u64,
    pub idle_transaction_seconds: u64,
    pub migrate: bool,
}

impl Database {
    pub fn wait(&self) -> Duration {
        Duration::from_secs(self.wait_seconds)
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Holds a password. Empty: the local mailbox.
    #[serde(deserialize_with = "secret")]
    pub smtp_url: SecretString,
    pub from: crate::kernel::person::Email,
    pub from_name: String,
    /// PEM of the authority that signed the mail server's certificate, if the system does not know it.
    pub ca_file: PathBuf,
    pub timeout_seconds: u64,
    pub pool_size: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sms {
    /// Empty: no text messages.
    pub url: String,
    #[serde(deserialize_with = "secret")]
    pub token: SecretString,
    pub from: String,
    pub timeout_seconds: u64,
    /// From this hour of the evening to that of the morning nobody's telephone rings.
    pub quiet_from: u32,
    pub quiet_to: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Files {
    pub s3_address: String,
    pub s3_bucket: String,
    pub s3_region: String,
    pub s3_access_key: String,
    #[serde(deserialize_with = "secret")]
    pub s3_secret_key: SecretString,
    pub max_megabytes: u64,
    pub clamd: String,
    pub encrypt: bool,
    #[serde(deserialize_with = "secret")]
    pub master_key: SecretString,
    #[serde(deserialize_with = "secrets")]
    pub old_master_keys: Vec<SecretString>,
}

impl Files {
    /// The largest file a person may send, in bytes.
    pub fn max_bytes(&self) -> u64 {
        self.max_megabytes.saturating_mul(1024 * 1024)
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accounts {
    pub session_hours: u32,
    pub link_hours: u32,
    pub sign_in_attempts: u32,
    pub sign_in_attempts_per_address: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dossiers {
    pub draft_days: u32,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Jobs {
    pub in_server: bool,
    pub concurrency: usize,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Security {
    pub contact: String,
    #[serde(deserialize_with = "secret")]
    pub secret_key: SecretString,
    pub second_factor_for_staff: bool,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    pub level: String,
    pub format: LogFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    Text,
    Json,
}

fn secret<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SecretString, D::Error> {
    String::deserialize(deserializer).map(SecretString::from)
}

fn secrets<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<SecretString>, D::Error> {
    Ok(Vec::<String>::deserialize(deserializer)?.into_iter().map(SecretString::from).collect())
}
