//! A sentence as an administrator wrote it: words, and names of values in braces, `Hồ sơ {code} đã xong`. Nothing
//! else means anything in it.

/// A part of such a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    Words(&'a str),
    Value(&'a str),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a brace without its other half")]
pub struct LooseBrace;

/// The parts, in order.
pub fn pieces(sentence: &str) -> Result<Vec<Piece<'_>>, LooseBrace> {
    let mut found = Vec::new();
    let mut rest = sentence;
    while let Some((words, behind)) = rest.split_once('{') {
        let (name, after) = behind.split_once('}').ok_or(LooseBrace)?;
        if words.contains('}') || name.contains('{') {
            return Err(LooseBrace);
        }
        found.extend((!words.is_empty()).then_some(Piece::Words(words)));
        found.push(Piece::Value(name.trim()));
        rest = after;
    }
    if rest.contains('}') {
        return Err(LooseBrace);
    }
    found.extend((!rest.is_empty()).then_some(Piece::Words(rest)));
    Ok(found)
}

/// With the values put in; what nobody knows is left out.
pub(super) fn filled(sentence: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let Ok(pieces) = pieces(sentence) else { return sentence.to_owned() };
    let put = |piece: &Piece<'_>| match piece {
        Piece::Words(words) => (*words).to_owned(),
        Piece::Value(name) => value(name).unwrap_or_default(),
    };
    pieces.iter().map(put).collect()
}

#[cfg(test)]
mod tests {
    use super::{LooseBrace, Piece, filled, pieces};

    #[test]
    fn braces_hold_names_and_nothing_else() {
        let found = pieces("Hồ sơ { code } của {name}.").unwrap();
        assert_eq!(found, [Piece::Words("Hồ sơ "), Piece::Value("code"), Piece::Words(" của "), Piece::Value("name"), Piece::Words(".")]);
        for loose in ["{code", "code}", "{{code}}", "a } b {c}", "{a {b}}"] {
            assert_eq!(pieces(loose), Err(LooseBrace), "{loose}");
        }
        let value = |name: &str| (name == "code").then(|| "{x} {{ 7*7 }}".to_owned());
        assert_eq!(filled("Mã {code}, {other}.", value), "Mã {x} {{ 7*7 }}, .", "a value is not read again");
    }
}
