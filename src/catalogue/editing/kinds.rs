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

#[cfg(test)]
mod tests {
    use crate::{
        catalogue::{
            Folder,
            editing::{self, Filled, Locus},
        },
        forms::{Kind, Setting},
    };

    const PAGE: &str = "title = \"Xe\"\n\n[[sections]]\n\n[[sections.fields]]\nkey = \"plate\"\nkind = \"text\"\nlabel = \"Biển số xe\"\n";

    fn set(folder: &Folder, place: &Locus, name: &str, text: &str) -> Folder {
        let settings = editing::settings_at(folder, place);
        let filled = editing::filled(folder, place, &settings).expect("boxes");
        let as_it_is = |setting: &Setting| settings.iter().position(|known| known == setting).and_then(|at| filled.get(at).cloned());
        let typed = |setting: &Setting| if setting.name == name { Filled::text(text) } else { as_it_is(setting).unwrap_or_default() };
        editing::edit(folder, place, &|_| None, &typed).expect("written")
    }

    /// `plate` is a kind of the tests (`forms/fields/new_kind.rs`): the editor has never heard of it.
    #[test]
    fn a_new_kind_is_offered_set_and_listed() {
        assert!(Kind::WORDS.contains(&"plate"), "the list of kinds is what the editor offers");
        let folder = Folder::default().with("form/xe.toml", PAGE.to_owned());
        let place = Locus::read("form-xe", "0.0").expect("a place");
        let folder = set(&folder, &place, "kind", "plate");
        assert!(editing::settings_at(&folder, &place).iter().any(|setting| setting.name == "series"), "its own box");
        assert!(folder.get("form/xe.toml").expect("the page").contains("series = \"19\""), "what it must say at least");
        let folder = set(&folder, &place, "series", "88");
        let text = folder.get("form/xe.toml").expect("the page");
        assert!(text.contains("kind = \"plate\"") && text.contains("series = \"88\""), "{text}");
        let listed = editing::rows(&folder, "form-xe").expect("rows");
        assert!(listed.iter().any(|row| row.word == "plate"), "{listed:?}");
    }
}
