//! A request for supplement as people see it: what is asked, why, until when, and what came.

use serde::{Deserialize, Serialize};

use crate::kernel::clock::Instant;

/// What an item asks for: a question of the form or a document of the service.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", content = "key", rename_all = "snake_case")]
pub enum ItemTarget {
    Field(String),
    Document(String),
}

impl ItemTarget {
    /// `field:subject.full_name`, `document:uy_quyen`: the value of a tick box.
    pub fn as_word(&self) -> String {
        match self {
            Self::Field(key) => format!("field:{key}"),
            Self::Document(key) => format!("document:{key}"),
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        match word.split_once(':')? {
            ("field", key) if !key.is_empty() => Some(Self::Field(key.to_owned())),
            ("document", key) if !key.is_empty() => Some(Self::Document(key.to_owned())),
            _ => None,
        }
    }
}

/// One thing that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupplementItem {
    pub target: ItemTarget,
    /// The question or the document by its name, as it stood when it was asked.
    pub label: String,
    /// What is wrong with it; empty when the common reason says it all.
    pub remark: String,
}

/// What the citizen answered to an item, beside what stood there before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemAnswer {
    pub target: ItemTarget,
    pub label: String,
    /// Readable values; for a document the names of its files.
    pub before: String,
    pub after: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupplementFacts {
    pub reason: String,
    pub items: Vec<SupplementItem>,
    pub requested_at: Instant,
    pub answer_until: Instant,
    pub answered_at: Option<Instant>,
    /// Only the differences; empty until answered.
    pub changes: Vec<ItemAnswer>,
    pub closed_at: Option<Instant>,
}

impl SupplementFacts {
    pub fn is_waiting(&self) -> bool {
        self.answered_at.is_none() && self.closed_at.is_none()
    }
}
