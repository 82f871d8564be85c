//! Finding a service as people look for it.

use motcua::catalogue::{self, Filters};

use crate::support::TestPortal;

/// What is typed → the code that must come first.
const QUERIES: &[(&str, &str)] = &[
    ("xac nhan doc than", "1.004873"),
    ("tinh trang hon nhan", "1.004873"),
    ("Xác nhận độc thân", "1.004873"),
    ("giấy độc thân", "1.004873"),
    ("xac nhan tinh trang hon nahn", "1.004873"),
    ("chưa kết hôn", "1.004873"),
    ("1.004873", "1.004873"),
    ("khai sinh", "1.001193"),
    ("dang ky khai sinh", "1.001193"),
    ("lam giay khai sinh cho con", "1.001193"),
    ("giấy chứng sinh", "1.001193"),
    ("dang ky khai shin", "1.001193"),
    ("1.001193", "1.001193"),
    ("trich luc ket hon", "2.000635"),
    ("bản sao giấy khai sinh", "2.000635"),
    ("trích lục khai tử", "2.000635"),
    ("mat giay khai sinh", "2.000635"),
    ("2.000635", "2.000635"),
];

#[tokio::test]
async fn everyday_words_find_the_service_first() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    let mut misses = Vec::new();
    for (typed, code) in QUERIES {
        let found = catalogue::search(&mut conn, typed, &Filters::default()).await.expect("search runs");
        let first = found.hits.first().map(|hit| hit.code.clone()).unwrap_or_default();
        if first != *code {
            misses.push(format!("“{typed}” finds {first:?} first, not {code}"));
        }
    }
    assert!(misses.is_empty(), "\n{}", misses.join("\n"));
}

#[tokio::test]
async fn nothing_typed_lists_everything_and_nonsense_finds_nothing() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    let all = catalogue::search(&mut conn, "  ", &Filters::default()).await.expect("search runs");
    assert!(all.total >= 3 && all.hits.len() >= 3);
    for nonsense in ["zzzz qqqq", "%", "_", "'; drop table services; --"] {
        let found = catalogue::search(&mut conn, nonsense, &Filters::default()).await.expect("search runs");
        assert_eq!(found.total, 0, "{nonsense}");
    }
    let other = Filters { field: Some("Đất đai".into()), ..Filters::default() };
    assert_eq!(catalogue::search(&mut conn, "khai sinh", &other).await.expect("search runs").total, 0);
}
