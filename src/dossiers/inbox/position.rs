//! Which dossier of how many one has before oneself: `4/24`.

use std::{fmt, str::FromStr};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The first is 1.
    pub at: usize,
    pub of: usize,
    /// There are more than were counted.
    pub more: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a place in a list")]
pub struct NotAPosition;

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}{}", self.at, self.of, if self.more { "+" } else { "" })
    }
}

impl FromStr for Position {
    type Err = NotAPosition;

    /// It stands in addresses, where anybody can write: numbers only, and in their order.
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let (at, of) = raw.split_once('/').ok_or(NotAPosition)?;
        let (of, more) = of.strip_suffix('+').map_or((of, false), |of| (of, true));
        let number = |digits: &str| digits.parse::<usize>().ok().filter(|_| digits.len() <= 7).ok_or(NotAPosition);
        let (at, of) = (number(at)?, number(of)?);
        if (1..=of).contains(&at) { Ok(Self { at, of, more }) } else { Err(NotAPosition) }
    }
}

#[cfg(test)]
mod tests {
    use super::Position;

    #[test]
    fn is_read_as_it_is_written_and_nothing_else_is() {
        for text in ["4/24", "1/1", "500/500+"] {
            assert_eq!(text.parse::<Position>().map(|at| at.to_string()).as_deref(), Ok(text));
        }
        for bad in ["", "4", "0/3", "5/4", "a/b", "1/99999999", "<b>/1"] {
            assert!(bad.parse::<Position>().is_err(), "{bad}");
        }
    }
}
