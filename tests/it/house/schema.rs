//! Habits of the tables: every foreign key is indexed and says what a delete does, every row says
//! when it was made, and `schema.rs` equals the database.

use std::collections::BTreeMap;

use diesel::{QueryableByName, sql_types::Text};
use diesel_async::RunQueryDsl;
use motcua::platform::db::{self, Conn, Limits};

use super::source::{none, root};
use crate::support::{TestDatabase, test_config};

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

pub async fn lines(conn: &mut Conn, query: &str) -> Vec<String> {
    let rows: Vec<Line> = diesel::sql_query(query).load(conn).await.unwrap_or_else(|e| panic!("{e}\n{query}"));
    rows.into_iter().map(|row| row.line).collect()
}

async fn ask(query: &str) -> Vec<String> {
    let database = TestDatabase::filled().await;
    let mut conn = db::open(&test_config().database, &database.address, Limits::default()).await.expect("a connection");
    lines(&mut conn, query).await
}

const UNINDEXED: &str = "
    SELECT c.conrelid::regclass::text || ': no index begins with the columns of ' || c.conname AS line
    FROM pg_constraint c
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND NOT EXISTS (
        SELECT FROM pg_index i
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE i.indrelid = c.conrelid
          AND (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey
          AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', a.attname)))
    ORDER BY 1";

#[tokio::test]
async fn every_foreign_key_is_indexed() {
    none(ask(UNINDEXED).await);
}

#[tokio::test]
async fn every_foreign_key_says_what_a_delete_does() {
    none(
        ask("SELECT conrelid::regclass::text || '.' || conname || ': ON DELETE is not said' AS line FROM pg_constraint
              WHERE contype = 'f' AND confdeltype = 'a' AND connamespace = 'public'::regnamespace ORDER BY 1")
        .await,
    );
}

#[tokio::test]
async fn every_row_says_when_it_was_made() {
    none(
        ask("SELECT table_name || ' has no created_at' AS line FROM information_schema.tables t
              WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '__diesel_schema_migrations'
                AND NOT EXISTS (SELECT FROM information_schema.columns c WHERE c.table_schema = 'public'
                                AND c.table_name = t.table_name AND c.column_name = 'created_at' AND c.is_nullable = 'NO')
              ORDER BY 1")
        .await,
    );
}

/// `table.column` → type, as diesel writes it. Search vectors are left out: only raw conditions name them.
async fn in_the_database() -> BTreeMap<String, String> {
    let columns = ask("SELECT table_name || '.' || column_name || ' ' || is_nullable || ' ' || udt_name AS line
                       FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
                       WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                         AND table_name <> '__diesel_schema_migrations' AND udt_name <> 'tsvector'")
    .await;
    let typed = columns.iter().map(|line| {
        let words: Vec<&str> = line.split(' ').collect();
        let plain = match words[2] {
            "_text" => "Array<Text>".to_owned(),
            "tstzrange" => "Range<Timestamptz>".to_owned(),
            other => other[..1].to_uppercase() + &other[1..],
        };
        (words[0].to_owned(), if words[1] == "YES" { format!("Nullable<{plain}>") } else { plain })
    });
    typed.collect()
}

fn in_the_code() -> BTreeMap<String, String> {
    let code = std::fs::read_to_string(root().join("src/platform/db/schema.rs")).expect("schema.rs");
    let mut table = "";
    let mut columns = BTreeMap::new();
    for line in code.lines().map(str::trim) {
        if let Some((column, kind)) = line.split_once(" -> ").filter(|_| !line.starts_with("diesel::")) {
            columns.insert(format!("{table}.{column}"), kind.trim_end_matches(',').to_owned());
        } else if let Some((name, _)) = line.split_once(" (").filter(|_| line.ends_with(") {")) {
            table = name;
        }
    }
    columns
}

#[tokio::test]
async fn the_schema_in_the_code_is_that_of_the_database() {
    let (database, code) = (in_the_database().await, in_the_code());
    let mut breaches: Vec<String> = database
        .iter()
        .filter(|(c, t)| code.get(*c) != Some(t))
        .map(|(c, t)| format!("{c} is {t} in the database, {:?} in schema.rs", code.get(c)))
        .collect();
    breaches.extend(code.keys().filter(|c| !database.contains_key(*c)).map(|c| format!("{c} is only in schema.rs")));
    none(breaches);
}
