//! From what was typed in the boxes of one setting to the value that stands in the file.

use toml_edit::{Array, Decor, InlineTable, Value};

use super::{
    boxes::{BoxFault, Comparisons, ExemptRow, Filled, Simple},
    days,
    reading::{read_condition, written},
};
use crate::{
    calendar::Limit,
    forms::{Condition, How, Setting},
    workflow::WorkingTime,
};

/// Gives the word of the kind of a question.
pub type KindOf<'a> = &'a dyn Fn(&str) -> Option<&'static str>;

/// The value to write; `None`: nothing is written, for that is the usual case.
pub(super) fn value(setting: &Setting, before: &Filled, now: &Filled, kind_of: KindOf<'_>) -> Result<Option<Value>, BoxFault> {
    if let How::Flag { usual } = setting.how {
        let on = now.text == "yes";
        return Ok((on != usual).then(|| Value::from(on)));
    }
    if now.is_empty() {
        return Ok(None);
    }
    Ok(Some(match setting.how {
        How::Both | How::BothLong => both(&now.text, &now.other),
        How::Lines | How::Questions => array(now.text.lines().map(|line| Value::from(line.trim()))),
        How::BothLines => array(now.text.lines().map(bilingual)),
        How::Laws => array(now.text.lines().map(law)),
        How::Number => Value::from(whole(&now.text)?),
        How::Hours => hours(&now.text)?,
        How::Limit => Value::from(limit(now)?.to_string()),
        How::One(words) if !words.contains(&now.text.as_str()) => return Err(BoxFault::NotOffered),
        How::Several(words) if now.text.lines().any(|word| !words.contains(&word)) => return Err(BoxFault::NotOffered),
        How::Several(_) => Value::from(now.text.lines().collect::<Array>()),
        How::Condition => condition(before, now, kind_of)?,
        How::Exemptions => exemptions(&now.rows, kind_of)?,
        How::Tiers => tiers(&now.text)?,
        How::Day => days::value(&now.text).ok_or(BoxFault::NotADay)?,
        How::Choices => choices(&now.text)?,
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
    if now.text.is_empty() || (now.simple != before.simple && !now.simple.parts.is_empty()) {
        return joined(&now.simple, kind_of);
    }
    written_condition(&now.text)
}

fn written_condition(text: &str) -> Result<Value, BoxFault> {
    let line = text.replace('\n', " ");
    read_condition(&line).ok_or(BoxFault::NotACondition)?;
    let mut value: Value = line.trim().parse().map_err(|_| BoxFault::NotACondition)?;
    value.decor_mut().clear();
    Ok(value)
}

/// The condition in the boxes, if it is one.
pub fn condition_of(filled: &Filled, kind_of: KindOf<'_>) -> Option<Condition> {
    if filled.is_empty() {
        return None;
    }
    let value = condition(filled, &filled.trimmed(), kind_of).ok()?;
    read_condition(&written(&value))
}

fn joined(comparisons: &Comparisons, kind_of: KindOf<'_>) -> Result<Value, BoxFault> {
    match comparisons.parts.as_slice() {
        [one] => built(one, kind_of),
        many => {
            let parts = many.iter().map(|part| built(part, kind_of)).collect::<Result<Array, _>>()?;
            Ok(inline([(if comparisons.join == "any" { "any" } else { "all" }, Value::from(parts))]))
        }
    }
}

fn built(simple: &Simple, kind_of: KindOf<'_>) -> Result<Value, BoxFault> {
    let kind = kind_of(&simple.question);
    let one = |text: &str| -> Result<Value, BoxFault> {
        match kind {
            Some("number" | "money" | "computed") => whole(text).map(Value::from),
            Some("yes_no" | "declaration") => match text.to_lowercase().as_str() {
                "true" | "có" | "đúng" => Ok(Value::from(true)),
                "false" | "không" | "sai" => Ok(Value::from(false)),
                _ => Err(BoxFault::NotYesOrNo),
            },
            _ => Ok(Value::from(text)),
        }
    };
    let field = ("field", Value::from(simple.question.as_str()));
    match simple.test.as_str() {
        "answered" => Ok(inline([field, ("filled", Value::from(true))])),
        "unanswered" => Ok(inline([field, ("filled", Value::from(false))])),
        _ if simple.value.is_empty() => Err(BoxFault::NoValue),
        test @ ("one_of" | "none_of") => {
            let all = simple.value.split(',').map(|each| one(each.trim())).collect::<Result<Array, _>>()?;
            Ok(inline([field, (test, Value::from(all))]))
        }
        test @ ("at_least" | "at_most" | "more_than" | "less_than") => Ok(inline([field, (test, Value::from(whole(&simple.value)?))])),
        test @ ("is" | "is_not" | "contains") => Ok(inline([field, (test, one(&simple.value)?)])),
        _ => Err(BoxFault::NotOffered),
    }
}

fn exemptions(rows: &[ExemptRow], kind_of: KindOf<'_>) -> Result<Value, BoxFault> {
    let entries = rows.iter().enumerate().map(|(number, row)| {
        let wrong = |_| BoxFault::NotExemptions(number + 1);
        if row.reason.is_empty() {
            return Err(BoxFault::NotExemptions(number + 1));
        }
        let when = if row.when.question.is_empty() { written_condition(&row.text) } else { built(&row.when, kind_of) };
        Ok(inline([("when", when.map_err(wrong)?), ("reason", both(&row.reason, &row.english))]))
    });
    Ok(array(entries.collect::<Result<Vec<_>, BoxFault>>()?.into_iter()))
}

fn tiers(text: &str) -> Result<Value, BoxFault> {
    let entries = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(|(number, line)| {
        let wrong = |_| BoxFault::NotTiers(number + 1);
        let (up_to, amount) = line.split_once('|').ok_or(BoxFault::NotTiers(number + 1))?;
        let amount = ("amount", Value::from(whole(amount.trim()).map_err(wrong)?));
        match up_to.trim() {
            "" => Ok(inline([amount])),
            up_to => Ok(inline([("up_to", Value::from(whole(up_to).map_err(wrong)?)), amount])),
        }
    });
    Ok(Value::from(entries.collect::<Result<Array, BoxFault>>()?))
}

fn choices(text: &str) -> Result<Value, BoxFault> {
    let entries = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(|(number, line)| {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let part = |place: usize| parts.get(place).copied().unwrap_or_default();
        if part(0).is_empty() || part(1).is_empty() {
            return Err(BoxFault::NotChoices(number + 1));
        }
        let (value, label) = (("value", Value::from(part(0))), ("label", both(part(1), part(2))));
        Ok(if part(3).is_empty() { inline([value, label]) } else { inline([value, label, ("hint", Value::from(part(3)))]) })
    });
    Ok(array(entries.collect::<Result<Vec<_>, _>>()?.into_iter()))
}
