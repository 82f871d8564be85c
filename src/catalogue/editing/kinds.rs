//! A question becomes one of another kind: what only the old kind had goes, what the new one needs comes.

use toml_edit::{TableLike, Value};

use crate::forms::Kind;

pub(super) fn change(table: &mut dyn TableLike, old: &str, new: &str) {
    if old == new {
        return;
    }
    let kept = names(new);
    names(old).iter().filter(|name| !kept.contains(name)).for_each(|name| {
        table.remove(name);
    });
    for (names, text) in Kind::beginnings_of(new) {
        let missing = !names.iter().any(|name| table.contains_key(name));
        if let (true, [first, ..], Ok(value)) = (missing, names, text.parse::<Value>()) {
            table.insert(first, toml_edit::value(value));
        }
    }
}

/// Everything that is particular to a kind.
fn names(kind: &str) -> Vec<&'static str> {
    let settings = Kind::settings_of(kind).iter().map(|setting| setting.name);
    settings.chain(Kind::beginnings_of(kind).iter().flat_map(|(names, _)| names.iter().copied())).collect()
}
