//! Every room says what it is; the plan of the house is true.

use super::{
    layers::order,
    source::{files, none, root},
};

#[test]
fn every_room_opens_with_what_it_is() {
    let rooms = files("src", &["rs"]).into_iter().chain(files("tests/it", &["rs"]));
    let silent = rooms.filter(|f| f.path.ends_with("/mod.rs") && !f.text.starts_with("//! "));
    none(silent.map(|f| format!("{} does not open with //!: what is this room, in the trade's words?", f.path)).collect());
}

#[test]
fn the_plan_names_the_modules_in_the_order_of_the_law() {
    let plan = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let rows = plan.lines().filter(|line| line.starts_with("| `"));
    let first_cells = rows.filter_map(|row| row.split('|').nth(1));
    let named: Vec<&str> = first_cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    assert_eq!(named, order(), "the table of rooms in ARCHITECTURE.md against src/lib.rs");
}
