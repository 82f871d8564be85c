//! What a password must be (pure): long and not among the first that everybody tries. No rules of
//! composition, which make passwords shorter and written on paper; paste is welcome.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::kernel::{person::Email, text};

/// The shortest, in characters.
pub const SHORTEST: usize = 10;
/// The longest, in characters: a sentence fits, a flood does not.
pub const LONGEST: usize = 200;

/// Passwords of ten characters and more that are tried first; folded, one a line.
const COMMON: &str = include_str!("common_passwords.txt");

/// A password good enough to be set. Never shown, logged or stored.
pub struct Password(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WeakPassword {
    #[error("too short")]
    TooShort,
    #[error("too long")]
    TooLong,
    #[error("among the first that are tried")]
    Common,
    #[error("is the e-mail address")]
    LikeAddress,
}

impl Password {
    /// Checks a password that somebody wants to set.
    pub fn choose(raw: &str, email: Option<&Email>) -> Result<Self, WeakPassword> {
        let password = normal(raw);
        let length = password.chars().count();
        if length < SHORTEST {
            return Err(WeakPassword::TooShort);
        }
        if length > LONGEST {
            return Err(WeakPassword::TooLong);
        }
        let folded: String = text::fold(&password).split(' ').collect();
        if email.is_some_and(|email| is_like(&folded, email)) {
            return Err(WeakPassword::LikeAddress);
        }
        if is_monotonous(&folded) || COMMON.lines().any(|common| common == folded) {
            return Err(WeakPassword::Common);
        }
        Ok(Self(password))
    }

    pub(super) fn into_inner(self) -> String {
        self.0
    }
}

/// The same password typed on another keyboard gives other code points; NFKC makes them one.
pub(super) fn normal(raw: &str) -> String {
    raw.nfkc().collect()
}

fn is_like(folded: &str, email: &Email) -> bool {
    let local = email.as_str().split('@').next().unwrap_or_default();
    folded == email.as_str() || folded == local
}

/// Three different characters at most, or each one the next of the one before.
fn is_monotonous(folded: &str) -> bool {
    let codes: Vec<u32> = folded.chars().map(u32::from).collect();
    let different: BTreeSet<u32> = codes.iter().copied().collect();
    let rises = codes.iter().zip(codes.iter().skip(1)).all(|(a, b)| *b == a + 1 || (*a == u32::from('9') && *b == u32::from('0')));
    different.len() <= 3 || rises
}

#[cfg(test)]
mod tests {
    use super::{Password, WeakPassword};

    fn refusal(raw: &str) -> Option<WeakPassword> {
        Password::choose(raw, "an.nguyen.van@example.vn".parse().ok().as_ref()).err()
    }

    #[test]
    fn long_and_uncommon_is_all_that_is_asked() {
        for good in ["bốn con mèo ngủ", "xanhlamtimvang", "Tr0ng-vườn-có-cây"] {
            assert_eq!(refusal(good), None, "{good}");
        }
    }

    #[test]
    fn what_everybody_tries_first_is_refused() {
        assert_eq!(refusal("ngắn quá"), Some(WeakPassword::TooShort));
        assert_eq!(refusal(&"dài ".repeat(60)), Some(WeakPassword::TooLong));
        for common in ["Mật khẩu 123", "1234567890", "aaaaaaaaaaaa", "abcdefghijkl", "anhyeuem123"] {
            assert_eq!(refusal(common), Some(WeakPassword::Common), "{common}");
        }
        assert_eq!(refusal("an.nguyen.van"), Some(WeakPassword::LikeAddress));
    }
}
