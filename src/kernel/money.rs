//! Money: whole đồng.

mod words;

use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Money(i64);

impl Money {
    pub const ZERO: Self = Self(0);

    pub const fn dong(amount: i64) -> Self {
        Self(amount)
    }

    pub const fn amount(self) -> i64 {
        self.0
    }

    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    pub fn times(self, count: i64) -> Option<Self> {
        self.0.checked_mul(count).map(Self)
    }

    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }
}

/// `8.000 ₫`, with a no-break space, as citizens read it.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.unsigned_abs().to_string();
        if self.0 < 0 {
            f.write_str("-")?;
        }
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        f.write_str("\u{a0}₫")
    }
}

#[cfg(test)]
mod tests {
    use super::Money;

    #[test]
    fn is_written_with_dots_and_the_sign_after() {
        assert_eq!(Money::dong(0).to_string(), "0\u{a0}₫");
        assert_eq!(Money::dong(8_000).to_string(), "8.000\u{a0}₫");
        assert_eq!(Money::dong(1_234_567).to_string(), "1.234.567\u{a0}₫");
    }
}
