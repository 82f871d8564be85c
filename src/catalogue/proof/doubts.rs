//! What an administrator should know before publishing, though no dossier would be stuck by it.

use std::collections::BTreeMap;

use super::{Finding, People};
use crate::{
    catalogue::{ExampleFault, Folder, HandlingLevel, ServiceVersion, examples},
    forms::Files,
    kernel::actor::Role,
};

const NAMED: usize = 5;

pub(super) fn all(version: &ServiceVersion, slug: &str, folder: &Folder, people: &People<'_>) -> Vec<Finding> {
    let mut findings = nobody(version, people);
    findings.extend(hidden(version));
    findings.extend(fee_gap(version));
    findings.extend(failing_examples(version, slug, folder));
    let definition = &version.definition;
    if !definition.unverified.is_empty() {
        findings.push(Finding::warning("information", "proof-unverified").with("count", definition.unverified.len().to_string()));
    }
    if definition.name.en.is_none() || definition.task.en.is_none() || definition.summary.en.is_none() {
        findings.push(Finding::warning("information", "proof-english"));
    }
    findings
}

/// Steps for which some commune has nobody; the communes are named.
fn nobody(version: &ServiceVersion, people: &People<'_>) -> Vec<Finding> {
    if version.definition.handled_by != HandlingLevel::Commune {
        return Vec::new();
    }
    let mut roles: BTreeMap<Role, Vec<&str>> = BTreeMap::new();
    for step in &version.definition.workflow.steps {
        roles.entry(step.role).or_default().push(&step.name);
    }
    let missing = |(role, steps): (Role, Vec<&str>)| {
        let without: Vec<&str> = people
            .agencies
            .communes()
            .filter(|agency| !people.staffed.contains(&(agency.id, role)))
            .map(|agency| agency.name.as_str())
            .collect();
        let rest = without.len().saturating_sub(NAMED);
        let named = without.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        (!without.is_empty()).then(|| {
            Finding::warning("steps", "proof-nobody")
                .with("steps", steps.join(", "))
                .with("role", role.as_str())
                .with("count", without.len().to_string())
                .with("places", if rest == 0 { named } else { format!("{named} …") })
        })
    };
    roles.into_iter().filter_map(missing).collect()
}

/// Questions on which the dossier stands, all of which some answers hide.
fn hidden(version: &ServiceVersion) -> Vec<Finding> {
    let form = &version.definition.form;
    let may_hide = |key: &str| {
        form.pages.iter().any(|page| {
            page.sections.iter().any(|section| {
                let field = section.fields.iter().find(|field| field.key == key);
                field.is_some_and(|field| {
                    field.show_if.is_some()
                        || section.show_if.is_some()
                        || page.show_if.is_some()
                        || !(field.required || field.required_if.is_some())
                })
            })
        })
    };
    let mut findings = Vec::new();
    let names = &version.definition.applicant.name;
    if !names.is_empty() && names.iter().all(|key| may_hide(key)) {
        findings.push(Finding::warning("form", "proof-hidden-applicant").with("name", names.join(", ")));
    }
    let competence = &version.definition.competence;
    if !competence.is_empty() && competence.iter().all(|rule| rule.when.is_some() || may_hide(&rule.field)) {
        let keys: Vec<&str> = competence.iter().map(|rule| rule.field.as_str()).collect();
        findings.push(Finding::warning("competence", "proof-hidden-commune").with("name", keys.join(", ")));
    }
    findings
}

fn fee_gap(version: &ServiceVersion) -> Option<Finding> {
    let fees = &version.definition.fees;
    (!fees.is_empty() && fees.iter().all(|fee| fee.when.is_some())).then(|| Finding::warning("fees", "proof-fee-gap"))
}

/// The service's own tests, which tell what a change does to a dossier.
fn failing_examples(version: &ServiceVersion, slug: &str, folder: &Folder) -> Vec<Finding> {
    let files: Files = folder.below(slug).collect();
    let mut findings = Vec::new();
    for (name, example) in examples::read_examples(&files, slug) {
        let file = name.strip_prefix(&format!("services/{slug}/")).unwrap_or(&name).to_owned();
        match example {
            Err(_) => findings.push(Finding::warning("", "proof-example-unreadable").with("file", &file).in_file(file)),
            Ok(example) => {
                findings.extend(examples::run_example(version, &example).into_iter().next().map(|fault| failing(file, fault)));
            }
        }
    }
    findings
}

fn failing(file: String, fault: ExampleFault) -> Finding {
    let told = |key| Finding::warning("", key).with("file", &file);
    let finding = match fault {
        ExampleFault::NotAsked(key) => told("proof-example-not-asked").with("name", key),
        ExampleFault::Outcome { accepted: true, .. } => told("proof-example-accepted"),
        ExampleFault::Outcome { accepted: false, .. } => told("proof-example-refused"),
        ExampleFault::Warnings { .. } => told("proof-example-warnings"),
        ExampleFault::Differs { what, wanted, found } => {
            let key = match what {
                "fee" => "proof-example-fee",
                "deadline" => "proof-example-deadline",
                "documents" => "proof-example-documents",
                "commune" => "proof-example-commune",
                _ => "proof-example-subject",
            };
            told(key).with("wanted", wanted).with("found", found)
        }
    };
    finding.in_file(file)
}
