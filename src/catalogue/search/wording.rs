//! How people speak, as `config/catalogue/synonyms.toml` tells it: words for words, words that say
//! nothing, words that make another act of it, and what procedures are called besides their names.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use serde::Deserialize;

use super::syllables::{Syllable, pair, plain_tokens, syllables, tokens};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordingFile {
    #[serde(default)]
    ignored: Vec<String>,
    #[serde(default)]
    acts: Vec<String>,
    #[serde(default)]
    words: Vec<Words>,
    #[serde(default)]
    names: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    events: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    said: Vec<String>,
    means: String,
}

/// A way of saying, and the words of the law for it.
#[derive(Debug, Clone)]
struct Saying {
    said: Vec<String>,
    means: Vec<Syllable>,
}

#[derive(Debug, Clone, Default)]
pub(in crate::catalogue) struct Wording {
    /// By the first syllable; the longest first.
    sayings: HashMap<String, Vec<Saying>>,
    said: HashSet<String>,
    /// The longest first.
    ignored: Vec<Vec<Syllable>>,
    acts: HashSet<String>,
    /// By procedure code, as written.
    pub names: BTreeMap<String, Vec<String>>,
    /// By event of life: codes of procedures.
    pub events: BTreeMap<String, Vec<String>>,
}

/// A name as the index keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::catalogue) struct IndexedName {
    pub tokens: Vec<String>,
    pub acts: Vec<String>,
    pub size: i32,
}

impl Wording {
    pub fn read(text: &str) -> Result<Self, String> {
        let file: WordingFile = toml::from_str(text).map_err(|error| error.to_string().trim().to_owned())?;
        let mut wording = Self { names: file.names, events: file.events, ..Self::default() };
        for words in file.words {
            let means = syllables(&words.means);
            for said in words.said {
                let said: Vec<String> = folded(&syllables(&said));
                let Some(first) = said.first().cloned().filter(|_| !means.is_empty()) else {
                    return Err(format!("[[words]] means = \"{}\": nothing is said or nothing is meant", words.means));
                };
                wording.said.extend(said.iter().cloned());
                // What means itself would be replaced for ever.
                if said != folded(&means) {
                    wording.sayings.entry(first).or_default().push(Saying { said, means: means.clone() });
                }
            }
        }
        wording.sayings.values_mut().for_each(|all| all.sort_by_key(|saying| std::cmp::Reverse(saying.said.len())));
        wording.ignored = file.ignored.iter().map(|words| syllables(words)).filter(|words| !words.is_empty()).collect();
        wording.ignored.sort_by_key(|words| std::cmp::Reverse(words.len()));
        wording.acts = file.acts.iter().map(|act| act_token(&syllables(act))).collect();
        Ok(wording)
    }

    /// Whether a syllable belongs to a way of saying: then it is no slip of the finger.
    pub fn knows(&self, folded: &str) -> bool {
        self.said.contains(folded)
    }

    /// In the words of the law.
    pub fn in_law(&self, spoken: Vec<Syllable>) -> Vec<Syllable> {
        let mut law = Vec::with_capacity(spoken.len());
        let mut rest = spoken.as_slice();
        while let Some((first, after)) = rest.split_first() {
            let saying = self.sayings.get(&first.folded).and_then(|all| all.iter().find(|saying| begins(rest, &saying.said)));
            match saying {
                Some(saying) => {
                    law.extend(saying.means.iter().cloned());
                    rest = rest.get(saying.said.len()..).unwrap_or_default();
                }
                None => {
                    law.push(first.clone());
                    rest = after;
                }
            }
        }
        law
    }

    /// How many syllables at the beginning say nothing. Typed with marks, words are compared with their marks.
    pub fn says_nothing(&self, rest: &[Syllable], typed_with_marks: bool) -> usize {
        let same = |a: &Syllable, b: &Syllable| if typed_with_marks { a.marked == b.marked } else { a.folded == b.folded };
        let found = self.ignored.iter().find(|words| words.len() <= rest.len() && words.iter().zip(rest).all(|(a, b)| same(a, b)));
        found.map_or(0, Vec::len)
    }

    /// A name for the index. `field` is found with the official name, but does not make it longer.
    pub fn index(&self, name: &str, field: &str) -> Option<IndexedName> {
        let name = self.in_law(syllables(name));
        let plain = plain_tokens(&name);
        let acts = plain.iter().filter(|token| self.acts.contains(*token)).cloned().collect();
        let size = i32::try_from(plain.len()).ok().filter(|size| *size > 0)?;
        let mut all: BTreeSet<String> = tokens(&name);
        all.extend(plain_tokens(&self.in_law(syllables(field))));
        Some(IndexedName { tokens: all.into_iter().collect(), acts, size })
    }
}

/// An act of one or two syllables, as the index has it.
fn act_token(act: &[Syllable]) -> String {
    match act {
        [one] => one.folded.clone(),
        [one, two, ..] => pair(&one.folded, &two.folded),
        [] => String::new(),
    }
}

fn folded(words: &[Syllable]) -> Vec<String> {
    words.iter().map(|syllable| syllable.folded.clone()).collect()
}

fn begins(rest: &[Syllable], said: &[String]) -> bool {
    rest.len() >= said.len() && rest.iter().zip(said).all(|(syllable, word)| syllable.folded == *word)
}

#[cfg(test)]
mod tests {
    use super::Wording;
    use crate::catalogue::search::syllables::syllables;

    const TEXT: &str =
        "ignored = ['của tôi', 'cần']\nacts = ['lại', 'gia hạn']\n[[words]]\nsaid = ['cccd', 'thẻ cccd', 'căn cước']\nmeans = 'căn cước'\n";

    #[test]
    fn spoken_words_become_words_of_the_law_whatever_their_marks() {
        let wording = Wording::read(TEXT).expect("sound");
        assert_eq!(wording.in_law(syllables("mất thẻ CCCD rồi")), syllables("mất căn cước rồi"));
        assert_eq!(wording.in_law(syllables("căn cước")), syllables("căn cước"), "what means itself stays");
        assert!(Wording::read("[[words]]\nsaid = ['a']\nmeans = ''").is_err());
        assert!(Wording::read("word = 1").is_err_and(|fault| fault.contains("line 1")));
    }

    #[test]
    fn an_empty_word_is_known_by_its_marks() {
        let wording = Wording::read(TEXT).expect("sound");
        assert_eq!(wording.says_nothing(&syllables("của tôi bị mất"), true), 2);
        assert_eq!(wording.says_nothing(&syllables("căn cước"), true), 0, "căn is not cần");
        assert_eq!(wording.says_nothing(&syllables("can lam"), false), 1);
    }

    #[test]
    fn another_act_is_marked() {
        let name = Wording::read(TEXT).expect("sound").index("Cấp lại, gia hạn thẻ", "Thẻ").expect("a name");
        assert_eq!(name.acts, ["gia_han", "lai"]);
        assert_eq!(name.size, 9);
        assert_eq!(Wording::default().index("…", ""), None);
    }
}
