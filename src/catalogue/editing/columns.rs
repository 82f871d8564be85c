//! The questions in the rows of a table or group: a list inside the table of their question.

use toml_edit::{Array, Decor, Item, Table, Value, value};

use super::{
    locus::{Locus, columns_name},
    reading::{condition_in, fill, table_mut},
    rows::{Arrange, Row, RowFacts, RowKind},
    sheet::{Sheet, parse},
    writing::EditRefused,
};
use crate::{catalogue::Folder, forms::How};

/// The rows of the list below a question; none if it has no columns.
pub(super) fn rows(sheet: &Sheet, place: usize, item: &str) -> Vec<Row> {
    let read = || {
        let cut = sheet.table(place)?;
        let mut document = parse(&cut.text).ok()?;
        let table = table_mut(&mut document, &cut.path)?;
        let columns = table.get(columns_name(table)?)?.as_array()?;
        Some(columns.iter().enumerate().map(|(at, column)| row(column, item, at, columns.len())).collect())
    };
    read().unwrap_or_default()
}

fn row(column: &Value, item: &str, at: usize, count: usize) -> Row {
    let part = |name: &str| column.as_inline_table().and_then(|table| table.get(name));
    let text = |name: &str, how: How| part(name).map(|value| fill(Some(&Item::Value(value.clone())), how).text).unwrap_or_default();
    let (label, key) = (text("label", How::Both), text("key", How::Line));
    let facts = RowFacts {
        key: key.clone(),
        may_stay_empty: part("required").and_then(Value::as_bool) == Some(false),
        when: part("show_if").and_then(|value| condition_in(Some(&Item::Value(value.clone())))),
        ..RowFacts::default()
    };
    Row {
        kind: RowKind::Column,
        item: format!("{item}.{at}"),
        name: if label.is_empty() { key } else { label },
        word: text("kind", How::Line),
        first: at == 0,
        last: at + 1 == count,
        facts,
    }
}

/// Moves, takes out or adds a question of a row.
pub(super) fn arrange(folder: &Folder, locus: &Locus, what: Arrange) -> Result<Folder, EditRefused> {
    let Locus::Column(.., place) = locus else { return Err(EditRefused::NoSuchPlace) };
    let file = locus.file();
    let mut sheet = Sheet::read(folder.get(&file).ok_or(EditRefused::NoSuchPlace)?)?;
    let at = locus.place(&sheet).ok_or(EditRefused::NoSuchPlace)?;
    let cut = sheet.table(at).cloned().ok_or(EditRefused::NoSuchPlace)?;
    let mut document = parse(&cut.text)?;
    let columns = table_mut(&mut document, &cut.path).and_then(columns_mut).ok_or(EditRefused::NoSuchPlace)?;
    let may = match what {
        Arrange::Up => *place > 0 && *place < columns.len(),
        Arrange::Down => place + 1 < columns.len(),
        Arrange::Remove => *place < columns.len(),
        Arrange::Add => true,
    };
    if !may {
        return Err(EditRefused::NoSuchPlace);
    }
    match what {
        Arrange::Up => swap(columns, place - 1),
        Arrange::Down => swap(columns, *place),
        Arrange::Remove => drop(columns.remove(*place)),
        Arrange::Add => add(columns),
    }
    sheet.set(at, document.to_string());
    Ok(folder.with(&file, sheet.text()))
}

/// The list of columns, which begins empty where there is none.
fn columns_mut(table: &mut Table) -> Option<&mut Array> {
    let name = columns_name(table).unwrap_or("columns");
    table.entry(name).or_insert_with(|| value(Array::new())).as_array_mut()
}

/// Two neighbours change places, each with the blanks of its place.
fn swap(columns: &mut Array, first: usize) {
    let (Some(a), Some(b)) = (columns.get(first).cloned(), columns.get(first + 1).cloned()) else { return };
    let put = |columns: &mut Array, place: usize, mut value: Value, decor: &Decor| {
        *value.decor_mut() = decor.clone();
        columns.replace_formatted(place, value);
    };
    put(columns, first, b.clone(), a.decor());
    put(columns, first + 1, a.clone(), b.decor());
}

fn add(columns: &mut Array) {
    let number = columns.len() + 1;
    let text = format!("{{ key = \"cot_{number}\", kind = \"text\", label = \"Câu {number}\" }}");
    let Ok(mut column) = text.parse::<Value>() else { return };
    *column.decor_mut() = columns.iter().last().map_or_else(|| Decor::new("\n  ", ""), |last| last.decor().clone());
    columns.push_formatted(column);
    if columns.len() == 1 {
        columns.set_trailing("\n");
        columns.set_trailing_comma(true);
    }
}
