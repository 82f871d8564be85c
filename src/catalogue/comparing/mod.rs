//! What differs between two versions of a service, said fact by fact in the order of the service.

mod facts;
mod form_facts;

use std::collections::HashSet;

use super::ServiceVersion;
use crate::kernel::lang::Lang;

/// One fact of a version in words: of which part, of which item of it, what, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldFact {
    /// `fees`, `steps`: a word of texts `part-…`.
    pub part: &'static str,
    /// Stable name of the item inside its part; empty for the service itself.
    pub key: String,
    /// The item as people call it.
    pub item: String,
    /// A word of texts `setting-…`.
    pub what: &'static str,
    pub value: String,
}

/// A fact that differs. `None`: it is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub part: &'static str,
    pub item: String,
    pub what: &'static str,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// What is different in the second of two versions.
pub fn changes(before: &ServiceVersion, after: &ServiceVersion, lang: Lang) -> Vec<Change> {
    let (old, new) = (facts::told(before, lang), facts::told(after, lang));
    let same = |a: &ToldFact, b: &ToldFact| a.part == b.part && a.key == b.key && a.what == b.what;
    let mut changes = Vec::new();
    let known: HashSet<&ToldFact> = old.iter().collect();
    for fact in new.iter().filter(|fact| !known.contains(fact)) {
        let before = old.iter().find(|other| same(other, fact)).map(|other| other.value.clone());
        if before.as_deref() != Some(fact.value.as_str()) {
            changes.push(Change { part: fact.part, item: fact.item.clone(), what: fact.what, before, after: Some(fact.value.clone()) });
        }
    }
    let gone = old.iter().filter(|fact| !new.iter().any(|other| same(other, fact)));
    changes.extend(gone.map(|fact| Change {
        part: fact.part,
        item: fact.item.clone(),
        what: fact.what,
        before: Some(fact.value.clone()),
        after: None,
    }));
    changes
}

impl std::hash::Hash for ToldFact {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (self.part, &self.key, self.what, &self.value).hash(state);
    }
}
