//! What an official types to find a dossier.

use crate::kernel::{
    dossier_code::DossierCode,
    person::{PersonalId, Phone},
    text::line,
};

crate::text_enum!(
    /// By what it was looked for: all that the audit keeps of a search.
    SearchKind {
        Code = "code",
        PersonalId = "personal_id",
        Phone = "phone",
        Words = "words",
    }
);

/// A search, never empty. Numbers are as they are stored; words are compared without marks, each by its beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    kind: SearchKind,
    text: String,
}

/// The longest search, in letters.
const LONGEST: usize = 100;

impl Search {
    /// `None` if nothing was typed.
    pub fn typed(raw: &str) -> Option<Self> {
        let text: String = line(raw).chars().take(LONGEST).collect();
        if !text.chars().any(char::is_alphanumeric) {
            return None;
        }
        Some(Self::code(&text).or_else(|| Self::number(&text)).unwrap_or(Self { kind: SearchKind::Words, text }))
    }

    fn code(text: &str) -> Option<Self> {
        let code: DossierCode = text.parse().ok()?;
        Some(Self { kind: SearchKind::Code, text: code.into() })
    }

    /// Phones are compared as they are dialled inside the country; a number typed in groups is one number.
    fn number(text: &str) -> Option<Self> {
        let compact = |raw: &str| raw.chars().filter(char::is_ascii_digit).collect::<String>();
        if let Ok(id) = text.parse::<PersonalId>() {
            return Some(Self { kind: SearchKind::PersonalId, text: id.into() });
        }
        if let Ok(phone) = text.parse::<Phone>() {
            return Some(Self { kind: SearchKind::Phone, text: compact(&phone.national()) });
        }
        let is_part = text.chars().all(|c| c.is_ascii_digit() || c == ' ' || c == '.');
        is_part.then(|| Self { kind: SearchKind::Words, text: compact(text) })
    }

    pub const fn kind(&self) -> SearchKind {
        self.kind
    }

    pub fn text(&self) -> &str {
        &self.text
    }
}

#[cfg(test)]
mod tests {
    use super::{Search, SearchKind};

    #[test]
    fn numbers_are_known_as_people_type_them() {
        let read = |raw: &str| Search::typed(raw).map(|search| (search.kind(), search.text().to_owned()));
        assert_eq!(read(" h44.101-261123-0007 "), Some((SearchKind::Code, "H44.101-261123-0007".into())));
        assert_eq!(read("0251 9000 0001"), Some((SearchKind::PersonalId, "025190000001".into())));
        assert_eq!(read("+84 912 000 001"), Some((SearchKind::Phone, "0912000001".into())));
        assert_eq!(read("0912 000"), Some((SearchKind::Words, "0912000".into())));
        assert_eq!(read("  Hồng   Ánh "), Some((SearchKind::Words, "Hồng Ánh".into())));
        assert_eq!(read(" '& |"), None);
    }
}
