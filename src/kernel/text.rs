//! Text as people type it: NFC, no control characters, folded for search.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A word that is not in its closed set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown {kind}: {word}")]
pub struct UnknownWord {
    kind: &'static str,
    word: String,
}

impl UnknownWord {
    pub fn new(kind: &'static str, word: &str) -> Self {
        Self { kind, word: word.chars().take(60).collect() }
    }
}

/// One line: NFC, control characters out, blanks folded into one and trimmed.
pub fn line(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    for word in raw.nfc().collect::<String>().split(|c: char| c.is_whitespace() || c.is_control()) {
        let word: String = word.chars().filter(|c| !is_invisible(*c)).collect();
        if word.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&word);
    }
    out
}

/// Several lines: like [`line()`], line by line, outer blank lines trimmed.
pub fn paragraph(raw: &str) -> String {
    let raw = raw.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<String> = raw.split('\n').map(line).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// Zero-width and direction marks that change nothing a reader sees, and may hide something.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Folded for search: lower case, marks off, đ as d. `Hoà` and `Hòa` meet here.
pub fn fold(raw: &str) -> String {
    line(raw).to_lowercase().nfd().filter(|c| !is_combining_mark(*c)).map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

/// One line in letters that every telephone shows: no marks, nothing outside ASCII.
pub fn unaccented(raw: &str) -> String {
    let plain = line(raw).nfd().filter(|c| !is_combining_mark(*c)).collect::<String>().replace('đ', "d").replace('Đ', "D");
    plain.chars().map(|c| if c.is_ascii() { c } else { '?' }).collect()
}

#[cfg(test)]
mod tests {
    use super::{fold, line, paragraph, unaccented};

    #[test]
    fn a_telephone_shows_every_letter() {
        assert_eq!(unaccented("Ngày hẹn trả: 09:00, thứ Hai – Đã xử lý"), "Ngay hen tra: 09:00, thu Hai ? Da xu ly");
    }

    #[test]
    fn a_line_is_nfc_and_clean() {
        assert_eq!(line("  Nguye\u{302}\u{303}n\u{0}  Thi\u{323}\tÁnh\u{200b} "), "Nguyễn Thị Ánh");
    }

    #[test]
    fn a_paragraph_keeps_its_lines() {
        assert_eq!(paragraph("\r\n một  hai\r\nba\n\n"), "một hai\nba");
    }

    #[test]
    fn folding_forgets_marks_and_where_the_tone_stands() {
        assert_eq!(fold("Hoà"), fold("Hòa"));
        assert_eq!(fold("ĐẶNG Thị Hằng"), "dang thi hang");
    }
}
