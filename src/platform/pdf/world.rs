//! The closed world in which one paper is drawn.

use std::collections::HashMap;

use typst::{
    Library, World, WorldExt,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

/// What all drawings share.
pub(super) struct Bench {
    pub library: LazyHash<Library>,
    pub book: LazyHash<FontBook>,
    pub fonts: Vec<Font>,
    pub templates: HashMap<FileId, Source>,
}

/// One drawing: a template and the files that belong to it alone.
pub(super) struct Desk<'a> {
    pub bench: &'a Bench,
    pub main: FileId,
    pub files: HashMap<FileId, Bytes>,
}

/// File ids are kept for ever by typst: only for names that are written in this house.
pub(super) fn file_id(name: &str) -> Option<FileId> {
    VirtualPath::new(name).ok().map(|path| FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.bench.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.bench.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.bench.templates.get(&id).cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.bench.fonts.get(index).cloned()
    }

    /// Dates come with the data, so that a paper drawn again is the same paper.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}

impl Desk<'_> {
    /// `frame.typ:12:3: unknown variable: x (hint: …)`, several joined by semicolons.
    pub(super) fn tell<'d>(&self, diagnostics: impl IntoIterator<Item = &'d SourceDiagnostic>) -> String {
        let told: Vec<String> = diagnostics.into_iter().map(|diagnostic| self.tell_one(diagnostic)).collect();
        told.join("; ")
    }

    fn tell_one(&self, diagnostic: &SourceDiagnostic) -> String {
        let place = diagnostic.span.id().and_then(|id| {
            let range = self.range(diagnostic.span)?;
            let (line, column) = self.bench.templates.get(&id)?.lines().byte_to_line_column(range.start)?;
            Some(format!("{}:{}:{}: ", id.get().vpath().get_without_slash(), line + 1, column + 1))
        });
        let hints: String = diagnostic.hints.iter().map(|hint| format!(" (hint: {})", hint.v)).collect();
        format!("{}{}{hints}", place.unwrap_or_default(), diagnostic.message)
    }
}
