//! The rows of a table: which there are, what a cell means, how they stand in the page.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{super::Scene, Table};
use crate::forms::{
    definition::Field,
    faults::Fault,
    page_view::{FieldView, RowView},
    typed::Typed,
};

/// Empty rows shown after the filled ones.
pub(super) const ADDED: usize = 2;

/// Numbers of the rows that were posted, in order; gaps are no matter.
pub(super) fn numbers(typed: &Typed) -> BTreeSet<usize> {
    typed.names().filter_map(|name| name.split('.').next()?.parse().ok()).collect()
}

/// What one cell means; `row` counts from 1, for the sentence.
pub(super) fn cell(column: &Field, typed: &Typed, row: usize, scene: &Scene<'_>) -> Result<Option<Value>, Fault> {
    let place = |fault: Fault| {
        let said = fault.sentence(&scene.world.texts, scene.lang, column.label.get(scene.lang));
        Fault::new("form-row").with("row", row).with("said", said)
    };
    if typed.is_blank() {
        let missing = column.required.then(|| column.missing.clone().map_or_else(|| column.kind.asked().missing(), Fault::Said));
        return missing.map_or(Ok(None), |fault| Err(place(fault)));
    }
    column.kind.asked().parse(typed, scene).map(Some).map_err(place)
}

/// Filled rows, and a few empty ones to go on.
pub(super) fn views(table: &Table, view: &FieldView, typed: &Typed, scene: &Scene<'_>) -> Vec<RowView> {
    let filled: Vec<usize> =
        numbers(typed).into_iter().filter(|row| table.columns.iter().any(|c| !typed.cell(*row, &c.key).is_blank())).collect();
    let shown = (filled.len() + ADDED).min(table.most().max(1));
    let row = |(at, from): (usize, Option<usize>)| RowView {
        number: at + 1,
        cells: table.columns.iter().map(|column| cell_view(view, column, at, from, typed, scene)).collect(),
    };
    (0..shown).map(|at| (at, filled.get(at).copied())).map(row).collect()
}

fn cell_view(table: &FieldView, column: &Field, at: usize, from: Option<usize>, typed: &Typed, scene: &Scene<'_>) -> FieldView {
    let mut cell = FieldView::of(column, scene.lang);
    cell.key = format!("{}.{at}.{}", table.key, column.key);
    cell.id = cell.key.replace('.', "-");
    cell.anchor.clone_from(&cell.id);
    cell.required = column.required;
    let typed = from.map(|from| typed.cell(from, &column.key)).unwrap_or_default();
    typed.get("").clone_into(&mut cell.value);
    column.kind.asked().dress(&mut cell, &typed, scene);
    cell
}
