//! Everything that has a kind has its counterpart: a job somebody to do it, a notice its letters,
//! a paper its drawing.

use std::collections::BTreeMap;

use super::source::{files, none, root};

/// Kind → type and file, for every `impl TRAIT for TYPE { const KIND: &'static str = "kind"; … }`, or
/// `trait!(TYPE, "kind" …)` where a macro writes them.
fn kinds_of(trait_name: &str) -> BTreeMap<String, (String, String)> {
    let (implemented, made) = (format!("impl {trait_name} for "), format!("\n{}!(", trait_name.to_lowercase()));
    let mut found = BTreeMap::new();
    for file in files("src", &["rs"]) {
        let code = file.text.split("#[cfg(test)]").next().unwrap_or_default();
        let written = code.split(implemented.as_str()).skip(1).map(|block| (block, "const KIND: &'static str = \""));
        let by_macro = code.split(made.as_str()).skip(1).map(|block| (block, ", \""));
        for (block, before) in written.chain(by_macro).filter(|(block, _)| !block.starts_with('$')) {
            let name: String = block.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let kind = block.split_once(before).and_then(|(_, rest)| rest.split_once('"'));
            let (kind, _) = kind.unwrap_or_else(|| panic!("{}: {name} has no KIND written out", file.path));
            if let Some((other, _)) = found.insert(kind.to_owned(), (name.clone(), file.path.clone())) {
                panic!("{}: {name} and {other} have the same kind {kind}", file.path);
            }
        }
    }
    assert!(!found.is_empty(), "nothing is a {trait_name}: has it been renamed?");
    found
}

#[test]
fn every_kind_of_job_has_somebody_to_do_it() {
    let registry: String = files("src/jobs", &["rs"]).into_iter().map(|f| f.text).collect();
    let done = |name: &str| registry.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name);
    let lost = kinds_of("Job").into_iter().filter(|(_, (name, _))| !done(name));
    none(lost.map(|(kind, (name, file))| format!("{file}: nobody in src/jobs does {kind} ({name})")).collect());
}

#[test]
fn every_notice_has_its_letters_and_every_letter_its_notice() {
    let notices = kinds_of("Notice");
    let mut breaches = Vec::new();
    for (kind, (name, file)) in &notices {
        let missing = ["txt", "html"].into_iter().map(|e| format!("templates/mails/{kind}.{e}")).filter(|p| !root().join(p).exists());
        breaches.extend(missing.map(|path| format!("{file}: {name} has no {path}")));
    }
    for letter in files("templates/mails", &["txt", "html"]) {
        let name = letter.path.rsplit('/').next().unwrap_or_default();
        let (kind, _) = name.split_once('.').unwrap_or((name, ""));
        let is_part = name.starts_with('_') || files("src", &["rs"]).iter().any(|f| f.text.contains(&format!("\"{kind}\"")));
        if !notices.contains_key(kind) && !is_part {
            breaches.push(format!("{}: no notice is of this kind", letter.path));
        }
    }
    none(breaches);
}

#[test]
fn every_paper_has_its_drawing_and_every_drawing_its_paper() {
    let papers = kinds_of("Paper");
    let drawings: Vec<String> = files("templates/papers", &["typ"]).into_iter().map(|f| f.path).collect();
    let missing = papers.iter().filter(|(kind, _)| !drawings.contains(&format!("templates/papers/{kind}.typ")));
    let mut breaches: Vec<String> =
        missing.map(|(kind, (name, file))| format!("{file}: {name} has no templates/papers/{kind}.typ")).collect();
    let drawn = drawings.iter().filter_map(|path| path.rsplit('/').next()?.strip_suffix(".typ"));
    let is_part = |name: &str| {
        name.starts_with('_')
            || drawings.iter().any(|d| std::fs::read_to_string(root().join(d)).is_ok_and(|t| t.contains(&format!("{name}.typ"))))
    };
    breaches.extend(
        drawn
            .filter(|name| !papers.contains_key(*name) && !is_part(name))
            .map(|name| format!("templates/papers/{name}.typ: no paper is of this kind")),
    );
    none(breaches);
}

/// Where the word of an act comes from a list: the words that may come.
const ACTS_OF_LISTS: [(&str, &[&str]); 7] = [
    ("src/dossiers/acting/applying.rs", &[]),
    ("src/notifications/dead_letters.rs", &["send_notice_again", "give_up_notice"]),
    ("src/oversight/failed_jobs.rs", &["retry_job", "give_up_job"]),
    ("src/accounts/sign_in.rs", &["sign_in", "give_password"]),
    ("src/accounts/providers/arrival.rs", &["sign_in", "come_by_provider"]),
    ("src/accounts/passkeys/enrolment.rs", &["passkey_added", "passkey_removed"]),
    ("src/accounts/second_factor/enrolment.rs", &["second_factor_on", "second_factor_off", "recovery_codes"]),
];

/// The act and the kind of subject of every line of the audit that the code writes; no act where it is not written out.
fn audited() -> Vec<(String, Option<String>, String)> {
    let mut calls = Vec::new();
    for file in files("src", &["rs"]) {
        for call in file.text.split("audit::record(").skip(1) {
            let call = call.split(".await").next().unwrap_or_default().split("json!").next().unwrap_or_default();
            let words: Vec<&str> = call.split('"').skip(1).step_by(2).collect();
            match words.as_slice() {
                [act, kind, ..] => calls.push((file.path.clone(), Some((*act).to_owned()), (*kind).to_owned())),
                [kind] => calls.push((file.path.clone(), None, (*kind).to_owned())),
                [] => panic!("{}: a line of the audit without a kind of subject", file.path),
            }
        }
    }
    assert!(calls.len() > 30, "nothing is recorded: has it been renamed?");
    calls
}

#[test]
fn every_act_of_the_audit_has_its_words() {
    let page = files("src/web/admin/oversight", &["rs"]).into_iter().find(|file| file.path.ends_with("audit_words.rs")).expect("the words");
    let texts: String = files("locales/vi", &["ftl"]).into_iter().map(|file| file.text).collect();
    let said = |beginning: &str, word: &str| texts.contains(&format!("\n{beginning}{} = ", word.replace('_', "-")));
    let listed = |word: &str| page.text.contains(&format!("\"{word}\""));
    let mut silent = Vec::new();
    for (file, act, kind) in audited() {
        let acts: Vec<String> = match act {
            Some(act) => vec![act],
            None => match ACTS_OF_LISTS.iter().find(|(path, _)| *path == file) {
                Some((_, acts)) => acts.iter().map(|act| (*act).to_owned()).collect(),
                None => panic!("{file}: say in ACTS_OF_LISTS which acts are recorded there"),
            },
        };
        let unsaid = acts.into_iter().filter(|act| !(said("action-", act) || listed(act) && said("audit-act-", act)));
        silent.extend(unsaid.map(|act| format!("{file}: {act} has no audit-act- text, or is not listed in audit_words.rs")));
        if !(listed(&kind) && said("audit-kind-", &kind)) {
            silent.push(format!("{file}: {kind} has no audit-kind- text, or is not listed in audit_words.rs"));
        }
    }
    for action in motcua::workflow::Action::ALL {
        if !said("action-", action.as_str()) {
            silent.push(format!("{action:?} has no action- text"));
        }
    }
    none(silent);
}
