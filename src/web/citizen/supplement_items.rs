//! The items of a supplement: questions with what stood there, documents with old and new files.

use serde::Serialize;

use super::{dossier::FileRow, supplement::opened, taking_files::Taken};
use crate::{
    attachments::Attachment,
    dossiers::{ItemTarget, OwnerDossier, Rules, SupplementFacts, SupplementItem},
    forms::{Answers, FieldView, FormPageView, Level, Problem, SectionView},
    kernel::places::Place,
    web::{Error, shell::Visit},
};

/// What an official remarked to a question.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Note {
    pub label: String,
    pub remark: String,
    /// What was declared; empty if nothing.
    pub before: String,
}

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct WantedDocument {
    pub key: String,
    pub name: String,
    pub remark: String,
    pub upload: String,
    /// Handed in before: to be seen, not to be taken away.
    pub before: Vec<FileRow>,
    pub files: Vec<FileRow>,
    pub error: String,
}

fn questions_asked(asked: &SupplementFacts) -> impl Iterator<Item = (&str, &SupplementItem)> {
    asked.items.iter().filter_map(|item| match &item.target {
        ItemTarget::Field(key) => Some((key.as_str(), item)),
        ItemTarget::Document(_) => None,
    })
}

fn documents_asked(asked: &SupplementFacts) -> impl Iterator<Item = (&str, &SupplementItem)> {
    asked.items.iter().filter_map(|item| match &item.target {
        ItemTarget::Document(key) => Some((key.as_str(), item)),
        ItemTarget::Field(_) => None,
    })
}

pub(super) fn notes(dossier: &OwnerDossier, asked: &SupplementFacts) -> Vec<Note> {
    let declared = |key: &str| dossier.answers.iter().flat_map(|section| &section.rows).find(|row| row.key == key);
    let note = |(key, item): (&str, &SupplementItem)| Note {
        label: item.label.clone(),
        remark: item.remark.clone(),
        before: declared(key).map(|row| row.value.clone()).unwrap_or_default(),
    };
    questions_asked(asked).map(note).collect()
}

pub(super) fn documents(visit: &Visit, dossier: &OwnerDossier, asked: &SupplementFacts, taken: &Taken) -> Vec<WantedDocument> {
    let code = &dossier.facts.code;
    let document = |(key, item): (&str, &SupplementItem)| {
        let (new, old): (Vec<_>, Vec<_>) = files(dossier, key).partition(|file| file.uploaded_at >= asked.requested_at);
        WantedDocument {
            key: key.to_owned(),
            name: item.label.clone(),
            remark: item.remark.clone(),
            upload: Place::SupplementUpload(code.clone(), key.to_owned()).path(),
            before: old.into_iter().map(|file| FileRow::of(visit, file, None)).collect(),
            files: new.into_iter().map(|file| FileRow::of(visit, file, Some(Place::SupplementFile(code.clone(), file.id)))).collect(),
            error: taken.error_of(key),
        }
    };
    documents_asked(asked).map(document).collect()
}

fn files<'a>(dossier: &'a OwnerDossier, key: &str) -> impl Iterator<Item = &'a Attachment> + use<'a> {
    let document = dossier.documents.iter().find(|document| document.key == key);
    document.into_iter().flat_map(|document| &document.files)
}

/// Documents asked for that got no new file and no complaint yet.
pub(super) fn missing(visit: &Visit, dossier: &OwnerDossier, asked: &SupplementFacts, taken: &Taken) -> Vec<(String, String)> {
    let none_new = |key: &str| !files(dossier, key).any(|file| file.uploaded_at >= asked.requested_at);
    let without = documents_asked(asked).filter(|(key, _)| none_new(key) && taken.error_of(key).is_empty());
    without.map(|(key, item)| (key.to_owned(), visit.text("documents-missing", &[("name", item.label.clone().into())]))).collect()
}

/// What was typed, read over what stands in the dossier.
fn read(visit: &Visit, rules: &Rules, dossier: &OwnerDossier, taken: &Taken) -> Option<(Answers, Vec<Problem>)> {
    let service = rules.catalogue.version(dossier.facts.service_version)?;
    let (mut answers, mut problems) = (dossier.given.clone(), Vec::new());
    for page in service.form.definition().pages.iter().filter(|_| !taken.values.is_empty()) {
        let reading = service.form.read(&page.key, &taken.values, &answers, visit.now().today(), visit.lang());
        answers = reading.answers;
        problems.extend(reading.problems);
    }
    Some((answers, problems))
}

/// What is wrong with the answers asked for.
pub(super) fn problems(visit: &Visit, rules: &Rules, dossier: &OwnerDossier, asked: &SupplementFacts, taken: &Taken) -> Vec<Problem> {
    let is_asked = |key: &str| questions_asked(asked).any(|(question, _)| question == key);
    let (_, problems) = read(visit, rules, dossier, taken).unwrap_or_default();
    problems.into_iter().filter(|problem| problem.level == Level::Block && is_asked(&problem.field)).collect()
}

/// The questions asked for as one page of a form, each below the part it belongs to, filled with what stands in
/// the dossier or was just typed.
pub(super) fn questions(
    visit: &Visit,
    rules: &Rules,
    dossier: &OwnerDossier,
    asked: &SupplementFacts,
    problems: &[Problem],
    taken: &Taken,
) -> Result<FormPageView, Error> {
    let unknown = || Error::internal(anyhow::anyhow!("the dossier's version is unknown"));
    let service = rules.catalogue.version(dossier.facts.service_version).ok_or_else(unknown)?;
    let (answers, _) = read(visit, rules, dossier, taken).ok_or_else(unknown)?;
    let today = visit.now().today();
    let is_asked = |field: &FieldView| questions_asked(asked).any(|(key, _)| key == field.key);
    let mut sections = Vec::new();
    for page in &service.form.definition().pages {
        let Some(view) = service.form.page_view(&page.key, &answers, problems, today, visit.lang()) else { continue };
        let page_title = view.title;
        sections.extend(view.sections.into_iter().filter_map(|section| {
            let fields: Vec<FieldView> = section.fields.into_iter().filter(is_asked).map(opened).collect();
            let title = if section.title.is_empty() { page_title.clone() } else { section.title };
            (!fields.is_empty()).then(|| SectionView { title, fields, ..SectionView::default() })
        }));
    }
    Ok(FormPageView { sections, known: "{}".into(), today: today.format("%Y-%m-%d").to_string(), ..FormPageView::default() })
}
