//! What the boxes of a row mean.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{super::Scene, Table};
use crate::forms::{
    definition::Field,
    faults::Fault,
    typed::{Shape, Typed},
};

/// Numbers of the rows in which somebody wrote, in order; gaps are no matter.
pub(super) fn filled(table: &Table, typed: &Typed) -> Vec<usize> {
    let posted: BTreeSet<usize> = typed.names().filter_map(|name| name.split('.').next()?.parse().ok()).collect();
    posted.into_iter().filter(|row| !is_untouched(table, typed, *row)).collect()
}

/// Every box is empty, or holds what it was given at first.
fn is_untouched(table: &Table, typed: &Typed, row: usize) -> bool {
    let as_given = |column: &Field| {
        let cell = typed.cell(row, &column.key);
        cell.is_blank() || column.default.as_ref().is_some_and(|given| cell.all().iter().all(|text| text.is_empty() || text == given))
    };
    table.columns.iter().all(as_given)
}

/// One row, question by question: the boxes numbered `from` become the row `at`. A question that the
/// answers before it do not ask is left out.
pub(super) fn row(
    table: &Table,
    typed: &Typed,
    from: usize,
    at: usize,
    scene: &Scene<'_>,
    faults: &mut Vec<(String, Fault)>,
) -> Map<String, Value> {
    let title = super::title(table.item(scene.lang), &(at + 1).to_string());
    let mut own: Map<String, Value> = Map::new();
    for column in &table.columns {
        let seen = |key: &str| own.get(key).or_else(|| (scene.seen)(key));
        match cell(column, &typed.cell(from, &column.key), &title, &scene.seeing(&seen)) {
            Ok(Some(value)) => {
                own.insert(column.key.clone(), value);
            }
            Ok(None) => {}
            Err(fault) => faults.push((place(column, at), fault)),
        }
    }
    own
}

/// The box of a row that an error leads to: `1-pages`, `1-issued_on-day`.
fn place(column: &Field, at: usize) -> String {
    match column.kind.asked().shape() {
        Shape::Boxes(parts) => format!("{at}-{}-{}", column.key, parts.first().copied().unwrap_or_default()),
        _ => format!("{at}-{}", column.key),
    }
}

/// `title` names the row, for the sentence.
fn cell(column: &Field, typed: &Typed, title: &str, scene: &Scene<'_>) -> Result<Option<Value>, Fault> {
    if column.show_if.as_ref().is_some_and(|condition| !condition.holds(scene.seen, scene.today)) {
        return Ok(None);
    }
    let in_row = |fault: Fault| {
        let said = fault.sentence(&scene.world.texts, scene.lang, column.label.get(scene.lang));
        Fault::new("form-row").with("row", title).with("said", said)
    };
    if !typed.is_blank() {
        let value = column.kind.asked().parse(typed, scene).map_err(in_row)?;
        let empty = value.is_null() || value.as_str() == Some("") || value.as_array().is_some_and(Vec::is_empty);
        if !empty {
            return Ok(Some(value));
        }
    }
    let needed = column.required || column.required_if.as_ref().is_some_and(|condition| condition.holds(scene.seen, scene.today));
    let missing = || column.missing.clone().map_or_else(|| column.kind.asked().missing(), Fault::Said);
    if needed { Err(in_row(missing())) } else { Ok(None) }
}
