//! Mã số thuế: ten digits, the last of which checks the others; with three more for a dependent unit
//! (`0100233488-001`); or the twelve digits of a person, whose personal number is the tax code.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::{Asked, Scene};
use crate::forms::{faults::Fault, page_view::FieldView, typed::Typed};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaxCode {}

/// The first nine digits weigh so much; what is missing from the sum to a multiple of eleven is one less than the tenth.
const WEIGHTS: [u32; 9] = [31, 29, 23, 19, 17, 13, 7, 5, 3];

fn is_checked(ten: &[u32]) -> bool {
    let sum: u32 = WEIGHTS.iter().zip(ten).map(|(weight, digit)| weight * digit).sum();
    ten.last() == Some(&(10 - sum % 11))
}

impl Asked for TaxCode {
    fn parse(&self, typed: &Typed, _scene: &Scene<'_>) -> Result<Value, Fault> {
        let compact: String = typed.get("").chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.' | '–')).collect();
        let digits: Option<Vec<u32>> = compact.chars().map(|c| c.to_digit(10)).collect();
        let digits = digits.ok_or_else(|| Fault::new("form-tax-code"))?;
        match digits.len() {
            12 if !compact.starts_with("000") => Ok(json!(compact)),
            10 | 13 => {
                let (ten, unit) = compact.split_at(10);
                if !is_checked(digits.split_at(10).0) || unit == "000" {
                    return Err(Fault::new("form-tax-code-check"));
                }
                Ok(json!(if unit.is_empty() { ten.to_owned() } else { format!("{ten}-{unit}") }))
            }
            _ => Err(Fault::new("form-tax-code")),
        }
    }

    fn missing(&self) -> Fault {
        Fault::new("form-tax-code")
    }

    fn schema(&self) -> Value {
        json!({ "type": "string", "pattern": "^[0-9]{10}(-[0-9]{3})?$|^[0-9]{12}$" })
    }

    fn dress(&self, view: &mut FieldView, _typed: &Typed, _scene: &Scene<'_>) {
        view.max_length = 20;
    }
}

#[cfg(test)]
mod tests {
    use super::is_checked;

    #[test]
    fn the_tenth_digit_checks_the_others() {
        let checked = |code: &str| is_checked(&code.chars().filter_map(|c| c.to_digit(10)).collect::<Vec<_>>());
        assert!(checked("0100233488") && checked("0314409058") && checked("0100109106"));
        assert!(!checked("0100233480") && !checked("0100109107") && !checked("1000233488"));
    }
}
