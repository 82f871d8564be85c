//! SQL lives in `queries`: diesel and the schema are named nowhere else.

use super::source::{files, none};

const DATABASE_WORDS: [&str; 5] = ["diesel", "diesel_async", "diesel_migrations", "tokio_postgres", "schema"];

/// `*/queries*`, `*/model.rs`, the machines of the database and of the queue, and the columns of words.
fn may_speak_to_the_database(path: &str) -> bool {
    let machines = ["src/platform/db/", "src/platform/queue/", "src/kernel/column.rs"];
    let in_queries = path.split('/').any(|part| part == "queries" || part == "queries.rs");
    in_queries || path.ends_with("/model.rs") || machines.iter().any(|m| path.starts_with(m))
}

#[test]
fn diesel_is_named_only_in_queries_and_models() {
    let mut breaches = Vec::new();
    for file in files("src", &["rs"]).into_iter().filter(|f| !may_speak_to_the_database(&f.path)) {
        for named in file.paths() {
            let starts = DATABASE_WORDS.contains(&named.words[0].as_str()) && named.words[0] != "schema";
            let schema = named.words.windows(2).any(|w| w[0] == "db" && w[1] == "schema") || named.words[0] == "schema";
            if starts || schema {
                breaches.push(format!("{}:{} names {}: move it to queries", file.path, named.line, named.words.join("::")));
            }
        }
    }
    none(breaches);
}

#[test]
fn no_query_opens_a_transaction() {
    let queries = files("src", &["rs"]).into_iter().filter(|f| f.path.contains("/queries") && !f.path.starts_with("src/platform/"));
    let breaches = queries.flat_map(|f| {
        let lines: Vec<String> = f
            .text
            .lines()
            .enumerate()
            .filter(|(_, l)| l.contains(".transaction(") || l.contains(".transaction::<"))
            .map(|(i, _)| format!("{}:{} opens a transaction: that is for the verb to do", f.path, i + 1))
            .collect();
        lines
    });
    none(breaches.collect());
}
