//! From files to a form: pages in TOML, shared blocks put in with a prefix, shared lists copied in.
//!
//! A page's fields may hold an entry `{ block = "giay-to-tuy-than", prefix = "requester" }`. In a block,
//! a text that begins with `@.` names something of the same inclusion: with the prefix `requester`,
//! `@.id_type` is `requester.id_type`. `optional`, `omit`, `show_if` and `set.<name>` change what is put in.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{
    definition::{Choice, Field, FormDefinition, FormPage},
    fields::Kind,
};

/// Configuration as text: name below `config/` → text.
pub type Files = BTreeMap<String, String>;

/// Shared blocks and lists, read once.
#[derive(Debug, Clone, Default)]
pub struct Library {
    blocks: BTreeMap<String, Vec<Value>>,
    lists: BTreeMap<String, Vec<Choice>>,
}

/// What is wrong in which file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("config/{file}: {reason}")]
pub struct NotAForm {
    pub file: String,
    pub reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BlockFile {
    #[expect(dead_code, reason = "says in the file what the block is; nobody asks for it")]
    title: Option<String>,
    fields: Vec<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListFile {
    #[expect(dead_code, reason = "says in the file what the list is; nobody asks for it")]
    title: Option<String>,
    #[expect(dead_code, reason = "says in the file where the list is from; nobody asks for it")]
    source: Option<String>,
    choices: Vec<Choice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Inclusion {
    block: String,
    #[serde(default)]
    prefix: String,
    #[serde(default)]
    optional: Vec<String>,
    #[serde(default)]
    omit: Vec<String>,
    #[serde(default)]
    only: Vec<String>,
    show_if: Option<Value>,
    #[serde(default)]
    set: BTreeMap<String, Map<String, Value>>,
}

/// Letters a–z, digits, `-` and `_`: names of pages, and of questions between their dots.
pub fn is_key(key: &str) -> bool {
    !key.is_empty() && key.len() <= 60 && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-')
}

impl Library {
    /// Reads `services/blocks/*.toml` and `lists/*.toml`.
    pub fn read(files: &Files) -> Result<Self, NotAForm> {
        let mut library = Self::default();
        for (file, text) in files {
            let told = |error: toml::de::Error| NotAForm { file: file.clone(), reason: error.to_string() };
            if let Some(name) = file.strip_prefix("services/blocks/").and_then(|name| name.strip_suffix(".toml")) {
                let block: BlockFile = toml::from_str(text).map_err(told)?;
                library.blocks.insert(name.to_owned(), block.fields);
            }
            if let Some(name) = file.strip_prefix("lists/").and_then(|name| name.strip_suffix(".toml")) {
                let list: ListFile = toml::from_str(text).map_err(told)?;
                library.lists.insert(name.to_owned(), list.choices);
            }
        }
        Ok(library)
    }

    /// Makes a form of its pages: key and file name of each, in order.
    pub fn assemble(&self, pages: &[(String, String)], files: &Files) -> Result<FormDefinition, NotAForm> {
        let mut form = FormDefinition::default();
        for (key, file) in pages {
            let fault = |reason: String| NotAForm { file: file.clone(), reason };
            let text = files.get(file).ok_or_else(|| fault("this file is missing".to_owned()))?;
            let mut page: Value = toml::from_str(text).map_err(|error| fault(error.to_string()))?;
            for section in page.get_mut("sections").and_then(Value::as_array_mut).into_iter().flatten() {
                if let Some(fields) = section.get_mut("fields").and_then(Value::as_array_mut) {
                    *fields = self.expand(fields).map_err(&fault)?;
                }
            }
            if let Value::Object(page) = &mut page {
                page.insert("key".to_owned(), json!(key));
            }
            let page: FormPage = serde_json::from_value(page).map_err(|error| fault(error.to_string()))?;
            form.pages.push(page);
        }
        self.copy_lists(&mut form);
        Ok(form)
    }

    fn expand(&self, entries: &[Value]) -> Result<Vec<Value>, String> {
        let mut fields = Vec::new();
        for entry in entries {
            if entry.get("block").is_some() {
                let inclusion: Inclusion = serde_json::from_value(entry.clone()).map_err(|error| format!("inclusion: {error}"))?;
                fields.extend(self.include(&inclusion)?);
            } else {
                fields.push(entry.clone());
            }
        }
        Ok(fields)
    }

    fn include(&self, inclusion: &Inclusion) -> Result<Vec<Value>, String> {
        let block = self
            .blocks
            .get(&inclusion.block)
            .ok_or_else(|| format!("there is no block `{}` in config/services/blocks", inclusion.block))?;
        let name = |field: &Value| field.get("key").and_then(Value::as_str).unwrap_or_default().trim_start_matches("@.").to_owned();
        let names: Vec<String> = block.iter().map(name).collect();
        let told = inclusion.optional.iter().chain(&inclusion.omit).chain(&inclusion.only).chain(inclusion.set.keys());
        if let Some(stranger) = told.into_iter().find(|told| !names.contains(told)) {
            return Err(format!("block `{}` has no field `{stranger}`", inclusion.block));
        }
        let wanted = |name: &String| !inclusion.omit.contains(name) && (inclusion.only.is_empty() || inclusion.only.contains(name));
        let mut fields = Vec::new();
        for (field, name) in block.iter().zip(&names).filter(|(_, name)| wanted(name)) {
            fields.push(inclusion.adapt(field, name)?);
        }
        Ok(fields)
    }

    fn copy_lists(&self, form: &mut FormDefinition) {
        let mut named: Vec<String> = Vec::new();
        for field in form.fields() {
            named.extend(field.kind.asked().list().map(str::to_owned));
            if let Kind::Table(table) | Kind::Group(table) = &field.kind {
                named.extend(table.columns.iter().filter_map(|column: &Field| column.kind.asked().list().map(str::to_owned)));
            }
        }
        for name in named {
            if let Some(choices) = self.lists.get(&name) {
                form.lists.insert(name, choices.clone());
            }
        }
    }
}

impl Inclusion {
    fn adapt(&self, field: &Value, name: &str) -> Result<Value, String> {
        let Value::Object(mut field) = self.prefixed(field)? else {
            return Err(format!("block `{}`: a field must be a table", self.block));
        };
        if self.optional.iter().any(|optional| optional == name) {
            field.insert("required".to_owned(), json!(false));
        }
        if let Some(condition) = &self.show_if {
            let both = match field.shift_remove("show_if") {
                Some(own) => json!({ "all": [condition, own] }),
                None => condition.clone(),
            };
            field.insert("show_if".to_owned(), both);
        }
        field.extend(self.set.get(name).cloned().unwrap_or_default());
        Ok(Value::Object(field))
    }

    /// `@.` becomes the prefix, everywhere in the block.
    fn prefixed(&self, value: &Value) -> Result<Value, String> {
        Ok(match value {
            Value::String(text) => match text.strip_prefix("@.") {
                Some(_) if self.prefix.is_empty() => return Err(format!("block `{}` needs a `prefix`", self.block)),
                Some(rest) => json!(format!("{}.{rest}", self.prefix)),
                None => value.clone(),
            },
            Value::Array(all) => Value::Array(all.iter().map(|each| self.prefixed(each)).collect::<Result<_, _>>()?),
            Value::Object(map) => {
                Value::Object(map.iter().map(|(key, each)| Ok((key.clone(), self.prefixed(each)?))).collect::<Result<_, String>>()?)
            }
            other => other.clone(),
        })
    }
}
