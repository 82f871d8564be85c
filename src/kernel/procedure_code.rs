//! The national code of an administrative procedure: one digit, a dot, six digits.

use std::str::FromStr;

crate::text_word!(
    /// `1.004873`
    ProcedureCode
);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a procedure code such as 1.004873")]
pub struct NotAProcedureCode;

impl FromStr for ProcedureCode {
    type Err = NotAProcedureCode;

    /// Accepts blanks, and the code without its dot, as people copy it.
    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        let digits: String = raw.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
        let dotted = raw.trim().bytes().position(|b| b == b'.').is_none_or(|at| at == 1);
        match digits.split_at_checked(1) {
            Some((head, tail))
                if dotted
                    && tail.len() == 6
                    && matches!(head, "1" | "2" | "3" | "4" | "5" | "6")
                    && tail.bytes().all(|b| b.is_ascii_digit()) =>
            {
                Ok(Self(format!("{head}.{tail}")))
            }
            _ => Err(NotAProcedureCode),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ProcedureCode;

    #[test]
    fn is_read_with_and_without_its_dot() {
        for typed in ["1.004873", "1004873", " 1.004 873 "] {
            assert_eq!(typed.parse::<ProcedureCode>().expect("a code").as_str(), "1.004873", "{typed}");
        }
        for bad in ["", "1.00487", "7.004873", "10.04873", "1.00487x", "khai-sinh", "1.0048731", "đ.004873"] {
            assert!(bad.parse::<ProcedureCode>().is_err(), "{bad}");
        }
    }
}
