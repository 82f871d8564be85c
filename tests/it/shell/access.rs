//! Every address, asked by everybody, for a dossier that belongs to one of them: a committed snapshot.
//! A new route joins by standing in ROUTES; a new kind of id in an address needs a value here.

use std::{collections::BTreeMap, fmt::Write};

use crate::{
    citizen::road,
    house::routes::{Door, ROUTES},
    support::{Browser, TestPortal},
};

/// What belongs to the owner: the words in braces and their values.
struct Things {
    draft: String,
    code: String,
    paper: String,
}

impl Things {
    async fn made(owner: &mut Browser<'_>) -> Self {
        let sent = road::filled(owner).await;
        let code = road::code_of(&road::submitted(owner, &sent).await);
        let page = owner.get(&format!("/ho-so/{code}")).await;
        let papers = page.attributes("a[href^='/van-ban/']", "href");
        let paper = papers.first().map_or_else(nothing, |href| href.trim_start_matches("/van-ban/").to_owned());
        let draft = road::begun(owner).await.trim_start_matches("/nop/ban-nhap/").to_owned();
        Self { draft, code, paper }
    }

    fn address(&self, path: &str) -> String {
        let id = match path {
            path if path.starts_with("/nop/ban-nhap/") => self.draft.clone(),
            path if path.starts_with("/van-ban/") => self.paper.clone(),
            _ => nothing(),
        };
        let words = BTreeMap::from([
            ("code", if path.starts_with("/xac-minh") { "ABCDEFGHJKLM".to_owned() } else { self.code.clone() }),
            ("id", id),
            ("file", nothing()),
            ("slug", road::SERVICE.to_owned()),
            ("document", "giay_to".to_owned()),
            ("page", road::PAGES[0].0.to_owned()),
            ("token", "0".to_owned()),
            ("place", "0".to_owned()),
            ("province", "25".to_owned()),
        ]);
        let mut filled = String::new();
        for part in path.split_inclusive('}') {
            let (before, name) = part.split_once('{').unwrap_or((part, ""));
            let name = name.trim_end_matches('}');
            filled += before;
            if !name.is_empty() {
                filled += words.get(name).map_or("0", String::as_str);
            }
        }
        filled
    }
}

fn nothing() -> String {
    "01900000-0000-7000-8000-000000000000".to_owned()
}

/// Addresses behind a door; what only machines or everybody asks is tried elsewhere.
fn doors() -> impl Iterator<Item = (&'static str, &'static str)> {
    let private = ROUTES.iter().filter(|(_, _, door)| matches!(door, Door::Citizen | Door::Official));
    private.map(|(method, path, _)| (*method, *path))
}

async fn ask(browser: &mut Browser<'_>, method: &str, address: &str) -> u16 {
    let answer = if method == "GET" { browser.get(address).await } else { browser.post_form(address, &[]).await };
    answer.status.as_u16()
}

/// Reading is asked by everybody; changing by those to whom the thing does not belong.
#[actix_web::test]
async fn who_may_open_what() {
    let portal = TestPortal::open().await;
    let mut owner = portal.citizen().await;
    let things = Things::made(&mut owner).await;
    let mut strangers = [
        ("stranger", portal.anonymous()),
        ("other citizen", portal.other_citizen().await),
        ("desk elsewhere", portal.official("motcua", "vinhyen").await),
        ("leader elsewhere", portal.official("chutich", "vinhyen").await),
    ];
    let mut insiders = [
        ("owner", owner),
        ("desk", portal.official("motcua", "viettri").await),
        ("civil status", portal.official("hotich", "viettri").await),
        ("leader", portal.official("chutich", "viettri").await),
        ("clerk", portal.official("vanthu", "viettri").await),
    ];
    let (mut table, mut leaks) = (String::new(), Vec::new());
    for (method, path) in doors() {
        let address = things.address(path);
        let names_a_thing = ["{code}", "{id}", "{file}"].iter().any(|word| path.contains(word));
        write!(table, "{method} {path}").expect("written");
        for (who, browser) in &mut strangers {
            let status = ask(browser, method, &address).await;
            write!(table, " | {who} {status}").expect("written");
            if names_a_thing && (200..300).contains(&status) {
                leaks.push(format!("{who}: {method} {address} answers {status}"));
            }
        }
        if method == "GET" {
            for (who, browser) in &mut insiders {
                write!(table, " | {who} {}", ask(browser, method, &address).await).expect("written");
            }
        }
        table.push('\n');
    }
    assert!(leaks.is_empty(), "{leaks:#?}");
    insta::assert_snapshot!(table);
}
