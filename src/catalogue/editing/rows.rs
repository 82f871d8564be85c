//! The items of a part as a list: moved up and down, added, taken out.

use std::ops::Range;

use super::{
    columns,
    locus::Locus,
    parts::{PARTS, Part},
    reading::{condition_in, fill, table_mut},
    sheet::{Sheet, parse},
    writing::EditRefused,
};
use crate::{
    catalogue::Folder,
    forms::{Condition, How},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    Item,
    Section,
    Field,
    /// A question in the rows of the question above it.
    Column,
    /// A shared block.
    Block,
    Rule,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub kind: RowKind,
    /// As it stands in an address: `0`, `s1`, `1.4`, `1.4.0`, `r0`.
    pub item: String,
    /// What people call it: its label, name or title, else its key.
    pub name: String,
    /// The word of its kind or its key, for questions.
    pub word: String,
    pub first: bool,
    pub last: bool,
    pub facts: RowFacts,
}

/// What a list tells of an item besides its name; empty where the file says nothing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RowFacts {
    pub key: String,
    /// A question that need not be answered.
    pub may_stay_empty: bool,
    /// When it is shown or holds.
    pub when: Option<Condition>,
    pub role: String,
    pub hours: String,
    pub amount: String,
    pub limit: String,
}

/// What to do with an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrange {
    Up,
    Down,
    Remove,
    /// Another of its kind behind it.
    Add,
}

/// The list of a part: `fees`, `form-muc-dich`.
pub fn rows(folder: &Folder, part: &str) -> Result<Vec<Row>, EditRefused> {
    if let Some(page) = part.strip_prefix("form-") {
        let text = folder.get(&format!("form/{page}.toml")).ok_or(EditRefused::NoSuchPlace)?;
        return Ok(rows_of_page(&Sheet::read(text)?));
    }
    let part = known(part)?;
    let sheet = Sheet::read(folder.get("service.toml").ok_or(EditRefused::NoSuchPlace)?)?;
    let items = sheet.items(part.path, sheet.whole());
    Ok(numbered(&sheet, &items, RowKind::Item, |place| place.to_string()))
}

fn known(part: &str) -> Result<&'static Part, EditRefused> {
    PARTS.iter().find(|known| known.word == part && !known.path.is_empty()).ok_or(EditRefused::NoSuchPlace)
}

fn rows_of_page(sheet: &Sheet) -> Vec<Row> {
    let sections = sheet.items(&["sections"], sheet.whole());
    let heads = numbered(sheet, &sections, RowKind::Section, |place| format!("s{place}"));
    let mut rows = Vec::new();
    for ((place, section), head) in sections.iter().enumerate().zip(heads) {
        rows.push(head);
        let fields = sheet.items(&["sections", "fields"], section.clone());
        let heads = numbered(sheet, &fields, RowKind::Field, |field| format!("{place}.{field}"));
        for (field, head) in fields.iter().zip(heads) {
            let inside = columns::rows(sheet, field.start, &head.item);
            rows.push(head);
            rows.extend(inside);
        }
    }
    let rules = sheet.items(&["rules"], sheet.whole());
    rows.extend(numbered(sheet, &rules, RowKind::Rule, |place| format!("r{place}")));
    rows
}

fn numbered(sheet: &Sheet, items: &[Range<usize>], kind: RowKind, item: impl Fn(usize) -> String) -> Vec<Row> {
    let row = |(place, range): (usize, &Range<usize>)| {
        let (name, word, facts) = told(sheet, range.start);
        let kind = if kind == RowKind::Field && word.starts_with("block ") { RowKind::Block } else { kind };
        Row { kind, item: item(place), name, word, first: place == 0, last: place + 1 == items.len(), facts }
    };
    items.iter().enumerate().map(row).collect()
}

/// What an item is called, the word of its kind, and what a list tells of it.
fn told(sheet: &Sheet, place: usize) -> (String, String, RowFacts) {
    let read = || {
        let cut = sheet.table(place)?;
        let mut document = parse(&cut.text).ok()?;
        let table = table_mut(&mut document, &cut.path)?;
        let text = |key: &str| fill(table.get(key), How::Both).text;
        let line = |key: &str| fill(table.get(key), How::Line).text;
        let first = |keys: &[&str]| keys.iter().map(|key| text(key)).find(|text| !text.is_empty()).unwrap_or_default();
        let name = first(&["label", "name", "title", "message", "reason", "text", "limit", "prefix", "key"]);
        let word = match line("block") {
            block if !block.is_empty() => format!("block {block}"),
            _ => first(&["kind", "duty"]),
        };
        let facts = RowFacts {
            key: ["key", "code"].into_iter().map(line).find(|key| !key.is_empty()).unwrap_or_default(),
            may_stay_empty: fill(table.get("required"), How::Flag { usual: true }).text.is_empty(),
            when: ["show_if", "when"].into_iter().find_map(|key| condition_in(table.get(key))),
            role: line("role"),
            hours: fill(table.get("hours"), How::Hours).text,
            amount: fill(table.get("amount"), How::Number).text,
            limit: line("limit"),
        };
        Some((name, word, facts))
    };
    read().unwrap_or_default()
}

/// The item of a part that one of these keys names, the last of them first; the only one where there is no other.
pub fn item_about(folder: &Folder, part: &str, keys: &[String]) -> Option<String> {
    let rows = rows(folder, part).ok()?;
    let of_key = |key: &String| rows.iter().find(|row| row.facts.key == *key && !key.is_empty()).map(|row| row.item.clone());
    let only = || rows.first().filter(|_| rows.len() == 1).map(|row| row.item.clone());
    keys.iter().rev().find_map(of_key).or_else(only)
}

/// Where an item stands that was just added behind `item`.
pub fn added(before: &[Row], item: &str) -> String {
    let last = item.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
    let (stem, place) = item.split_at(last);
    match place.parse::<usize>() {
        Ok(place) if before.iter().any(|row| row.item == item) => format!("{stem}{}", place + 1),
        _ => item.to_owned(),
    }
}

/// Moves, takes out or adds an item.
pub fn arrange(folder: &Folder, part: &str, item: &str, what: Arrange) -> Result<Folder, EditRefused> {
    if let Some(column @ Locus::Column(..)) = Locus::read(part, item) {
        return columns::arrange(folder, &column, what);
    }
    let (file, path): (String, &[&str]) = match part.strip_prefix("form-") {
        Some(page) => (format!("form/{page}.toml"), path_of(item)),
        None => ("service.toml".to_owned(), known(part)?.path),
    };
    let mut sheet = Sheet::read(folder.get(&file).ok_or(EditRefused::NoSuchPlace)?)?;
    let (siblings, place) = siblings(&sheet, path, item).ok_or(EditRefused::NoSuchPlace)?;
    if what == Arrange::Add && !siblings.is_empty() && !part.starts_with("form-") && known(part)?.single {
        return Err(EditRefused::NoSuchPlace);
    }
    let at = |place: usize| siblings.get(place).cloned();
    match what {
        Arrange::Up => {
            let pair = place.checked_sub(1).and_then(at).zip(at(place));
            pair.into_iter().for_each(|(before, own)| sheet.swap(before, own));
        }
        Arrange::Down => at(place).zip(at(place + 1)).into_iter().for_each(|(own, after)| sheet.swap(own, after)),
        Arrange::Remove => sheet.remove(at(place).ok_or(EditRefused::NoSuchPlace)?),
        Arrange::Add => {
            let behind = at(place).map_or_else(|| parent_end(&sheet, path, item), |own| own.end);
            sheet.insert(behind, path, blank(path, folder, siblings.len()));
        }
    }
    let text = sheet.text();
    Sheet::read(&text)?;
    Ok(folder.with(&file, text))
}

fn path_of(item: &str) -> &'static [&'static str] {
    match item.chars().next() {
        Some('s') => &["sections"],
        Some('r') => &["rules"],
        _ => &["sections", "fields"],
    }
}

/// The items among which one stands, and its place. A place behind the last is for adding the first.
fn siblings(sheet: &Sheet, path: &[&str], item: &str) -> Option<(Vec<Range<usize>>, usize)> {
    match item.split_once('.') {
        Some((section, place)) => {
            let section = sheet.items(&["sections"], sheet.whole()).get(section.parse::<usize>().ok()?).cloned()?;
            Some((sheet.items(path, section), place.parse().ok()?))
        }
        None => Some((sheet.items(path, sheet.whole()), item.trim_start_matches(['s', 'r']).parse().ok()?)),
    }
}

fn parent_end(sheet: &Sheet, path: &[&str], item: &str) -> usize {
    let section = item.split_once('.').and_then(|(section, _)| section.parse::<usize>().ok());
    match section.and_then(|section| sheet.items(&["sections"], sheet.whole()).get(section).cloned()) {
        Some(section) => section.end,
        None => sheet.items(path, sheet.whole()).last().map_or(sheet.whole().end, |last| last.end),
    }
}

/// The first number from here that no key of the files ends with: keys are never used twice.
fn unused(folder: &Folder, from: usize) -> usize {
    let taken = |number: &usize| folder.iter().any(|(_, text)| text.contains(&format!("_{number}\"")));
    (from..).find(|number| !taken(number)).unwrap_or(from)
}

/// A new item, sound enough to be filled in.
fn blank(path: &[&str], folder: &Folder, count: usize) -> String {
    let number = unused(folder, count + 1);
    let own = match path {
        ["documents"] => format!("key = \"giay_to_{number}\"\nname = \"Giấy tờ {number}\"\nduty = \"submit\"\ncopy = 1\n"),
        ["fees"] => format!("key = \"khoan_{number}\"\nname = \"Khoản thu {number}\"\namount = 0\n"),
        ["deadlines"] => "limit = \"1 working day\"\n".to_owned(),
        ["results"] => format!("code = \"KQ.{number}\"\nname = \"Kết quả {number}\"\n"),
        ["workflow", "steps"] => format!(
            "key = \"step_{number}\"\nkind = \"work\"\nname = \"Bước {number}\"\npublic_name = \"Bước {number}\"\nrole = \"case_officer\"\nhours = 1.0\n"
        ),
        ["sections"] => format!("title = \"Mục {number}\"\n"),
        ["sections", "fields"] => format!("key = \"question_{number}\"\nkind = \"text\"\nlabel = \"Câu hỏi {number}\"\n"),
        ["workflow", "consultations"] => format!(
            "key = \"consultation_{number}\"\nname = \"Lấy ý kiến {number}\"\nat = []\nto = \"department\"\nlimit = \"3 working days\"\nsilence = \"no_answer\"\n"
        ),
        ["applicant" | "owner"] => return format!("[{}]\nname = []\n", path.join(".")),
        ["result_paper"] => return "[result_paper]\nstatement = \"{agency} xác nhận\"\nfields = []\n".to_owned(),
        ["competence"] => "field = \"\"\nreason = \"Nơi cư trú\"\n".to_owned(),
        ["rules"] => "field = \"\"\nwhen = { all = [] }\nmessage = \"Lời báo lỗi\"\n".to_owned(),
        _ => "when = { all = [] }\nreason = \"Lý do\"\n".to_owned(),
    };
    format!("[[{}]]\n{own}", path.join("."))
}
