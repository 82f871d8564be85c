//! Keys used are keys defined, in both languages, with the same blanks to fill.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{files, none};

/// Key → the variables in its sentence, and the file that defines it.
fn defined(lang: &str) -> BTreeMap<String, (BTreeSet<String>, String)> {
    let mut keys = BTreeMap::new();
    for file in files(&format!("locales/{lang}"), &["ftl"]) {
        let mut current: Option<String> = None;
        for line in file.text.lines().filter(|l| !l.starts_with('#')) {
            let starts = line.starts_with(|c: char| c.is_ascii_alphabetic());
            if let Some((key, _)) = line.split_once('=').filter(|_| starts) {
                current = Some(key.trim().to_owned());
                keys.insert(key.trim().to_owned(), (BTreeSet::new(), file.path.clone()));
            }
            let Some((blanks, _)) = current.as_ref().and_then(|key| keys.get_mut(key)) else { continue };
            blanks.extend(
                line.split('$').skip(1).map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()),
            );
        }
    }
    keys
}

#[test]
fn both_languages_say_the_same_things() {
    let (vi, en) = (defined("vi"), defined("en"));
    let mut breaches: Vec<String> =
        vi.iter().filter(|(k, _)| !en.contains_key(*k)).map(|(k, (_, f))| format!("{f}: {k} is not said in English")).collect();
    breaches.extend(en.iter().filter(|(k, _)| !vi.contains_key(*k)).map(|(k, (_, f))| format!("{f}: {k} is not said in Vietnamese")));
    for (key, (blanks, file)) in &vi {
        if let Some((english, _)) = en.get(key).filter(|(english, _)| english != blanks) {
            breaches.push(format!("{file}: {key} fills {blanks:?} in Vietnamese and {english:?} in English"));
        }
    }
    none(breaches);
}

/// Words in quotes anywhere: keys may be named in templates, in code, in service files.
fn words_in_use() -> (BTreeSet<String>, Vec<String>) {
    let (mut whole, mut beginnings) = (BTreeSet::new(), Vec::new());
    let trees =
        files("src", &["rs"]).into_iter().chain(files("templates", &["html", "txt"])).chain(files("static/scripts", &["js", "ts", "mjs"]));
    for file in trees {
        for word in file.text.split(['"', '\'', '`']).skip(1).filter(|w| !w.is_empty() && w.len() < 80) {
            // A key may be put together from a beginning: "status-" ~ status, format!("status-{}").
            let beginning = word.split('{').next().unwrap_or(word);
            if beginning.len() > 2 && (beginning.ends_with('-') || beginning.len() < word.len()) {
                beginnings.push(beginning.to_owned());
            }
            whole.insert(word.to_owned());
        }
    }
    (whole, beginnings)
}

#[test]
fn every_key_is_used() {
    let (whole, beginnings) = words_in_use();
    let endings: BTreeSet<&str> = whole.iter().filter(|w| w.starts_with('-')).map(String::as_str).collect();
    let is_used = |key: &str| {
        whole.contains(key) || beginnings.iter().any(|b| key.starts_with(b.as_str())) || endings.iter().any(|e| key.ends_with(e))
    };
    let idle = defined("vi").into_iter().filter(|(key, _)| !is_used(key));
    none(idle.map(|(key, (_, file))| format!("{file}: nothing uses {key}")).collect());
}

#[test]
fn every_key_named_in_a_template_is_defined() {
    let vi = defined("vi");
    let mut breaches = Vec::new();
    for file in files("templates", &["html", "txt"]) {
        for (number, line) in file.text.lines().enumerate() {
            let keys = line.split("t(key=\"").skip(1).filter_map(|rest| rest.split_once('"'));
            // Followed by `~`, it is only the beginning of a key.
            let whole = keys.filter(|(_, after)| !after.trim_start().starts_with('~')).map(|(key, _)| key);
            breaches.extend(
                whole
                    .filter(|k| !vi.contains_key(*k))
                    .map(|k| format!("{}:{} uses {k}, which locales/vi does not define", file.path, number + 1)),
            );
        }
    }
    none(breaches);
}
