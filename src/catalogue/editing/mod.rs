//! Editing the files of a service part by part, so that everything nobody touched stays byte for byte.
//!
//! A file is cut into its tables ([`Sheet`]); a table is written by boxes ([`boxes`]), each as its
//! [`Setting`](crate::forms::Setting) says; a box whose content was not changed is not written at all.
//! Which tables make up which part of the editor is in [`Part`].

mod boxes;
mod pages;
mod parts;
mod reading;
mod rows;
mod sheet;
mod writing;

pub use boxes::{BoxFault, Filled, Simple, TESTS};
pub use pages::{add_page, arrange_page, pages};
pub use parts::{Locus, PARTS, Part, settings_at};
pub use reading::filled;
pub use rows::{Arrange, Row, RowKind, arrange, rows};
pub use sheet::{NotAFile, Sheet};
pub use writing::{EditRefused, condition_of, edit, replace_file};
