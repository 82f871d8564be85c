//! Vietnamese text cut into syllables and into the words of an index.

use std::collections::BTreeSet;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::kernel::text;

/// One syllable, in the two forms in which it may be met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::catalogue) struct Syllable {
    /// Without marks, `i` for a closing `y`: `ky`, `kí` and `ký` meet here.
    pub folded: String,
    /// With its marks, the tone behind everything: `hoà` and `hòa` meet here. Empty: the marks are not known.
    pub marked: String,
}

impl Syllable {
    pub fn plain(folded: &str) -> Self {
        Self { folded: folded.to_owned(), marked: String::new() }
    }

    /// Whether it was written with marks.
    pub fn has_marks(&self) -> bool {
        !self.marked.is_empty() && self.marked != self.folded
    }
}

/// The syllables of a text; everything but letters and digits divides.
pub(in crate::catalogue) fn syllables(raw: &str) -> Vec<Syllable> {
    let line = text::line(raw).to_lowercase();
    line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(syllable).collect()
}

fn syllable(word: &str) -> Syllable {
    let (mut folded, mut marked, mut tone) = (String::new(), String::new(), None);
    for c in word.nfd() {
        match c {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tone = Some(c),
            c if is_combining_mark(c) => marked.push(c),
            'đ' => {
                folded.push('d');
                marked.push('đ');
            }
            c => {
                folded.push(c);
                marked.push(c);
            }
        }
    }
    if closes_with_y(&folded) {
        folded.pop();
        folded.push('i');
        marked = marked.strip_suffix('y').map(|stem| format!("{stem}i")).unwrap_or(marked);
    }
    marked.extend(tone);
    Syllable { folded, marked }
}

/// `ky`, `quy`, but not `may`, `huy`: there `i` and `y` are two sounds.
fn closes_with_y(folded: &str) -> bool {
    let Some(stem) = folded.strip_suffix('y') else { return false };
    !stem.is_empty() && (stem.ends_with("qu") || !stem.ends_with(['a', 'e', 'o', 'u']))
}

/// Two syllables that follow each other: most words of the language have two.
pub(in crate::catalogue) fn pair(first: &str, second: &str) -> String {
    format!("{first}_{second}")
}

/// As a syllable stands in the index with its marks.
pub(in crate::catalogue) fn with_marks(marked: &str) -> String {
    format!("={marked}")
}

/// A procedure's code in the index.
pub(in crate::catalogue) fn code_token(code: &str) -> String {
    format!("#{code}")
}

/// The words under which a name is found: syllables, pairs, syllables with marks.
pub(in crate::catalogue) fn tokens(name: &[Syllable]) -> BTreeSet<String> {
    let mut all: BTreeSet<String> = plain_tokens(name);
    all.extend(name.iter().filter(|syllable| !syllable.marked.is_empty()).map(|syllable| with_marks(&syllable.marked)));
    all
}

/// Syllables and pairs, without marks.
pub(in crate::catalogue) fn plain_tokens(name: &[Syllable]) -> BTreeSet<String> {
    let pairs = name.iter().zip(name.iter().skip(1)).map(|(a, b)| pair(&a.folded, &b.folded));
    name.iter().map(|syllable| syllable.folded.clone()).chain(pairs).collect()
}

/// Whether a word of the index is one with marks, which only confirms what its plain sister found.
pub(in crate::catalogue) fn is_marked(token: &str) -> bool {
    token.starts_with('=')
}

#[cfg(test)]
mod tests {
    use super::{syllables, tokens};

    fn folded(text: &str) -> Vec<String> {
        syllables(text).into_iter().map(|s| s.folded).collect()
    }

    #[test]
    fn marks_capitals_and_the_place_of_a_tone_do_not_matter() {
        assert_eq!(folded("Đăng KÝ, khai sinh"), ["dang", "ki", "khai", "sinh"]);
        assert_eq!(syllables("hoà thuỷ quý"), syllables("hòa thủy quí"));
        assert_ne!(syllables("hoa").first().map(|s| &s.marked), syllables("hòa").first().map(|s| &s.marked));
        assert_eq!(folded("máy bay huy"), ["may", "bay", "huy"]);
        assert_eq!(folded("Ngu\u{31b}o\u{31b}\u{300}i"), ["nguoi"], "decomposed text is the same text");
    }

    #[test]
    fn a_name_is_found_by_syllables_and_pairs() {
        let all = tokens(&syllables("Khai tử"));
        for token in ["khai", "tu", "khai_tu", "=khai"] {
            assert!(all.contains(token), "{token}: {all:?}");
        }
        assert_eq!(all.len(), 5);
    }
}
