//! Reading the layers in their order.

use std::path::PathBuf;

use toml::{Table, Value};

use super::{
    Config, ConfigFolder, environment,
    overlay::{ConfigError, lay},
    providers,
};

/// What the command line says; `None` leaves the setting to the lower layers.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// The installation's own configuration folder.
    pub folder: Option<PathBuf>,
    pub listen: Option<String>,
    pub data: Option<PathBuf>,
    pub demo: bool,
    /// Templates, texts and assets are read from this folder instead of from the program.
    pub sources: Option<PathBuf>,
}

impl Overrides {
    fn layer(&self) -> Table {
        let mut server = Table::new();
        if let Some(listen) = &self.listen {
            server.insert("listen".into(), Value::String(with_host(listen)));
        }
        if let Some(data) = &self.data {
            server.insert("data".into(), Value::String(data.to_string_lossy().into_owned()));
        }
        let mut layer = Table::from_iter([("server".to_owned(), Value::Table(server))]);
        if self.demo {
            layer.insert("portal".into(), Value::Table(Table::from_iter([("demo".to_owned(), Value::Boolean(true))])));
        }
        layer
    }
}

/// `8080` and `:8080` mean this machine only.
fn with_host(listen: &str) -> String {
    match listen.strip_prefix(':').unwrap_or(listen) {
        port if port.bytes().all(|b| b.is_ascii_digit()) => format!("127.0.0.1:{port}"),
        _ => listen.replacen("localhost:", "127.0.0.1:", 1),
    }
}

/// Defaults, then the folder's `portal.toml`, then the environment, then the command line.
pub(super) fn load(overrides: &Overrides, variables: Vec<(String, String)>) -> Result<Config, ConfigError> {
    let defaults = parse("config/portal.toml", &ConfigFolder::embedded().read("portal.toml").map_err(folder_error)?)?;
    let mut settings = defaults.clone();
    let folder = open_folder(overrides.folder.as_ref())?;
    if overrides.folder.is_some() {
        let place = folder.describe("portal.toml");
        lay(&mut settings, parse(&place, &folder.read("portal.toml").map_err(folder_error)?)?, &place)?;
    }
    lay(&mut settings, environment::layer(&defaults, variables)?, "environment")?;
    lay(&mut settings, overrides.layer(), "command line")?;
    let mut config: Config =
        Value::Table(settings).try_into().map_err(|e: toml::de::Error| ConfigError::Unfit(e.to_string().trim().replace('\n', " ")))?;
    config.sign_in = providers::read(&folder)?;
    config.folder = folder;
    config.sources.clone_from(&overrides.sources);
    check(&config)?;
    Ok(config)
}

fn open_folder(own: Option<&PathBuf>) -> Result<ConfigFolder, ConfigError> {
    match own {
        None => Ok(ConfigFolder::embedded()),
        Some(path) if path.is_dir() => Ok(ConfigFolder::at(path)),
        Some(path) => Err(ConfigError::Folder(format!("the configuration folder {} does not exist", path.display()))),
    }
}

fn folder_error(error: super::ConfigFolderError) -> ConfigError {
    ConfigError::Folder(error.to_string())
}

fn parse(place: &str, text: &str) -> Result<Table, ConfigError> {
    text.parse().map_err(|e: toml::de::Error| ConfigError::NotToml { place: place.to_owned(), message: e.to_string() })
}

/// What a type alone cannot say.
fn check(config: &Config) -> Result<(), ConfigError> {
    let unfit = |what: &str| Err(ConfigError::Unfit(what.to_owned()));
    let address = &config.portal.address;
    if !(address.is_empty() || address.starts_with("http://") || address.starts_with("https://")) {
        return unfit("portal.address must begin with http:// or https://");
    }
    if config.database.pool_size < 2 {
        return unfit("database.pool_size must be at least 2");
    }
    if config.jobs.concurrency == 0 {
        return unfit("jobs.concurrency must be at least 1");
    }
    if !config.files.s3_address.is_empty() && config.files.s3_bucket.is_empty() {
        return unfit("files.s3_bucket must be given with files.s3_address");
    }
    Ok(())
}
