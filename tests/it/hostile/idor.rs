//! Everything of one person, asked for and changed by others: in every address that names a thing, with every
//! thing's own id, and in every body. Nobody reads a word of it, and not one row of it changes.

use std::collections::{BTreeMap, BTreeSet};

use diesel::{QueryableByName, sql_query, sql_types::Text};
use diesel_async::RunQueryDsl;

use crate::{
    citizen::{
        road,
        walk::{PDF, Walk},
    },
    house::routes::{Door, ROUTES},
    stories::desk,
    support::{Answer, Browser, TestPortal, Upload},
};

/// Stands in the dossier and in its draft, and nowhere else.
const SECRET: &str = "Bí Mật Thầm Kín";
const DOCUMENT: &str = "giay_to_khac";

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    word: String,
}

async fn words(portal: &TestPortal, question: &str) -> Vec<String> {
    let rows: Vec<Row> = sql_query(question.to_owned()).load(&mut portal.conn().await).await.expect(question);
    rows.into_iter().map(|row| row.word).collect()
}

/// What belongs to somebody: ids for the words in braces.
struct Things {
    codes: Vec<String>,
    ids: Vec<String>,
    files: Vec<String>,
}

async fn send_file(citizen: &mut Browser<'_>, draft: &str) {
    let papers = format!("{draft}/tep");
    citizen.get(&papers).await;
    let file = Upload { field: DOCUMENT, file_name: "bi-mat.pdf", media_type: "application/pdf", bytes: PDF };
    let sent = citizen.upload(&papers, &[("send", "1")], &[file]).await;
    assert!(!sent.status.is_client_error(), "{}", sent.main_text());
}

async fn filled_secretly(citizen: &mut Browser<'_>) -> String {
    let draft = road::filled(citizen).await;
    let answers = [("record.full_name", SECRET)];
    assert!(road::fill(citizen, &draft, "nguoi-duoc-dang-ky", &answers).await.location().is_some(), "the secret is taken");
    send_file(citizen, &draft).await;
    draft
}

/// Two dossiers and a draft of the owner, one of them waiting for a supplement, one asked about elsewhere; and what
/// an official of the right agency keeps.
async fn made(portal: &TestPortal) -> Things {
    let mut owner = portal.citizen().await;
    let mut codes = Vec::new();
    for _ in 0..2 {
        let draft = filled_secretly(&mut owner).await;
        codes.push(road::code_of(&road::submitted(&mut owner, &draft).await));
    }
    filled_secretly(&mut owner).await;
    let mut counter = portal.official("motcua", "viettri").await;
    let item = Walk::of(portal, road::SERVICE, "01-").version.definition.documents[1].key.clone();
    let asks = [("items", format!("document:{item}")), ("reason", SECRET.to_owned()), ("days", "5".to_owned())];
    let asks: Vec<(&str, &str)> = asks.iter().map(|(name, value)| (*name, value.as_str())).collect();
    desk::send(&mut counter, &codes[0], "yeu-cau-bo-sung", &asks).await;
    counter.post_form("/can-bo/bo-loc", &[("name", SECRET), ("ds", "hang=late")]).await;
    desk::press(&mut counter, &codes[1], "tiep-nhan").await;
    desk::press(&mut counter, &codes[1], "chuyen-buoc").await;
    away(portal).await;
    portal.run_jobs().await;
    let tables = ["dossiers", "papers", "notices", "sessions", "saved_views", "delegations", "attachments"];
    let whose = "'nguyen.van.mau@example.vn', 'motcua.viettri@example.vn', 'hotich.viettri@example.vn'";
    let mut ids = words(portal, &format!("SELECT id::text AS word FROM accounts WHERE email IN ({whose})")).await;
    for table in tables {
        ids.extend(words(portal, &format!("SELECT id::text AS word FROM {table} ORDER BY id DESC LIMIT 12")).await);
    }
    Things { codes, ids, files: words(portal, "SELECT id::text AS word FROM attachments").await }
}

/// The civil status officer is away; a colleague stands in.
async fn away(portal: &TestPortal) {
    let mut absent = portal.official("hotich", "viettri").await;
    let page = absent.get("/can-bo/di-vang").await;
    let whom = page.attributes("#whom option", "value").into_iter().find(|value| !value.is_empty()).expect("a colleague");
    let fields = [("whom", whom.as_str()), ("from", "2026-11-24"), ("until", "2026-11-25"), ("reason", SECRET)];
    assert!(absent.post_form("/can-bo/di-vang", &fields).await.location().is_some(), "away");
}

/// Every row that names a thing of the owner or of the official, table by table. What counts attempts, looks and
/// work is left out.
async fn rows_of(portal: &TestPortal, things: &Things) -> BTreeMap<String, String> {
    let left_out = ["attempts", "audit", "jobs", "ceremonies", "__diesel_schema_migrations"];
    let tables = words(portal, "SELECT tablename::text AS word FROM pg_tables WHERE schemaname = 'public'").await;
    let known: Vec<String> = things.ids.iter().chain(&things.codes).map(|id| format!("'%{id}%'")).collect();
    let mut rows = BTreeMap::new();
    for table in tables.iter().filter(|table| !left_out.contains(&table.as_str())) {
        let question = format!(
            "SELECT count(*)::text || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS word \
             FROM {table} AS t WHERE t::text LIKE ANY (ARRAY[{}])",
            known.join(",")
        );
        rows.insert(table.clone(), words(portal, &question).await.remove(0));
    }
    rows
}

/// The addresses that a path may mean with these things.
fn addresses(path: &str, things: &Things) -> BTreeSet<String> {
    let mut made = BTreeSet::from([path.to_owned()]);
    let slots: [(&str, &[String]); 3] = [("{code}", &things.codes), ("{id}", &things.ids), ("{file}", &things.files)];
    for (slot, values) in slots {
        made = made.iter().flat_map(|path| values.iter().map(|value| path.replace(slot, value)).collect::<Vec<_>>()).collect();
    }
    let rest = [("{document}", DOCUMENT), ("{page}", road::PAGES[0].0), ("{slug}", road::SERVICE), ("{province}", "25")];
    made.iter().map(|path| rest.iter().fold(path.clone(), |path, (slot, value)| path.replace(slot, value))).collect()
}

/// A body that says every id of the owner under every name by which a handler reads one.
fn body(things: &Things) -> Vec<(&'static str, String)> {
    let mut fields = Vec::new();
    for code in &things.codes {
        fields.push(("code", code.clone()));
        fields.extend((0..9).map(|version| ("item", format!("{code}:{version}"))));
    }
    for id in things.ids.iter().chain(&things.files) {
        fields.extend(["agency", "to", "whom", "like", "items", "account", "key"].map(|name| (name, id.clone())));
    }
    let rest = [
        ("viec", "forward"),
        ("version", "1"),
        ("reason", "xem thử"),
        ("note", "xem thử"),
        ("answer", "agree"),
        ("opinion", "agrees"),
        ("verdict", "again"),
        ("retry", "1"),
        ("days", "5"),
        ("name", "của tôi"),
        ("ds", "hang=late"),
        ("last_four", "9999"),
        ("check_code", "ABCDEFGHJKLM"),
        ("asks", "1"),
        ("agreed", "yes"),
        ("from", "2026-11-24"),
        ("until", "2026-11-25"),
    ];
    fields.extend(rest.map(|(name, value)| (name, value.to_owned())));
    fields
}

fn tells_nothing(answer: &Answer, what: &str, things: &Things) {
    assert!(!answer.status.is_server_error(), "{what}: {}", answer.status);
    let text = answer.text();
    assert!(!text.contains(SECRET), "{what}: the secret is told");
    assert!(
        !things.files.iter().any(|file| what.contains("/tep/") && text.contains("%PDF") && what.contains(file)),
        "{what}: a file opened"
    );
    // What somebody typed is said back to him; a page that was only asked for names nothing.
    if answer.status.is_success() && what.contains(": GET ") {
        let named = things.codes.iter().find(|code| text.contains(code.as_str()));
        assert!(named.is_none(), "{what}: {named:?} is named");
    }
}

/// Its own draft in the address, another's file behind it.
async fn across(portal: &TestPortal, other: &mut Browser<'_>, things: &Things) {
    let own = road::begun(other).await;
    for file in &things.files {
        let answer = other.post_form(&format!("{own}/tep/{file}/xoa"), &[]).await;
        tells_nothing(&answer, &format!("{own}/tep/{file}"), things);
    }
    for agency in ["reuse", "attachment", "again"] {
        for id in &things.ids {
            tells_nothing(&other.post_form(&format!("{own}/tep/{DOCUMENT}"), &[(agency, id)]).await, "a file of another's", things);
        }
    }
    let _ = portal;
}

#[actix_web::test]
async fn nobody_reaches_what_is_anothers_by_its_id() {
    let portal = TestPortal::open().await;
    let things = made(&portal).await;
    assert!(things.files.len() >= 3 && things.ids.len() > 20, "there is something to steal");
    let mut strangers = [
        ("stranger", portal.anonymous()),
        ("other citizen", portal.other_citizen().await),
        ("desk elsewhere", portal.official("motcua", "vinhyen").await),
        ("leader elsewhere", portal.official("chutich", "vinhyen").await),
    ];
    let before = rows_of(&portal, &things).await;
    assert!(before.values().filter(|rows| !rows.starts_with("0 ")).count() > 8, "{before:?}");
    let fields = body(&things);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut asked = 0;
    for (who, browser) in &mut strangers {
        for (method, path, door) in ROUTES.iter().filter(|(_, path, _)| !path.starts_with("/static") && *path != "/dang-xuat") {
            // Their own accounts are theirs to change.
            if matches!(door, Door::Machine | Door::Demo) || (*method == "POST" && path.starts_with("/tai-khoan") && !path.contains('{')) {
                continue;
            }
            for address in addresses(path, &things) {
                let answer = if *method == "POST" { browser.post_form(&address, &fields).await } else { browser.get(&address).await };
                tells_nothing(&answer, &format!("{who}: {method} {address}"), &things);
                asked += 1;
            }
        }
        for search in [SECRET, &things.codes[0], "bi-mat.pdf", "Nguyễn Văn Mẫu"] {
            let asks = super::nasty::in_address(search);
            for address in [format!("/can-bo?q={asks}"), format!("/can-bo/hang-loat?viec=forward&ma={asks}"), format!("/ho-so?q={asks}")] {
                let answer = browser.get(&address).await;
                assert!(!answer.text().contains(SECRET), "{who}: {address}");
            }
        }
        for table in ["csv", "xlsx"] {
            let register = browser.get(&format!("/can-bo/so-theo-doi/{table}?tu=2026-11-01&den=2026-11-30")).await;
            tells_nothing(&register, &format!("{who}: {table}"), &things);
        }
    }
    across(&portal, &mut strangers[1].1, &things).await;
    let after = rows_of(&portal, &things).await;
    assert_eq!(before, after, "after {asked} attempts");
    eprintln!("{asked} attempts");
}
