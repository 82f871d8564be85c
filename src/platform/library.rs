//! What the binary carries along: templates, texts and the built assets, so that one file runs
//! anywhere. While writing pages the sources can be read from a folder instead, without building anew.

use std::{
    borrow::Cow,
    io,
    path::{Path, PathBuf},
};

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "templates/"]
struct Templates;

#[derive(RustEmbed)]
#[folder = "locales/"]
struct Locales;

#[derive(RustEmbed)]
#[folder = "static/dist/"]
struct Dist;

/// Where sources are read from.
#[derive(Debug, Clone, Default)]
pub enum Library {
    /// The copies inside the binary.
    #[default]
    Carried,
    /// The root of the project: `templates/`, `locales/`, `static/dist/` below it.
    Folder(PathBuf),
}

/// One kind of source.
#[derive(Debug, Clone, Copy)]
pub enum Shelf {
    Templates,
    Locales,
    /// What the assets build made.
    Assets,
}

impl Shelf {
    fn folder(self) -> &'static str {
        match self {
            Self::Templates => "templates",
            Self::Locales => "locales",
            Self::Assets => "static/dist",
        }
    }
}

impl Library {
    /// The names of all files of a shelf, with `/` between folders, sorted.
    pub fn names(&self, shelf: Shelf) -> io::Result<Vec<String>> {
        let mut names: Vec<String> = match self {
            Self::Carried => match shelf {
                Shelf::Templates => Templates::iter().map(Cow::into_owned).collect(),
                Shelf::Locales => Locales::iter().map(Cow::into_owned).collect(),
                Shelf::Assets => Dist::iter().map(Cow::into_owned).collect(),
            },
            Self::Folder(root) => files_below(&root.join(shelf.folder()))?,
        };
        names.sort();
        Ok(names)
    }

    /// The bytes of one file; `None` if the shelf has no such file.
    pub fn bytes(&self, shelf: Shelf, name: &str) -> io::Result<Option<Cow<'static, [u8]>>> {
        match self {
            Self::Carried => Ok(match shelf {
                Shelf::Templates => Templates::get(name),
                Shelf::Locales => Locales::get(name),
                Shelf::Assets => Dist::get(name),
            }
            .map(|file| file.data)),
            Self::Folder(root) => match std::fs::read(root.join(shelf.folder()).join(name)) {
                Ok(bytes) => Ok(Some(Cow::Owned(bytes))),
                Err(missing) if missing.kind() == io::ErrorKind::NotFound => Ok(None),
                Err(error) => Err(error),
            },
        }
    }

    /// All text files of a shelf with one of these endings: name and text.
    pub fn texts(&self, shelf: Shelf, endings: &[&str]) -> io::Result<Vec<(String, String)>> {
        let mut texts = Vec::new();
        for name in self.names(shelf)? {
            if !endings.iter().any(|ending| name.ends_with(ending)) {
                continue;
            }
            let bytes = self.bytes(shelf, &name)?.unwrap_or_default();
            let text = String::from_utf8(bytes.into_owned())
                .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, format!("{name}: {error}")))?;
            texts.push((name, text));
        }
        Ok(texts)
    }
}

fn files_below(root: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(relative) = path.strip_prefix(root) {
                names.push(relative.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    Ok(names)
}
