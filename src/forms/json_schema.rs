//! The answers of a form as JSON Schema, for other systems.

use serde_json::{Map, Value, json};

use super::form::Form;

impl Form {
    /// JSON Schema (2020-12) of the answers document. Which questions are asked depends on answers, so
    /// only those that are always asked are required.
    pub fn json_schema(&self, title: &str) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for page in &self.definition.pages {
            for section in &page.sections {
                for field in section.fields.iter().filter(|field| field.kind.is_asked()) {
                    let mut schema = field.kind.asked().schema();
                    if let Value::Object(schema) = &mut schema {
                        schema.insert("title".to_owned(), json!(field.label.vi));
                    }
                    properties.insert(field.key.clone(), schema);
                    let always = page.show_if.is_none() && section.show_if.is_none() && field.show_if.is_none();
                    if always && field.required {
                        required.push(field.key.clone());
                    }
                }
            }
        }
        let lists: Map<String, Value> = self
            .definition
            .lists
            .iter()
            .map(|(name, choices)| (name.clone(), json!({ "enum": choices.iter().map(|choice| &choice.value).collect::<Vec<_>>() })))
            .collect();
        json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, "type": "object",
            "properties": properties, "required": required, "additionalProperties": false, "$defs": lists })
    }
}
