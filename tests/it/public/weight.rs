//! The first view of a page on a slow connection: everything the browser must fetch, packed.

use std::collections::BTreeMap;

use crate::{
    citizen::road::begun,
    support::{Answer, Browser, TestPortal},
};

/// 80 KB, packed.
const MOST: usize = 80 * 1024;

/// What a page needs before it looks as it should: styles, scripts, both fonts, icons.
fn needed(page: &Answer) -> Vec<String> {
    let of = |selector: &str, name: &str| page.attributes(selector, name);
    let icons = of("svg use", "href").into_iter().filter_map(|href| Some(href.split_once('#')?.0.to_owned()));
    let mut all: Vec<String> = of("link[rel='stylesheet'], link[rel='preload'], link[rel='icon']", "href");
    all.extend(of("script[src]", "src"));
    all.extend(icons);
    all.sort();
    all.dedup();
    all
}

/// Bytes on the wire, by address.
async fn weigh(browser: &mut Browser<'_>, path: &str) -> BTreeMap<String, usize> {
    let page = browser.get(path).await;
    assert!(page.status.is_success(), "{path}: {}", page.status);
    browser.headers.push(("accept-encoding", "gzip, br".into()));
    let mut weights = BTreeMap::from([(path.to_owned(), browser.get(path).await.body.len())]);
    for address in needed(&page) {
        let part = browser.get(&address).await;
        assert!(part.status.is_success(), "{address}: {}", part.status);
        weights.insert(address, part.body.len());
    }
    browser.headers.clear();
    weights
}

#[actix_web::test]
async fn the_first_view_of_home_service_and_form_weighs_80_kb_at_most() {
    let portal = TestPortal::open().await;
    assert!(portal.platform.assets.are_built(), "styles and scripts are not built: run `make assets`");
    let mut citizen = portal.citizen().await;
    let draft = begun(&mut citizen).await;
    let form = format!("{draft}/nguoi-yeu-cau");
    for (name, path) in [("home", "/"), ("search", "/dich-vu?q=khai+sinh"), ("service", "/dich-vu/khai-sinh"), ("form", form.as_str())] {
        let weights = weigh(&mut citizen, path).await;
        assert!(weights.len() >= 6, "{name}: {weights:#?}");
        let total: usize = weights.values().sum();
        eprintln!("{name}: {total} bytes in {} parts", weights.len());
        assert!(total <= MOST, "{name} weighs {total} bytes:\n{weights:#?}");
    }
}
