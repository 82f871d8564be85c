//! Editing the files of a service part by part, so that everything nobody touched stays byte for byte.
//!
//! A file is cut into its tables ([`Sheet`]); a table is written by boxes ([`boxes`]), each as its
//! [`Setting`](crate::forms::Setting) says; a box whose content was not changed is not written at all.
//! Which tables make up which part of the editor is in [`Part`].

mod boxes;
mod columns;
mod days;
mod kinds;
mod locus;
mod pages;
mod parts;
mod reading;
mod rows;
mod sheet;
mod values;
mod writing;

pub use boxes::{BoxFault, Comparisons, ExemptRow, Filled, Simple, TESTS};
pub use locus::{Locus, settings_at};
pub use pages::{add_page, arrange_page, pages};
pub use parts::{ACTS, PARTS, Part};
pub use reading::filled;
pub use rows::{Arrange, Row, RowFacts, RowKind, added, arrange, item_about, rows};
pub use sheet::{NotAFile, Sheet};
pub use values::condition_of;
pub use writing::{EditRefused, edit, replace_file};
