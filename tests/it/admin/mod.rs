//! The office of administrators.

mod autosave;
mod calendar;
mod calendar_book;
mod draft;
mod editing;
pub mod forms;
mod organisation;
mod large;
mod letters;
mod oversight;
mod proof;
mod publication;
mod services;
mod stopping;
