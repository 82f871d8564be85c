//! Whether a sentence can be said (pure).

use crate::platform::views::{Piece, pieces};

/// The longest sentence, in characters.
pub const LONGEST: usize = 600;

/// What is wrong with a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextFault {
    Empty,
    TooLong,
    /// A brace without its other half.
    LooseBrace,
    /// Nobody knows this value.
    Unknown(String),
}

/// Every name in braces is one of these values.
pub fn judge(sentence: &str, values: &[String]) -> Result<(), TextFault> {
    if sentence.is_empty() {
        return Err(TextFault::Empty);
    }
    if sentence.chars().count() > LONGEST {
        return Err(TextFault::TooLong);
    }
    for piece in pieces(sentence).map_err(|_| TextFault::LooseBrace)? {
        if let Piece::Value(name) = piece
            && !values.iter().any(|known| known == name)
        {
            return Err(TextFault::Unknown(name.to_owned()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, TextFault, judge};

    #[test]
    fn what_cannot_be_said_is_told() {
        let values = ["code".to_owned(), "agency".to_owned()];
        assert_eq!(judge("Hồ sơ {code} đã đến { agency }", &values), Ok(()));
        assert_eq!(judge("", &values), Err(TextFault::Empty));
        assert_eq!(judge("Hồ sơ {mã}", &values), Err(TextFault::Unknown("mã".into())));
        assert_eq!(judge("Hồ sơ {{ 7 * 7 }}", &values), Err(TextFault::LooseBrace));
        assert_eq!(judge("Hồ sơ {% if code %}", &values), Err(TextFault::Unknown("% if code %".into())));
        assert_eq!(judge(&"a".repeat(LONGEST + 1), &values), Err(TextFault::TooLong));
    }
}
