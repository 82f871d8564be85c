//! The files of a dossier beside a preview of one of them, and its official papers.

use serde::Serialize;

use crate::{
    attachments::Attachment,
    dossiers::{PaperFacts, Workbench},
    kernel::{ids::AttachmentId, places::Place},
    platform::files::MediaType,
    web::{shell::Visit, staff::inbox::listed::Listed, words},
};

#[derive(Debug, Serialize)]
pub struct FileView {
    pub document: String,
    pub name: String,
    /// Kind and size.
    pub about: String,
    /// The workbench with this file in the preview.
    pub href: String,
    pub current: bool,
}

impl FileView {
    pub fn sample(name: &str) -> Self {
        Self { document: "Giấy cũ".into(), name: name.into(), about: "JPG · 1,8 MB".into(), href: "/can-bo".into(), current: true }
    }
}

/// What the big frame shows: `image`, `pdf`, or `none` for kinds that browsers cannot show.
#[derive(Debug, Serialize)]
pub struct Preview {
    pub kind: &'static str,
    pub src: String,
    pub name: String,
}

#[derive(Debug, Serialize)]
pub struct PaperView {
    pub title: String,
    pub href: String,
    pub about: String,
}

/// All files, and the one to show: the one asked for, else the first.
pub fn files(visit: &Visit, bench: &Workbench, wanted: Option<AttachmentId>) -> (Vec<FileView>, Option<Preview>) {
    let all: Vec<(&str, &Attachment)> = bench.documents.iter().flat_map(|d| d.files.iter().map(|f| (d.name.as_str(), f))).collect();
    let shown = all.iter().map(|(_, file)| *file).find(|file| Some(file.id) == wanted).or(all.first().map(|(_, file)| *file));
    let desk = Place::Workbench(bench.facts.code.clone());
    let views = all
        .iter()
        .map(|(document, file)| FileView {
            document: (*document).to_owned(),
            name: file.file_name.to_string(),
            about: format!("{} · {}", kind_name(file.media_type), words::size(file.size, visit.lang())),
            href: Listed::of(visit).showing(&desk, file.id),
            current: shown.is_some_and(|shown| shown.id == file.id),
        })
        .collect();
    (views, shown.map(preview))
}

fn preview(file: &Attachment) -> Preview {
    let kind = match file.media_type {
        MediaType::Pdf => "pdf",
        MediaType::Jpeg | MediaType::Png | MediaType::Webp => "image",
        MediaType::Heic => "none",
    };
    Preview { kind, src: Place::Attachment(file.id).path(), name: file.file_name.to_string() }
}

fn kind_name(kind: MediaType) -> &'static str {
    match kind {
        MediaType::Pdf => "PDF",
        MediaType::Jpeg => "JPG",
        MediaType::Png => "PNG",
        MediaType::Webp => "WebP",
        MediaType::Heic => "HEIC",
    }
}

/// The documents that the service asks for and that were not given.
pub fn not_given(bench: &Workbench) -> String {
    let names: Vec<&str> = bench.documents.iter().filter(|d| d.files.is_empty()).map(|d| d.name.as_str()).collect();
    names.join("; ")
}

pub fn papers(papers: &[PaperFacts]) -> Vec<PaperView> {
    papers
        .iter()
        .map(|paper| PaperView {
            title: paper.title.clone(),
            href: Place::Paper(paper.id).path(),
            about: format!("{} · {}", paper.doc_number, words::date(paper.issued_at)),
        })
        .collect()
}
