//! The engine: fonts and templates read once, papers drawn from data.

use std::{borrow::Cow, collections::HashMap, sync::Arc};

use anyhow::{Context, ensure};
use serde::Serialize;
use tokio::sync::Semaphore;
use typst::{
    Library, LibraryExt,
    foundations::Bytes,
    syntax::Source,
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::{
    FAMILY, PdfError,
    world::{Bench, Desk, file_id},
};
use crate::platform::library::{Library as Carried, Shelf};

/// How long typst remembers what it laid out: enough to draw the next paper of a kind fast,
/// little enough that the memory does not grow.
const MEMORY_OF_DRAWINGS: usize = 10;

/// Cheap to clone.
#[derive(Clone)]
pub struct PdfEngine {
    bench: Arc<Bench>,
    drawing: Arc<Semaphore>,
}

impl PdfEngine {
    /// Reads the fonts (whole TTF files) and the templates (`name.typ` and its text); at most
    /// `at_once` papers are drawn at the same time.
    ///
    /// # Errors
    /// When the family of the papers is not among the fonts.
    pub fn new(
        fonts: impl IntoIterator<Item = Vec<u8>>,
        templates: impl IntoIterator<Item = (String, String)>,
        at_once: usize,
    ) -> anyhow::Result<Self> {
        let fonts: Vec<Font> = fonts.into_iter().flat_map(|font| Font::iter(Bytes::new(font))).collect();
        let book = FontBook::from_fonts(&fonts);
        ensure!(
            book.families().any(|(family, _)| family == FAMILY),
            "the font {FAMILY} for papers is missing: run `make assets`, which puts it into static/dist/fonts/papers"
        );
        let mut sources = HashMap::new();
        for (name, text) in templates {
            let id = file_id(&name).with_context(|| format!("{name} cannot be the name of a template"))?;
            sources.insert(id, Source::new(id, text));
        }
        let bench = Bench { library: LazyHash::new(Library::default()), book: LazyHash::new(book), fonts, templates: sources };
        Ok(Self { bench: Arc::new(bench), drawing: Arc::new(Semaphore::new(at_once.max(1))) })
    }

    /// The engine with the carried fonts and templates: `templates/papers/*.typ`, `fonts/papers/*.ttf`.
    pub fn load(library: &Carried, at_once: usize) -> anyhow::Result<Self> {
        let mut fonts = Vec::new();
        for name in library.names(Shelf::Assets)?.iter().filter(|name| name.starts_with("fonts/papers/") && name.ends_with(".ttf")) {
            fonts.extend(library.bytes(Shelf::Assets, name)?.map(Cow::into_owned));
        }
        let texts = library.texts(Shelf::Templates, &[".typ"])?;
        let papers = texts.into_iter().filter_map(|(name, text)| Some((name.strip_prefix("papers/")?.to_owned(), text)));
        Self::new(fonts, papers, at_once)
    }

    /// Draws `template` from `data`, which it reads as `json("/data.json")`, with further named
    /// files such as `("qr.svg", …)`. Runs off the async threads.
    pub async fn render(
        &self,
        template: &'static str,
        data: &impl Serialize,
        files: Vec<(&'static str, Vec<u8>)>,
    ) -> Result<Vec<u8>, PdfError> {
        let data = serde_json::to_vec(data)?;
        let _turn = self.drawing.acquire().await.map_err(|_| PdfError::Interrupted)?;
        let bench = Arc::clone(&self.bench);
        let drawing = tokio::task::spawn_blocking(move || draw(&bench, template, data, files));
        drawing.await.map_err(|_| PdfError::Interrupted)?
    }
}

fn draw(bench: &Bench, template: &str, data: Vec<u8>, files: Vec<(&'static str, Vec<u8>)>) -> Result<Vec<u8>, PdfError> {
    let unknown = || PdfError::UnknownTemplate(template.to_owned());
    let main = file_id(template).filter(|id| bench.templates.contains_key(id)).ok_or_else(unknown)?;
    let given = std::iter::once(("data.json", data)).chain(files);
    let files = given.filter_map(|(name, bytes)| Some((file_id(name)?, Bytes::new(bytes)))).collect();
    let desk = Desk { bench, main, files };
    let drawn = pdf(&desk);
    typst::comemo::evict(MEMORY_OF_DRAWINGS);
    drawn.map_err(PdfError::Drawing)
}

fn pdf(desk: &Desk<'_>) -> Result<Vec<u8>, String> {
    let compiled = typst::compile::<PagedDocument>(desk);
    let document = compiled.output.map_err(|errors| desk.tell(&errors))?;
    if !compiled.warnings.is_empty() {
        return Err(desk.tell(&compiled.warnings));
    }
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).map_err(|error| error.message().to_string())?;
    let options = PdfOptions { standards, ..PdfOptions::default() };
    typst_pdf::pdf(&document, &options).map_err(|errors| desk.tell(&errors))
}
