//! The answers of one dossier: one flat document, question → understood value, in the order of answering.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use super::typed::Typed;

/// Under this name the document keeps what was typed and not understood, so that a draft loses nothing.
const UNREAD: &str = "~unread";

/// Question key → value. A text is a string, a date `"1992-11-05"`, a partial date `"1992"` or
/// `"1992-11"`, a number or money a number, yes or no and a declaration `true`/`false`, several choices
/// an array of strings, a table an array of objects; a choice is the string of its value.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers {
    values: Map<String, Value>,
    unread: BTreeMap<String, Typed>,
}

impl Answers {
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.values.get(key)
    }

    /// A text answer.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Value::as_str)
    }

    /// The first of these questions that has a text answer.
    pub fn first_text<'a>(&self, keys: impl IntoIterator<Item = &'a String>) -> Option<&str> {
        keys.into_iter().find_map(|key| self.text(key))
    }

    pub fn set(&mut self, key: &str, value: Value) {
        self.unread.remove(key);
        self.values.insert(key.to_owned(), value);
    }

    pub fn clear(&mut self, key: &str) {
        self.unread.remove(key);
        self.values.shift_remove(key);
    }

    /// What was typed for a question and could not be understood.
    pub fn unread(&self, key: &str) -> Option<&Typed> {
        self.unread.get(key)
    }

    pub(super) fn keep_unread(&mut self, key: &str, typed: Typed) {
        self.values.shift_remove(key);
        self.unread.insert(key.to_owned(), typed);
    }

    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }

    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.unread.is_empty()
    }

    /// As kept in the `answers` column.
    pub fn to_json(&self) -> Value {
        let mut document = self.values.clone();
        if !self.unread.is_empty() {
            let unread = self.unread.iter().map(|(key, typed)| (key.clone(), serde_json::json!(typed))).collect();
            document.insert(UNREAD.to_owned(), Value::Object(unread));
        }
        Value::Object(document)
    }

    /// Back from the column; whatever does not look like answers is left out.
    pub fn from_json(document: Value) -> Self {
        let Value::Object(mut values) = document else { return Self::default() };
        let unread = values.shift_remove(UNREAD).and_then(|unread| serde_json::from_value(unread).ok()).unwrap_or_default();
        Self { values, unread }
    }
}

impl Serialize for Answers {
    fn serialize<S: Serializer>(&self, target: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(target)
    }
}

impl<'de> Deserialize<'de> for Answers {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        Value::deserialize(source).map(Self::from_json)
    }
}
