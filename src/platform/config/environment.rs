//! Settings from the environment: `MOTCUA_DATABASE_URL` is `database.url`; with `_FILE` at its end
//! the variable names a file that holds the value, as secrets are handed to containers.

use std::fs;

use toml::{Table, Value};

use super::overlay::{ConfigError, keys, unknown};

const PREFIX: &str = "MOTCUA_";

/// Variables that are not settings: they say where settings or programs are, or belong to tests.
const NOT_SETTINGS: [&str; 3] = ["MOTCUA_CONFIG", "MOTCUA_PG_BIN", "MOTCUA_TEST_DATABASE_URL"];

/// The portal's variables of this process.
pub(super) fn of_this_process() -> Vec<(String, String)> {
    std::env::vars().filter(|(name, _)| name.starts_with(PREFIX) && !NOT_SETTINGS.contains(&name.as_str())).collect()
}

/// A layer made from variables; the defaults say which settings exist and of what kind they are.
pub(super) fn layer(defaults: &Table, variables: Vec<(String, String)>) -> Result<Table, ConfigError> {
    let known = keys(defaults);
    let name_of = |key: &str| format!("{PREFIX}{}", key.replace('.', "_").to_uppercase());
    let names: Vec<String> = known.iter().map(|key| name_of(key)).collect();
    let mut layer = Table::new();
    for (name, text) in variables {
        let found = known.iter().find(|key| name_of(key) == name || format!("{}_FILE", name_of(key)) == name);
        let (section, key) = found.and_then(|key| key.split_once('.')).ok_or_else(|| unknown(&names, "environment", &name))?;
        let text = if name == name_of(&format!("{section}.{key}")) { text } else { from_file(&name, &text)? };
        let Some(default) = defaults.get(section).and_then(|s| s.get(key)) else { continue };
        let settings = layer.entry(section).or_insert_with(|| Value::Table(Table::new()));
        if let Value::Table(settings) = settings {
            settings.insert(key.to_owned(), value_like(default, text));
        }
    }
    Ok(layer)
}

fn from_file(name: &str, path: &str) -> Result<String, ConfigError> {
    let text = fs::read_to_string(path).map_err(|e| ConfigError::Folder(format!("{name} names {path}, which cannot be read: {e}")))?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

/// The text as a value of the default's kind; left as text if it is not one, so that laying it over
/// the defaults refuses it by name.
fn value_like(default: &Value, text: String) -> Value {
    match default {
        Value::Integer(_) => text.trim().parse().map_or(Value::String(text), Value::Integer),
        Value::Boolean(_) => match text.trim() {
            "true" | "1" | "yes" => Value::Boolean(true),
            "false" | "0" | "no" => Value::Boolean(false),
            _ => Value::String(text),
        },
        Value::Array(_) => {
            let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
            Value::Array(parts.map(|part| Value::String(part.to_owned())).collect())
        }
        _ => Value::String(text),
    }
}
