//! The sources as the laws see them: files, and the paths that their code names.

use std::{
    fs,
    path::{Path, PathBuf},
};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A file of the repository; its path is written with `/` from the root.
pub struct Source {
    pub path: String,
    pub text: String,
}

/// Every text file with one of these endings under a folder, sorted.
pub fn files(under: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    walk(&root().join(under), &mut found);
    found.sort();
    let wanted = found.iter().filter(|p| p.extension().is_some_and(|e| endings.iter().any(|w| e == *w)));
    wanted.map(|p| Source { path: relative(p), text: fs::read_to_string(p).expect("a text file") }).collect()
}

/// Every folder under a folder, with itself.
pub fn folders(under: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    walk(&root().join(under), &mut found);
    let mut folders: Vec<PathBuf> = found.iter().filter_map(|p| p.parent()).map(Path::to_owned).collect();
    folders.sort();
    folders.dedup();
    folders
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() { walk(&path, found) } else { found.push(path) }
    }
}

pub fn relative(path: &Path) -> String {
    path.strip_prefix(root()).expect("a path of the repository").to_string_lossy().replace('\\', "/")
}

/// A path named in code: `crate::web::shell` as its words, with its line. Groups of `use` are spread.
pub struct Named {
    pub words: Vec<String>,
    pub line: usize,
}

impl Source {
    /// The file's own module path: `src/web/staff/inbox.rs` → `web::staff::inbox`.
    fn own_path(&self) -> Vec<String> {
        let inside = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        inside.trim_end_matches("/mod").split('/').map(str::to_owned).collect()
    }

    /// A named path as seen from the root of the crate, if it is one of ours.
    pub fn resolve(&self, named: &Named) -> Option<Vec<String>> {
        if named.words[0] == "crate" {
            return Some(named.words[1..].to_vec());
        }
        let supers = named.words.iter().take_while(|w| *w == "super").count();
        let own = self.own_path();
        let base = own.get(..own.len().checked_sub(supers)?)?;
        (supers > 0).then(|| base.iter().chain(&named.words[supers..]).cloned().collect())
    }

    fn tokens(&self) -> TokenStream {
        self.text.parse().unwrap_or_else(|e| panic!("{}: {e}", self.path))
    }

    /// The module of `lib.rs` to which the file belongs: `src/web/mod.rs` and `src/app.rs` → `web`, `app`.
    pub fn module(&self) -> &str {
        let inside = self.path.trim_start_matches("src/");
        inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
    }

    /// Every path of two words or more in the file's code, inside macros too; comments are not code.
    pub fn paths(&self) -> Vec<Named> {
        let mut found = Vec::new();
        collect(self.tokens(), &mut found);
        found
    }
}

fn collect(tokens: TokenStream, found: &mut Vec<Named>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Ident(_) => at = spread(&tokens, at, &[], found),
            TokenTree::Group(group) => {
                collect(group.stream(), found);
                at += 1;
            }
            _ => at += 1,
        }
    }
}

/// Reads one path from an identifier on, through the groups of a `use`; answers where it ends.
fn spread(tokens: &[TokenTree], mut at: usize, before: &[String], found: &mut Vec<Named>) -> usize {
    let mut words = before.to_vec();
    let line = tokens[at].span().start().line;
    while let Some(TokenTree::Ident(word)) = tokens.get(at) {
        words.push(word.to_string());
        at += 1;
        if !is_colons(tokens, at) {
            break;
        }
        at += 2;
        if let Some(TokenTree::Group(group)) = tokens.get(at)
            && group.delimiter() == Delimiter::Brace
        {
            let inside: Vec<TokenTree> = group.stream().into_iter().collect();
            let mut inner = 0;
            while inner < inside.len() {
                let is_word = matches!(inside[inner], TokenTree::Ident(_));
                inner = if is_word { spread(&inside, inner, &words, found) } else { inner + 1 };
            }
            return at + 1;
        }
    }
    if words.len() > 1 {
        found.push(Named { words, line });
    }
    at
}

fn is_colons(tokens: &[TokenTree], at: usize) -> bool {
    let colon = |i: usize| matches!(tokens.get(i), Some(TokenTree::Punct(p)) if p.as_char() == ':');
    colon(at) && colon(at + 1)
}

/// Fails with one line a breach.
#[track_caller]
pub fn none(breaches: Vec<String>) {
    assert!(breaches.is_empty(), "{} breaches:\n{}", breaches.len(), breaches.join("\n"));
}
