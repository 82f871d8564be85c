//! Codes that people copy from paper to look a paper up.

use rand::seq::IndexedRandom;

/// Without 0, O, 1, I, L: they are mistaken for each other.
const ALPHABET: &[u8] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

const LENGTH: usize = 12;

/// Twelve unambiguous letters and digits, 59 bits of chance: too many to try.
pub fn check_code() -> String {
    let mut chance = rand::rng();
    (0..LENGTH).filter_map(|_| ALPHABET.choose(&mut chance)).map(|byte| char::from(*byte)).collect()
}

/// As shown and printed: `K7MX 2QRT 9PWA`.
pub fn grouped(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
