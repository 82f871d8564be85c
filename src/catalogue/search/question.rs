//! What somebody typed, understood: the words to look for and what each is worth.

use std::collections::BTreeSet;

use super::{
    lexicon::Lexicon,
    syllables::{Syllable, code_token, is_marked, pair, syllables, with_marks},
    wording::Wording,
};
use crate::kernel::{procedure_code::ProcedureCode, text};

/// Longer questions are cut: nobody types them.
const LONGEST: usize = 120;

/// Names that share a rare word with the question are looked at, about so many.
const CANDIDATES: u32 = 200;

/// What is asked of the index.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::catalogue) struct Terms {
    /// A name must have one of these.
    pub keys: Vec<String>,
    /// Each word and its weight.
    pub tokens: Vec<String>,
    pub weights: Vec<f64>,
    /// The sum that a name with every word would reach.
    pub total: f64,
}

/// `None`: nothing that could be looked for was typed.
pub(in crate::catalogue) fn understand(typed: &str, wording: &Wording, lexicon: &Lexicon) -> Option<Terms> {
    let line: String = text::line(typed).chars().take(LONGEST).collect();
    if let Ok(code) = line.parse::<ProcedureCode>() {
        let token = code_token(code.as_str());
        return Some(Terms { keys: vec![token.clone()], tokens: vec![token], weights: vec![1.0], total: 1.0 });
    }
    let words = syllables(&line);
    if words.is_empty() {
        return None;
    }
    let has_marks = words.iter().any(Syllable::has_marks);
    let words = wording.in_law(lexicon.without_places(words));
    let words = wording.in_law(lexicon.corrected(words, wording));
    Some(weigh(&telling(words, wording, lexicon, has_marks), lexicon, has_marks))
}

/// Without the words that say nothing, unless nothing is left.
fn telling(words: Vec<Syllable>, wording: &Wording, lexicon: &Lexicon, has_marks: bool) -> Vec<Syllable> {
    let mut kept: Vec<Syllable> = Vec::with_capacity(words.len());
    let mut rest = words.as_slice();
    let mut before: Option<&Syllable> = None;
    while let Some((first, after)) = rest.split_first() {
        let empty = wording.says_nothing(rest, has_marks);
        // Without marks `tu` may be `từ` or the end of `khai tử`: a pair of the index keeps it.
        let belongs = |other: Option<&Syllable>, is_after: bool| {
            other.is_some_and(|other| {
                let (a, b) = if is_after { (first, other) } else { (other, first) };
                lexicon.count(&pair(&a.folded, &b.folded)) > 0
            })
        };
        if empty == 0 || (!has_marks && empty == 1 && (belongs(before, false) || belongs(after.first(), true))) {
            kept.push(first.clone());
            before = Some(first);
            rest = after;
        } else {
            before = rest.get(empty - 1);
            rest = rest.get(empty..).unwrap_or_default();
        }
    }
    if kept.is_empty() { words } else { kept }
}

fn weigh(words: &[Syllable], lexicon: &Lexicon, has_marks: bool) -> Terms {
    let mut asked: BTreeSet<String> = words.iter().map(|word| word.folded.clone()).collect();
    asked.extend(words.iter().zip(words.iter().skip(1)).map(|(a, b)| pair(&a.folded, &b.folded)));
    if has_marks {
        asked.extend(words.iter().filter(|word| !word.marked.is_empty()).map(|word| with_marks(&word.marked)));
    }
    let mut terms = Terms::default();
    for token in asked {
        if lexicon.count(&token) == 0 {
            terms.total += lexicon.weight_of_unknown(&token);
            continue;
        }
        let weight = lexicon.weight(&token);
        terms.total += weight;
        terms.weights.push(weight);
        terms.tokens.push(token);
    }
    terms.keys = rarest(&terms.tokens, lexicon);
    terms
}

/// The rarest words, as long as together they stand in few names; always one.
fn rarest(tokens: &[String], lexicon: &Lexicon) -> Vec<String> {
    let mut plain: Vec<&String> = tokens.iter().filter(|token| !is_marked(token)).collect();
    plain.sort_by_key(|token| (lexicon.count(token), token.as_str()));
    let mut names: u32 = 0;
    let mut keys: Vec<String> = Vec::new();
    for token in plain {
        names = names.saturating_add(lexicon.count(token));
        if !keys.is_empty() && names > CANDIDATES {
            break;
        }
        keys.push(token.clone());
    }
    keys
}
