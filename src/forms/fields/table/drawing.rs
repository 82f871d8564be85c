//! How rows stand in the page: the filled ones, one to go on with, and the pattern of a new one.

use serde_json::{Map, Value};

use super::{super::Scene, Table, reading};
use crate::forms::{
    definition::Field,
    page_view::{FieldView, RowView, RowsView, json_of},
    typed::Typed,
};

/// Stands for the number of a row that scripts add.
const PLACE: &str = "ROW";

pub(super) fn dress(table: &Table, view: &mut FieldView, typed: &Typed, scene: &Scene<'_>) {
    let filled = reading::filled(table, typed);
    let item = table.item(scene.lang).to_owned();
    let row = |at: usize, from: Option<usize>| row(table, view, &item, (&at.to_string(), at + 1), from, typed, scene);
    // Nobody begins with nothing: the rows that are needed, or one.
    let shown = filled.len().max(table.least().clamp(1, 10)).min(table.most().max(1));
    let rows = (0..shown).map(|at| row(at, filled.get(at).copied())).collect();
    let spare = if shown < table.most() && !filled.is_empty() { vec![row(shown, None)] } else { Vec::new() };
    let pattern = self::row(table, view, &item, (PLACE, 0), None, &Typed::default(), scene);
    view.rows_of_table = RowsView { rows, spare, pattern: vec![pattern], most: table.most(), item };
}

fn row(
    table: &Table,
    view: &FieldView,
    item: &str,
    (index, number): (&str, usize),
    from: Option<usize>,
    typed: &Typed,
    scene: &Scene<'_>,
) -> RowView {
    let number = if number == 0 { PLACE.to_owned() } else { number.to_string() };
    let mut own: Map<String, Value> = Map::new();
    let mut cells = Vec::new();
    for column in &table.columns {
        let boxes = match from {
            Some(from) => typed.cell(from, &column.key),
            None => column.default.clone().map(Typed::one).unwrap_or_default(),
        };
        let seen = |key: &str| own.get(key).or_else(|| (scene.seen)(key));
        let scene = scene.seeing(&seen);
        cells.push(cell(table, view, column, index, &boxes, &scene));
        let understood = if boxes.is_blank() { None } else { column.kind.asked().parse(&boxes, &scene).ok() };
        if let Some(value) = understood {
            own.insert(column.key.clone(), value);
        }
    }
    RowView { start: format!("{}.{index}", view.key), title: super::title(item, &number), number, cells }
}

fn cell(table: &Table, view: &FieldView, column: &Field, index: &str, typed: &Typed, scene: &Scene<'_>) -> FieldView {
    let mut cell = FieldView::of(column, scene.lang);
    cell.key = format!("{}.{index}.{}", view.key, column.key);
    cell.id = cell.key.replace('.', "-");
    cell.anchor.clone_from(&cell.id);
    cell.default = column.default.clone().unwrap_or_default();
    cell.show_if = json_of(column.show_if.as_ref());
    cell.closed = column.show_if.as_ref().is_some_and(|condition| !condition.holds(scene.seen, scene.today));
    typed.get("").clone_into(&mut cell.value);
    column.kind.asked().dress(&mut cell, typed, scene);
    if table.columns.iter().any(|other| other.key == cell.depends_on) {
        cell.depends_on = format!("{}.{index}.{}", view.key, cell.depends_on);
    }
    cell.name_notes();
    cell
}
