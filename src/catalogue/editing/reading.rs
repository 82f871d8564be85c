//! From a table of a file to what stands in its boxes.

use serde_json::Value as Json;
use toml_edit::{DocumentMut, Item, Table, Value};

use super::{
    boxes::{Comparisons, ExemptRow, Filled, Simple},
    days,
    locus::{self, Locus},
    sheet::{Sheet, parse},
};
use crate::{
    catalogue::Folder,
    forms::{Condition, How, Setting},
};

/// What stands in the boxes at a place; `None` if there is no such place.
pub fn filled(folder: &Folder, locus: &Locus, settings: &[Setting]) -> Option<Vec<Filled>> {
    let sheet = Sheet::read(folder.get(&locus.file())?).ok()?;
    let cut = sheet.table(locus.place(&sheet)?)?;
    let mut document = parse(&cut.text).ok()?;
    let table = locus::at(&mut document, &cut.path, locus)?;
    Some(settings.iter().map(|setting| fill(table.get(setting.name), setting.how)).collect())
}

/// The table of a path in a document that holds nothing else.
pub(super) fn table_mut<'d>(document: &'d mut DocumentMut, path: &[String]) -> Option<&'d mut Table> {
    let mut item: &mut Item = document.as_item_mut();
    for word in path {
        item = item.get_mut(word)?;
        if item.is_array_of_tables() {
            return item.as_array_of_tables_mut()?.get_mut(0);
        }
    }
    item.as_table_mut()
}

/// What stands in the box of one value.
pub fn fill(item: Option<&Item>, how: How) -> Filled {
    let Some(value) = item.and_then(Item::as_value) else { return fill_absent(how) };
    match how {
        How::Both | How::BothLong => both(value),
        How::Lines | How::Several(_) | How::Questions => Filled::text(lines(value, |each| each.as_str().unwrap_or_default().to_owned())),
        How::BothLines => Filled::text(lines(value, |each| {
            let text = both(each);
            if text.other.is_empty() { text.text } else { format!("{} | {}", text.text, text.other) }
        })),
        How::Laws => Filled::text(lines(value, law)),
        How::Choices => Filled::text(lines(value, choice)),
        How::Exemptions => Filled { rows: value.as_array().into_iter().flatten().map(exemption).collect(), ..Filled::default() },
        How::Tiers => Filled::text(lines(value, tier)),
        How::Day => Filled::text(days::fill(value)),
        How::Flag { .. } => Filled::text(if value.as_bool() == Some(true) { "yes" } else { "" }),
        How::Condition => condition(value),
        How::Limit => limit(value.as_str().unwrap_or_default()),
        How::Line | How::One(_) | How::Question => Filled::text(value.as_str().map_or_else(|| written(value), str::to_owned)),
        How::Hours => Filled::text(written(value).trim_end_matches(".0").replace('.', ",")),
        How::Number => Filled::text(written(value).replace('_', "")),
    }
}

fn fill_absent(how: How) -> Filled {
    Filled::text(if how == (How::Flag { usual: true }) { "yes" } else { "" })
}

/// A value as it is written, without what stands around it.
pub(super) fn written(value: &Value) -> String {
    let mut bare = value.clone();
    bare.decor_mut().clear();
    bare.to_string().trim().to_owned()
}

fn both(value: &Value) -> Filled {
    let word =
        |name: &str| value.as_inline_table().and_then(|table| table.get(name)).and_then(Value::as_str).unwrap_or_default().to_owned();
    match value.as_str() {
        Some(vi) => Filled::text(vi),
        None => Filled { text: word("vi"), other: word("en"), ..Filled::default() },
    }
}

fn lines(value: &Value, line: impl Fn(&Value) -> String) -> String {
    value.as_array().map(|all| all.iter().map(line).collect::<Vec<_>>().join("\n")).unwrap_or_default()
}

fn law(value: &Value) -> String {
    let table = value.as_inline_table();
    let name = table.and_then(|table| table.get("name")).and_then(Value::as_str).unwrap_or_default();
    let unverified = table.and_then(|table| table.get("unverified")).and_then(Value::as_bool) == Some(true);
    format!("{name}{}", if unverified { " (?)" } else { "" })
}

fn choice(value: &Value) -> String {
    let part = |name: &str| value.as_inline_table().and_then(|table| table.get(name));
    let label = part("label").map(both).unwrap_or_default();
    let hint = part("hint").map(both).unwrap_or_default();
    let all = [part("value").and_then(Value::as_str).unwrap_or_default().to_owned(), label.text, label.other, hint.text];
    all.join(" | ").trim_end_matches([' ', '|']).to_owned()
}

fn exemption(value: &Value) -> ExemptRow {
    let part = |name: &str| value.as_inline_table().and_then(|table| table.get(name));
    let reason = part("reason").map(both).unwrap_or_default();
    let when = part("when").map(condition).unwrap_or_default();
    let row = ExemptRow { reason: reason.text, english: reason.other, ..ExemptRow::default() };
    match (when.simple.parts.as_slice(), part("when")) {
        ([simple], _) => ExemptRow { when: simple.clone(), ..row },
        (_, Some(when)) => ExemptRow { text: written(when), ..row },
        (_, None) => row,
    }
}

/// `2 | 2000`; the last, for all others: `| 1000`.
fn tier(value: &Value) -> String {
    let part = |name: &str| value.as_inline_table().and_then(|table| table.get(name)).map(written).unwrap_or_default();
    format!("{} | {}", part("up_to"), part("amount")).trim_start().to_owned()
}

fn limit(text: &str) -> Filled {
    let (count, unit) = text.split_once(' ').unwrap_or((text, ""));
    let other = match unit {
        _ if text.starts_with("same") => return Filled { other: "same-day".to_owned(), ..Filled::default() },
        "working day" | "working days" => "working-days",
        "calendar day" | "calendar days" => "calendar-days",
        _ => "hours",
    };
    Filled { text: count.to_owned(), other: other.to_owned(), ..Filled::default() }
}

fn condition(value: &Value) -> Filled {
    match as_json(&written(value)).as_ref().and_then(comparisons) {
        Some(simple) => Filled { simple, ..Filled::default() },
        None => Filled::text(written(value)),
    }
}

/// One comparison, or several joined by one word.
fn comparisons(json: &Json) -> Option<Comparisons> {
    if let Some(one) = simple(json) {
        return Some(Comparisons::one(one));
    }
    let map = json.as_object().filter(|map| map.len() == 1)?;
    let (join, all) = map.iter().next()?;
    let parts = all.as_array()?.iter().map(simple).collect::<Option<Vec<_>>>()?;
    (matches!(join.as_str(), "all" | "any") && parts.len() > 1).then(|| Comparisons { join: join.clone(), parts })
}

/// A written value as data.
pub(super) fn as_json(written: &str) -> Option<Json> {
    let mut table: Json = toml::from_str(&format!("x = {written}")).ok()?;
    table.as_object_mut()?.shift_remove("x")
}

/// The condition that stands in a table, if it is one.
pub(super) fn condition_in(item: Option<&Item>) -> Option<Condition> {
    read_condition(&written(item?.as_value()?))
}

/// The condition that somebody wrote, if it is one.
pub(super) fn read_condition(written: &str) -> Option<Condition> {
    serde_json::from_value(as_json(&written.replace('\n', " "))?).ok()
}

fn simple(json: &Json) -> Option<Simple> {
    let map = json.as_object().filter(|map| map.len() == 2)?;
    let question = map.get("field")?.as_str()?.to_owned();
    let (test, value) = map.iter().find(|(name, _)| *name != "field")?;
    let one = |value: &Json| match value {
        Json::String(text) => Some(text.clone()),
        Json::Bool(_) | Json::Number(_) => Some(value.to_string()),
        _ => None,
    };
    let (test, value) = match (test.as_str(), value) {
        ("filled", Json::Bool(true)) => ("answered", String::new()),
        ("filled", Json::Bool(false)) => ("unanswered", String::new()),
        ("one_of" | "none_of", Json::Array(all)) => (test.as_str(), all.iter().map(one).collect::<Option<Vec<_>>>()?.join(", ")),
        ("is" | "is_not" | "contains" | "at_least" | "at_most" | "more_than" | "less_than", value) => (test.as_str(), one(value)?),
        _ => return None,
    };
    Some(Simple { question, test: test.to_owned(), value })
}
