//! How often the procedure that is meant comes first, and among the first three.

use motcua::{
    catalogue::{Filters, procedures},
    platform::db::Conn,
};

use crate::support::TestPortal;

const QUERIES: &str = include_str!("queries.txt");

/// In thousandths.
const FIRST: usize = 850;
const FIRST_THREE: usize = 950;

/// Queries whose procedure the portal knows, and the others: a list or a folder has lost it.
async fn divide<'a>(conn: &mut Conn, queries: &[(&'a str, &'a str)]) -> (Vec<(&'a str, &'a str)>, Vec<&'a str>) {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for (typed, code) in queries {
        let procedure = procedures::procedure(conn, &code.parse().expect("a code")).await.expect("read");
        if procedure.is_some() { known.push((*typed, *code)) } else { unknown.push(*typed) }
    }
    (known, unknown)
}

#[tokio::test]
async fn everyday_words_find_what_is_meant() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    let queries: Vec<(&str, &str)> =
        QUERIES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" → ")).collect();
    assert!(queries.len() >= 150, "only {} queries", queries.len());
    let (mut first, mut three, mut misses) = (0, 0, Vec::new());
    let (known, unknown) = divide(&mut conn, &queries).await;
    for (typed, code) in &known {
        let found = portal.rules.catalogue.search(&mut conn, typed, &Filters::default()).await.expect("search runs");
        let place = found.hits.iter().position(|hit| hit.code.as_str() == *code);
        first += usize::from(place == Some(0));
        three += usize::from(place.is_some_and(|place| place < 3));
        if place != Some(0) {
            let instead = found.hits.first().map(|hit| format!("{} {}", hit.code, hit.name)).unwrap_or_default();
            misses.push(format!("“{typed}” → {code} is number {:?}; first is {instead:.90}", place.map(|place| place + 1)));
        }
    }
    assert!(unknown.is_empty(), "no procedure of the portal answers {unknown:?}");
    let share = |hits: usize| hits * 1000 / known.len();
    let told = format!(
        "{} queries over {} procedures: first {} ‰, first three {} ‰\n{}",
        known.len(),
        portal.rules.catalogue.known_procedures(),
        share(first),
        share(three),
        misses.join("\n")
    );
    eprintln!("{told}");
    assert!(share(first) >= FIRST && share(three) >= FIRST_THREE, "{told}");
}
