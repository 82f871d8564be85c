//! From what was typed in the boxes to the table: only what differs is written.

use toml_edit::{Array, Decor, InlineTable, Table, Value};

use super::{
    boxes::{BoxFault, Filled, Simple},
    parts::{Locus, settings_at},
    reading::{fill, read_condition, table_mut, written},
    sheet::{NotAFile, Sheet, parse},
};
use crate::{
    calendar::Limit,
    catalogue::Folder,
    forms::{Condition, How, Setting},
    workflow::WorkingTime,
};

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditRefused {
    #[error("there is no such place")]
    NoSuchPlace,
    #[error(transparent)]
    File(#[from] NotAFile),
    /// By the name of the setting.
    #[error("{} boxes cannot be read", .0.len())]
    Boxes(Vec<(&'static str, BoxFault)>),
}

/// Gives the word of the kind of a question.
pub type KindOf<'a> = &'a dyn Fn(&str) -> Option<&'static str>;

/// Writes what was typed at a place; `typed` gives the boxes of a setting.
pub fn edit(folder: &Folder, locus: &Locus, kind_of: KindOf<'_>, typed: &dyn Fn(&Setting) -> Filled) -> Result<Folder, EditRefused> {
    let file = locus.file();
    let mut sheet = Sheet::read(folder.get(&file).ok_or(EditRefused::NoSuchPlace)?)?;
    let place = locus.place(&sheet).ok_or(EditRefused::NoSuchPlace)?;
    let cut = sheet.table(place).cloned().ok_or(EditRefused::NoSuchPlace)?;
    let mut document = parse(&cut.text)?;
    let table = table_mut(&mut document, &cut.path).ok_or(EditRefused::NoSuchPlace)?;
    let mut faults = Vec::new();
    for setting in settings_at(folder, locus) {
        let (before, now) = (fill(table.get(setting.name), setting.how).trimmed(), typed(&setting).trimmed());
        // What was not touched is not judged here; the proof does that.
        if now == before {
            continue;
        }
        if now.is_empty() && setting.needed {
            faults.push((setting.name, BoxFault::Missing));
        } else if let Err(fault) = write(table, &setting, &before, &now, kind_of) {
            faults.push((setting.name, fault));
        }
    }
    if !faults.is_empty() {
        return Err(EditRefused::Boxes(faults));
    }
    sheet.set(place, document.to_string());
    Ok(folder.with(&file, sheet.text()))
}

/// Puts another text in the place of a whole file; the rest of the editor must be able to read it.
pub fn replace_file(folder: &Folder, name: &str, text: &str) -> Result<Folder, NotAFile> {
    let mut text = text.replace("\r\n", "\n");
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    parse(&text)?;
    Ok(folder.with(name, text))
}

fn write(table: &mut Table, setting: &Setting, before: &Filled, now: &Filled, kind_of: KindOf<'_>) -> Result<(), BoxFault> {
    match value(setting, before, now, kind_of)? {
        None => {
            table.remove(setting.name);
        }
        Some(mut value) => match table.get_mut(setting.name).and_then(|item| item.as_value_mut()) {
            Some(old) => {
                *value.decor_mut() = old.decor().clone();
                *old = value;
            }
            None => {
                table.insert(setting.name, toml_edit::value(value));
            }
        },
    }
    Ok(())
}

/// The value to write; `None`: nothing is written, for that is the usual case.
fn value(setting: &Setting, before: &Filled, now: &Filled, kind_of: KindOf<'_>) -> Result<Option<Value>, BoxFault> {
    if let How::Flag { usual } = setting.how {
        let on = now.text == "yes";
        return Ok((on != usual).then(|| Value::from(on)));
    }
    if now.is_empty() {
        return Ok(None);
    }
    Ok(Some(match setting.how {
        How::Both | How::BothLong => both(&now.text, &now.other),
        How::Lines => array(now.text.lines().map(|line| Value::from(line.trim()))),
        How::BothLines => array(now.text.lines().map(bilingual)),
        How::Laws => array(now.text.lines().map(law)),
        How::Number => Value::from(whole(&now.text)?),
        How::Hours => hours(&now.text)?,
        How::Limit => Value::from(limit(now)?.to_string()),
        How::One(words) if !words.contains(&now.text.as_str()) => return Err(BoxFault::NotOffered),
        How::Condition => condition(before, now, kind_of)?,
        How::Exemptions => exemptions(&now.text)?,
        How::Choices => choices(&now.text)?,
        How::Data => data(&now.text).map_err(BoxFault::NotData)?,
        How::Line | How::One(_) | How::Question | How::Flag { .. } => Value::from(now.text.as_str()),
    }))
}

fn both(vi: &str, en: &str) -> Value {
    if en.is_empty() {
        return Value::from(vi);
    }
    inline([("vi", Value::from(vi)), ("en", Value::from(en))])
}

fn inline<const N: usize>(entries: [(&str, Value); N]) -> Value {
    let mut table = InlineTable::new();
    for (name, value) in entries {
        table.insert(name, value);
    }
    Value::from(table)
}

/// One entry a line, as people write such lists.
fn array(entries: impl Iterator<Item = Value>) -> Value {
    let mut array = Array::new();
    for mut entry in entries {
        *entry.decor_mut() = Decor::new("\n  ", "");
        array.push_formatted(entry);
    }
    if !array.is_empty() {
        array.set_trailing("\n");
        array.set_trailing_comma(true);
    }
    Value::from(array)
}

fn bilingual(line: &str) -> Value {
    let (vi, en) = line.split_once('|').unwrap_or((line, ""));
    both(vi.trim(), en.trim())
}

fn law(line: &str) -> Value {
    match line.trim().strip_suffix("(?)") {
        Some(name) => inline([("name", Value::from(name.trim())), ("unverified", Value::from(true))]),
        None => inline([("name", Value::from(line.trim()))]),
    }
}

/// `10.000` and `10000` alike.
fn whole(text: &str) -> Result<i64, BoxFault> {
    let digits: String = text.chars().filter(|c| !matches!(c, '.' | ' ' | '\u{a0}' | '₫')).collect();
    digits.parse().map_err(|_| BoxFault::NotANumber)
}

fn hours(text: &str) -> Result<Value, BoxFault> {
    let hours: f64 = text.replace(',', ".").parse().map_err(|_| BoxFault::NotHours)?;
    WorkingTime::try_from(hours).map_err(|_| BoxFault::NotHours)?;
    Ok(Value::from(hours))
}

fn limit(now: &Filled) -> Result<Limit, BoxFault> {
    let text = match now.other.as_str() {
        "same-day" => "same day".to_owned(),
        unit => format!("{} {}", now.text, unit.replace('-', " ")),
    };
    text.parse().map_err(|_| BoxFault::NotALimit)
}

fn condition(before: &Filled, now: &Filled, kind_of: KindOf<'_>) -> Result<Value, BoxFault> {
    if now.text.is_empty() || (now.simple != before.simple && !now.simple.question.is_empty()) {
        return built(&now.simple, kind_of);
    }
    let line = now.text.replace('\n', " ");
    read_condition(&line).map_err(BoxFault::NotACondition)?;
    data(&line).map_err(BoxFault::NotACondition)
}

/// The condition in the boxes, if it is one.
pub fn condition_of(filled: &Filled, kind_of: KindOf<'_>) -> Option<Condition> {
    if filled.is_empty() {
        return None;
    }
    let value = condition(filled, &filled.trimmed(), kind_of).ok()?;
    read_condition(&written(&value)).ok()
}

fn built(simple: &Simple, kind_of: KindOf<'_>) -> Result<Value, BoxFault> {
    let kind = kind_of(&simple.question);
    let one = |text: &str| -> Result<Value, BoxFault> {
        match kind {
            Some("number" | "money" | "computed") => whole(text).map(Value::from),
            Some("yes_no" | "declaration") => match text.to_lowercase().as_str() {
                "true" | "có" | "đúng" => Ok(Value::from(true)),
                "false" | "không" | "sai" => Ok(Value::from(false)),
                _ => Err(BoxFault::NotACondition("true, false".to_owned())),
            },
            _ => Ok(Value::from(text)),
        }
    };
    let field = ("field", Value::from(simple.question.as_str()));
    match simple.test.as_str() {
        "answered" => Ok(inline([field, ("filled", Value::from(true))])),
        "unanswered" => Ok(inline([field, ("filled", Value::from(false))])),
        _ if simple.value.is_empty() => Err(BoxFault::Missing),
        test @ ("one_of" | "none_of") => {
            let all = simple.value.split(',').map(|each| one(each.trim())).collect::<Result<Array, _>>()?;
            Ok(inline([field, (test, Value::from(all))]))
        }
        test @ ("at_least" | "at_most" | "more_than" | "less_than") => Ok(inline([field, (test, Value::from(whole(&simple.value)?))])),
        test @ ("is" | "is_not" | "contains") => Ok(inline([field, (test, one(&simple.value)?)])),
        _ => Err(BoxFault::NotOffered),
    }
}

fn exemptions(text: &str) -> Result<Value, BoxFault> {
    let entries = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(|(number, line)| {
        let wrong = || BoxFault::NotExemptions { line: number + 1 };
        let (reason, when) = line.split_once('|').ok_or_else(wrong)?;
        read_condition(when.trim()).map_err(|_| wrong())?;
        Ok(inline([("when", data(when.trim()).map_err(|_| wrong())?), ("reason", Value::from(reason.trim()))]))
    });
    Ok(array(entries.collect::<Result<Vec<_>, BoxFault>>()?.into_iter()))
}

fn choices(text: &str) -> Result<Value, BoxFault> {
    let entries = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(|(number, line)| {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let part = |place: usize| parts.get(place).copied().unwrap_or_default();
        if part(0).is_empty() || part(1).is_empty() {
            return Err(BoxFault::NotChoices { line: number + 1 });
        }
        let (value, label) = (("value", Value::from(part(0))), ("label", both(part(1), part(2))));
        Ok(if part(3).is_empty() { inline([value, label]) } else { inline([value, label, ("hint", Value::from(part(3)))]) })
    });
    Ok(array(entries.collect::<Result<Vec<_>, _>>()?.into_iter()))
}

/// A value as somebody wrote it.
fn data(text: &str) -> Result<Value, String> {
    let mut value: Value = text.parse().map_err(|error: toml_edit::TomlError| error.message().to_owned())?;
    value.decor_mut().clear();
    Ok(value)
}
