//! Words that mean harm, written into every field and looked for on every screen, in every letter, table and
//! paper: they are there, and they are words.

mod acts;
mod doors;
mod pages;
mod services;
mod tables;

use std::{
    collections::{BTreeSet, VecDeque},
    io::Write,
    process::{Command, Stdio},
};

use scraper::{Html, Selector};

use super::nasty::{COUNTED, MARK};
use crate::support::{Answer, Browser, TestPortal};

/// A formula, markup, two template languages, the language of the papers, SQL: one word for all who might take
/// it for theirs.
pub const WORD: &str = "=1+1 <xss-probe onload=alert(1)>'\"&{{ 1234*5678 }}${1234*5678}#eval(\"1234*5678\") '; --";

/// Attributes that lead somewhere.
const LEADING: [&str; 6] = ["href", "src", "action", "formaction", "data", "srcdoc"];

/// Nothing of what was written became more than words.
pub fn harmless(answer: &Answer, what: &str) {
    assert!(!answer.status.is_server_error(), "{what}: {}", answer.status);
    let text = answer.text();
    assert!(!text.contains(COUNTED), "{what}: something was counted");
    if answer.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
        only_words(&text, what);
    }
}

/// A page as a browser reads it: no element, no handler, no script, no address of anybody else.
pub fn only_words(page: &str, what: &str) {
    assert!(!page.contains(MARK), "{what}: markup came back");
    let parsed = Html::parse_document(page);
    for found in parsed.select(&Selector::parse("*").expect("everything")) {
        let element = found.value();
        assert_ne!(element.name(), "xss-probe", "{what}");
        // What the portal itself writes there holds nothing that anybody typed.
        let script: String = if element.name() == "script" { found.text().collect() } else { String::new() };
        assert!(!script.contains("1234*5678") && !script.contains("=1+1"), "{what}: words in a script: {script}");
        for (name, value) in element.attrs() {
            assert!(!name.starts_with("on"), "{what}: {name}={value}");
            let leads = LEADING.contains(&name) && !value.starts_with("data:image/");
            let scheme = value.trim_start().split([':', '/', '?', '#']).next().unwrap_or_default().to_lowercase();
            assert!(!leads || !["javascript", "data", "vbscript"].contains(&scheme.as_str()), "{what}: {name}={value}");
        }
    }
}

/// Looks at everything that links lead to from these addresses, at most so many; each is harmless. The addresses
/// on which the word could be read.
pub async fn look_everywhere(who: &str, browser: &mut Browser<'_>, from: &[String], most: usize) -> Vec<String> {
    let mut waiting: VecDeque<String> = from.iter().cloned().collect();
    let (mut seen, mut told) = (BTreeSet::new(), Vec::new());
    while let Some(address) = waiting.pop_front() {
        if seen.len() == most || !seen.insert(address.clone()) {
            continue;
        }
        let answer = browser.get(&address).await;
        let what = format!("{who}: {address}");
        harmless(&answer, &what);
        if answer.body.starts_with(b"%PDF-") {
            let text = paper(&answer.body, &what);
            told.extend(bare(&text).contains(&bare(WORD)).then_some(address));
            continue;
        }
        if answer.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
            told.extend(answer.main_text().contains(WORD).then_some(address));
            waiting.extend(answer.attributes("main a[href], nav a[href]", "href").into_iter().filter(|href| is_ours(href)));
        }
    }
    told
}

/// A page of a dossier, of its owner or of officials; what everybody reads is tried elsewhere.
fn is_ours(href: &str) -> bool {
    let ours = ["/ho-so", "/can-bo", "/van-ban/", "/tep/", "/tai-khoan", "/quan-tri"];
    ours.iter().any(|start| href.starts_with(start)) && !href.contains("/csv") && !href.contains("/xlsx") && !href.contains('#')
}

pub fn bare(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The text of a PDF as another program reads it; the file itself does nothing when it is opened.
pub fn paper(pdf: &[u8], what: &str) -> String {
    let raw = String::from_utf8_lossy(pdf);
    for act in ["/JavaScript", "/Launch", "/OpenAction", "/EmbeddedFile"] {
        assert!(!raw.contains(act), "{what}: {act} in our own paper");
    }
    let mut reader = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("pdftotext: run `scripts/need reader`");
    reader.stdin.take().expect("its input").write_all(pdf).expect("written");
    let read = reader.wait_with_output().expect("read").stdout;
    let text = String::from_utf8_lossy(&read).into_owned();
    assert!(!text.contains(COUNTED), "{what}: something was counted");
    text
}

/// Every letter and text message that has left.
pub fn letters_are_words(portal: &TestPortal) -> usize {
    let letters = portal.mailbox.letters();
    for letter in &letters {
        only_words(&letter.html, &letter.subject);
        assert!(!letter.html.contains(COUNTED) && !letter.text.contains(COUNTED), "{}", letter.subject);
        assert!(!letter.subject.contains(['\r', '\n']), "{}", letter.subject);
    }
    letters.len()
}
