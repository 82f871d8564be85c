//! Every word of the index with the number of names it stands in: what a word weighs, and what a
//! slip of the finger was meant to be.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{
    syllables::{Syllable, is_marked, pair, syllables},
    wording::Wording,
};
use crate::forms::Places;

/// A word with marks only confirms; a pair repeats what its syllables said.
const WEIGHT_OF_MARKS: f64 = 0.25;
const WEIGHT_OF_A_PAIR: f64 = 0.8;
/// What nobody has written weighs as if half a name had it, but little: it may be a place or a person.
const WEIGHT_OF_THE_UNKNOWN: f64 = 0.5;
const WEIGHT_OF_AN_UNKNOWN_PAIR: f64 = 0.15;

#[derive(Debug, Clone, Default)]
pub(in crate::catalogue) struct Lexicon {
    names: f64,
    stands_in: HashMap<String, u32>,
    /// Syllables by their length, for finding what was meant.
    by_length: BTreeMap<usize, Vec<String>>,
    /// Names of places, folded; a place in a question is no part of a procedure's name.
    places: HashSet<String>,
    longest_place: usize,
}

impl Lexicon {
    pub fn new(words: Vec<(String, i64)>, names: i64, places: &Places) -> Self {
        let stands_in: HashMap<String, u32> =
            words.into_iter().map(|(word, count)| (word, u32::try_from(count).unwrap_or(u32::MAX))).collect();
        let mut by_length: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for word in stands_in.keys().filter(|word| is_syllable(word)) {
            by_length.entry(word.chars().count()).or_default().push(word.clone());
        }
        by_length.values_mut().for_each(|words| words.sort_unstable());
        let places = names_of(places);
        let longest_place = places.iter().map(|place| place.split('_').count()).max().unwrap_or_default();
        Self { names: f64::from(u32::try_from(names).unwrap_or(u32::MAX)), stands_in, by_length, places, longest_place }
    }

    /// In how many names a word stands.
    pub fn count(&self, token: &str) -> u32 {
        self.stands_in.get(token).copied().unwrap_or_default()
    }

    /// What it is worth that a name has this word: rare words are worth more.
    pub fn weight(&self, token: &str) -> f64 {
        let rarity = (1.0 + self.names / (f64::from(self.count(token)) + 0.5)).ln();
        match token {
            token if is_marked(token) => WEIGHT_OF_MARKS * rarity,
            token if token.contains('_') => WEIGHT_OF_A_PAIR * rarity,
            _ => rarity,
        }
    }

    /// What a word costs that no name has.
    pub fn weight_of_unknown(&self, token: &str) -> f64 {
        let rarity = (1.0 + self.names / 0.5).ln();
        match token {
            token if is_marked(token) => 0.0,
            token if token.contains('_') => WEIGHT_OF_AN_UNKNOWN_PAIR * rarity,
            _ => WEIGHT_OF_THE_UNKNOWN * rarity,
        }
    }

    /// Takes names of places out, unless nothing else is left.
    pub fn without_places(&self, typed: Vec<Syllable>) -> Vec<Syllable> {
        let mut kept = Vec::with_capacity(typed.len());
        let mut rest = typed.as_slice();
        while let Some((first, after)) = rest.split_first() {
            let place =
                (2..=self.longest_place.min(rest.len())).rev().find(|length| self.is_place(rest.get(..*length).unwrap_or_default()));
            match place {
                Some(length) => rest = rest.get(length..).unwrap_or_default(),
                None => {
                    kept.push(first.clone());
                    rest = after;
                }
            }
        }
        if kept.is_empty() { typed } else { kept }
    }

    fn is_place(&self, words: &[Syllable]) -> bool {
        self.places.contains(&words.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join("_"))
    }

    /// What was meant: words that nobody has written are replaced by the nearest that fits their neighbours.
    pub fn corrected(&self, typed: Vec<Syllable>, wording: &Wording) -> Vec<Syllable> {
        let mut out: Vec<Syllable> = Vec::with_capacity(typed.len());
        for (at, syllable) in typed.iter().enumerate() {
            let next = typed.get(at + 1).map(|next| next.folded.as_str());
            let word = syllable.folded.as_str();
            let is_known = self.count(word) > 0 || wording.knows(word) || word.bytes().all(|b| b.is_ascii_digit());
            let before = out.last().map(|before| before.folded.clone());
            match (is_known, self.divided(word)) {
                (true, _) => out.push(syllable.clone()),
                (false, Some((first, second))) => out.extend([Syllable::plain(first), Syllable::plain(second)]),
                (false, None) => match self.nearest(word, before.as_deref(), next) {
                    Some(meant) => out.push(Syllable::plain(&meant)),
                    None => out.push(syllable.clone()),
                },
            }
        }
        out
    }

    /// `khaisinh`: two syllables written as one.
    fn divided<'a>(&self, word: &'a str) -> Option<(&'a str, &'a str)> {
        let cuts = word.char_indices().map(|(at, _)| at).skip(2).filter_map(|at| word.split_at_checked(at));
        let known = cuts.filter(|(first, second)| second.len() > 1 && self.count(&pair(first, second)) > 0);
        known.max_by_key(|(first, second)| self.count(&pair(first, second)))
    }

    /// One letter more, less, other or in another place; of longer words also two letters in other places.
    fn nearest(&self, word: &str, before: Option<&str>, next: Option<&str>) -> Option<String> {
        let length = word.chars().count();
        let fits = |meant: &str| {
            before.map_or(0, |before| self.count(&pair(before, meant))) + next.map_or(0, |next| self.count(&pair(meant, next)))
        };
        let near = self.by_length.range(length.saturating_sub(1)..=length + 1).flat_map(|(_, words)| words);
        let judged = near.filter_map(|meant| {
            let (distance, fits) = (strsim::osa_distance(word, meant), fits(meant));
            let is_near = match distance {
                1 => fits > 0 || length >= 4,
                2 => fits > 0 && length >= 4 && sorted(word) == sorted(meant),
                _ => false,
            };
            is_near.then_some((fits > 0, std::cmp::Reverse(distance), fits, self.count(meant), meant))
        });
        judged.max().map(|(.., meant)| meant.clone())
    }
}

fn is_syllable(token: &str) -> bool {
    !token.contains(['_', '=', '#'])
}

fn sorted(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}

/// Present and former names of all places with the word for their kind: `xa_yen_mong`.
fn names_of(places: &Places) -> HashSet<String> {
    let communes = places.provinces().iter().flat_map(|province| places.communes_of(&province.code));
    let of_communes = communes.flat_map(|commune| std::iter::once(&commune.name).chain(&commune.former));
    let all = places.provinces().iter().map(|province| &province.name).chain(of_communes);
    let key = |name: &String| syllables(name).into_iter().map(|syllable| syllable.folded).collect::<Vec<_>>().join("_");
    all.map(key).filter(|name| name.contains('_')).collect()
}

#[cfg(test)]
mod tests {
    use super::Lexicon;
    use crate::{
        catalogue::search::{syllables::syllables, wording::Wording},
        forms::Places,
    };

    fn lexicon() -> Lexicon {
        let words = ["khai", "sinh", "khai_sinh", "nhan", "hon", "hon_nhan", "tin"].map(|word| (word.to_owned(), 3));
        Lexicon::new(words.into(), 10, &Places::read("25 Tỉnh Phú Thọ\n04792 Phường Tân Hoà = Xã Yên Mông\n").expect("places"))
    }

    #[test]
    fn slips_of_the_finger_are_understood_and_other_words_left_alone() {
        let lexicon = lexicon();
        let meant = |typed: &str| {
            let words = lexicon.corrected(syllables(typed), &Wording::default());
            words.into_iter().map(|word| word.folded).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(meant("khai shin"), "khai sinh");
        assert_eq!(meant("khaisinh"), "khai sinh");
        assert_eq!(meant("hôn nahn"), "hon nhan");
        assert_eq!(meant("khai sinhh"), "khai sinh");
        assert_eq!(meant("xyz qqqq"), "xyz qqqq");
        assert_eq!(meant("khai 2026"), "khai 2026");
    }

    #[test]
    fn places_do_not_disturb() {
        let kept = |typed| lexicon().without_places(syllables(typed));
        assert_eq!(kept("khai sinh xã Yên Mông"), syllables("khai sinh"));
        assert_eq!(kept("xã yên mông"), syllables("xã yên mông"), "nothing else was typed");
    }
}
