//! Walking through the finds: filters, pages forward and back, nothing found.

use motcua::catalogue::{
    Filters, Found, From,
    procedures::{Audience, Level},
};

use crate::support::TestPortal;

async fn find(portal: &TestPortal, typed: &str, filters: &Filters) -> Found {
    let mut conn = portal.conn().await;
    portal.rules.catalogue.search(&mut conn, typed, filters).await.expect("search runs")
}

fn codes(found: &Found) -> Vec<String> {
    found.hits.iter().map(|hit| hit.code.to_string()).collect()
}

/// Every find, page by page; then back to the first page.
async fn walk(portal: &TestPortal, typed: &str, filters: &Filters) -> Vec<String> {
    let mut page = find(portal, typed, filters).await;
    let (total, first) = (page.total, codes(&page));
    let mut all = codes(&page);
    let mut pages = 1;
    while page.has_next {
        let from = From::After(page.hits.last().expect("a full page").code.clone());
        page = find(portal, typed, &Filters { from, ..filters.clone() }).await;
        assert_eq!(page.total, total, "the number of finds does not depend on the page");
        all.extend(codes(&page));
        pages += 1;
    }
    for number in (1..pages).rev() {
        assert!(page.has_previous, "page {number} is before");
        let from = From::Before(page.hits.first().expect("a page").code.clone());
        page = find(portal, typed, &Filters { from, ..filters.clone() }).await;
    }
    assert_eq!(codes(&page), first, "back at the beginning");
    assert!(!page.has_previous);
    assert_eq!(u64::try_from(all.len()).expect("a number"), total);
    let once: std::collections::BTreeSet<&String> = all.iter().collect();
    assert_eq!(once.len(), all.len(), "nobody stands on two pages");
    all
}

#[tokio::test]
async fn every_find_is_met_once_forward_and_back() {
    let portal = TestPortal::open().await;
    let land = Filters { field: Some("Đất đai".into()), ..Filters::default() };
    assert!(walk(&portal, "", &land).await.len() > 40);
    assert!(walk(&portal, "cấp giấy phép", &Filters::default()).await.len() > 40);
}

#[tokio::test]
async fn what_can_be_handed_in_here_stands_before_the_rest_and_the_commune_before_the_ministry() {
    let portal = TestPortal::open().await;
    let all = find(&portal, "", &Filters::default()).await;
    assert!(all.total > 2_600, "{} procedures", all.total);
    assert!(all.hits.first().is_some_and(|hit| hit.service.is_some()));
    let online = Filters { online_only: true, ..Filters::default() };
    let services = walk(&portal, "", &online).await;
    assert_eq!(services.len(), portal.rules.catalogue.all_in_force(portal.now().instant()).len());
    let cards = find(&portal, "mất thẻ căn cước", &Filters::default()).await;
    assert_eq!(cards.hits.first().map(|hit| hit.levels.as_slice()), Some(&[Level::Commune][..]));
}

#[tokio::test]
async fn filters_hold_for_every_find() {
    let portal = TestPortal::open().await;
    let province = find(&portal, "cấp giấy phép", &Filters { level: Some(Level::Province), ..Filters::default() }).await;
    assert!(!province.hits.is_empty() && province.hits.iter().all(|hit| hit.levels.contains(&Level::Province)));
    let whole = find(&portal, "giấy phép", &Filters::default()).await.total;
    let business = find(&portal, "giấy phép", &Filters { audience: Some(Audience::Business), ..Filters::default() }).await.total;
    assert!(0 < business && business < whole, "{business} of {whole}");
    let other = Filters { field: Some("Đất đai".into()), ..Filters::default() };
    assert!(find(&portal, "khai sinh", &other).await.hits.iter().all(|hit| hit.field == "Đất đai"));
}

#[tokio::test]
async fn nonsense_finds_nothing_and_breaks_nothing() {
    let portal = TestPortal::open().await;
    for nonsense in ["zzzz qqqq", "%", "_", "'; drop table procedures; --", "…", "9.999999", "\u{0}", &"a ".repeat(4_000)] {
        let found = find(&portal, nonsense, &Filters::default()).await;
        assert!(found.total < 60, "“{nonsense:.40}” finds {}", found.total);
    }
    assert_eq!(find(&portal, "zzzz qqqq", &Filters::default()).await.total, 0);
    let lost = Filters { from: From::After("6.999999".parse().expect("a code")), ..Filters::default() };
    assert!(!find(&portal, "khai sinh", &lost).await.hits.is_empty(), "a place that is no longer there is the beginning");
}

#[tokio::test]
async fn a_code_is_found_with_and_without_its_dot_and_alone() {
    let portal = TestPortal::open().await;
    for typed in ["1.012784", "1012784", " 1.012784 "] {
        assert_eq!(codes(&find(&portal, typed, &Filters::default()).await), ["1.012784"], "{typed}");
    }
}
