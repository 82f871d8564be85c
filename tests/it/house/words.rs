//! Files are named by what can happen; a name that says nothing collects everything.

use super::source::{files, none};

const EMPTY_WORDS: [&str; 11] =
    ["util", "utils", "helper", "helpers", "common", "misc", "shared", "manager", "managers", "types", "service_impl"];

#[test]
fn file_names_say_something() {
    let mut breaches = Vec::new();
    for tree in ["src", "tests", "templates", "locales", "static/scripts", "static/styles"] {
        for file in files(tree, &["rs", "html", "txt", "typ", "ftl", "js", "mjs", "ts", "scss", "css"]) {
            let mut parts = file.path.split('/').map(|part| part.split('.').next().unwrap_or(part).trim_start_matches('_'));
            if parts.any(|part| EMPTY_WORDS.contains(&part)) {
                breaches.push(format!("{}: name it by what can happen in it", file.path));
            }
            // “Service” is a word of the trade for screens and commands; in the domain it is a word for nothing.
            if file.path.ends_with("/service.rs") && !["src/web/", "src/cli/", "tests/"].iter().any(|f| file.path.starts_with(f)) {
                breaches.push(format!("{}: what does it do?", file.path));
            }
        }
    }
    none(breaches);
}
