//! The statements of search read indexes, at the full size of the list.

use diesel::{QueryableByName, sql_types::Text};
use diesel_async::RunQueryDsl;
use motcua::{catalogue::Filters, platform::db::Conn};

use crate::support::TestPortal;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text, column_name = "QUERY PLAN")]
    line: String,
}

/// How PostgreSQL reads: the parameters of a recorded statement are written into it.
async fn plan(conn: &mut Conn, statement: &str) -> String {
    let (sql, binds) = statement.split_once(" -- binds: ").expect("a recorded statement names its parameters");
    let binds: Vec<String> = parameters(binds);
    let mut filled = sql.to_owned();
    // From the last: `$12` begins like `$1`.
    for (at, bind) in binds.iter().enumerate().rev() {
        filled = filled.replace(&format!("${}", at + 1), bind);
    }
    let lines: Vec<Line> = diesel::sql_query(format!("EXPLAIN {filled}")).load(conn).await.unwrap_or_else(|e| panic!("{e}\n{filled}"));
    lines.into_iter().map(|line| line.line).collect::<Vec<_>>().join("\n")
}

/// `["a", "b"], Some("c"), 1.5` as SQL.
fn parameters(binds: &str) -> Vec<String> {
    let inner = binds.trim();
    let inner = inner.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).unwrap_or(inner);
    let (mut all, mut depth, mut quoted, mut current) = (Vec::new(), 0_i32, false, String::new());
    for c in inner.chars() {
        match c {
            '"' => quoted = !quoted,
            '[' | '(' if !quoted => depth += 1,
            ']' | ')' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                all.push(std::mem::take(&mut current));
                continue;
            }
            _ => {}
        }
        current.push(c);
    }
    all.push(current);
    all.iter().map(|bind| sql(bind.trim())).collect()
}

fn sql(bind: &str) -> String {
    let inside = |bind: &str, name: &str| bind.strip_prefix(name).and_then(|rest| rest.strip_suffix(')')).unwrap_or(bind).to_owned();
    let plain = inside(&inside(bind, "Some("), "ProcedureCode(");
    match plain.as_str() {
        "None" => "NULL::text".to_owned(),
        "[]" => "'{}'::text[]".to_owned(),
        list if list.starts_with("[\"") => format!("ARRAY{}::text[]", list.replace('"', "'")),
        list if list.starts_with('[') => format!("ARRAY{list}::float8[]"),
        text if text.starts_with('"') => format!("{}::text", text.replace('"', "'")),
        other => other.to_owned(),
    }
}

#[tokio::test]
async fn a_search_reads_the_index_of_names_and_no_table_whole() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    let catalogue = &portal.rules.catalogue;
    catalogue.search(&mut conn, "khai sinh", &Filters::default()).await.expect("the words are read once");
    for typed in ["đăng ký khai sinh", "lam so do", "giấy phép xây dựng nhà ở", "cấp giấy chứng nhận", "1.004222"] {
        portal.statements.take();
        catalogue.search(&mut conn, typed, &Filters::default()).await.expect("search runs");
        let statements = portal.statements.take();
        assert_eq!(statements.len(), 1, "one statement for “{typed}”: {statements:#?}");
        let plan = plan(&mut conn, &statements[0]).await;
        assert!(plan.contains("procedure_names_tokens"), "“{typed}”:\n{plan}");
        assert!(!plan.contains("Seq Scan on procedure"), "“{typed}”:\n{plan}");
    }
}

#[tokio::test]
async fn walking_on_reads_the_order_of_the_list() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    let catalogue = &portal.rules.catalogue;
    let first = catalogue.search(&mut conn, "", &Filters::default()).await.expect("search runs");
    let from = motcua::catalogue::From::After(first.hits.last().expect("a page").code.clone());
    portal.statements.take();
    catalogue.search(&mut conn, "", &Filters { from, ..Filters::default() }).await.expect("search runs");
    let statements = portal.statements.take();
    let plan = plan(&mut conn, &statements[0]).await;
    assert!(plan.contains("procedures_in_order"), "{plan}");
}
