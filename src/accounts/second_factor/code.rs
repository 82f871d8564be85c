//! What somebody typed as a second factor (pure).

/// Six digits from the device, or one of the codes kept on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Code {
    OneTime(String),
    Recovery(String),
}

impl Code {
    /// Blanks and dashes are how people write codes down; small letters are how telephones begin them.
    pub fn read(typed: &str) -> Option<Self> {
        let word: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').take(40).collect();
        let word = word.to_ascii_uppercase();
        let all = |test: fn(&char) -> bool| word.chars().all(|c| test(&c));
        match word.len() {
            6 if all(char::is_ascii_digit) => Some(Self::OneTime(word)),
            12 if all(char::is_ascii_alphanumeric) => Some(Self::Recovery(word)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn codes_are_read_as_people_write_them() {
        assert_eq!(Code::read(" 123 456 "), Some(Code::OneTime("123456".into())));
        assert_eq!(Code::read("k7mx-2qrt 9pwa"), Some(Code::Recovery("K7MX2QRT9PWA".into())));
        for bad in ["", "12345", "1234567", "abcdef", "K7MX2QRT9PW", "K7MX2QRT9PWÁ", "１２３４５６"] {
            assert_eq!(Code::read(bad), None, "{bad}");
        }
    }
}
