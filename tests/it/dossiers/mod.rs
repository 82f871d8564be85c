//! The verbs of dossiers against a real database, without screens.

mod chain;
mod concurrency;
mod matrix;
mod people;
mod refusals;
mod story;
