//! Money in words, as receipts write it: `Một trăm linh năm nghìn đồng`.

use super::Money;

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const GROUPS: [&str; 6] = ["", "nghìn", "triệu", "tỷ", "nghìn tỷ", "triệu tỷ"];

impl Money {
    /// In Vietnamese, with a capital at the beginning and `đồng` at the end.
    pub fn in_words(self) -> String {
        let mut rest = self.amount().unsigned_abs();
        let mut groups = Vec::new();
        for name in GROUPS {
            let group = usize::try_from(rest % 1000).unwrap_or_default();
            rest /= 1000;
            if group > 0 {
                groups.push([below_thousand(group, rest > 0), vec![name]].concat());
            }
        }
        let sign = if self.amount() < 0 { vec!["âm"] } else { Vec::new() };
        let amount = if groups.is_empty() { vec!["không"] } else { groups.into_iter().rev().flatten().collect() };
        let said: Vec<&str> = [sign, amount, vec!["đồng"]].concat().into_iter().filter(|word| !word.is_empty()).collect();
        let said = said.join(" ");
        let mut letters = said.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    }
}

/// A group of three digits; behind a higher one its hundreds are said even when there are none.
fn below_thousand(number: usize, follows: bool) -> Vec<&'static str> {
    let digit = |at: usize| DIGITS.get(at % 10).copied().unwrap_or_default();
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    let mut said = Vec::new();
    if hundreds > 0 || follows {
        said.extend([digit(hundreds), "trăm"]);
    }
    match tens {
        0 if ones > 0 && !said.is_empty() => said.push("linh"),
        0 => {}
        1 => said.push("mười"),
        _ => said.extend([digit(tens), "mươi"]),
    }
    match (tens, ones) {
        (_, 0) => {}
        (2.., 1) => said.push("mốt"),
        (1.., 5) => said.push("lăm"),
        _ => said.push(digit(ones)),
    }
    said
}

#[cfg(test)]
mod tests {
    use crate::kernel::money::Money;

    #[test]
    fn as_a_cashier_says_it() {
        for (amount, said) in [
            (0, "Không đồng"),
            (8_000, "Tám nghìn đồng"),
            (15_000, "Mười lăm nghìn đồng"),
            (21_005, "Hai mươi mốt nghìn không trăm linh năm đồng"),
            (105_000, "Một trăm linh năm nghìn đồng"),
            (250_110, "Hai trăm năm mươi nghìn một trăm mười đồng"),
            (1_000_000, "Một triệu đồng"),
            (2_000_055_000, "Hai tỷ không trăm năm mươi lăm nghìn đồng"),
        ] {
            assert_eq!(Money::dong(amount).in_words(), said);
        }
    }
}
