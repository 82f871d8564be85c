//! `retention.toml`.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use serde::Deserialize;

use crate::{
    kernel::clock::{Instant, Now},
    platform::config::{ConfigFolder, ConfigFolderError},
};

const FILE: &str = "retention.toml";

crate::text_enum!(
    /// The kinds of things that may go. None of them is a record that the law keeps.
    Kind {
        Sessions = "sessions",
        Links = "links",
        AddressChanges = "address_changes",
        Attempts = "attempts",
        Ceremonies = "ceremonies",
        Drafts = "drafts",
        ReadNotices = "read_notices",
        FailedJobs = "failed_jobs",
        DeadAddresses = "dead_addresses",
    }
);

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub what: Kind,
    /// So long after its end.
    pub days: u32,
    /// Where the period comes from.
    pub source: String,
    /// Nobody has checked it against the law in force.
    #[serde(default)]
    pub unverified: bool,
}

impl Rule {
    /// What ended before this goes.
    pub fn limit(&self, now: Now) -> Instant {
        now.plus(-TimeDelta::days(i64::from(self.days)))
    }
}

#[derive(Debug, thiserror::Error)]
pub enum RuleFault {
    #[error(transparent)]
    Folder(#[from] ConfigFolderError),
    #[error("{0}: {1}")]
    File(String, String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    rule: Vec<Rule>,
}

/// The rules of the installation.
pub fn read(folder: &ConfigFolder) -> Result<Vec<Rule>, RuleFault> {
    parse(&folder.read(FILE)?).map_err(|fault| RuleFault::File(folder.describe(FILE), fault))
}

fn parse(text: &str) -> Result<Vec<Rule>, String> {
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    let mut kinds = BTreeSet::new();
    for rule in &file.rule {
        if !kinds.insert(rule.what.as_str()) {
            return Err(format!("two rules for {}", rule.what));
        }
        if rule.source.trim().is_empty() {
            return Err(format!("the rule for {} does not say where its period comes from", rule.what));
        }
    }
    Ok(file.rule)
}

#[cfg(test)]
mod tests {
    use super::{ConfigFolder, Kind, parse, read};

    #[test]
    fn every_kind_has_a_rule_with_a_source() {
        let rules = read(&ConfigFolder::embedded()).expect("rules");
        for kind in Kind::ALL {
            assert!(rules.iter().any(|rule| rule.what == *kind), "{kind}");
        }
    }

    #[test]
    fn what_the_law_keeps_cannot_be_named() {
        for kept in ["dossiers", "papers", "audit", "attachments"] {
            assert!(parse(&format!("[[rule]]\nwhat = '{kept}'\ndays = 1\nsource = 'x'\n")).is_err(), "{kept}");
        }
        let one = "[[rule]]\nwhat = 'links'\ndays = 1\nsource = 'x'\n";
        assert!(parse(one).is_ok() && parse(&format!("{one}{one}")).is_err());
        assert!(parse("[[rule]]\nwhat = 'links'\ndays = 1\nsource = ' '\n").is_err());
    }
}
