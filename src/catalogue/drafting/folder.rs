//! The folder of one service: names below `config/services/<slug>/` and their texts, byte for byte.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    catalogue::{ServiceDefinition, queries, read},
    forms::{Files, Library, NotAForm},
    kernel::ids::ServiceVersionId,
    platform::db::{Conn, DbResult},
};

/// `service.toml`, `form/<page>.toml`, `examples/<name>.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folder(BTreeMap<String, String>);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAFolder {
    #[error("`{0}` is no file of a service: service.toml, form/*.toml and examples/*.toml are")]
    Name(String),
    #[error("service.toml is missing")]
    NoService,
}

/// The files of one service among all.
pub fn folder_of(files: &Files, slug: &str) -> Folder {
    let prefix = format!("services/{slug}/");
    Folder(files.iter().filter_map(|(name, text)| Some((name.strip_prefix(&prefix)?.to_owned(), text.clone()))).collect())
}

/// The files in which a version was written, if they were kept. One statement.
pub async fn folder_of_version(conn: &mut Conn, version: ServiceVersionId) -> DbResult<Option<Folder>> {
    Ok(queries::files_of(conn, version).await?.map(|files| Folder::from_json(&files)))
}

impl Folder {
    /// Of names and texts from outside.
    pub fn of(files: BTreeMap<String, String>) -> Result<Self, NotAFolder> {
        if let Some(name) = files.keys().find(|name| !is_name(name)) {
            return Err(NotAFolder::Name(name.clone()));
        }
        if !files.contains_key("service.toml") {
            return Err(NotAFolder::NoService);
        }
        Ok(Self(files))
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The same with another text of one file; a file may be new.
    pub fn with(&self, name: &str, text: impl Into<String>) -> Self {
        let mut files = self.0.clone();
        files.insert(name.to_owned(), text.into());
        Self(files)
    }

    pub fn without(&self, name: &str) -> Self {
        let mut files = self.0.clone();
        files.remove(name);
        Self(files)
    }

    /// Below `config/`, beside the shared blocks and lists.
    pub fn below(&self, slug: &str) -> impl Iterator<Item = (String, String)> {
        self.0.iter().map(move |(name, text)| (format!("services/{slug}/{name}"), text.clone()))
    }

    /// The service that these files describe.
    pub fn read(&self, slug: &str, library: &Library) -> Result<ServiceDefinition, NotAForm> {
        let files: Files = self.below(slug).collect();
        read::read_service(&files, library, slug)
    }

    pub(in crate::catalogue) fn to_json(&self) -> Value {
        self.0.iter().map(|(name, text)| (name.clone(), Value::String(text.clone()))).collect::<serde_json::Map<_, _>>().into()
    }

    pub(in crate::catalogue) fn from_json(files: &Value) -> Self {
        let texts = files.as_object().into_iter().flatten();
        Self(texts.filter_map(|(name, text)| Some((name.clone(), text.as_str()?.to_owned()))).collect())
    }
}

/// Two levels at most, and nothing that leads out of the folder.
fn is_name(name: &str) -> bool {
    let plain = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    match name.strip_suffix(".toml").map(|stem| stem.split_once('/')) {
        Some(None) => name == "service.toml",
        Some(Some((shelf, file))) => matches!(shelf, "form" | "examples") && plain(file),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn nothing_leads_out_of_the_folder() {
        assert!(["service.toml", "form/muc-dich.toml", "examples/01-a.toml"].into_iter().all(is_name));
        assert!(!["../service.toml", "form/../x.toml", "form/a/b.toml", "a.toml", "form/.toml", "form/x.sh"].into_iter().any(is_name));
    }
}
