//! Laying one layer of settings over another. Every key and its kind must be known from the
//! defaults; a stranger is refused with the nearest right name.

use toml::{Table, Value};

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    #[error("{place}: there is no setting {key}{}", hint(.nearest.as_deref()))]
    UnknownKey { place: String, key: String, nearest: Option<String> },
    #[error("{place}: {key} must be {expected}, got {got}")]
    WrongKind { place: String, key: String, expected: &'static str, got: String },
    #[error("{place}: {message}")]
    NotToml { place: String, message: String },
    #[error("the settings do not fit: {0}")]
    Unfit(String),
    #[error("{0}")]
    Folder(String),
}

fn hint(nearest: Option<&str>) -> String {
    nearest.map(|right| format!("; did you mean {right}?")).unwrap_or_default()
}

/// Puts `layer` over `base`. `place` says where the layer came from.
pub(super) fn lay(base: &mut Table, layer: Table, place: &str) -> Result<(), ConfigError> {
    let known = keys(base);
    for (section, value) in layer {
        let Value::Table(settings) = value else {
            return Err(unknown(&known, place, &section));
        };
        if settings.is_empty() && !base.contains_key(&section) {
            return Err(unknown(&known, place, &section));
        }
        for (key, value) in settings {
            let path = format!("{section}.{key}");
            let slot = base.get_mut(&section).and_then(|s| s.get_mut(&key)).ok_or_else(|| unknown(&known, place, &path))?;
            if !same_kind(slot, &value) {
                let got = value.to_string().chars().take(40).collect();
                return Err(ConfigError::WrongKind { place: place.to_owned(), key: path, expected: kind(slot), got });
            }
            *slot = value;
        }
    }
    Ok(())
}

/// Every `section.key` that exists.
pub(super) fn keys(base: &Table) -> Vec<String> {
    base.iter()
        .filter_map(|(section, value)| value.as_table().map(|settings| (section, settings)))
        .flat_map(|(section, settings)| settings.keys().map(move |key| format!("{section}.{key}")))
        .collect()
}

pub(super) fn unknown(known: &[String], place: &str, key: &str) -> ConfigError {
    ConfigError::UnknownKey { place: place.to_owned(), key: key.to_owned(), nearest: nearest(known, key) }
}

/// The known key that looks most like this one: by the whole path, or by the last word alone.
fn nearest(known: &[String], key: &str) -> Option<String> {
    let last = |path: &str| path.rsplit('.').next().unwrap_or_default().to_owned();
    let likeness = |right: &String| strsim::jaro_winkler(right, key).max(strsim::jaro_winkler(&last(right), &last(key)) * 0.97);
    let best = known.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(best) > 0.75).then(|| best.clone())
}

fn same_kind(default: &Value, given: &Value) -> bool {
    default.type_str() == given.type_str()
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Integer(_) | Value::Float(_) => "a whole number without quotes",
        Value::Boolean(_) => "true or false",
        Value::Array(_) => "a list",
        _ => "a text in quotes",
    }
}
