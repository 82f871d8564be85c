//! Proofs before publication: what would stop a dossier, and what an administrator should know first.
//!
//! An error blocks; a warning asks. Each is a sentence of its own (`proof-…`) with its place in the editor.

mod doubts;
mod texts;
mod told;

use std::collections::HashSet;

use super::{Catalogue, Folder, ServiceDefinition, ServiceVersion, Workshop, check, editing::ACTS};
use crate::{
    agencies::Agencies,
    forms::NotAForm,
    kernel::{actor::Role, clock::Instant, ids::AgencyId},
};

/// Gives the text of a key in the reader's language.
pub type Say<'a> = dyn Fn(&str, &[(&'static str, String)]) -> String + 'a;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub blocks: bool,
    /// A part of the editor: `fees`, `form-muc-dich`; empty: the whole.
    pub part: String,
    /// The file to look at, where no part shows it.
    pub file: Option<String>,
    pub key: &'static str,
    pub args: Vec<(&'static str, String)>,
    /// Keys of what it is about, as the files say them: the editor finds the item by them.
    pub about: Vec<String>,
}

impl Finding {
    fn error(part: impl Into<String>, key: &'static str) -> Self {
        Self { blocks: true, part: part.into(), file: None, key, args: Vec::new(), about: Vec::new() }
    }

    fn warning(part: impl Into<String>, key: &'static str) -> Self {
        Self { blocks: false, ..Self::error(part, key) }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    fn about(mut self, keys: impl IntoIterator<Item = String>) -> Self {
        self.about.extend(keys);
        self
    }

    /// The sentence; words of the trade among its blanks stand in the reader's language. `text` gives a text of a key.
    pub fn said(&self, text: &Say<'_>) -> String {
        let word = |name: &str, value: &String| match name {
            "role" => text(&format!("word-{value}"), &[]),
            "action" if ACTS.contains(&value.as_str()) => text(&format!("word-{value}"), &[]),
            "setting" => text(&format!("setting-{value}"), &[]),
            _ => value.clone(),
        };
        let args: Vec<(&'static str, String)> = self.args.iter().map(|(name, value)| (*name, word(name, value))).collect();
        text(self.key, &args)
    }

    fn in_file(self, file: impl Into<String>) -> Self {
        Self { file: Some(file.into()), ..self }
    }
}

/// Why the files of a draft do not make a service.
pub fn unreadable(slug: &str, fault: &NotAForm) -> Finding {
    told::unreadable(slug, fault)
}

/// Another service has the national code already: two of one code cannot be told apart.
pub fn code_taken(catalogue: &Catalogue, definition: &ServiceDefinition) -> Option<Finding> {
    let other = catalogue.of_code(&definition.code).filter(|other| other.slug() != definition.slug)?;
    Some(Finding::error("information", "proof-code-taken").with("code", &definition.code).with("name", &other.definition.name.vi))
}

/// Which roles have somebody today, in which agencies.
pub struct People<'a> {
    pub agencies: &'a Agencies,
    pub staffed: &'a HashSet<(AgencyId, Role)>,
}

/// What is wrong with a service whoever works on it and whatever was in force before: what every tab of the editor shows.
pub fn wanting(service: &ServiceDefinition) -> Vec<Finding> {
    let mut findings = told::workflow(service);
    let others = check::faults_of(service);
    findings.extend(others.iter().filter(|fault| !fault.starts_with("service.toml: workflow:")).map(|fault| told::finding(service, fault)));
    findings.extend(texts::missing(service));
    findings
}

/// Everything to be said about a draft, errors first. `base`: the version that it would follow.
pub fn prove(workshop: &Workshop, slug: &str, folder: &Folder, base: Option<&ServiceVersion>, people: &People<'_>) -> Vec<Finding> {
    let definition = match workshop.read(slug, folder) {
        Ok(definition) => definition,
        Err(fault) => return vec![unreadable(slug, &fault)],
    };
    let version = ServiceVersion::draft(definition, workshop.world(), Instant::default());
    let mut findings = wanting(&version.definition);
    if base.is_some_and(|base| base.definition == version.definition) {
        findings.push(Finding::error("", "proof-unchanged"));
    }
    findings.extend(doubts::all(&version, slug, folder, people));
    findings.sort_by_key(|finding| !finding.blocks);
    findings
}
