//! The administrator's files: the folder `config/` inside the binary, and the installation's own
//! folder laid over it. An entry of the top level (`services`, `calendar`, `agencies.toml`) that the
//! own folder has replaces ours whole, so that a service can be taken away as well as added.

use std::{
    borrow::Cow,
    fs,
    path::{Path, PathBuf},
};

#[derive(rust_embed::RustEmbed)]
#[folder = "config/"]
struct Defaults;

#[derive(Debug, thiserror::Error)]
pub enum ConfigFolderError {
    #[error("{0} is missing from the configuration folder")]
    Missing(String),
    #[error("{path} cannot be read: {source}")]
    Unreadable { path: PathBuf, source: std::io::Error },
    #[error("{0} is not UTF-8 text")]
    NotText(String),
}

/// Paths are relative, with `/`: `services/khai-sinh/service.toml`.
#[derive(Debug, Clone, Default)]
pub struct ConfigFolder {
    own: Option<PathBuf>,
}

impl ConfigFolder {
    /// Only the files inside the binary.
    pub fn embedded() -> Self {
        Self::default()
    }

    /// The installation's own folder laid over the embedded one.
    pub fn at(own: impl Into<PathBuf>) -> Self {
        Self { own: Some(own.into()) }
    }

    pub fn read(&self, path: &str) -> Result<String, ConfigFolderError> {
        if let Some(own) = self.own_entry(path) {
            let file = own.join(path);
            let bytes = fs::read(&file).map_err(|source| match source.kind() {
                std::io::ErrorKind::NotFound => ConfigFolderError::Missing(path.to_owned()),
                _ => ConfigFolderError::Unreadable { path: file, source },
            })?;
            return text(path, bytes);
        }
        match Defaults::get(path) {
            Some(file) => text(path, file.data.into_owned()),
            None => Err(ConfigFolderError::Missing(path.to_owned())),
        }
    }

    /// Every file under a folder, sorted: `list("services")` gives `services/khai-sinh/service.toml` …
    pub fn list(&self, under: &str) -> Result<Vec<String>, ConfigFolderError> {
        let prefix = format!("{}/", under.trim_end_matches('/'));
        let mut found: Vec<String> = match self.own_entry(under) {
            Some(own) => {
                let mut found = Vec::new();
                walk(own, &own.join(under), &mut found)?;
                found
            }
            None => Defaults::iter().map(Cow::into_owned).filter(|path| path.starts_with(&prefix)).collect(),
        };
        found.sort_unstable();
        Ok(found)
    }

    /// How a reader of an error message finds the file.
    pub fn describe(&self, path: &str) -> String {
        match self.own_entry(path) {
            Some(own) => own.join(path).display().to_string(),
            None => format!("config/{path}"),
        }
    }

    fn own_entry(&self, path: &str) -> Option<&Path> {
        let top = path.split('/').next()?;
        self.own.as_deref().filter(|own| own.join(top).exists())
    }
}

fn text(path: &str, bytes: Vec<u8>) -> Result<String, ConfigFolderError> {
    String::from_utf8(bytes).map_err(|_| ConfigFolderError::NotText(path.to_owned()))
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<String>) -> Result<(), ConfigFolderError> {
    let unreadable = |source| ConfigFolderError::Unreadable { path: folder.to_owned(), source };
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() {
            walk(root, &path, found)?;
        } else if let Ok(inside) = path.strip_prefix(root) {
            let parts: Vec<String> = inside.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
            found.push(parts.join("/"));
        }
    }
    Ok(())
}
