//! Styles, scripts, fonts and icons as the assets build left them: names with a hash, so that a
//! browser may keep them for a year, and smaller copies made beforehand.

use std::{borrow::Cow, collections::HashMap, sync::Arc};

use serde::Deserialize;

use crate::platform::library::{Library, Shelf};

/// Addresses of assets begin with this.
pub const ROOT: &str = "/static/";

#[derive(Debug, thiserror::Error)]
pub enum AssetsError {
    #[error("cannot read the assets: {0}")]
    Read(#[from] std::io::Error),
    #[error("static/dist/manifest.json is damaged ({0}): run `make assets` again")]
    Manifest(#[from] serde_json::Error),
}

/// The built assets; cheap to clone.
#[derive(Clone)]
pub struct Assets(Arc<Store>);

struct Store {
    library: Library,
    entries: HashMap<String, Entry>,
    built: bool,
}

#[derive(Deserialize)]
struct Entry {
    file: String,
    integrity: String,
}

/// A file as it goes to the browser.
#[derive(Debug)]
pub struct Asset {
    pub bytes: Cow<'static, [u8]>,
    pub content_type: &'static str,
    /// `br` or `gzip`, if the smaller copy was taken.
    pub encoding: Option<&'static str>,
}

impl Assets {
    pub fn load(library: &Library) -> Result<Self, AssetsError> {
        let manifest = library.bytes(Shelf::Assets, "manifest.json")?;
        let entries = manifest.as_ref().map(|bytes| serde_json::from_slice(bytes)).transpose()?;
        let built = entries.is_some();
        Ok(Self(Arc::new(Store { library: library.clone(), entries: entries.unwrap_or_default(), built })))
    }

    /// Whether the assets build ran before this program was compiled: a server refuses to start without.
    pub fn are_built(&self) -> bool {
        self.0.built
    }

    /// The address of an asset by its plain name, as `citizen.css`; without a build the plain name,
    /// so that pages can be tested without npm.
    pub fn url(&self, name: &str) -> Option<String> {
        match self.0.entries.get(name) {
            Some(entry) => Some(format!("{ROOT}{}", entry.file)),
            None if self.0.built => None,
            None => Some(format!("{ROOT}{name}")),
        }
    }

    /// The digest for the `integrity` attribute.
    pub fn integrity(&self, name: &str) -> Option<&str> {
        self.0.entries.get(name).map(|entry| entry.integrity.as_str())
    }

    /// The file below [`ROOT`], in the smallest form that the browser accepts.
    pub fn find(&self, file: &str, accepts: &str) -> Option<Asset> {
        let content_type = content_type(file)?;
        let copies = [("br", ".br"), ("gzip", ".gz")];
        for (encoding, ending) in copies.into_iter().filter(|(encoding, _)| accepts.contains(encoding)) {
            if let Some(bytes) = self.read(&format!("{file}{ending}")) {
                return Some(Asset { bytes, content_type, encoding: Some(encoding) });
            }
        }
        Some(Asset { bytes: self.read(file)?, content_type, encoding: None })
    }

    fn read(&self, file: &str) -> Option<Cow<'static, [u8]>> {
        if file.split('/').any(|part| part.is_empty() || part == "..") {
            return None;
        }
        self.0.library.bytes(Shelf::Assets, file).ok().flatten()
    }
}

/// Only what the build makes is served; the manifest and the smaller copies have no address.
fn content_type(file: &str) -> Option<&'static str> {
    let (_, ending) = file.rsplit_once('.')?;
    match ending {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "png" => Some("image/png"),
        "woff2" => Some("font/woff2"),
        "txt" => Some("text/plain; charset=utf-8"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_climbs_out_of_the_shelf() {
        let assets = Assets::load(&Library::Folder(env!("CARGO_MANIFEST_DIR").into())).unwrap();
        assert!(assets.find("../package.js", "").is_none());
        assert!(assets.find("a//b.css", "").is_none());
        assert!(assets.find("manifest.json", "").is_none());
    }
}
