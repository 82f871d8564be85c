//! One page of questions, answered in every bad way that a browser can send.

use std::collections::BTreeSet;

use super::{WORD, harmless};
use crate::{
    citizen::{road, walk::Walk},
    support::{Answer, Browser},
};

/// What came of the attempts.
#[derive(Debug, Default)]
pub struct Tally {
    /// Boxes that were tried.
    pub tried: usize,
    /// Those that took the word as an answer.
    pub took: BTreeSet<String>,
}

type Pairs = Vec<(String, String)>;

/// All boxes at once, saved by the script and sent by the button; then one after the other. What takes the word
/// keeps it; the page is left as it can be submitted.
pub async fn attack(walk: &Walk, tally: &mut Tally, citizen: &mut Browser<'_>, draft: &str, here: &str) -> Answer {
    let page = here.rsplit('/').next().expect("a page");
    let shown = citizen.get(here).await;
    harmless(&shown, here);
    let honest = walk.pairs(page);
    let names = boxes(&shown, &honest);
    let all: Pairs = names.iter().map(|name| (name.clone(), WORD.to_owned())).collect();
    harmless(&send(citizen, draft, page, &all).await, &format!("all of {here}"));
    harmless(&save(citizen, here, &all).await, &format!("{here}, saved by itself"));
    harmless(&citizen.get(here).await, &format!("{here}, after it was saved by itself"));
    harmless(&citizen.get(&format!("{draft}/kiem-tra")).await, "the review of what was saved by itself");
    let mut kept = honest;
    for name in names {
        let mut tried = kept.clone();
        tried.retain(|(known, _)| *known != name);
        tried.push((name.clone(), WORD.to_owned()));
        let answer = send(citizen, draft, page, &tried).await;
        harmless(&answer, &format!("{here} {name}"));
        tally.tried += 1;
        if answer.location().is_some_and(|to| to != here) {
            kept = tried;
            tally.took.insert(name);
        }
    }
    let done = send(citizen, draft, page, &kept).await;
    if done.location().is_some() {
        return done;
    }
    // What the script had saved in boxes of which the example says nothing stands there still: as a browser would, say them again.
    let as_shown =
        shown.attributes("main form input[name]", "name").into_iter().filter(|name| !kept.iter().any(|(known, _)| known == name));
    let as_shown: Pairs = as_shown.filter_map(|name| typed(&shown, &name).map(|text| (name, text))).collect();
    kept.extend(as_shown);
    send(citizen, draft, page, &kept).await
}

/// What a box of text holds.
fn typed(shown: &Answer, name: &str) -> Option<String> {
    let of = |attribute: &str| shown.attributes(&format!("input[name='{name}']"), attribute).into_iter().next();
    let is_text = of("type").is_none_or(|kind| ["text", "tel", "email"].contains(&kind.as_str()));
    is_text.then(|| of("value").unwrap_or_default())
}

/// Everything that can be filled in or chosen, and what the example says besides.
fn boxes(shown: &Answer, honest: &Pairs) -> BTreeSet<String> {
    let of = |element: &str| shown.attributes(&format!("main form {element}[name]"), "name");
    let all = [of("input"), of("textarea"), of("select"), honest.iter().map(|(name, _)| name.clone()).collect()].concat();
    all.into_iter().filter(|name| !["csrf", "version"].contains(&name.as_str())).collect()
}

async fn send(citizen: &mut Browser<'_>, draft: &str, page: &str, pairs: &Pairs) -> Answer {
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    road::fill(citizen, draft, page, &pairs).await
}

async fn save(citizen: &mut Browser<'_>, here: &str, pairs: &Pairs) -> Answer {
    let version = citizen.get(here).await.input("version").unwrap_or_default();
    let mut fields: Vec<(&str, &str)> = pairs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    fields.push(("version", &version));
    citizen.post_script(&format!("{here}/tu-luu"), &fields).await
}
