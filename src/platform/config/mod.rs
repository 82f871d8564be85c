//! The settings of an installation: typed, read once at start, handed to everybody.
//!
//! `config/portal.toml` inside the binary holds every key with its default; it is also the list of
//! the keys that exist. The installation's own `portal.toml` overrides it, the environment
//! (`MOTCUA_SECTION_KEY`) overrides that, the command line overrides all. An unknown key is refused
//! and the nearest right one named: a setting that is silently ignored is worse than none.

mod environment;
mod folder;
mod overlay;
mod providers;
mod read;
mod sections;

pub use folder::{ConfigFolder, ConfigFolderError};
pub use overlay::ConfigError;
pub use providers::{ProviderPeople, SignInProvider};
pub use read::Overrides;
pub use sections::{Accounts, Database, Dossiers, Files, Jobs, Log, LogFormat, Mail, Portal, Security, Server, Sms};

/// All settings. Fields are read, never changed after the start.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    pub portal: Portal,
    pub server: Server,
    pub database: Database,
    pub mail: Mail,
    pub sms: Sms,
    pub files: Files,
    pub accounts: Accounts,
    pub dossiers: Dossiers,
    pub jobs: Jobs,
    pub security: Security,
    pub log: Log,
    /// Who else may say who somebody is: `sign_in.toml`.
    #[serde(skip)]
    pub sign_in: Vec<SignInProvider>,
    /// The administrator's files: services, calendars, agencies, lists.
    #[serde(skip)]
    pub folder: ConfigFolder,
    /// The project's own folder, to read templates and texts from while they are written.
    #[serde(skip)]
    pub sources: Option<std::path::PathBuf>,
}

impl Config {
    /// Reads all layers. `overrides` come from the command line.
    pub fn load(overrides: &Overrides) -> Result<Self, ConfigError> {
        read::load(overrides, environment::of_this_process())
    }

    /// The address under which people reach the portal, without a slash at its end.
    pub fn address(&self) -> String {
        match self.portal.address.trim_end_matches('/') {
            // All addresses of this machine: one that a browser here understands.
            "" if self.server.listen.ip().is_unspecified() => format!("http://localhost:{}", self.server.listen.port()),
            "" => format!("http://{}", self.server.listen),
            given => given.to_owned(),
        }
    }

    /// Whether people come by https, so that cookies may be marked Secure.
    pub fn is_https(&self) -> bool {
        self.portal.address.starts_with("https://")
    }
}

#[cfg(test)]
mod tests;
