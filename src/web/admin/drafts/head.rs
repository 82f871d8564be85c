//! The head of every page of a draft: of which service, who saved last, and the parts as tabs.

use serde::Serialize;

use crate::{
    catalogue::{
        self, Draft, ServiceDefinition, Workshop,
        editing::{PARTS, Part},
        proof::{self, Finding},
    },
    dossiers::Rules,
    kernel::{places::Place, places::admin::AdminPlace},
    web::{
        admin::side::{self, SideGroup, side},
        extract::Conn,
        shell::{Error, Visit},
        words,
    },
};

#[derive(Debug, Clone, Serialize)]
pub struct Head {
    pub side: Vec<SideGroup>,
    pub back: String,
    pub name: String,
    /// Of the save that this page shows.
    pub number: String,
    pub saved: String,
    /// Where the last edit is undone; empty while there is none.
    pub undo: String,
    pub publish: String,
    pub tabs: Vec<TabView>,
}

#[derive(Debug, Clone, Serialize)]
pub struct TabView {
    text: String,
    href: String,
    current: bool,
    /// So many places must be mended before publication.
    wrong: usize,
    /// Nothing must be mended.
    done: bool,
}

/// A draft as its pages see it; the definition is missing while the files do not make one.
pub struct Opened {
    pub draft: Draft,
    pub definition: Result<ServiceDefinition, Box<Finding>>,
    pub name: String,
}

/// The open draft of a service, or 404. One statement.
pub async fn open(conn: &mut Conn, rules: &Rules, slug: &str) -> Result<Opened, Error> {
    let draft = catalogue::draft(conn.open().await?, slug).await?.ok_or(Error::NotFound)?;
    conn.close();
    let definition = workshop(rules)?.read(slug, &draft.folder).map_err(|fault| Box::new(proof::unreadable(slug, &fault)));
    let known = || rules.catalogue.newest(slug).map(|version| version.definition.name.vi.clone());
    let name = definition.as_ref().map_or_else(|_| known().unwrap_or_else(|| slug.to_owned()), |service| service.name.vi.clone());
    Ok(Opened { draft, definition, name })
}

pub fn workshop(rules: &Rules) -> Result<&Workshop, Error> {
    rules.catalogue.workshop().ok_or_else(|| Error::internal(anyhow::anyhow!("this process makes no versions")))
}

/// A finding as a sentence.
pub fn said(visit: &Visit, finding: &Finding) -> String {
    finding.said(&|key, args| {
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        visit.text(key, &args)
    })
}

/// The tab in which a finding is mended.
pub fn tab_of_finding(finding: &Finding) -> &str {
    if finding.part.starts_with("form-") { "form" } else { tab_of(&finding.part) }
}

/// `current`: the word of a part, `form`, or nothing.
pub fn head(visit: &Visit, opened: &Opened, current: &str) -> Head {
    let current = tab_of(current);
    let draft = &opened.draft;
    let slug = || draft.slug.clone();
    let findings = opened.definition.as_ref().map(proof::wanting);
    let wrong = |word: &str| findings.iter().flatten().filter(|finding| finding.blocks && tab_of_finding(finding) == word).count();
    let tab = |word: &str, place: AdminPlace| TabView {
        text: visit.text(&format!("part-{word}"), &[]),
        href: Place::Admin(place).path(),
        current: word == current,
        wrong: wrong(word),
        done: word != "desk" && findings.is_ok() && wrong(word) == 0,
    };
    let parts = PARTS.iter().filter(|part| part.under.is_none()).map(|part| tab(part.word, place_of(&draft.slug, part)));
    let desk = tab("desk", AdminPlace::Draft(slug()));
    let form = tab("form", AdminPlace::Part(slug(), "form".to_owned()));
    let mut tabs: Vec<TabView> = std::iter::once(desk).chain(parts).collect();
    tabs.insert(2, form);
    let args = [("name", draft.saved_by.as_str().into()), ("at", words::moment(draft.saved_at).into())];
    Head {
        side: side(visit, &AdminPlace::Services),
        back: Place::Admin(AdminPlace::Service(slug())).path(),
        name: opened.name.clone(),
        number: draft.number.to_string(),
        saved: visit.text("admin-draft-saved", &args),
        undo: if draft.number > 1 { Place::Admin(AdminPlace::DraftUndo(slug())).path() } else { String::new() },
        publish: Place::Admin(AdminPlace::DraftPublish(slug())).path(),
        tabs,
    }
}

/// The tab in which a part stands.
fn tab_of(word: &str) -> &str {
    PARTS.iter().find(|part| part.word == word).and_then(|part| part.under).unwrap_or(word)
}

/// The pages beside this one in its tab: `Quy trình`, `Lấy ý kiến`.
pub fn beside(visit: &Visit, slug: &str, current: &str) -> Vec<TabView> {
    let tab = tab_of(current);
    let in_tab = |part: &&Part| part.word == tab || part.under == Some(tab);
    let view = |part: &Part| TabView {
        text: visit.text(&format!("part-{}", part.word), &[]),
        href: Place::Admin(place_of(slug, part)).path(),
        current: part.word == current,
        wrong: 0,
        done: false,
    };
    let all: Vec<TabView> = PARTS.iter().filter(in_tab).map(view).collect();
    if all.len() > 1 { all } else { Vec::new() }
}

fn place_of(slug: &str, part: &Part) -> AdminPlace {
    if part.path.is_empty() {
        AdminPlace::Item(slug.to_owned(), part.word.to_owned(), "0".to_owned())
    } else {
        AdminPlace::Part(slug.to_owned(), part.word.to_owned())
    }
}

/// As samples show it.
pub fn sample() -> Head {
    let tab = |text: &str, wrong| TabView {
        text: text.into(),
        href: "/quan-tri/dich-vu/khai-sinh/ban-nhap/phan/fees".into(),
        current: wrong > 0,
        wrong,
        done: wrong == 0,
    };
    Head {
        side: side::sample(),
        back: "/quan-tri/dich-vu/khai-sinh".into(),
        name: "Đăng ký khai sinh".into(),
        number: "4".into(),
        saved: "Bản nháp do Chu Thị Cấu lưu lúc 23/11/2026, 09:00".into(),
        undo: "/quan-tri/dich-vu/khai-sinh/ban-nhap/hoan-tac".into(),
        publish: "/quan-tri/dich-vu/khai-sinh/ban-nhap/cong-bo".into(),
        tabs: vec![tab("Lệ phí", 2), tab("Giấy tờ", 0)],
    }
}
