//! A number, whole unless the form allows decimals.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::{Asked, Scene};
use crate::forms::{How, Setting, definition::Text, faults::Fault, page_view::FieldView, typed::Typed};

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Number {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    /// Digits after the comma: 0 to 3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    /// `bản`, `m²`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Text>,
}

/// Larger numbers are typing errors, and would not survive JavaScript.
const LARGEST: i64 = 999_999_999_999;

impl Number {
    fn decimals(&self) -> usize {
        usize::from(self.decimals.unwrap_or(0).min(3))
    }

    fn bounds(&self) -> (i64, i64) {
        (self.min.unwrap_or(0).max(-LARGEST), self.max.unwrap_or(LARGEST).min(LARGEST))
    }
}

/// `1.234.567,5` and `1234567.5` alike: thousandths of the number, if it is one with so few decimals.
pub(super) fn thousandths(typed: &str, decimals: usize) -> Option<i64> {
    let compact: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let (minus, digits) = compact.strip_prefix('-').map_or((false, compact.as_str()), |rest| (true, rest));
    let (whole, after) = match digits.split_once(',') {
        Some((whole, after)) => (ungroup(whole)?, after.to_owned()),
        None => match (ungroup(digits), digits.split_once('.')) {
            (Some(whole), _) => (whole, String::new()),
            (None, Some((whole, after))) => (whole.to_owned(), after.to_owned()),
            (None, None) => return None,
        },
    };
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || !all_digits(&whole) || !all_digits(&after) || after.len() > decimals {
        return None;
    }
    let value: i64 = format!("{whole}{after:0<3}").parse().ok()?;
    Some(if minus { -value } else { value })
}

/// `1.234.567` → `1234567`; plain digits stay; anything else is not a whole number.
fn ungroup(text: &str) -> Option<String> {
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(text.to_owned());
    }
    let mut groups = text.split('.');
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()) && !first.starts_with('0'))?;
    let rest: Vec<&str> = groups.collect();
    let grouped = rest.iter().all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()));
    (grouped && first.bytes().all(|b| b.is_ascii_digit())).then(|| format!("{first}{}", rest.concat()))
}

/// A JSON number in thousandths, exactly.
fn thousandths_of(value: &Value) -> Option<i64> {
    // Its point is a comma here, where points stand between thousands.
    thousandths(&value.as_number()?.to_string().replace('.', ","), 3)
}

/// `1234,5`: as it is typed; with dots between thousands as it is read.
pub(in crate::forms::fields) fn written(value: &Value, dots: bool) -> String {
    let Some(all) = thousandths_of(value) else { return String::new() };
    let (whole, after) = (all.abs() / 1000, all.abs() % 1000);
    let digits = whole.to_string();
    let mut text = if all < 0 { "-".to_owned() } else { String::new() };
    for (i, digit) in digits.chars().enumerate() {
        if dots && i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    if after > 0 {
        text.push(',');
        text.push_str(format!("{after:03}").trim_end_matches('0'));
    }
    text
}

impl Asked for Number {
    fn settings() -> &'static [Setting] {
        const OWN: &[Setting] = &[
            Setting::may("min", How::Number),
            Setting::may("max", How::Number),
            Setting::may("decimals", How::Number),
            Setting::may("unit", How::Both),
        ];
        OWN
    }

    fn parse(&self, typed: &Typed, _scene: &Scene<'_>) -> Result<Value, Fault> {
        let (min, max) = self.bounds();
        let wanted = || match (self.min, self.max, self.decimals()) {
            (_, Some(_), 0) => Fault::new("form-number-between").count("min", min).count("max", max),
            (_, None, 0) => Fault::new("form-number-whole"),
            _ => Fault::new("form-number-decimals").with("decimals", self.decimals()),
        };
        let value = thousandths(typed.get(""), self.decimals()).ok_or_else(wanted)?;
        if value < min * 1000 || value > max * 1000 {
            return Err(match (self.min, self.max) {
                (_, Some(_)) => Fault::new("form-number-between").count("min", min).count("max", max),
                _ => Fault::new("form-number-least").count("min", min),
            });
        }
        if value % 1000 == 0 {
            return Ok(json!(value / 1000));
        }
        let text = format!("{}{}.{:03}", if value < 0 { "-" } else { "" }, value.abs() / 1000, value.abs() % 1000);
        text.parse::<f64>().map(|number| json!(number)).map_err(|_| wanted())
    }

    fn typed(&self, value: &Value) -> Typed {
        Typed::one(written(value, false))
    }

    fn show(&self, value: &Value, scene: &Scene<'_>) -> String {
        let number = written(value, true);
        match &self.unit {
            Some(unit) => format!("{number}\u{a0}{}", unit.get(scene.lang)),
            None => number,
        }
    }

    fn schema(&self) -> Value {
        let (min, max) = self.bounds();
        json!({ "type": if self.decimals() == 0 { "integer" } else { "number" }, "minimum": min, "maximum": max })
    }

    fn dress(&self, view: &mut FieldView, _typed: &Typed, scene: &Scene<'_>) {
        if self.decimals() == 0 { "numeric" } else { "decimal" }.clone_into(&mut view.inputmode);
        view.suffix = self.unit.as_ref().map(|unit| unit.get(scene.lang).to_owned()).unwrap_or_default();
    }

    fn faults(&self, _kind_of: &dyn Fn(&str) -> Option<&'static str>) -> Vec<String> {
        let (min, max) = self.bounds();
        if min > max { vec![format!("min {min} is more than max {max}")] } else { Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{thousandths, written};

    #[test]
    fn a_point_between_thousands_is_no_point_of_a_fraction() {
        assert_eq!(thousandths("1.234", 3), Some(1_234_000));
        assert_eq!(thousandths("1,234", 3), Some(1_234));
        assert_eq!(thousandths("0.001", 3), Some(1));
        assert_eq!(thousandths("0.001", 0), None);
        for (value, text) in [(json!(0.001), "0,001"), (json!(1.234), "1,234"), (json!(12.5), "12,5"), (json!(-0.25), "-0,25")] {
            assert_eq!(written(&value, false), text);
        }
    }
}
