//! The bounds of a date as administrators write them: `hôm nay + 7`, `child.birth_date + 6 tháng`, `2016-01-01`.

use serde_json::Value as Json;
use toml_edit::{InlineTable, Value};

use super::reading::{as_json, written};

const TODAY: &str = "hôm nay";
const UNITS: &[(&str, &str)] = &[("days", "ngày"), ("months", "tháng"), ("years", "năm")];

/// How a bound stands in its box; what is written otherwise stands there as it is written.
pub(super) fn fill(value: &Value) -> String {
    if let Some(text) = value.as_str() {
        return text.to_owned();
    }
    let written = written(value);
    as_json(&written).and_then(|json| said(&json)).unwrap_or(written)
}

fn said(json: &Json) -> Option<String> {
    let map = json.as_object()?;
    let moved = map.iter().filter(|(key, _)| *key != "field").map(|(key, count)| moved(key, count)).collect::<Option<Vec<_>>>()?;
    let from = match map.get("field") {
        Some(key) => key.as_str()?.to_owned(),
        None => TODAY.to_owned(),
    };
    match moved.as_slice() {
        [] if map.contains_key("field") => Some(from),
        [None] => Some(from),
        [Some(by)] => Some(format!("{from} {by}")),
        _ => None,
    }
}

/// `days_ago = 3` → `- 3 ngày`; none of anything is nothing said.
fn moved(key: &str, count: &Json) -> Option<Option<String>> {
    let count = count.as_u64()?;
    let (unit, way) = key.rsplit_once('_')?;
    let unit = UNITS.iter().find(|(word, _)| *word == unit)?.1;
    let sign = match way {
        "ago" => "-",
        "after" => "+",
        _ => return None,
    };
    Some((count > 0).then(|| format!("{sign} {count} {unit}")))
}

/// The bound to write; `None`: nobody can read it.
pub(super) fn value(text: &str) -> Option<Value> {
    let text = text.trim();
    if text.starts_with('{') {
        let value: Value = text.parse().ok()?;
        return Some(value);
    }
    let (from, by) = match text.to_lowercase().strip_prefix(TODAY) {
        Some(rest) => (String::new(), rest.trim().to_owned()),
        None => {
            let (from, by) = text.split_once(' ').unwrap_or((text, ""));
            (from.to_owned(), by.trim().to_owned())
        }
    };
    let bound = if by.is_empty() { ("days_ago".to_owned(), 0) } else { shift(&by)? };
    let mut table = InlineTable::new();
    if from.is_empty() {
        table.insert(&bound.0, Value::from(bound.1));
        return Some(Value::from(table));
    }
    if from.chars().next().is_some_and(|c| c.is_ascii_digit()) {
        return by.is_empty().then(|| Value::from(from));
    }
    table.insert("field", Value::from(from));
    if !by.is_empty() {
        table.insert(&bound.0, Value::from(bound.1));
    }
    Some(Value::from(table))
}

/// `+ 6 tháng` → `months_after`, 6; days where no unit is said.
fn shift(by: &str) -> Option<(String, i64)> {
    let (way, rest) = match by.chars().next()? {
        '+' => ("after", by.get(1..)?),
        '-' => ("ago", by.get(1..)?),
        _ => return None,
    };
    let mut words = rest.split_whitespace();
    let count: u16 = words.next()?.parse().ok()?;
    let unit = match words.next() {
        None => "days",
        Some(said) => UNITS.iter().find(|(_, word)| *word == said.to_lowercase())?.0,
    };
    words.next().is_none().then(|| (format!("{unit}_{way}"), i64::from(count)))
}

#[cfg(test)]
mod tests {
    use super::{fill, value, written};

    #[test]
    fn bounds_are_written_as_they_are_read() {
        for (said, file) in [
            ("hôm nay", "{ days_ago = 0 }"),
            ("hôm nay + 7 ngày", "{ days_after = 7 }"),
            ("child.birth_date", "{ field = \"child.birth_date\" }"),
            ("earlier.date + 6 tháng", "{ field = \"earlier.date\", months_after = 6 }"),
            ("2016-01-01", "\"2016-01-01\""),
            ("07:30", "\"07:30\""),
        ] {
            let value = value(said).expect(said);
            assert_eq!((written(&value).as_str(), fill(&value).as_str()), (file, said));
        }
        assert!(value("hôm nay cộng 7").is_none() && value("2016-01-01 + 7").is_none());
    }
}
